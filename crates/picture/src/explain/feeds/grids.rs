//! Input cells and output cells of one direction, and the way between them.
use super::Scope;
use super::crop::{BETWEEN, FEWER, Grid, LEAST, ROWS};
use crate::coord::{count, trace};
use crate::explain::film::found;
use crate::explain::sketch::{BOLD, NOTE, Sketch, TITLE};
use crate::fit::{letters, short_number, widest, words_width};
use crate::mark::body;
use crate::plane::{Plane, Rect, Role, extent};
use crate::shape::{place, volume};
use crate::window::rounded;
use crate::words;
use std::ops::Range;
use story::{Cell, Tensor};

/// Room for the names, and above a grid for its own.
const HEADING: f32 = 40.0;
const ABOVE: f32 = 20.0;
/// Between input and output, side by side and one below the other.
const ASIDE: f32 = 36.0;
/// All rows of cells are this high at most.
const HIGH: f32 = 510.0;
/// From one line of a note to the next.
const LINE: f32 = 15.0;
const WAY: f32 = 44.0;

/// Beyond so many numbers the size of the type is not measured by them.
const MEASURED: usize = 1024;

/// So many channels are drawn of the side that has several.
pub(super) fn most(rank: usize) -> usize {
    if rank == 1 { 3 } else { 2 }
}

/// Where a direction begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Input,
    Output,
}

/// A place of an input channel, and the weight that it is read with, if that is said.
type Marked = (usize, [i64; 3], Option<f32>);

/// One direction's cells.
pub(super) struct Part {
    pub from: Side,
    pub inputs: Range<usize>,
    pub outputs: Range<usize>,
    /// Places in the input's grid, ascending.
    pub places: Vec<Marked>,
    /// The same of outputs, by their flat index.
    pub cells: Vec<(usize, Option<f32>)>,
    /// How many channels of the group are not drawn, of the input and of the output.
    pub more: [usize; 2],
    /// Whether some weight is a sum of two.
    pub is_twice: bool,
}

impl Part {
    pub fn new(from: Side) -> Self {
        Self {
            from,
            inputs: 0..1,
            outputs: 0..1,
            places: Vec::new(),
            cells: Vec::new(),
            more: [0; 2],
            is_twice: false,
        }
    }

    fn place(&self, channel: usize, at: [i64; 3]) -> Option<&Marked> {
        let found = self
            .places
            .binary_search_by(|place| (place.0, place.1).cmp(&(channel, at)));
        self.places.get(found.ok()?)
    }

    fn cell(&self, output: usize) -> Option<&(usize, Option<f32>)> {
        let found = self.cells.binary_search_by_key(&output, |cell| cell.0);
        self.cells.get(found.ok()?)
    }
}

