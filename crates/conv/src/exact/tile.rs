//! The innermost loops: some output channels times some neighbouring output columns, all in registers.
use super::lanes::Lanes;

/// What a tile sums over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<'a> {
    /// The padded copy from the tile's first column on.
    pub cells: &'a [f32],
    /// From one channel to the next.
    pub channel: usize,
    /// Where a channel's taps lie, in order of summation.
    pub taps: &'a [usize],
    /// `[channels][taps][ROWS]`
    pub weights: &'a [f32],
}

/// The totals of `ROWS` output channels and `4 * COLUMNS` columns.
///
/// The sums of one channel and one splat weight live in registers: `ROWS * COLUMNS + ROWS + COLUMNS` of them must stay
/// below 16, or the browser's compiler spills.
#[inline(always)]
pub(super) fn sum<L: Lanes, const ROWS: usize, const COLUMNS: usize>(window: Window<'_>) -> [[L; COLUMNS]; ROWS] {
    let zero = L::splat(0.0);
    let mut totals = [[zero; COLUMNS]; ROWS];
    // A phase without taps has sums of nothing, which are 0.
    let per_channel = (window.taps.len() * ROWS).max(1);
    for (index, weights) in window.weights.chunks_exact(per_channel).enumerate() {
        let cells = &window.cells[index * window.channel..];
        let mut sums = [[zero; COLUMNS]; ROWS];
        for (&tap, weights) in window.taps.iter().zip(weights.as_chunks::<ROWS>().0) {
            let x = &cells[tap..tap + 4 * COLUMNS];
            let x: [L; COLUMNS] = std::array::from_fn(|i| L::load(&x.as_chunks().0[i]));
            for (sums, &weight) in sums.iter_mut().zip(weights) {
                let weight = L::splat(weight);
                for (sum, &x) in sums.iter_mut().zip(&x) {
                    *sum = sum.add(x.mul(weight));
                }
            }
        }
        for (totals, sums) in totals.iter_mut().zip(sums) {
            for (total, sum) in totals.iter_mut().zip(sums) {
                *total = total.add(sum);
            }
        }
    }
    totals
}
