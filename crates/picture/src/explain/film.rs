//! What the pictures of channels, of single cells and of readers share: the film's cells, and the step seen by its output.
use super::Ask;
use super::sketch::{BOLD, Sketch, TITLE, number_size};
use crate::fit::{type_size, words_width};
use crate::mosaic::{Classes, level};
use crate::plane::Plane;
use crate::shape::volume;
use conv::Source;
use std::borrow::Cow;
use std::sync::Arc;
use story::{Cell, Cursor, Film, Frame, Order, Tensor, Timeline};

/// About how wide a heading is.
pub(super) fn title_width(text: &str) -> f32 {
    words_width(text, TITLE) * BOLD
}

/// Beyond so many numbers the size of the type is not measured by them.
const MEASURED: usize = 4096;

/// The size of type for numbers in cells.
pub(super) fn type_for(values: &[f32], (width, height): (f32, f32)) -> f32 {
    let size = match values.len() {
        0..=MEASURED => number_size(values, width),
        _ => type_size(width, 4),
    };
    size.min(height * 0.42)
}

/// The step as one output's sum: where all come at once, the pointed output's or the first one's; where an input is
/// scattered, that of the first output which it reaches.
pub(super) fn gathered<'a>(ask: &Ask<'a>) -> Cow<'a, Frame> {
    if ask.frame.output_cell().is_some() {
        return Cow::Borrowed(ask.frame);
    }
    let film = &ask.frame.film;
    let pointed = match ask.pointed {
        Some(Cell::Of(Tensor::Output, cell)) if cell < film.output.len() => Some(cell),
        _ => None,
    };
    let reached = ask.frame.products.iter().find_map(|product| product.output);
    let output = pointed.or(reached).unwrap_or(0);
    Cow::Owned(Timeline::new(Arc::clone(film), Order::Rows, 0).at(Cursor::whole(output)))
}

/// What lies at a place of the grid that the window slides over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    pub cell: Cell,
    /// None where a transposed layer has inserted a zero, which takes part in no sum.
    pub value: Option<f32>,
    source: Source,
}

pub(super) fn found(film: &Film, channel: usize, at: [i64; 3]) -> Found {
    let source = film.plan.source(at);
    let base = channel * volume(film.plan.input_size());
    let padding = Cell::Padding { channel, at };
    let (cell, value) = match source {
        Source::Input(cell) => (
            Cell::Of(Tensor::Input, base + cell),
            Some(film.value(Tensor::Input, base + cell)),
        ),
        Source::Copy(cell) => (padding, Some(film.value(Tensor::Input, base + cell))),
        Source::Zero => (padding, Some(0.0)),
        Source::Hole => (padding, None),
    };
    Found { cell, value, source }
}

impl Found {
    pub fn is_padding(&self) -> bool {
        matches!(self.cell, Cell::Padding { .. })
    }

    /// The classes of the cell and of its number: in the window or not.
    pub fn classes(&self, in_window: bool) -> (&'static str, &'static str) {
        match (self.source, in_window) {
            (Source::Input(_), true) => ("cell in window", "num in window"),
            (Source::Input(_), false) => ("cell in", "num in"),
            (Source::Copy(_), true) => ("cell pad copy window", "num pad window"),
            (Source::Copy(_), false) => ("cell pad copy", "num pad copy"),
            (Source::Zero, true) => ("cell pad window", "num pad window"),
            (Source::Zero, false) => ("cell pad", "num pad"),
            (Source::Hole, true) => ("cell hole window", "num hole window"),
            (Source::Hole, false) => ("cell hole", "num hole"),
        }
    }
}

/// A plane's cells as colours.
pub(super) fn colours(sketch: &mut Sketch, plane: &Plane, values: &[Option<f32>], scale: f32, classes: Classes) {
    let mut levels = Vec::new();
    for value in values {
        levels.push(level(*value, scale));
    }
    sketch.shades(plane, &levels, classes);
}
