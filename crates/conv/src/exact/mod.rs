//! The fast path with the reference's bits.
//!
//! Neighbouring outputs lie in the lanes of a vector, never the taps of one output: so each lane adds up in the
//! reference's order. Weights of several output channels share what is loaded.
mod job;
mod lanes;
mod padded;
mod phase;
mod single;
mod tile;

pub use padded::{Run, runs};
pub use phase::{Line, NOTHING, Phase};

use crate::bounds::{cells, product};
use crate::{Bounds, Finish, Op, Plan, Refusal, pool};

impl Plan {
    /// The output, flat, row-major, of [`output_shape`](Self::output_shape), by the exact path. A layer without weights is
    /// given none.
    ///
    /// # Errors
    /// Where a tensor has another number of numbers than its shape, a bias is missing or too much, or the output is
    /// larger than 2 GB. [`check`](Self::check) is the caller's: it depends on where this runs.
    pub fn run(&self, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Result<Vec<f32>, Refusal> {
        self.check(Bounds::ADDRESSABLE)?;
        self.check_input(input)?;
        self.check_weights(weight, bias)?;
        Ok(run(self, input, weight, bias))
    }
}

/// As [`reference::run`](crate::reference::run), to the bit (any NaN being as good as any other).
///
/// # Panics
/// As [`reference::run`](crate::reference::run).
pub fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    if plan.finish() != Finish::Sum {
        return pool::run(plan, input);
    }
    if pays(plan, weight) {
        job::run(plan, input, weight, bias)
    } else {
        single::run(plan, input, weight, bias)
    }
}

/// The spatial axes as the fast paths go through them; the plan's layer has weights.
pub fn lines(plan: &Plan) -> [Line; 3] {
    [0, 1, 2].map(|i| Line::new(&plan.axes[i], plan.flip()))
}

/// Products below which the preparations of the fast path cost more than they save.
const FEW: u64 = 200;

/// Whether a padded copy is worth its time and memory, and gives the same sums.
fn pays(plan: &Plan, weight: &[f32]) -> bool {
    if plan.macs() < FEW {
        return false;
    }
    // A hole is skipped; in the copy it is a 0, whose product is no 0 if the weight is not finite.
    if plan.spec().op == Op::ConvTranspose && !weight.iter().all(|weight| weight.is_finite()) {
        return false;
    }
    is_copied(plan)
}

/// Whether a copy of a group's input with its padding in place stays within a few times what the plan holds anyway: a
/// vast padding does not.
pub fn is_copied(plan: &Plan) -> bool {
    let of = |channels: usize, cells: u64| product(&[channels as u64, cells]);
    let copy = of(
        plan.channels.ins,
        cells(&[0, 1, 2].map(|i| phase::length(&plan.axes[i]))),
    );
    let input = of(plan.channels.ins, plan.volumes.input as u64);
    let output = of(plan.channels.outs, plan.volumes.output as u64);
    copy / 4 <= input.saturating_add(output).saturating_add(16384)
}
