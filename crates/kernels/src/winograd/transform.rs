//! The transforms of cells and of sums, four tiles at once.
use super::tiles::{Spot, TILE};
use crate::lanes::{Lanes, Native, transpose};

/// Tiles in the lanes of a vector.
pub(crate) const GROUP: usize = 4;
type Column = [Native; 6];

/// Six columns of six vectors, between the transform of rows and that of columns.
pub(crate) struct Six([[f32; 4]; 36]);

impl Default for Six {
    fn default() -> Self {
        Self([[0.0; 4]; 36])
    }
}

/// Six neighbouring cells of each of four tiles, as six vectors.
#[inline(always)]
fn gather(cells: &[f32], at: [usize; GROUP]) -> Column {
    let eight = at.map(|at| {
        let (halves, _) = cells[at..at + 8].as_chunks();
        (Native::load(&halves[0]), Native::load(&halves[1]))
    });
    let [a, b, c, d] = transpose(eight.map(|(half, _)| half));
    let [e, f, g, h] = eight.map(|(_, half)| half);
    let (eg, fh) = (e.zip_low(g), f.zip_low(h));
    [a, b, c, d, eg.zip_low(fh), eg.zip_high(fh)]
}

#[inline(always)]
fn into([a, b, c, d, e, f]: Column) -> Column {
    let [minus_4, minus_5, two, four] = [-4.0, -5.0, 2.0, 4.0].map(Native::splat);
    let (even, odd) = (e.madd(minus_4, c), d.madd(minus_4, b));
    let (near, far) = (e.sub(c), d.sub(b));
    let twice = far.mul(two);
    [
        e.madd(minus_5, c).madd(four, a),
        even.add(odd),
        even.sub(odd),
        near.add(twice),
        near.sub(twice),
        f.madd(minus_5, d).madd(four, b),
    ]
}

#[inline(always)]
fn out_of([a, b, c, d, e, f]: Column) -> [Native; TILE] {
    let [two, four, eight] = [2.0, 4.0, 8.0].map(Native::splat);
    let (one, minus_one) = (b.add(c), b.sub(c));
    let (other, minus_other) = (d.add(e), d.sub(e));
    [
        a.add(one).add(other),
        minus_one.madd(two, minus_other),
        one.madd(four, other),
        minus_one.add(f).madd(eight, minus_other),
    ]
}

#[inline(always)]
fn put(to: &mut [f32], at: usize, lanes: Native) {
    if let Some((to, _)) = to[at..].split_first_chunk_mut() {
        lanes.store(to);
    }
}

#[inline(always)]
fn get(from: &[f32], at: usize) -> Native {
    from[at..].first_chunk().map_or(Native::splat(0.0), Native::load)
}

/// The tiles that begin at `at`, transformed along their row; places are `stride` apart.
#[inline(never)]
pub(crate) fn input_1(cells: &[f32], at: [usize; GROUP], to: &mut [f32], stride: usize) {
    for (place, lanes) in into(gather(cells, at)).into_iter().enumerate() {
        put(to, place * stride, lanes);
    }
}

#[inline(never)]
pub(crate) fn output_1(from: &[f32], stride: usize, bias: f32, spots: &[Spot], step: [usize; 2], output: &mut [f32]) {
    let sums = out_of([0, 1, 2, 3, 4, 5].map(|place| get(from, place * stride)));
    let bias = Native::splat(bias);
    for (spot, row) in spots.iter().zip(transpose(sums.map(|sum| sum.add(bias)))) {
        write(row, spot, spot.output, step[1], output);
    }
}

impl Six {
    /// The tiles that begin at `at` and whose rows are `row` apart.
    #[inline(never)]
    pub fn input_2(&mut self, cells: &[f32], at: [usize; GROUP], row: usize, to: &mut [f32], stride: usize) {
        for (line, six) in self.0.chunks_exact_mut(6).enumerate() {
            let row = into(gather(cells, at.map(|at| at + line * row)));
            for (lanes, six) in row.into_iter().zip(six) {
                lanes.store(six);
            }
        }
        for column in 0..6 {
            let six = [0, 1, 2, 3, 4, 5].map(|line| Native::load(&self.0[line * 6 + column]));
            for (line, lanes) in into(six).into_iter().enumerate() {
                put(to, (line * 6 + column) * stride, lanes);
            }
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
            let sums = out_of([0, 1, 2, 3, 4, 5].map(|line| get(from, (line * 6 + column) * stride)));
            for (line, sum) in sums.into_iter().enumerate() {
                sum.store(&mut self.0[line * 6 + column]);
            }
        }
        let bias = Native::splat(bias);
        for line in 0..TILE {
            let sums = out_of([0, 1, 2, 3, 4, 5].map(|column| Native::load(&self.0[line * 6 + column])));
            for (spot, row) in spots.iter().zip(transpose(sums.map(|sum| sum.add(bias)))) {
                if line < spot.rows {
                    write(row, spot, spot.output + line * step[0], step[1], output);
                }
            }
        }
    }
}

/// Writes a row of a tile.
#[inline(always)]
fn write(row: Native, spot: &Spot, at: usize, step: usize, output: &mut [f32]) {
    if step == 1 && spot.columns == TILE {
        put(output, at, row);
        return;
    }
    let mut numbers = [0.0; 4];
    row.store(&mut numbers);
    for (column, number) in numbers.into_iter().take(spot.columns).enumerate() {
        output[at + column * step] = number;
    }
}
