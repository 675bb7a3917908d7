//! The number that the next step gives.
use super::other::{self, window};
use super::{Answer, Asked, Form, Known, Misconception, Question};
use crate::{Cell, Cursor, Frame, Order, Shown, Tensor, Timeline};
use conv::{Finish, Op, Plan, Source};

pub fn ask(known: &Known, next: Cursor) -> Option<Asked> {
    let (cell, value) = stands(known.timeline.as_ref()?, next)?;
    Some(Asked {
        form: Form::Number,
        right: Answer::Number(value),
        cell: Some(Cell::Of(Tensor::Output, cell)),
    })
}

/// The output cell that a step is about and what stands in it then. A stamp falls on many: it is the first that held
/// something before, where stamps overlap, else the first.
pub fn stands(timeline: &Timeline, cursor: Cursor) -> Option<(usize, f32)> {
    let frame = timeline.at(cursor);
    if let Some(cell) = frame.output_cell() {
        return Some((cell, frame.total));
    }
    let reached = || {
        frame
            .products
            .iter()
            .filter(|product| product.done)
            .filter_map(|product| product.output)
    };
    let held = |&cell: &usize| before(timeline, cursor).is_some_and(|before| before.output(cell) != Shown::Empty);
    let cell = reached().find(held).or_else(|| reached().next())?;
    Some((cell, frame.output(cell).value()?))
}

fn before(timeline: &Timeline, cursor: Cursor) -> Option<Frame> {
    Some(timeline.at(Cursor::whole(cursor.step.checked_sub(1)?)))
}

pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let (Some([before, told]), Some(Cell::Of(_, output))) = (question.frames(), question.cell) else {
        return Vec::new();
    };
    let plan = &question.known.plan;
    let mistakes = if told.order == Order::Scatter {
        stamped(&before, &told, output)
    } else {
        let mut mistakes = match plan.finish() {
            Finish::Sum => summed(&told, plan, output),
            _ => pooled(&told),
        };
        mistakes.insert(0, (Misconception::StepBehind, before.total));
        mistakes
    };
    let answers = mistakes
        .into_iter()
        .map(|(misconception, value)| (misconception, Answer::Number(value)));
    answers.collect()
}

type Mistakes = Vec<(Misconception, f32)>;

fn stamped(before: &Frame, told: &Frame, output: usize) -> Mistakes {
    let mut stamp = told.products.iter().filter(|product| product.output == Some(output));
    let Some(product) = stamp.next() else {
        return Vec::new();
    };
    let held = before.output(output).value().unwrap_or(0.0);
    vec![
        (Misconception::IgnoredOverlap, product.x * product.w),
        (Misconception::StepBehind, held),
        (Misconception::StampMultiplied, held * product.x * product.w),
        (Misconception::Added, held + product.x + product.w),
    ]
}

fn pooled(told: &Frame) -> Mistakes {
    let cells: Vec<f32> = told.products.iter().map(|product| product.x).collect();
    let finite = cells.iter().filter(|cell| cell.is_finite());
    let sum: f32 = finite.clone().sum();
    let largest = cells.iter().fold(f32::NEG_INFINITY, |largest, &cell| largest.max(cell));
    let inside = told
        .products
        .iter()
        .filter(|product| product.source != Source::Zero)
        .count();
    match told.film.plan.finish() {
        Finish::Max => vec![
            (Misconception::MeanForMax, sum / finite.count().max(1) as f32),
            (Misconception::SumForMax, sum),
        ],
        Finish::Mean => vec![
            (Misconception::SumForMean, sum),
            (Misconception::MaxForMean, largest),
            (Misconception::PaddingNotCounted, sum / inside.max(1) as f32),
        ],
        Finish::Relu => cells.first().map_or(Vec::new(), |&cell| {
            vec![
                (Misconception::NegativeStays, cell),
                (Misconception::SignDropped, -cell),
            ]
        }),
        Finish::Sum | Finish::Copy => Vec::new(),
    }
}

fn summed(told: &Frame, plan: &Plan, output: usize) -> Mistakes {
    let film = &told.film;
    let cells: usize = plan.output_size().iter().product();
    let kernel: usize = plan.kernel_size().iter().product();
    let at = other::unflat(output % cells.max(1), plan.output_size());
    let bias = told.bias.unwrap_or(0.0);
    let ws: Vec<f32> = told.products.iter().map(|product| product.w).collect();
    let xs: Vec<f32> = told.products.iter().map(|product| product.x).collect();
    let turned: Vec<f32> = ws
        .chunks(kernel.max(1))
        .flat_map(|kernel| kernel.iter().rev().copied())
        .collect();
    let shared: Vec<f32> = (0..ws.len()).map(|slot| ws[slot % kernel.max(1)]).collect();
    let sum = |xs: &[f32], ws: &[f32]| xs.iter().zip(ws).map(|(x, w)| x * w).sum::<f32>() + bias;
    // What the same place reads if something of the layer is left out.
    let read = |plan: &Plan| -> Vec<f32> {
        let size: usize = plan.input_size().iter().product();
        let cells = window(plan, at);
        let channels = told
            .products
            .iter()
            .step_by(kernel.max(1))
            .map(|product| product.channel);
        let values = channels.flat_map(|channel| {
            cells.iter().map(move |source| match *source {
                Source::Input(cell) | Source::Copy(cell) => film.input[channel * size + cell],
                Source::Zero | Source::Hole => 0.0,
            })
        });
        values.collect()
    };
    let mirrors = (plan.spec().op == Op::ConvTranspose) != plan.flip();
    let mut mistakes = vec![
        (Misconception::ForgotBias, told.total - bias),
        (
            if mirrors {
                Misconception::NotFlipped
            } else {
                Misconception::Flipped
            },
            sum(&xs, &turned),
        ),
        (Misconception::FirstChannelOnly, sum(&xs[..kernel.min(xs.len())], &ws)),
        (Misconception::OneKernelForAllChannels, sum(&xs, &shared)),
    ];
    if plan.spec().op == Op::ConvTranspose {
        let conv = other::plan(plan, other::as_conv);
        mistakes.extend(conv.map(|plan| (Misconception::AsConv, sum(&read(&plan), &turned))));
    } else {
        for (misconception, change) in [
            (Misconception::ForgotDilation, other::without_dilation as fn(&mut _)),
            (Misconception::ForgotStride, other::without_stride),
            (Misconception::ForgotPadding, other::without_padding),
        ] {
            let plan = other::plan(plan, change);
            mistakes.extend(plan.map(|plan| (misconception, sum(&read(&plan), &ws))));
        }
    }
    for channel in 0..plan.out_channels() {
        let same_place = channel * cells + output % cells.max(1);
        mistakes.extend(
            film.output
                .get(same_place)
                .map(|&value| (Misconception::OtherFilter, value)),
        );
    }
    let counted = || told.products.iter().filter(|product| product.counts());
    mistakes.push((
        Misconception::Added,
        counted().map(|product| product.x + product.w).sum::<f32>() + bias,
    ));
    mistakes.push((Misconception::ForgotWeights, counted().map(|product| product.x).sum()));
    mistakes
}
