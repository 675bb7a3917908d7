//! The innermost loops: four pairs of vectors, all in registers.
use super::lanes::Lanes;

/// Numbers of a pair of vectors.
pub(super) const PAIR: usize = 8;
/// Pairs in a tile.
pub(super) const PAIRS: usize = 4;

/// What a tile sums over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<'a> {
    /// The padded copy from the tile's first column on.
    pub cells: &'a [f32],
    /// From one channel to the next.
    pub channel: usize,
    /// Where a channel's taps lie, in order of summation.
    pub taps: &'a [usize],
    /// `[channels][taps][PAIRS]`
    pub weights: &'a [f32],
}

/// The totals of a tile whose pairs lie `STEP` columns apart: 0 where each is of an output channel of its own, `PAIR`
/// where they lie side by side in one.
///
/// Pairs are written out: where code is made small no loop is unrolled, and only what no loop indexes stays in
/// registers.
#[inline(never)]
pub(super) fn sum<L: Lanes, const STEP: usize>(window: Window<'_>) -> [[f32; PAIR]; PAIRS] {
    let zero = L::splat(0.0);
    let [mut a, mut b, mut c, mut d] = [[zero; 2]; PAIRS];
    // A phase without taps has sums of nothing, which are 0.
    let per_channel = (window.taps.len() * PAIRS).max(1);
    for (index, weights) in window.weights.chunks_exact(per_channel).enumerate() {
        let cells = &window.cells[index * window.channel..];
        let [mut p, mut q, mut r, mut s] = [[zero; 2]; PAIRS];
        for (&tap, weights) in window.taps.iter().zip(weights.as_chunks::<PAIRS>().0) {
            let cells = &cells[tap..tap + 3 * STEP + PAIR];
            p = add_products(p, cells, weights[0]);
            q = add_products(q, &cells[STEP..], weights[1]);
            r = add_products(r, &cells[2 * STEP..], weights[2]);
            s = add_products(s, &cells[3 * STEP..], weights[3]);
        }
        (a, b, c, d) = (add(a, p), add(b, q), add(c, r), add(d, s));
    }
    [numbers(a), numbers(b), numbers(c), numbers(d)]
}

#[inline(always)]
fn add<L: Lanes>([a, b]: [L; 2], [c, d]: [L; 2]) -> [L; 2] {
    [a.add(c), b.add(d)]
}

#[inline(always)]
fn add_products<L: Lanes>(sums: [L; 2], cells: &[f32], weight: f32) -> [L; 2] {
    let weight = L::splat(weight);
    let x = L::load(&[cells[0], cells[1], cells[2], cells[3]]);
    let y = L::load(&[cells[4], cells[5], cells[6], cells[7]]);
    add(sums, [x.mul(weight), y.mul(weight)])
}

#[inline(always)]
fn numbers<L: Lanes>([a, b]: [L; 2]) -> [f32; PAIR] {
    let ([a, b, c, d], [e, f, g, h]) = (a.numbers(), b.numbers());
    [a, b, c, d, e, f, g, h]
}
