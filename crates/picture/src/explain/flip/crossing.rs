//! One axis: the kernel, and beneath it as it slides, with wires that show which weight goes where.
use super::values;
use crate::coord::trace;
use crate::explain::Ask;
use crate::explain::grid::EDGE;
use crate::explain::sketch::{NOTE, Sketch, TITLE, number_size};
use crate::fit::words_width;
use crate::plane::Rect;
use crate::words;
use story::text::{WindowsKey, say};
use story::{Cell, Tensor};

const LARGEST: f32 = 34.0;
/// Between the two.
const BETWEEN: f32 = 24.0;

/// The weights are given as the window meets them.
pub(super) fn crossing(sketch: &mut Sketch, ask: &Ask<'_>, (left, weights): (f32, &[usize])) {
    let is_flipped = ask.frame.film.plan.flip();
    let kernel = weights.len();
    let side = ((ask.width - left - EDGE) / kernel as f32).min(LARGEST);
    let values = values(ask, weights);
    let size = number_size(&values, side);
    let (top, below) = (TITLE + 8.0, TITLE + 8.0 + side + BETWEEN);
    let cell = |at: usize, y: f32| Rect {
        x: left + at as f32 * side,
        y,
        width: side,
        height: side,
    };
    sketch.words("title k", (left, TITLE), TITLE, words::kernel(false));
    let mut wires = String::new();
    for (at, &weight) in weights.iter().enumerate() {
        // Where it stands in the layer.
        let own = if is_flipped { kernel - 1 - at } else { at };
        let (from, to) = (cell(own, top), cell(at, below));
        for rect in [&from, &to] {
            sketch.cell(("cell k", "num k"), rect, size, Some(values[at]));
            sketch.spot_of(rect, Cell::Of(Tensor::Weight, weight));
        }
        let (x, to_x) = (from.centre().0, to.centre().0);
        let (y, to_y) = (from.bottom() + 1.0, to.y - 1.0);
        let half = (y + to_y) / 2.0;
        trace(&mut wires, "M..C......", &[x, y, x, half, to_x, half, to_x, to_y]);
    }
    sketch.marks.path("wire k", wires);
    let text = say(if is_flipped {
        WindowsKey::FlipMirrored
    } else {
        WindowsKey::FlipAsItIs
    });
    // Beside it, or beneath where there is no room.
    let end = cell(kernel, below).x + 10.0;
    let at = if end + words_width(text, NOTE) < ask.width {
        (end, below + side / 2.0 + 4.0)
    } else {
        (left, below + side + NOTE + 4.0)
    };
    sketch.words("note", at, NOTE, text);
}
