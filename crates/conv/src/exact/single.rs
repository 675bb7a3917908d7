//! One output after another, with nothing prepared: for small layers, and where a padded copy does not suit.
use crate::axis::{Axis, Place};
use crate::{Op, Plan};

pub(super) fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    let [depth, height, width] = plan.output_size();
    let (channels, plane) = (plan.channels, plan.input_size().iter().product::<usize>());
    let mut output = Vec::with_capacity(plan.output_shape().iter().product());
    for out_channel in 0..channels.groups * channels.outs {
        let first = out_channel / channels.outs * channels.ins;
        for d in 0..depth {
            for h in 0..height {
                for w in 0..width {
                    let start = plan.window_start([d, h, w]);
                    let inside = inside(plan, start);
                    let mut total = 0.0;
                    for channel in first..first + channels.ins {
                        let kernel = plan.weight(channel, out_channel, [0; 3]);
                        let cells = &input[channel * plane..(channel + 1) * plane];
                        let kernel = &weight[kernel..kernel + plan.volumes.kernel];
                        total += match inside {
                            Some(first) => within(plan, &cells[first..], kernel),
                            None => across(plan, start, cells, kernel),
                        };
                    }
                    output.push(bias.map_or(total, |bias| total + bias[out_channel]));
                }
            }
        }
    }
    output
}

/// What one axis brings to a place: nothing at all, a 0, or a step into the tensor.
#[inline(always)]
fn step(axis: &Axis, at: i64) -> Option<Option<usize>> {
    match axis.place(at) {
        Place::Input(cell) | Place::Copy(cell) => Some(Some(cell)),
        Place::Zero => Some(None),
        Place::Hole => None,
    }
}

/// The first cell of a convolution's window that lies wholly in the input.
#[inline(always)]
fn inside(plan: &Plan, start: [i64; 3]) -> Option<usize> {
    let mut first = 0;
    for (axis, start) in plan.axes.iter().zip(start) {
        let last = start + (axis.kernel as i64 - 1) * axis.dilation;
        if axis.op == Op::ConvTranspose || start < 0 || last >= axis.input as i64 {
            return None;
        }
        first = first * axis.input + start as usize;
    }
    Some(first)
}

/// The sum of one channel under a window that lies wholly in the input.
#[inline(always)]
fn within(plan: &Plan, cells: &[f32], kernel: &[f32]) -> f32 {
    let [axis_d, axis_h, axis_w] = &plan.axes;
    let (mut next, step) = if plan.flip() { (kernel.len() - 1, -1) } else { (0, 1) };
    let mut sum = 0.0;
    for i in 0..axis_d.kernel {
        for j in 0..axis_h.kernel {
            let row = i * axis_d.dilation as usize * axis_h.input + j * axis_h.dilation as usize;
            let mut at = row * axis_w.input;
            for _ in 0..axis_w.kernel {
                sum += cells[at] * kernel[next];
                at += axis_w.dilation as usize;
                next = next.wrapping_add_signed(step);
            }
        }
    }
    sum
}

/// The sum of one channel under any window.
fn across(plan: &Plan, start: [i64; 3], cells: &[f32], kernel: &[f32]) -> f32 {
    let [axis_d, axis_h, axis_w] = &plan.axes;
    let flip = plan.flip();
    let mut sum = 0.0;
    for i in 0..axis_d.kernel {
        let Some(d) = step(axis_d, start[0] + i as i64 * axis_d.dilation) else {
            continue;
        };
        let kernel_d = axis_d.kernel_at(i, flip) * axis_h.kernel;
        for j in 0..axis_h.kernel {
            let Some(h) = step(axis_h, start[1] + j as i64 * axis_h.dilation) else {
                continue;
            };
            let kernel_h = (kernel_d + axis_h.kernel_at(j, flip)) * axis_w.kernel;
            let row = d.zip(h).map(|(d, h)| (d * axis_h.input + h) * axis_w.input);
            for k in 0..axis_w.kernel {
                let Some(w) = step(axis_w, start[2] + k as i64 * axis_w.dilation) else {
                    continue;
                };
                let x = row.zip(w).map_or(0.0, |(row, w)| cells[row + w]);
                sum += x * kernel[kernel_h + axis_w.kernel_at(k, flip)];
            }
        }
    }
    sum
}
