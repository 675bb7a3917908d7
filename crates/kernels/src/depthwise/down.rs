//! 3x3, from top to bottom: a row of cells is read once, and adds to the three rows of outputs whose kernels it is in.
use super::{Edge, Four, Shape, WIDE};
use crate::lanes::{Columns, Lanes, Native};

/// Columns and rows of a kernel.
pub(super) const KERNEL: usize = 3;
/// Cells of a row that outputs read.
const REACH: usize = WIDE + KERNEL - 1;
/// Rows made in one go.
const BAND: [usize; 2] = [6, 32];
/// Cells of all rows that they read, so that these find room in the nearest cache even where they are a power of two apart.
const READ: usize = 8 << 10;

/// A channel, whose cells begin with the padding to the left of the first row.
pub(super) fn channel(shape: &Shape, cells: &[f32], nothing: &[f32], weights: &[Four], bias: f32, output: &mut [f32]) {
    let [_, width] = shape.input;
    let [rows, columns] = shape.output;
    let row = |row| shape.row(row).map_or(nothing, |row| &cells[row * width..]);
    let band = (READ / width).saturating_sub(KERNEL - 1).clamp(BAND[0], BAND[1]);
    for from in (0..rows).step_by(band) {
        let to = rows.min(from + band);
        let next = from + KERNEL - 1;
        let last = to + KERNEL - 1;
        let count = last.min(shape.input[0] + shape.pads[0]).saturating_sub(next);
        let (output, rest) = output[from * columns..to * columns].split_at_mut(count * columns);
        let mut band = Band {
            before: [row(from), row(from + 1)].map(|row| &row[..shape.reach()]),
            columns: Columns::new(row(next), output, [width, columns], count, columns - WIDE),
            rest,
            width: columns,
            weights,
            bias,
        };
        band.inner(&shape.inner);
        band.edges(&shape.edges);
    }
}

/// Some rows of a channel.
struct Band<'a> {
    /// The rows of cells above those that finish a row of outputs each.
    before: [&'a [f32]; KERNEL - 1],
    /// Those, with their outputs.
    columns: Columns<'a, REACH, WIDE>,
    /// Rows of outputs that no cells are left for.
    rest: &'a mut [f32],
    width: usize,
    weights: &'a [Four],
    bias: f32,
}

/// A row of cells, or of weights, as each column of the kernel sees it.
type Row = [Native; KERNEL];

impl Band<'_> {
    #[inline]
    fn inner(&mut self, columns: &[usize]) {
        for column in columns {
            self.strip(*column, |cells| cells);
        }
    }

    #[inline]
    fn edges(&mut self, edges: &[Edge]) {
        for edge in edges {
            let masks: Row = std::array::from_fn(|w| Native::load(&edge.masks[w]));
            self.strip(edge.column, |cells| std::array::from_fn(|w| cells[w].and(masks[w])));
        }
    }

    /// Four columns of outputs.
    #[inline(always)]
    fn strip(&mut self, column: usize, inside: impl Fn(Row) -> Row) {
        let bias = Native::splat(self.bias);
        let [top, middle, bottom]: [Row; KERNEL] =
            [0, 1, 2].map(|h| std::array::from_fn(|w| Native::load(&self.weights[w * KERNEL + h])));
        let row = |cells: &[f32; REACH]| {
            inside(std::array::from_fn(|w| {
                let (windows, _) = cells[w..w + WIDE].as_chunks();
                Native::load(&windows[0])
            }))
        };
        let add = |sum: Native, weights: Row, cells: Row| {
            let sum = sum.madd(cells[0], weights[0]).madd(cells[1], weights[1]);
            sum.madd(cells[2], weights[2])
        };
        let [first, second] = self.before.map(|cells| {
            let (windows, _) = cells[column..column + REACH].as_chunks();
            row(&windows[0])
        });
        let mut next = add(add(bias, top, first), middle, second);
        let mut later = add(bias, top, second);
        self.columns.down(column, |cells, output| {
            let cells = row(cells);
            add(next, bottom, cells).store(output);
            next = add(later, middle, cells);
            later = add(bias, top, cells);
        });
        for (sum, output) in [next, later].into_iter().zip(self.rest.chunks_mut(self.width)) {
            let (to, _) = output[column..column + WIDE].as_chunks_mut();
            sum.store(&mut to[0]);
        }
    }
}
