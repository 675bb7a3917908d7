//! What a window's cells become where there are no weights: pooling, and the modules that take cell by cell.
use crate::Plan;
use crate::axis::{Axis, Place};

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
