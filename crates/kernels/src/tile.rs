//! A block of sums held in registers: the inner loop of all that multiplies matrices.
use crate::lanes::{FUSED, Lanes, Native, load_apart, store_apart};

/// Rows of a tile. With as many, all sums, a row's factor and the columns' stay in the 15 registers that V8 has; a tile
/// that spills is half as fast.
pub(crate) const ROWS: usize = if FUSED { 6 } else { 5 };
/// Columns of a tile.
pub(crate) const COLUMNS: usize = 4 * VECTORS;
pub(crate) const VECTORS: usize = 2;

/// Tiles for so many rows: each one's first row and their number. The last ones are of 3 or 4 rows, where there are as many:
/// with fewer, sums wait for each other.
pub(crate) fn rows(all: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let (first, left) = (next, all - next);
        next += match left {
            ..=4 => left,
            _ if left >= ROWS + 3 => ROWS,
            _ if left == ROWS => ROWS,
            _ => left.div_ceil(2),
        };
        (left > 0).then_some((first, next - first))
    })
}

/// Where a tile's sums begin: at a number for each row, or at what the output holds.
pub(crate) type Start<'a> = Option<&'a [f32]>;

/// All of them at 0.
pub(crate) const ZERO: &[f32] = &[0.0; ROWS];

/// `output[row][column] = start + sum over k of a[k][row] * b[k][column]`, with the output's rows `stride` apart.
pub(crate) fn tile(rows: usize, a: &[f32], b: &[f32], start: Start<'_>, output: &mut [f32], stride: usize) {
    match rows {
        1 => sized::<1>(a, b, start, output, stride),
        2 => sized::<2>(a, b, start, output, stride),
        3 => sized::<3>(a, b, start, output, stride),
        4 => sized::<4>(a, b, start, output, stride),
        _ => sized::<ROWS>(a, b, start, output, stride),
    }
}

#[inline(never)]
fn sized<const M: usize>(a: &[f32], b: &[f32], start: Start<'_>, output: &mut [f32], stride: usize) {
    let mut sums: [[Native; VECTORS]; M] = match start {
        Some(numbers) => {
            let (numbers, _) = numbers.as_chunks::<M>();
            numbers[0].each_ref().map(|number| [Native::splat(*number); VECTORS])
        }
        None => load_apart(output, 0, stride),
    };
    let (a, _) = a.as_chunks::<M>();
    let (b, _) = b.as_chunks::<4>();
    let (b, _) = b.as_chunks::<VECTORS>();
    for (a, b) in a.iter().zip(b) {
        add(&mut sums, a, [Native::load(&b[0]), Native::load(&b[1])]);
    }
    store_apart(sums, output, 0, stride);
}

/// Adds to each row of sums its factor times the columns. Row by row by hand: a loop over six of them the compiler may keep
/// as one, with its sums in memory.
#[inline(always)]
pub(crate) fn add<const M: usize, const V: usize>(
    sums: &mut [[Native; V]; M],
    factors: &[f32; M],
    columns: [Native; V],
) {
    add_row(sums, factors, &columns, 0);
    add_row(sums, factors, &columns, 1);
    add_row(sums, factors, &columns, 2);
    add_row(sums, factors, &columns, 3);
    add_row(sums, factors, &columns, 4);
    add_row(sums, factors, &columns, 5);
}

#[inline(always)]
fn add_row<const M: usize, const V: usize>(
    sums: &mut [[Native; V]; M],
    factors: &[f32; M],
    columns: &[Native; V],
    row: usize,
) {
    if let Some((sums, factor)) = sums.get_mut(row).zip(factors.get(row)) {
        let factor = Native::splat(*factor);
        for (sum, column) in sums.iter_mut().zip(columns) {
            *sum = sum.madd(factor, *column);
        }
    }
}
