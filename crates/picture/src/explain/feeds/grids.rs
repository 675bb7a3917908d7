//! Input cells and output cells of one direction, and the way between them.
use super::Scope;
use super::crop::{BETWEEN, Grid};
use crate::coord::{count, trace};
use crate::explain::film::{found, type_for};
use crate::explain::sketch::{BOLD, NOTE, Sketch, TITLE};
use crate::fit::words_width;
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
const ASIDE: f32 = 40.0;
const WAY: f32 = 44.0;

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
    let is_aside = shape.rank == 2;
    let class = match (part.from, scope.source) {
        (Side::Output, _) => "title out",
        (_, Cell::Of(Tensor::Weight | Tensor::Bias, _)) => "title k",
        _ => "title in",
    };
    sketch.words(class, (x, y + TITLE), TITLE, name);
    sketch.words("note", (x, y + TITLE + NOTE + 5.0), NOTE, about);
    let room = if is_aside {
        (width - 5.0 - ASIDE) / 2.0
    } else {
        width - 5.0
    };
    let output = place(scope.present % volume(shape.output), shape.output).map(|at| at as i64);
    let pointed = place(scope.output % volume(shape.output), shape.output).map(|at| at as i64);
    let also = match scope.source {
        Cell::Of(Tensor::Input, cell) => shape.place_of_input(cell % volume(shape.input)),
        Cell::Padding { at, .. } => at,
        Cell::Of(..) => scope.middle,
    };
    // A window's own middle is its output's, not the pointed input's.
    let also = if part.from == Side::Input { also } else { scope.middle };
    let input = Grid::of((shape.grid_first, shape.grid_size), room, scope.middle, also);
    let outputs = Grid::of(([0; 3], shape.output), room, output, pointed);
    let top = y + HEADING + ABOVE;
    let size = input.cell.min(outputs.cell);
    let tall = |grid: &Grid, channels: usize| channels as f32 * (extent(grid.size, (size, size)).1 + BETWEEN) - BETWEEN;
    let below = top + tall(&input, part.inputs.len()) + WAY;
    let second = if is_aside {
        (x + room + ASIDE, top)
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
        x + width,
        "title in",
        first,
        words::input(),
        &part.inputs,
        shape.channels,
    );
    for (index, channel) in part.inputs.clone().enumerate() {
        let plane = input.plane(Role::Input, channel, first, size, index);
        seen += inputs(sketch, scope, part, &plane, &mut ends[0]);
    }
    // Under it where the ways come from above.
    let named = if is_aside {
        second
    } else {
        (second.0, second.1 + right + ABOVE + 2.0)
    };
    heading(
        sketch,
        x + width,
        "title out",
        named,
        words::output(),
        &part.outputs,
        shape.filters,
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

/// The channels that a column of grids shows, as Python writes a slice.
fn heading(
    sketch: &mut Sketch,
    right: f32,
    class: &'static str,
    (x, y): (f32, f32),
    name: &str,
    channels: &Range<usize>,
    all: usize,
) {
    let mut text = name.to_owned();
    if all > 1 {
        text = text + "[" + &count(channels.start);
        if channels.len() > 1 {
            text = text + ":" + &count(channels.end);
        }
        text.push(']');
    }
    // A name that is broader than its grid begins before it.
    let x = x.min(right - words_width(&text, NOTE) * BOLD);
    sketch.words(class, (x, y - 7.0), NOTE, &text);
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
    let size = type_for(&film.input, plane.cell);
    let weights = type_for(&film.weight, plane.cell);
    let mut around = Around::default();
    let mut seen = 0;
    for at in plane.places() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let found = found(film, plane.channel, at);
        let marked = part.place(plane.channel, at);
        let is_read = matches!(marked, Some((_, _, Some(_))));
        let (cell, number) = found.classes(marked.is_some() && !is_read);
        match (marked, part.from) {
            (Some((_, _, Some(weight))), _) => {
                let class = if found.is_padding() {
                    "cell pad fed"
                } else {
                    "cell in fed"
                };
                sketch.cell((class, "num k"), &rect, weights, Some(*weight));
            }
            (None, Side::Output) => sketch.cell((cell, number), &rect, size, None),
            _ => sketch.cell((cell, number), &rect, size, found.value),
        }
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
    let values = type_for(&film.output, plane.cell);
    let weights = type_for(&film.weight, plane.cell);
    let [_, height, width] = scope.shape.output;
    let mut around = Around::default();
    let mut seen = 0;
    for at in plane.places() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let [z, row, column] = at.map(|at| at as usize);
        let cell = ((plane.channel * scope.shape.output[0] + z) * height + row) * width + column;
        let marked = part.cell(cell);
        match marked {
            Some((_, Some(weight))) => sketch.cell(("cell out fed", "num k"), &rect, weights, Some(*weight)),
            Some((_, None)) => {
                let value = scope.shown.output(cell).value();
                sketch.cell(("cell out now", "num out now"), &rect, values, value);
            }
            None => sketch.cell(("cell out", "num out"), &rect, values, None),
        }
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
