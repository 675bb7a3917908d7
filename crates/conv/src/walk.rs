//! The shape walk: what comes out after every layer of a row, without computing a number.
use crate::bounds::cells;
use crate::{LayerSpec, Op, Plan, Refusal, UNKNOWN};

/// One layer of a walk.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The layer on what comes before it, with all that it left open filled in; or why it cannot be there.
    pub plan: Result<Plan, Refusal>,
    /// What comes in, `[N, C, spatial...]`.
    pub input_shape: Vec<usize>,
    /// What comes out, `[N, C, spatial...]` or `[N, features]`; empty where the layer is refused.
    pub output_shape: Vec<usize>,
    /// The numbers that the layer learns. Saturating.
    pub params: u64,
    /// Multiply-adds for the whole batch. Saturating.
    pub macs: u64,
    /// For a linear layer: the `in_features` that fit what comes in, once that is flat.
    pub in_features: Option<u64>,
}

/// Walks through the layers with an input of shape `[C, spatial...]`, `batch` of them at once. The first layer that is
/// refused is the last step: what would come after it nobody knows.
///
/// Nothing is allocated but shapes, and all sizes are checked, so that tensors beyond any memory are answered too.
pub fn walk(layers: &[LayerSpec], input_shape: &[usize], batch: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut shape = input_shape.to_vec();
    for spec in layers {
        let step = step(spec, &shape, batch);
        let is_last = step.plan.is_err();
        shape = step.output_shape.get(1..).unwrap_or_default().to_vec();
        steps.push(step);
        if is_last {
            break;
        }
    }
    steps
}

fn step(spec: &LayerSpec, shape: &[usize], batch: usize) -> Step {
    let with_batch = |shape: &[usize]| [&[batch], shape].concat();
    let plan = spec.layer().and_then(|layer| layer.plan(shape, false));
    let mut step = Step {
        input_shape: with_batch(shape),
        output_shape: Vec::new(),
        params: 0,
        macs: 0,
        in_features: (spec.op == Op::Linear).then(|| cells(shape)),
        plan,
    };
    if let Ok(plan) = &step.plan {
        step.output_shape = with_batch(plan.output_shape());
        step.params = plan.layer().params();
        step.macs = plan.macs().saturating_mul(batch as u64);
    } else if let Ok(layer) = spec.layer()
        && spec.in_channels != UNKNOWN
    {
        // What it learns does not depend on what comes.
        step.params = layer.params();
    }
    step
}