/// Whether something that belongs to it is outside of what is drawn.
pub(super) fn draw(
    sketch: &mut Sketch,
    scope: &Scope<'_>,
    part: &Part,
    (x, y): (f32, f32),
    width: f32,
    [name, about]: [&str; 2],
) -> bool {
    let shape = &scope.shape;
    let (columns, others) = (shape.grid_size[2], shape.output[2]);
    let reach = shape.reach(2) as usize + 1;
    // Side by side they share the room as they have columns.
    let share = |own: usize, other: usize| {
        (width - 5.0 - ASIDE) * own.min(ROWS) as f32 / (own.min(ROWS) + other.min(ROWS)) as f32
    };
    // One below the other they have all of it.
    let is_aside = shape.rank == 2
        && share(columns, others) >= reach.max(columns.min(ROWS)) as f32 * LEAST
        && share(others, columns) >= others.min(ROWS) as f32 * LEAST;
    let class = match (part.from, scope.source) {
        (Side::Output, _) => "title out",
        (_, Cell::Of(Tensor::Weight | Tensor::Bias, _)) => "title k",
        _ => "title in",
    };
    sketch.words(class, (x, y + TITLE), TITLE, name);
    sketch.words("note", (x, y + TITLE + NOTE + 5.0), NOTE, about);
    let room = |own: usize, other: usize| if is_aside { share(own, other) } else { width - 5.0 };
    let output = place(scope.present % volume(shape.output), shape.output).map(|at| at as i64);
    let pointed = place(scope.output % volume(shape.output), shape.output).map(|at| at as i64);
    let also = match scope.source {
        Cell::Of(Tensor::Input, cell) => shape.place_of_input(cell % volume(shape.input)),
        Cell::Padding { at, .. } => at,
        Cell::Of(..) => scope.middle,
    };
    // A window's own middle is its output's, not the pointed input's.
    let also = if part.from == Side::Input { also } else { scope.middle };
    // Three channels below one another leave room for fewer rows of each.
    let rows = if is_aside || part.inputs.len() + part.outputs.len() < 3 {
        ROWS
    } else {
        FEWER
    };
    // Between inserted zeros, places of the grid are not those of the input: there its own are counted.
    let counted = if shape.transposed { shape.grid_size } else { shape.input };
    let input = Grid::of(
        (shape.grid_first, shape.grid_size, counted),
        (room(columns, others), reach, rows),
        scope.middle,
        also,
    );
    let outputs = Grid::of(
        ([0; 3], shape.output, shape.output),
        (room(others, columns), reach, rows),
        output,
        pointed,
    );
    let lines = [part.inputs.len() * input.size[1], part.outputs.len() * outputs.size[1]];
    let lines = if is_aside {
        lines[0].max(lines[1])
    } else {
        lines[0] + lines[1]
    };
    let size = input.cell.min(outputs.cell).min(HIGH / lines as f32);
    let notes = [input.part(shape.rank), outputs.part(shape.rank)];
    let noted = notes.each_ref().map(|lines| lines.len() as f32 * LINE);
    let top = y + HEADING + ABOVE + if is_aside { noted[0].max(noted[1]) } else { noted[0] };
    let tall = |grid: &Grid, channels: usize| channels as f32 * (extent(grid.size, (size, size)).1 + BETWEEN) - BETWEEN;
    let below = top + tall(&input, part.inputs.len()) + WAY;
    let second = if is_aside {
        (x + 2.0 + extent(input.size, (size, size)).0 + ASIDE, top)
    } else {
        (x + 2.0, below)
    };
    // The side with one grid stands in the middle of the other.
    let (left, right) = (tall(&input, part.inputs.len()), tall(&outputs, part.outputs.len()));
    let lower = |own: f32, other: f32| if is_aside { ((other - own) / 2.0).max(0.0) } else { 0.0 };
    let first = (x + 2.0, top + lower(left, right));
    let second = (second.0, second.1 + lower(right, left));
    let mut ends = [Vec::new(), Vec::new()];
    let mut seen = 0;
    heading(
        sketch,
        ("title in", words::input()),
        (first.0, first.1 - noted[0]),
        x + width,
        (&part.inputs, shape.channels, part.more[0]),
        &notes[0],
    );
    for (index, channel) in part.inputs.clone().enumerate() {
        let plane = input.plane(Role::Input, channel, first, size, index);
        seen += inputs(sketch, scope, part, &plane, &mut ends[0]);
    }
    // Under it where the ways come from above.
    let named = if is_aside {
        (second.0, second.1 - noted[1])
    } else {
        (second.0, second.1 + right + ABOVE + 2.0)
    };
    heading(
        sketch,
        ("title out", words::output()),
        named,
        x + width,
        (&part.outputs, shape.filters, part.more[1]),
        &notes[1],
    );
    for (index, channel) in part.outputs.clone().enumerate() {
        let plane = outputs.plane(Role::Output, channel, second, size, index);
        seen += cells(sketch, scope, part, &plane, &mut ends[1]);
    }
    let mut d = String::new();
    let last = part.inputs.end - 1;
    for (channel, from) in &ends[0] {
        for (filter, to) in &ends[1] {
            // From above only to the next grid: those behind it have theirs in the same columns.
            if is_aside || (*channel == last && *filter == part.outputs.start) {
                band(&mut d, from, to, is_aside);
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
