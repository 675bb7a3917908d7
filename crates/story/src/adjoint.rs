//! The layer that goes the other way: its matrix is this one's, transposed.
use conv::{Op, Padding, PaddingMode, Plan};

/// The transposed layer of an ordinary one, and the other way round, on the output's shape: with the same weights in the
/// same places, without bias. `None` where PyTorch has no such layer that gives the input's shape: where padding copies,
/// or has uneven ends.
pub fn adjoint(plan: &Plan) -> Option<Plan> {
    let mut spec = plan.spec().clone();
    let from = 3 - spec.rank();
    (spec.in_channels, spec.out_channels) = (spec.out_channels, spec.in_channels);
    spec.bias = false;
    if spec.op == Op::ConvTranspose {
        spec.op = Op::Conv;
        spec.output_padding = vec![0; spec.rank()];
    } else {
        if spec.padding_mode != PaddingMode::Zeros {
            return None;
        }
        spec.op = Op::ConvTranspose;
        let mut padding = Vec::new();
        for axis in from..3 {
            let (before, after) = plan.pads()[axis];
            if before != after {
                return None;
            }
            padding.push(before);
            // What the floor drops of the input.
            spec.output_padding[axis - from] = crate::Formula::of(plan, axis).left_over();
        }
        spec.padding = Padding::Cells(padding);
    }
    let other = spec.layer().ok()?.plan(plan.output_shape(), plan.flip()).ok()?;
    (other.output_shape() == plan.input_shape()).then_some(other)
}
