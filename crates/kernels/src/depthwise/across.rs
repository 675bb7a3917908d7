//! 5x5, from left to right: four rows of outputs read eight rows of cells.
use super::{Edge, Four, Shape, WIDE};
use crate::lanes::{Block, Lanes, Native};

/// Columns and rows of a kernel.
pub(super) const KERNEL: usize = 5;
/// Rows made together.
pub(super) const ROWS: usize = 4;
/// Rows that they read.
pub(super) const READ: usize = ROWS + KERNEL - 1;

/// A channel, whose cells begin with the padding to the left of the first row.
pub(super) fn channel(
    shape: &Shape,
    cells: &[f32],
    padded: &mut [f32],
    weights: &[Four],
    bias: f32,
    output: &mut [f32],
) {
    let [height, width] = shape.input;
    let [rows, columns] = shape.output;
    let [above, left] = shape.pads;
    let (weights, _) = weights.as_chunks();
    for from in (0..rows).step_by(ROWS).map(|from| from.min(rows - ROWS)) {
        let cells = match from.checked_sub(above) {
            Some(top) if top + READ <= height => &cells[top * width..],
            _ => {
                let rows = padded[left..].chunks_exact_mut(width).take(READ);
                for (at, padded) in rows.enumerate() {
                    match shape.row(from + at) {
                        Some(row) => padded.copy_from_slice(&cells[row * width + left..][..width]),
                        None => padded.fill(0.0),
                    }
                }
                &padded[..]
            }
        };
        let output = &mut output[from * columns..(from + ROWS) * columns];
        let mut band = Band {
            block: Block::new(cells, output, [width, columns], [columns - WIDE, KERNEL - 1]),
            weights,
            bias,
        };
        band.inner(&shape.inner);
        band.edges(&shape.edges);
    }
}

/// Some rows of a channel.
struct Band<'a> {
    block: Block<'a, READ, ROWS>,
    weights: &'a [[Four; KERNEL]],
    bias: f32,
}

impl Band<'_> {
    #[inline]
    fn inner(&mut self, columns: &[usize]) {
        for column in columns {
            self.four(*column, |_, sum| sum);
        }
    }

    #[inline]
    fn edges(&mut self, edges: &[Edge]) {
        for edge in edges {
            self.four(edge.column, |w, sum| sum.and(Native::load(&edge.masks[w])));
        }
    }

    /// Four columns of four rows. What a column of the kernel gives is summed up before it is added, so that sums need not
    /// wait for each other.
    #[inline(always)]
    fn four(&mut self, column: usize, inside: impl Fn(usize, Native) -> Native) {
        let mut sums = [Native::splat(self.bias); ROWS];
        self.block.across(column, self.weights.len(), |w, cells| {
            let weights = self.weights[w].each_ref().map(Native::load);
            let part = |row: usize| {
                let first = Native::load(cells[row]).mul(weights[0]);
                let part = (1..KERNEL).fold(first, |sum, h| sum.madd(Native::load(cells[row + h]), weights[h]));
                inside(w, part)
            };
            let parts = [part(0), part(1), part(2), part(3)];
            sums = std::array::from_fn(|row| sums[row].add(parts[row]));
        });
        for (sum, output) in sums.into_iter().zip(self.block.outputs(column)) {
            sum.store(output);
        }
    }
}
