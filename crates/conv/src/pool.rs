//! What a window's cells become where there are no weights: pooling, and the modules that take cell by cell.
use crate::axis::{Axis, Place};
use crate::{Op, Plan};

/// How the cells of a window become a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finish {
    /// Each times its weight, added up as [`reference`](crate::reference) says.
    Sum,
    /// Added up from zero, row by row, padding cells as zeros, then divided by the number of the window's cells
    /// (PyTorch's `count_include_pad=True`).
    Mean,
    /// The largest; a NaN is larger than any number. Padding cells are minus infinity.
    Max,
    /// The only cell, or 0 where it is negative; NaN stays.
    Relu,
    /// The only cell as it is.
    Copy,
}

impl Finish {
    /// How an operation makes its numbers.
    pub fn of(op: Op) -> Self {
        match op {
            Op::Conv | Op::ConvTranspose | Op::Linear => Self::Sum,
            Op::AvgPool => Self::Mean,
            Op::MaxPool => Self::Max,
            Op::Relu => Self::Relu,
            Op::Pad | Op::Flatten => Self::Copy,
        }
    }

    /// What a padding cell counts as that holds nothing of the input.
    pub fn padding(self) -> f32 {
        match self {
            Self::Max => f32::NEG_INFINITY,
            _ => 0.0,
        }
    }

    /// The number before any cell.
    pub fn start(self) -> f32 {
        self.padding()
    }

    /// The number with a cell more.
    pub fn with(self, so_far: f32, cell: f32) -> f32 {
        match self {
            Self::Sum | Self::Mean => so_far + cell,
            Self::Max if cell > so_far || cell.is_nan() => cell,
            Self::Max => so_far,
            // −0 stays too, as in PyTorch.
            Self::Relu if cell < 0.0 => 0.0,
            Self::Relu | Self::Copy => cell,
        }
    }

    /// The number once all `cells` of the window are in.
    pub fn end(self, so_far: f32, cells: usize) -> f32 {
        match self {
            Self::Mean => so_far / cells as f32,
            _ => so_far,
        }
    }
}

/// Where a window finds nothing of the input.
const NOTHING: usize = usize::MAX;

/// For each cell of each window on an axis, the input's cell that it sees.
fn seen(axis: &Axis) -> Vec<usize> {
    let mut seen = Vec::new();
    for window in 0..axis.output {
        let start = axis.window(window);
        for cell in 0..axis.kernel {
            seen.push(match axis.place(start + cell as i64 * axis.dilation) {
                Place::Input(cell) | Place::Copy(cell) => cell,
                Place::Zero | Place::Hole => NOTHING,
            });
        }
    }
    seen
}

/// The output of a layer without weights, flat, row-major. It is the definition, and the only way there is.
///
/// # Panics
/// If the input has fewer numbers than the plan's shape asks for; [`Plan::run`] checks that beforehand.
#[inline(never)]
pub fn run(plan: &Plan, input: &[f32]) -> Vec<f32> {
    let finish = plan.finish();
    let [_, input_rows, input_row] = plan.input_size();
    let [kernel_d, kernel_h, kernel_w] = plan.kernel_size();
    let [seen_d, seen_h, seen_w] = [0, 1, 2].map(|i| seen(&plan.axes[i]));
    let mut output = Vec::new();
    for input in input.chunks_exact(plan.volumes.input) {
        for planes in seen_d.chunks_exact(kernel_d) {
            for rows in seen_h.chunks_exact(kernel_h) {
                for cells in seen_w.chunks_exact(kernel_w) {
                    let mut number = finish.start();
                    for &plane in planes {
                        for &row in rows {
                            for &cell in cells {
                                let cell = if plane == NOTHING || row == NOTHING || cell == NOTHING {
                                    finish.padding()
                                } else {
                                    input[(plane * input_rows + row) * input_row + cell]
                                };
                                number = finish.with(number, cell);
                            }
                        }
                    }
                    output.push(finish.end(number, plan.volumes.kernel));
                }
            }
        }
    }
    output
}
