//! Input cells and output cells of one direction, and the way between them.
use super::Scope;
use super::arrange::{Arrangement, LINE};
use super::part::{Part, Side};
use crate::coord::{count, trace};
use crate::explain::film::found;
use crate::explain::sketch::{BOLD, NOTE, Sketch, TITLE};
use crate::fit::{letters, short_number, widest, words_width};
use crate::mark::body;
use crate::plane::{Plane, Rect, Role};
use crate::window::rounded;
use crate::words;
use std::ops::Range;
use story::{Cell, Tensor};

/// Beyond so many numbers the size of the type is not measured by them.
const MEASURED: usize = 1024;

/// Whether something that belongs to it is outside of what is drawn.
pub(super) fn draw(
    sketch: &mut Sketch,
    scope: &Scope<'_>,
    part: &Part,
    (x, y): (f32, f32),
    width: f32,
    [name, about]: [&str; 2],
) -> bool {
    let class = match (part.from, scope.source) {
        (Side::Output, _) => "title out",
        (_, Cell::Of(Tensor::Weight | Tensor::Bias, _)) => "title k",
        _ => "title in",
    };
    sketch.words(class, (x, y + TITLE), TITLE, name);
    sketch.words("note", (x, y + TITLE + NOTE + 5.0), NOTE, about);
    let stand = Arrangement::of(scope, part, (x, y), width);
    let shape = &scope.shape;
    let mut ends = [Vec::new(), Vec::new()];
    let mut seen = 0;
    heading(
        sketch,
        ("title in", words::input()),
        stand.names[0],
        x + width,
        (&part.inputs, shape.channels, part.more[0]),
        &stand.notes[0],
    );
    for (index, channel) in part.inputs.clone().enumerate() {
        let plane = stand
            .input
            .plane(Role::Input, channel, stand.corners[0], stand.size, index);
        seen += inputs(sketch, scope, part, &plane, &mut ends[0]);
    }
    heading(
        sketch,
        ("title out", words::output()),
        stand.names[1],
        x + width,
        (&part.outputs, shape.filters, part.more[1]),
        &stand.notes[1],
    );
    for (index, channel) in part.outputs.clone().enumerate() {
        let plane = stand
            .output
            .plane(Role::Output, channel, stand.corners[1], stand.size, index);
        seen += cells(sketch, scope, part, &plane, &mut ends[1]);
    }
    let mut d = String::new();
    let last = part.inputs.end - 1;
    for (channel, from) in &ends[0] {
        for (filter, to) in &ends[1] {
            // From above only to the next grid: those behind it have theirs in the same columns.
            if stand.is_aside || (*channel == last && *filter == part.outputs.start) {
                band(&mut d, from, to, stand.is_aside);
            }
        }
    }
    sketch.marks.path("beam k", d);
    seen < part.places.len() + part.cells.len()
}

