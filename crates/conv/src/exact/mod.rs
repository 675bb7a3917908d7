//! The fast path with the reference's bits.
//!
//! Neighbouring outputs lie in the lanes of a vector, never the taps of one output: so each lane adds up in the
//! reference's order. Weights of several output channels share what is loaded.
mod job;
mod lanes;
mod padded;
mod phase;
mod tile;

use crate::bounds::product;
use crate::{Op, Plan, reference};

/// As [`reference::run`], to the bit (any NaN being as good as any other).
///
/// # Panics
/// As [`reference::run`].
pub fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    if suits(plan, weight) {
        job::run(plan, input, weight, bias)
    } else {
        reference::run(plan, input, weight, bias)
    }
}

/// Whether the padded copy is worth its memory, and gives the same sums.
fn suits(plan: &Plan, weight: &[f32]) -> bool {
    // A hole is skipped; in the copy it is a 0, whose product is no 0 if the weight is not finite.
    if plan.spec().op == Op::ConvTranspose && !weight.iter().all(|weight| weight.is_finite()) {
        return false;
    }
    let of = |channels: usize, sizes: [usize; 3]| product(sizes.into_iter().chain([channels]).map(|size| size as u64));
    let copy = of(plan.channels.ins, plan.axes.map(|axis| phase::length(&axis)));
    let tensors = of(plan.channels.ins, plan.input_size()).saturating_add(of(plan.channels.outs, plan.output_size()));
    copy <= tensors.saturating_mul(4).saturating_add(1 << 16)
}
