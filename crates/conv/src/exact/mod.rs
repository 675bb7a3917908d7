//! The fast path with the reference's bits.
use crate::{Plan, reference};

/// As [`reference::run`].
///
/// # Panics
/// As [`reference::run`].
pub fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    reference::run(plan, input, weight, bias)
}
