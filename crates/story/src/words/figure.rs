//! What is said of a picture where it stands alone: beneath it, and in its place.
use super::{cell_name, narrate, narrate_pool, sizes};
use crate::text::{ExportKey, Key, LaterKey, fill, say};
use crate::{Film, Frame, Order, Tensor, number, signed};
use conv::Finish;

/// More products than this are counted.
const MOST_TERMS: usize = 9;

/// One or two sentences for those who do not see the picture: the layer, its shapes, the step and what it computes.
pub fn alt(frame: &Frame) -> String {
    [shapes(&frame.film), step(frame)].join(" ")
}

/// Which step it is, and what it computes.
pub fn step(frame: &Frame) -> String {
    told(frame, &summed(frame))
}

/// Which step it is, and what it makes.
pub fn step_result(frame: &Frame) -> String {
    told(frame, &result(frame))
}

fn told(frame: &Frame, what: &str) -> String {
    fill(
        ExportKey::AltStep,
        &[
            ("step", &(frame.cursor.step + 1).to_string()),
            ("steps", &frame.steps.to_string()),
            ("what", what),
        ],
    )
}

/// What the step makes, in short: `output[1, 1] = 3`.
pub fn result(frame: &Frame) -> String {
    let Some(cell) = frame.output_cell() else {
        return narrate(frame);
    };
    let cell = cell_name(&frame.film, Tensor::Output, cell);
    fill(LaterKey::Readout, &[("cell", &cell), ("value", &number(frame.total))])
}

/// The layer as PyTorch writes it, and the sizes of what it reads and makes.
pub fn shapes(film: &Film) -> String {
    let plan = &film.plan;
    let op = plan.spec().op;
    let rank = plan.rank();
    let has_window = rank > 0 && (op.has_weight() || op.is_pool());
    let kernel = if has_window {
        fill(
            ExportKey::AltKernel,
            &[("sizes", &sizes(&plan.kernel_size()[3 - rank..]))],
        )
    } else {
        String::new()
    };
    fill(
        ExportKey::AltLayer,
        &[
            ("layer", &plan.spec().to_string()),
            ("input", &shape(plan.input_shape())),
            ("kernel", &kernel),
            ("output", &shape(plan.output_shape())),
        ],
    )
}

/// A shape, leaving out a single channel.
fn shape(shape: &[usize]) -> String {
    match shape {
        [1, spatial @ ..] if !spatial.is_empty() => sizes(spatial),
        _ => sizes(shape),
    }
}

/// The step as a sentence with its arithmetic in short: `output[1, 1] = 2×1 + 1×(−2) = 0; the other 7 products are 0.`
pub fn summed(frame: &Frame) -> String {
    let finish = frame.film.plan.finish();
    if finish != Finish::Sum {
        return narrate_pool(frame);
    }
    let Some(cell) = frame.output_cell().filter(|_| frame.cursor.tap.is_none()) else {
        return narrate(frame);
    };
    debug_assert!(frame.order != Order::Scatter);
    let cell = cell_name(&frame.film, Tensor::Output, cell);
    let value = number(frame.total);
    let counted = frame.products.iter().filter(|product| product.counts());
    let all = counted.clone().count();
    let told: Vec<_> = counted.filter(|product| product.x * product.w != 0.0).collect();
    if told.is_empty() && frame.bias.is_none() {
        let count = all.to_string();
        return fill(
            ExportKey::AltNone,
            &[("cell", &cell), ("value", &value), ("count", &count)],
        );
    }
    let shown = if told.len() > MOST_TERMS {
        MOST_TERMS - 1
    } else {
        told.len()
    };
    let mut terms: Vec<String> = Vec::new();
    for product in &told[..shown] {
        terms.push([&signed(product.x), "×", &signed(product.w)].concat());
    }
    if shown < told.len() {
        terms.push(fill(Key::MoreTerms, &[("count", &(told.len() - shown).to_string())]));
    }
    if let Some(bias) = frame.bias {
        terms.push([say(Key::Bias), " ", &signed(bias)].concat());
    }
    let rest = match all - told.len() {
        0 => String::new(),
        1 => say(ExportKey::AltZero).to_owned(),
        zeros => fill(ExportKey::AltZeros, &[("count", &zeros.to_string())]),
    };
    fill(
        ExportKey::AltSum,
        &[
            ("cell", &cell),
            ("sum", &terms.join(" + ")),
            ("value", &value),
            ("rest", &rest),
        ],
    )
}
