//! The transform of weights, and the order in which tiles take them.
use super::Rank;
use super::tiles::Axes;
use crate::run::Weights;
use crate::tile;

/// Six places of three weights. In 64 bits: they are rounded once.
#[inline(never)]
fn transform([a, b, c]: [f64; 3]) -> [f64; 6] {
    let (even, odd) = (a + c, b);
    let (near, far) = (a + 4.0 * c, 2.0 * b);
    [
        a / 4.0,
        (even + odd) * (-1.0 / 6.0),
        (even - odd) * (-1.0 / 6.0),
        (near + far) * (1.0 / 24.0),
        (near - far) * (1.0 / 24.0),
        c,
    ]
}

/// Six places along the line of a kernel that begins with these cells.
#[inline(never)]
fn line(cells: &[f32], axes: &Axes) -> [f64; 6] {
    let mut three = [0.0; 3];
    for (number, (w, _)) in three.iter_mut().zip(axes.taps(2)) {
        *number = f64::from(cells[*w]);
    }
    transform(three)
}

/// The places of a tile, column by column, from a kernel's plane; on one axis from its row `h`.
#[inline(never)]
fn tile_of(plane: &[f32], h: usize, rank: Rank, axes: &Axes, columns: &mut [[f64; 6]]) {
    if rank == Rank::One {
        for (column, number) in columns.iter_mut().zip(line(&plane[3 * h..], axes)) {
            column[0] = number;
        }
        return;
    }
    let mut lines = [[0.0; 6]; 3];
    for (to, (h, _)) in lines.iter_mut().zip(axes.taps(1)) {
        *to = line(&plane[3 * h..], axes);
    }
    for (at, column) in columns.iter_mut().enumerate() {
        *column = transform(lines.map(|line| line[at]));
    }
}

/// Each block of output channels by itself: for each place in a tile, for each tile of rows, for each product, its rows.
pub(crate) fn pack(weights: &Weights<'_>, rank: Rank, axes: &Axes, together: usize, packed: &mut [f32]) {
    let plan = weights.plan;
    let (groups, places) = (plan.groups(), rank.places());
    let (ins, outs) = (plan.channels() / groups, plan.out_channels() / groups);
    let others = axes.others(rank);
    let depth = ins * others.len();
    let [_, height, _] = plan.kernel_size();
    let mut columns = [[0.0; 6]; 6];
    let mut start = 0;
    for group in 0..groups {
        for from in (0..outs).step_by(together) {
            let channels = (outs - from).min(together);
            for (row, rows) in tile::rows(channels) {
                for product in 0..depth {
                    for lane in 0..rows {
                        let [d, h] = others[product % others.len()].0;
                        let kernel = weights.between(group, product / others.len(), from + row + lane);
                        tile_of(&kernel[d * height * 3..], h, rank, axes, &mut columns);
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
