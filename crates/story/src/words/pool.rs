//! What a step of a layer without weights does.
use super::cell_name;
use crate::text::{Key, LaterKey, fill};
use crate::{Frame, Tensor, number, signed};
use conv::Finish;

/// More cells than this are counted.
const MOST_TERMS: usize = 32;

/// The step as arithmetic: `max(1, 3, 2, 0) = 3`, `(1 + 3 + 2 + 0) ÷ 4 = 1.5`, `max(0, −2) = 0`. Before the step is whole,
/// what of it is done: `1 + 3 = 4`.
pub fn pooled(frame: &Frame) -> String {
    let finish = frame.film.plan.finish();
    let whole = frame.is_whole();
    let [open, between, close] = match finish {
        Finish::Mean if whole => ["(", " + ", ") ÷ "],
        Finish::Mean => ["", " + ", ""],
        Finish::Max => ["max(", ", ", ")"],
        Finish::Relu => ["max(0, ", "", ")"],
        Finish::Sum | Finish::Copy => ["", "", ""],
    };
    let mut text = open.to_owned();
    let mut count = 0;
    for product in frame.products.iter().filter(|product| product.done) {
        count += 1;
        if count > MOST_TERMS {
            continue;
        }
        if count > 1 {
            text += between;
        }
        let is_addend = count > 1 && finish == Finish::Mean;
        text += &if is_addend {
            signed(product.x)
        } else {
            number(product.x)
        };
    }
    if count > MOST_TERMS {
        let more = (count - MOST_TERMS).to_string();
        text += between;
        text += &fill(Key::MoreTerms, &[("count", &more)]);
    }
    text += close;
    if finish == Finish::Mean && whole {
        text += &count.to_string();
    }
    if finish != Finish::Copy {
        text += " = ";
        text += &number(frame.total);
    }
    text
}

/// One sentence about a step.
pub fn narrate_pool(frame: &Frame) -> String {
    let film = &frame.film;
    let Some(cell) = frame.output_cell() else {
        return super::narrate(frame);
    };
    let key = match film.plan.finish() {
        _ if !frame.is_whole() => LaterKey::NarrateSoFar,
        Finish::Mean => LaterKey::NarrateMean,
        Finish::Max => LaterKey::NarrateMax,
        Finish::Relu if frame.products.first().is_some_and(|product| product.x < 0.0) => LaterKey::NarrateCut,
        Finish::Relu => LaterKey::NarrateKept,
        Finish::Sum | Finish::Copy => LaterKey::NarrateCopied,
    };
    let x = frame
        .product()
        .or(frame.products.first())
        .map_or(0.0, |product| product.x);
    fill(
        key,
        &[
            ("cell", &cell_name(film, Tensor::Output, cell)),
            ("value", &number(frame.total)),
            ("count", &frame.products.len().to_string()),
            ("x", &number(x)),
        ],
    )
}
