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

/// Each block of output channels by itself: for each place in a tile, for each tile of rows, for each product, its rows.
pub(crate) fn pack(weights: &Weights<'_>, rank: Rank, axes: &Axes, together: usize, packed: &mut [f32]) {
    let (groups, places) = (weights.plan.groups(), rank.places());
    let outs = weights.plan.out_channels() / groups;
    let ins = weights.plan.channels() / groups;
    let others = axes.others(rank);
    let depth = ins * others.len();
    let mut start = 0;
    for group in 0..groups {
        for from in (0..outs).step_by(together) {
            let channels = (outs - from).min(together);
            for (row, rows) in tile::rows(channels) {
                for product in 0..depth {
                    let (local, other) = (product / others.len(), others[product % others.len()].0);
                    for lane in 0..rows {
                        let at = |h, w| f64::from(weights.at(group, local, from + row + lane, [other[0], h, w]));
                        let first = start + row * depth + product * rows + lane;
                        let mut put =
                            |place: usize, number: f64| packed[first + place * channels * depth] = number as f32;
                        let across = |h| transform([0, 1, 2].map(|i| at(h, axes.taps[2][i].0)));
                        if rank == Rank::One {
                            for (place, number) in across(other[1]).into_iter().enumerate() {
                                put(place, number);
                            }
                            continue;
                        }
                        let lines = [0, 1, 2].map(|i| across(axes.taps[1][i].0));
                        for column in 0..6 {
                            let down = transform(lines.map(|line| line[column]));
                            for (line, number) in down.into_iter().enumerate() {
                                put(line * 6 + column, number);
                            }
                        }
                    }
                }
            }
            start += channels * depth * places;
        }
    }
}
