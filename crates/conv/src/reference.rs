//! The definition of what a layer computes, as plain loops. Every other path must give these bits.
//!
//! The order of summation: the products of one channel are added up from zero, through the window row by row; the
//! channels' sums are added up from zero, in order; the bias comes last. Padding cells are cells like any other. Holes,
//! which only a transposed layer has, are skipped, so that its sums go through the input in ascending order.
//!
//! What layers without weights compute, [`Finish`] defines.
use crate::{Finish, Plan, Source, pool};

/// The output, flat, row-major.
///
/// # Panics
/// If a tensor has fewer numbers than the plan's shapes ask for; [`Plan::run`] checks that beforehand.
pub fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    if plan.finish() != Finish::Sum {
        return pool::run(plan, input);
    }
    sums(plan, input, weight, bias)
}

/// The same for a layer that has weights, and without the code for those that have none.
///
/// # Panics
/// As [`run`]; also if the layer has no weights.
pub fn sums(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    let [depth, height, width] = plan.output_size();
    let [kernel_d, kernel_h, kernel_w] = plan.kernel_size();
    let [axis_d, axis_h, axis_w] = &plan.axes;
    let channels = plan.channels;
    let plane: usize = plan.input_size().iter().product();
    let mut output = Vec::new();
    for out_channel in 0..channels.groups * channels.outs {
        for d in 0..depth {
            for h in 0..height {
                for w in 0..width {
                    let start = plan.window_start([d, h, w]);
                    let mut total = 0.0;
                    for local in 0..channels.ins {
                        let channel = out_channel / channels.outs * channels.ins + local;
                        let mut sum = 0.0;
                        for i in 0..kernel_d {
                            for j in 0..kernel_h {
                                for k in 0..kernel_w {
                                    let cell = plan.source([
                                        start[0] + i as i64 * axis_d.dilation,
                                        start[1] + j as i64 * axis_h.dilation,
                                        start[2] + k as i64 * axis_w.dilation,
                                    ]);
                                    let x = match cell {
                                        Source::Input(place) | Source::Copy(place) => input[channel * plane + place],
                                        Source::Zero => 0.0,
                                        Source::Hole => continue,
                                    };
                                    let kernel_at = [
                                        axis_d.kernel_at(i, plan.flip()),
                                        axis_h.kernel_at(j, plan.flip()),
                                        axis_w.kernel_at(k, plan.flip()),
                                    ];
                                    sum += x * weight[plan.weight(channel, out_channel, kernel_at)];
                                }
                            }
                        }
                        total += sum;
                    }
                    output.push(bias.map_or(total, |bias| total + bias[out_channel]));
                }
            }
        }
    }
    output
}