/// The channels that a column of grids shows, as Python writes a slice, how many more there are, and which part of each
/// is drawn.
fn heading(
    sketch: &mut Sketch,
    (class, name): (&'static str, &str),
    (x, y): (f32, f32),
    right: f32,
    (channels, all, more): (&Range<usize>, usize, usize),
    notes: &[String],
) {
    let mut text = name.to_owned();
    if all > 1 {
        text = text + "[" + &count(channels.start);
        if channels.len() > 1 {
            text = text + ":" + &count(channels.end);
        }
        text.push(']');
    }
    let hidden = if more > 0 { words::more(more) } else { String::new() };
    let wide = words_width(&text, NOTE) * BOLD + 6.0;
    // A name that is broader than its grid begins before it. The drawing is a pixel wider than what is in it.
    let mut broadest = wide + words_width(&hidden, NOTE);
    for note in notes {
        broadest = broadest.max(words_width(note, NOTE));
    }
    let x = x.min(right - 1.0 - broadest);
    sketch.words(class, (x, y - 7.0), NOTE, &text);
    sketch.words("note", (x + wide, y - 7.0), NOTE, &hidden);
    for (index, note) in notes.iter().enumerate() {
        sketch.words("note", (x, y - 7.0 + (index + 1) as f32 * LINE), NOTE, note);
    }
}

/// A cell with its number in the middle, and the weight that it is used with in its corner.
fn weighed(
    sketch: &mut Sketch,
    classes: (&'static str, &'static str),
    rect: &Rect,
    (value, weight): (Option<f32>, Option<f32>),
    values: &[f32],
) {
    let inner = body(rect);
    let characters = widest(&values[..values.len().min(MEASURED)], rect.width).max(2);
    let size = (rect.height * 0.4)
        .min(14.0)
        .min(inner.width / (0.66 * characters as f32));
    sketch.marks.cell(classes.0, rect);
    let mut place = *rect;
    let mut text = String::new();
    let mut small = (rect.height * 0.3).min(11.0);
    if let Some(weight) = weight {
        place.y += rect.height * 0.16;
        text = ["×", &short_number(weight, 4)].concat();
        small = small.min((inner.width - 3.0) / (0.62 * letters(&text) as f32));
    }
    sketch.marks.number(classes.1, &place, size, value);
    let at = (inner.right() - 2.5, inner.y + small * 0.8 + 1.5);
    sketch.marks.text("corner k", at.0, at.1, small, text);
    sketch.hold(rect);
}

/// Rectangles around what is marked, one a slice.
#[derive(Default)]
struct Around {
    slices: Vec<(i64, Rect)>,
}

impl Around {
    fn take(&mut self, slice: i64, rect: &Rect) {
        match self.slices.last_mut() {
            Some((last, around)) if *last == slice => *around = around.and(rect),
            _ => self.slices.push((slice, *rect)),
        }
    }
}

/// An input channel. How many of the part's places it has; `ends` takes the rectangle around them.
fn inputs(sketch: &mut Sketch, scope: &Scope<'_>, part: &Part, plane: &Plane, ends: &mut Vec<(usize, Rect)>) -> usize {
    let film = &scope.frame.film;
    let mut around = Around::default();
    let mut seen = 0;
    for at in plane.places() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let found = found(film, plane.channel, at);
        let marked = part.place(plane.channel, at);
        let weight = marked.and_then(|marked| marked.2);
        let (mut cell, mut number) = found.classes(marked.is_some());
        if weight.is_some() {
            (cell, number) = match found.is_padding() {
                true => ("cell pad fed", "num pad window"),
                false => ("cell in fed", "num in"),
            };
        }
        let value = found.value.filter(|_| marked.is_some());
        weighed(sketch, (cell, number), &rect, (value, weight), &film.input);
        sketch.spot_of(&rect, found.cell);
        if marked.is_some() {
            seen += 1;
            around.take(at[0], &rect);
        }
    }
    let mut d = String::new();
    for (_, slice) in &around.slices {
        rounded(&mut d, &slice.inset(-0.5), 6.0);
        ends.push((plane.channel, *slice));
    }
    let is_dilated = scope.shape.dilation.iter().any(|&dilation| dilation > 1);
    let class = if is_dilated && part.from == Side::Output {
        "reach"
    } else {
        "outline"
    };
    sketch.marks.path(class, d);
    seen
}

/// The same of an output channel.
fn cells(sketch: &mut Sketch, scope: &Scope<'_>, part: &Part, plane: &Plane, ends: &mut Vec<(usize, Rect)>) -> usize {
    let film = &scope.frame.film;
    let [_, height, width] = scope.shape.output;
    let mut around = Around::default();
    let mut seen = 0;
    for at in plane.places() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let [z, row, column] = at.map(|at| at as usize);
        let cell = ((plane.channel * scope.shape.output[0] + z) * height + row) * width + column;
        let marked = part.cell(cell);
        let (classes, weight) = match marked {
            Some((_, Some(weight))) => (("cell out fed", "num out"), Some(*weight)),
            Some((_, None)) => (("cell out now", "num out now"), None),
            None => (("cell out", "num out"), None),
        };
        let value = scope.shown.output(cell).value().filter(|_| marked.is_some());
        weighed(sketch, classes, &rect, (value, weight), &film.output);
        sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
        if marked.is_some() {
            seen += 1;
            around.take(at[0], &rect);
        }
    }
    for (_, slice) in around.slices {
        ends.push((plane.channel, slice));
    }
    seen
}

/// A way from one rectangle to another, to the right or down.
fn band(d: &mut String, from: &Rect, to: &Rect, is_aside: bool) {
    if is_aside {
        let half = (from.right() + to.x) / 2.0;
        let way = [
            from.right(),
            from.y,
            half,
            from.y,
            half,
            to.y,
            to.x,
            to.y,
            to.bottom(),
            half,
            to.bottom(),
            half,
            from.bottom(),
            from.right(),
            from.bottom(),
        ];
        trace(d, "M..C......V.C......z", &way);
    } else {
        let half = (from.bottom() + to.y) / 2.0;
        let way = [
            from.x,
            from.bottom(),
            from.x,
            half,
            to.x,
            half,
            to.x,
            to.y,
            to.right(),
            to.right(),
            half,
            from.right(),
            half,
            from.right(),
            from.bottom(),
        ];
        trace(d, "M..C......H.C......z", &way);
    }
}
