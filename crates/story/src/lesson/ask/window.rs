//! Which cells of the input a window reads.
use super::other::{self, window};
use super::{Answer, Asked, Form, Known, Misconception, Question, sorted};
use crate::{Cell, Cursor, Frame, Tensor};
use conv::{Plan, Source};

pub fn ask(known: &Known, next: Cursor) -> Option<Asked> {
    let frame = known.timeline.as_ref()?.at(next);
    let output = frame.output_cell()?;
    Some(Asked {
        form: Form::Cells(known.plan.input_shape().to_vec()),
        right: Answer::Cells(read(&frame, false)),
        cell: Some(Cell::Of(Tensor::Output, output)),
    })
}

/// The cells of the input that a step's window reads, with those that it reads as copies in the padding, or without.
fn read(frame: &Frame, copies: bool) -> Vec<usize> {
    let cells = frame.products.iter().filter_map(|product| match product.source {
        Source::Input(cell) => Some(cell),
        Source::Copy(cell) if copies => Some(cell),
        _ => None,
    });
    sorted(&cells.collect::<Vec<_>>())
}

/// The right cells with those that stand in the padding as copies: whoever marks them is right too.
pub fn with_copies(question: &Question) -> Option<Answer> {
    let [_, told] = question.frames()?;
    Some(Answer::Cells(read(&told, true)))
}

pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let (Some([before, told]), Some(Cell::Of(_, output))) = (question.frames(), question.cell) else {
        return Vec::new();
    };
    let plan = &question.known.plan;
    let at = other::unflat(
        output % plan.output_size().iter().product::<usize>().max(1),
        plan.output_size(),
    );
    let own: Vec<usize> = sorted(&told.products.iter().map(|product| product.channel).collect::<Vec<_>>());
    let all: Vec<usize> = (0..plan.channels()).collect();
    let mut mistakes = vec![(Misconception::StepBehind, read(&before, false))];
    for (misconception, change) in [
        (Misconception::ForgotDilation, other::without_dilation as fn(&mut _)),
        (Misconception::FilledHoles, fill_holes),
        (Misconception::ForgotStride, other::without_stride),
        (Misconception::ForgotPadding, other::without_padding),
    ] {
        let plan = other::plan(plan, change);
        mistakes.extend(plan.map(|plan| (misconception, cells(&plan, &own, at))));
    }
    mistakes.push((
        Misconception::FirstChannelOnly,
        cells(plan, &own[..own.len().min(1)], at),
    ));
    mistakes.push((Misconception::OtherGroups, cells(plan, &all, at)));
    let answers = mistakes
        .into_iter()
        .map(|(misconception, cells)| (misconception, Answer::Cells(cells)));
    answers.collect()
}

fn fill_holes(spec: &mut conv::LayerSpec) {
    for (kernel, dilation) in spec.kernel_size.iter_mut().zip(&mut spec.dilation) {
        *kernel = (*kernel - 1) * *dilation + 1;
        *dilation = 1;
    }
}

/// The cells that a window of a place reads in these channels.
fn cells(plan: &Plan, channels: &[usize], at: [usize; 3]) -> Vec<usize> {
    let size: usize = plan.input_size().iter().product();
    let mut cells = Vec::new();
    for channel in channels {
        cells.extend(window(plan, at).into_iter().filter_map(|source| match source {
            Source::Input(cell) => Some(channel * size + cell),
            _ => None,
        }));
    }
    sorted(&cells)
}
