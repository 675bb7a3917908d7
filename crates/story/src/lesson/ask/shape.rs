//! The shape of the layer's output.
use super::{Answer, Asked, Form, Misconception, Question, product, size};
use conv::{Op, Plan};

pub fn ask(plan: &Plan) -> Asked {
    let shape = plan.output_shape();
    Asked {
        form: Form::Shape(shape.len()),
        right: Answer::Shape(shape.to_vec()),
        cell: None,
    }
}

pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let plan = &question.known.plan;
    let (input, output) = (plan.input_shape(), plan.output_shape());
    let mut mistakes = Vec::new();
    if plan.rank() > 0 && plan.spec().op != Op::Flatten {
        for (misconception, sizes) in size::mistaken(plan) {
            mistakes.push((misconception, [&output[..1], &sizes].concat()));
        }
        mistakes.push((Misconception::InChannelsOut, [&input[..1], &output[1..]].concat()));
        let channels = [input[0].saturating_mul(output[0]), input[0].saturating_add(output[0])];
        mistakes.extend(channels.map(|channels| (Misconception::ChannelsMixed, [&[channels], &output[1..]].concat())));
    }
    let mut swapped = output[1..].to_vec();
    swapped.reverse();
    mistakes.push((Misconception::SwappedAxes, [&output[..1], &swapped].concat()));
    if plan.spec().op == Op::Flatten {
        mistakes.push((Misconception::ForgotChannels, flat(&input[1..])));
        mistakes.push((
            Misconception::Added,
            vec![input.iter().fold(0, |sum, &size| size.saturating_add(sum))],
        ));
    }
    mistakes.push((Misconception::KeptSize, input.to_vec()));
    let answers = mistakes
        .into_iter()
        .map(|(misconception, shape)| (misconception, Answer::Shape(shape)));
    answers.collect()
}

fn flat(sizes: &[usize]) -> Vec<usize> {
    vec![usize::try_from(product(sizes)).unwrap_or(usize::MAX)]
}
