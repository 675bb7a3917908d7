//! How many cells of the first input an output of the last layer depends on.
use super::{Answer, Asked, Form, Misconception, Question, count};
use crate::{Cone, Scene};
use conv::Plan;
use conv::receptive::ReceptiveField;

/// The last axis: in words its width or length.
pub const AXIS: usize = 2;

pub fn ask(scene: &Scene) -> Option<Asked> {
    Some(Asked {
        form: Form::Number,
        right: count(size(scene)?),
        cell: None,
    })
}

/// The size of the receptive field of the last layer, along the last axis. Behind a layer that sees everything it is the
/// whole input.
pub fn size(scene: &Scene) -> Option<u64> {
    let cone = Cone::of(scene);
    if cone.is_cut {
        return Some(cone.size(0)[AXIS] as u64).filter(|&size| size > 0);
    }
    Some((*cone.fields.last()?)?[AXIS].size)
}

/// What each layer is on the axis.
pub struct Along {
    pub kernel: u64,
    pub stride: u64,
    pub dilation: u64,
}

pub fn along(scene: &Scene) -> Vec<Along> {
    let along = |plan: &Plan| Along {
        kernel: plan.kernel_size()[AXIS] as u64,
        stride: plan.stride()[AXIS] as u64,
        dilation: plan.dilation()[AXIS] as u64,
    };
    Cone::of(scene).plans.iter().map(along).collect()
}

pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let layers = along(&question.shot.scene);
    let through = |with: fn(&Along) -> [u64; 3]| {
        let start = ReceptiveField::INPUT;
        let field = layers
            .iter()
            .map(with)
            .fold(start, |field, [kernel, stride, dilation]| {
                field.through(kernel, stride, dilation, 0)
            });
        field.size
    };
    let right = through(|layer| [layer.kernel, layer.stride, layer.dilation]);
    let kernels = layers.iter().map(|layer| layer.kernel);
    let windowed = layers.iter().rev().find(|layer| layer.kernel > 1);
    let last = windowed.map_or(1, |layer| (layer.kernel - 1) * layer.dilation + 1);
    let mistakes = [
        (
            Misconception::FieldWithoutStride,
            through(|layer| [layer.kernel, 1, layer.dilation]),
        ),
        (
            Misconception::ForgotDilation,
            through(|layer| [layer.kernel, layer.stride, 1]),
        ),
        (Misconception::SumOfKernels, kernels.clone().sum()),
        (
            Misconception::SumOfKernels,
            kernels.clone().filter(|&kernel| kernel > 1).sum(),
        ),
        (
            Misconception::SumOfKernels,
            layers.iter().map(|layer| (layer.kernel - 1) * layer.dilation + 1).sum(),
        ),
        (Misconception::FieldWithoutOne, right.saturating_sub(1)),
        (Misconception::LastLayerOnly, last),
        (Misconception::ProductOfKernels, kernels.fold(1, u64::saturating_mul)),
        (Misconception::OwnStride, own_stride(&layers)),
        (
            Misconception::DilationTimesKernel,
            through(|layer| [layer.kernel * layer.dilation, layer.stride, 1]),
        ),
    ];
    let answers = mistakes
        .into_iter()
        .map(|(misconception, number)| (misconception, count(number)));
    answers.collect()
}

/// If a layer's own stride spread its own window already.
fn own_stride(layers: &[Along]) -> u64 {
    let mut field = ReceptiveField::INPUT;
    for layer in layers {
        field.jump = field.jump.saturating_mul(layer.stride);
        field = field.through(layer.kernel, 1, layer.dilation, 0);
    }
    field.size
}
