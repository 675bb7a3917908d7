//! The transform of weights, and the order in which tiles take them.
use super::Rank;
use super::tiles::Axes;
use crate::kernel::Weights;
use crate::tile;

/// Six places of three weights. In 64 bits: they are rounded once.
#[inline(never)]
fn transform([a, b, c]: [f64; 3]) -> [f64; 6] {
    let (even, odd) = (a + c, b);
    let (near, far) = (a + 4.0 * c, 2.0 * b);
    [
        a / 4.0,
        (even + odd) / -6.0,
        (even - odd) / -6.0,
        (near + far) / 24.0,
        (near - far) / 24.0,
        c,
    ]
}

/// The weights between two channels, which meet the input in `other`'s places of the axes that are not transformed.
struct Pair<'a> {
    weights: &'a Weights<'a>,
    axes: &'a Axes,
    group: usize,
    local: usize,
    out: usize,
    other: [usize; 2],
}

impl Pair<'_> {
    /// Six places along a line of the kernel.
    #[inline(never)]
    fn line(&self, h: usize) -> [f64; 6] {
        let mut three = [0.0; 3];
        for (number, (w, _)) in three.iter_mut().zip(self.axes.taps(2)) {
            let cell = [self.other[0], h, *w];
            *number = f64::from(self.weights.at(self.group, self.local, self.out, cell));
        }
        transform(three)
    }

    /// The places of a tile, column by column.
    #[inline(never)]
    fn columns(&self, rank: Rank, columns: &mut [[f64; 6]]) {
        if rank == Rank::One {
            for (column, number) in columns.iter_mut().zip(self.line(self.other[1])) {
                column[0] = number;
            }
            return;
        }
        let mut lines = [[0.0; 6]; 3];
        for (line, (h, _)) in lines.iter_mut().zip(self.axes.taps(1)) {
            *line = self.line(*h);
        }
        for (at, column) in columns.iter_mut().enumerate() {
            *column = transform(lines.map(|line| line[at]));
        }
    }
}

/// Each block of output channels by itself: for each place in a tile, for each tile of rows, for each product, its rows.
pub(crate) fn pack(weights: &Weights<'_>, rank: Rank, axes: &Axes, together: usize, packed: &mut [f32]) {
    let plan = weights.plan;
    let (groups, places) = (plan.groups(), rank.places());
    let (ins, outs) = (plan.channels() / groups, plan.out_channels() / groups);
    let others = axes.others(rank);
    let depth = ins * others.len();
    let mut columns = [[0.0; 6]; 6];
    let mut start = 0;
    for group in 0..groups {
        for from in (0..outs).step_by(together) {
            let channels = (outs - from).min(together);
            for (row, rows) in tile::rows(channels) {
                for product in 0..depth {
                    for lane in 0..rows {
                        let pair = Pair {
                            weights,
                            axes,
                            group,
                            local: product / others.len(),
                            out: from + row + lane,
                            other: others[product % others.len()].0,
                        };
                        pair.columns(rank, &mut columns);
                        let first = start + row * depth + product * rows + lane;
                        for place in 0..places {
                            packed[first + place * channels * depth] = columns[place % 6][place / 6] as f32;
                        }
                    }
                }
            }
            start += channels * depth * places;
        }
    }
}
