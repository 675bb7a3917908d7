//! How many outputs an input cell feeds.
use super::{Answer, Asked, Form, Known, Misconception, Question, count, other};
use crate::{Cell, Tensor};
use conv::{Op, Plan};

/// The cell's place is its channel, then an index for each axis.
pub fn ask(known: &Known, place: &[usize]) -> Option<Asked> {
    known.timeline.as_ref()?;
    let plan = &known.plan;
    let input = flat(plan.input_shape(), place)?;
    Some(Asked {
        form: Form::Number,
        right: count(readers(plan, input)),
        cell: Some(Cell::Of(Tensor::Input, input)),
    })
}

/// The outputs of one channel that read a cell.
fn readers(plan: &Plan, input: usize) -> u64 {
    (plan.readers(input).len() / (plan.out_channels() / plan.groups()).max(1)) as u64
}

fn flat(shape: &[usize], place: &[usize]) -> Option<usize> {
    let is_there = shape.len() == place.len() && shape.iter().zip(place).all(|(size, at)| at < size);
    is_there.then(|| shape.iter().zip(place).fold(0, |flat, (size, at)| flat * size + at))
}

pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let plan = &question.known.plan;
    let Some(Cell::Of(_, input)) = question.cell else {
        return Vec::new();
    };
    let right = readers(plan, input);
    let kernel: usize = plan.kernel_size().iter().product();
    let mut mistakes = vec![
        (Misconception::ForgotEdge, inside(plan, input)),
        (Misconception::OneReader, 1),
        (Misconception::AllChannels, right * plan.out_channels() as u64),
        (
            Misconception::AllChannels,
            right * (plan.out_channels() / plan.groups()) as u64,
        ),
    ];
    for (misconception, change) in [
        (Misconception::ForgotStride, other::without_stride as fn(&mut _)),
        (Misconception::ForgotPadding, other::without_padding),
        (Misconception::ForgotDilation, other::without_dilation),
    ] {
        let plan = other::plan(plan, change);
        mistakes.extend(plan.map(|plan| (misconception, readers(&plan, input))));
    }
    mistakes.push((Misconception::CountedKernel, kernel as u64));
    let answers = mistakes
        .into_iter()
        .map(|(misconception, number)| (misconception, count(number)));
    answers.collect()
}

/// The outputs that would read the cell if there were windows without end on all sides.
fn inside(plan: &Plan, input: usize) -> u64 {
    let at = other::unflat(
        input % plan.input_size().iter().product::<usize>().max(1),
        plan.input_size(),
    );
    let (kernel, stride, dilation) = (plan.kernel_size(), plan.stride(), plan.dilation());
    let along = |axis: usize| {
        if plan.spec().op == Op::ConvTranspose {
            return kernel[axis] as u64;
        }
        let from_start = at[axis] as i64 + plan.pads()[axis].0;
        let meets = |cell: &usize| (from_start - (cell * dilation[axis]) as i64) % stride[axis] as i64 == 0;
        (0..kernel[axis]).filter(meets).count() as u64
    };
    (0..3).map(along).product()
}
