//! The transforms of cells and of sums, four tiles at once.
use super::tiles::{Spot, TILE};
use crate::lanes::{Lanes, Native, Tiles, load_apart, store_apart};

/// Tiles in the lanes of a vector.
pub(crate) const GROUP: usize = 4;
type Column = [Native; 6];

/// Six lines of six vectors, between the transform of rows and that of columns.
pub(crate) struct Six([f32; 6 * LINE]);

const LINE: usize = 6 * GROUP;

impl Default for Six {
    fn default() -> Self {
        Self([0.0; 6 * LINE])
    }
}

/// Four columns of four rows.
#[inline(always)]
fn transpose([a, b, c, d]: [Native; 4]) -> [Native; 4] {
    let (ac, bd) = (a.zip_low(c), b.zip_low(d));
    let (ac_high, bd_high) = (a.zip_high(c), b.zip_high(d));
    [
        ac.zip_low(bd),
        ac.zip_high(bd),
        ac_high.zip_low(bd_high),
        ac_high.zip_high(bd_high),
    ]
}

/// Six neighbouring cells of each of four tiles, as six vectors.
#[inline(always)]
fn columns(eight: [[Native; 2]; GROUP]) -> Column {
    let [a, b, c, d] = transpose(eight.map(|[half, _]| half));
    let [e, f, g, h] = eight.map(|[_, half]| half);
    let (eg, fh) = (e.zip_low(g), f.zip_low(h));
    [a, b, c, d, eg.zip_low(fh), eg.zip_high(fh)]
}

/// With one constant: the browser's compiler makes each anew wherever it is used.
#[inline(always)]
fn into([a, b, c, d, e, f]: Column) -> Column {
    let minus_4 = Native::splat(-4.0);
    let (even, odd) = (e.madd(minus_4, c), d.madd(minus_4, b));
    let (near, far) = (e.sub(c), d.sub(b));
    let twice = far.add(far);
    [
        near.madd(minus_4, c.sub(a)),
        even.add(odd),
        even.sub(odd),
        near.add(twice),
        near.sub(twice),
        f.sub(d).madd(minus_4, far),
    ]
}

#[inline(always)]
fn out_of([a, b, c, d, e, f]: Column) -> [Native; TILE] {
    let four = Native::splat(4.0);
    let (one, minus_one) = (b.add(c), b.sub(c));
    let (other, minus_other) = (d.add(e), d.sub(e));
    let twice = minus_other.add(minus_other);
    [
        a.add(one).add(other),
        minus_one.add(twice),
        one.madd(four, other),
        minus_one.add(f).madd(four, twice),
    ]
}

/// The tiles that begin at `at`, transformed along their row; places are `stride` apart.
#[inline(never)]
pub(crate) fn input_1(cells: &[f32], at: [usize; GROUP], to: &mut [f32], stride: usize) {
    let tiles = Tiles::<1>::new(cells, at, 0);
    store_apart(into(columns(tiles.row(0))), to, 0, stride);
}

#[inline(never)]
pub(crate) fn output_1(from: &[f32], stride: usize, bias: f32, spots: &[Spot], step: [usize; 2], output: &mut [f32]) {
    let sums = out_of(load_apart(from, 0, stride)).map(|sum| sum.add(Native::splat(bias)));
    let mut rows = [0.0; TILE * GROUP];
    store_apart(transpose(sums), &mut rows, 0, TILE);
    for (spot, row) in spots.iter().zip(rows.as_chunks::<TILE>().0) {
        let output = &mut output[spot.output..];
        match output.first_chunk_mut() {
            Some(to) if (spot.columns, step[1]) == (TILE, 1) => Native::load(row).store(to),
            _ => {
                for (column, number) in row[..spot.columns].iter().enumerate() {
                    output[column * step[1]] = *number;
                }
            }
        }
    }
}

impl Six {
    /// The tiles that begin at `at` and whose rows are `row` apart.
    #[inline(never)]
    pub fn input_2(&mut self, cells: &[f32], at: [usize; GROUP], row: usize, to: &mut [f32], stride: usize) {
        let tiles = Tiles::<6>::new(cells, at, row);
        for line in 0..6 {
            store_apart(into(columns(tiles.row(line))), &mut self.0, line * LINE, GROUP);
        }
        for column in 0..6 {
            let six = into(load_apart(&self.0, column * GROUP, LINE));
            store_apart(six, to, column * stride, 6 * stride);
        }
    }

    /// Writes the outputs of up to four tiles; rows and columns are as far apart as `step` says.
    #[inline(never)]
    pub fn output_2(
        &mut self,
        from: &[f32],
        stride: usize,
        bias: f32,
        spots: &[Spot],
        step: [usize; 2],
        output: &mut [f32],
    ) {
        for column in 0..6 {
            let sums = out_of(load_apart(from, column * stride, 6 * stride));
            store_apart(sums, &mut self.0, column * GROUP, LINE);
        }
        let bias = Native::splat(bias);
        for line in 0..TILE {
            let sums = out_of(load_apart(&self.0, line * LINE, GROUP));
            let rows = transpose(sums.map(|sum| sum.add(bias)));
            store_apart(rows, &mut self.0, line * LINE, GROUP);
        }
        for (lane, spot) in spots.iter().take(GROUP).enumerate() {
            write(&self.0[lane * TILE..], LINE, spot, step, output);
        }
    }
}

/// Writes a tile whose rows are `line` apart.
#[inline(always)]
fn write(tile: &[f32], line: usize, spot: &Spot, step: [usize; 2], output: &mut [f32]) {
    if (spot.rows, spot.columns, step[1]) == (TILE, TILE, 1) {
        store_apart::<Native, TILE>(load_apart(tile, 0, line), output, spot.output, step[0]);
        return;
    }
    for row in 0..spot.rows {
        for column in 0..spot.columns {
            output[spot.output + row * step[0] + column * step[1]] = tile[row * line + column];
        }
    }
}
