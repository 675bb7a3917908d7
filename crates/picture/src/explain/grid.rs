//! One channel of a convolution's input with its padding, and the present window on it.
use super::Ask;
use super::lights::Lights;
use super::sketch::{Sketch, number_size};
use crate::coord::count;
use crate::hatch;
use crate::mark::body;
use crate::mosaic::{level, runs, scale};
use crate::plane::{NUMBER, Plane, Rect, Role, SLICE_GAP};
use crate::shape::{channel_values, volume};
use crate::window::rounded;
use conv::Source;
use story::ruler::output_place;
use story::text::{ExplainKey, fill};
use story::{Cell, Film, Frame, Ruler, Tensor};

/// A strip of cells too narrow for numbers is so high.
const STRIP: f32 = 26.0;

/// Slices side by side with smaller cells would tell nothing.
const LEAST: f32 = 3.0;
/// Room for half of the window's outline.
pub(super) const EDGE: f32 = 2.0;

pub(super) struct Grid {
    pub plane: Plane,
    /// The plan's three axes.
    pub rulers: [Ruler; 3],
    /// The present window's place on each axis, if the step has one.
    pub window: Option<[usize; 3]>,
}

impl Grid {
    /// The grid with its corner at the origin, as large as it can be in this room with cells of at most a size. `None` where
    /// the slices of a third axis do not fit, and that is said.
    pub fn of(sketch: &mut Sketch, frame: &Frame, (width, height): (f32, f32), largest: f32) -> Option<Self> {
        let plan = &frame.film.plan;
        let rulers = [0, 1, 2].map(|axis| Ruler::of(plan, axis));
        let size = [0, 1, 2].map(|axis: usize| rulers[axis].read.len());
        let gaps = (size[0] as f32 - 1.0).max(0.0) * SLICE_GAP;
        let across = ((width - 2.0 * EDGE - gaps) / (size[0] * size[2]) as f32)
            .min(largest)
            .max(0.5);
        let cell = across.min(height / size[1] as f32);
        if size[0] > 1 && across < LEAST {
            let facts = [("count", &count(size[0])[..])];
            sketch.lines.push(fill(ExplainKey::TooManySlices, &facts));
            return None;
        }
        let is_strip = plan.rank() == 1 && cell < NUMBER;
        let plane = Plane {
            role: Role::Input,
            channel: channel(frame),
            filter: 0,
            first: [0, 1, 2].map(|axis: usize| rulers[axis].first),
            size,
            x: EDGE,
            y: EDGE,
            cell: (cell, if is_strip { STRIP } else { cell }),
            active: true,
        };
        let window = frame.output_cell().map(|cell| output_place(plan, cell));
        Some(Self { plane, rulers, window })
    }

    /// Whether the present window reads a place.
    pub fn reads(&self, at: [i64; 3]) -> bool {
        self.window
            .is_some_and(|window| (0..3).all(|axis| self.rulers[axis].reads(window[axis], at[axis])))
    }

    fn is_read(&self, at: [i64; 3]) -> bool {
        (0..3).all(|axis| self.rulers[axis].is_read(at[axis]))
    }

    /// Draws the cells, the window around those that it reads, and what belongs to the cell that is pointed at.
    pub fn draw(&self, sketch: &mut Sketch, ask: &Ask<'_>) {
        if self.plane.is_mosaic() {
            self.shaded(sketch, &ask.frame.film);
        } else {
            self.numbered(sketch, ask);
        }
        sketch.hold(&self.plane.rect().inset(1.0 - EDGE));
        self.outlined(sketch, ask.frame);
        let mut lights = Lights::of(ask.frame, ask.pointed);
        lights.places(&|cell| self.place(&ask.frame.film, cell));
        lights.draw(sketch);
    }

    fn numbered(&self, sketch: &mut Sketch, ask: &Ask<'_>) {
        let film = &ask.frame.film;
        let cells = volume(film.plan.input_size());
        let values = channel_values(&film.input, self.plane.channel, cells);
        let size = number_size(values, self.plane.cell.0);
        let now = ask.frame.product().map(|product| product.at);
        let mut hatch = String::new();
        for at in self.plane.places() {
            let Some(rect) = self.plane.cell_rect(at) else { continue };
            let (value, source) = value_at(film, self.plane.channel, at);
            let is_unread = !self.is_read(at);
            if is_unread {
                hatch::rising(&mut hatch, &body(&rect));
            }
            let classes = match (source, self.reads(at)) {
                (Source::Input(_), _) if is_unread => ("cell in unread", "num in unread"),
                (Source::Input(_), true) if now == Some(at) => ("cell in window now", "num in window"),
                (Source::Input(_), true) => ("cell in window", "num in window"),
                (Source::Input(_), false) => ("cell in", "num in"),
                (_, true) if now == Some(at) => ("cell pad window now", "num pad window"),
                (_, true) => ("cell pad window", "num pad window"),
                (Source::Copy(_), false) => ("cell pad copy", "num pad copy"),
                (_, false) => ("cell pad", "num pad"),
            };
            sketch.cell(classes, &rect, size, Some(value));
            sketch.spot_of(&rect, cell_at(film, self.plane.channel, at));
        }
        sketch.marks.path("hatch", hatch);
    }

    fn shaded(&self, sketch: &mut Sketch, film: &Film) {
        let scale = scale(&film.input);
        let (mut inside, mut unread, mut levels) = (Vec::new(), Vec::new(), Vec::new());
        for at in self.plane.places() {
            let (value, source) = value_at(film, self.plane.channel, at);
            let is_input = matches!(source, Source::Input(_));
            inside.push(u8::from(is_input));
            unread.push(u8::from(is_input && !self.is_read(at)));
            // A copy is quieter than what it copies.
            levels.push(level(Some(if is_input { value } else { value * 0.5 }), scale));
        }
        let (mut cells, mut veil) = (String::new(), String::new());
        runs(&mut cells, &self.plane, &inside);
        runs(&mut veil, &self.plane, &unread);
        sketch.marks.rect("plane pad", &self.plane.rect(), 3.0);
        sketch.marks.path("plane in", cells);
        sketch.shades(&self.plane, &levels, ["q in", "q in neg"]);
        sketch.marks.path("veil unread", veil);
        self.bordered(sketch, film.plan.input_size());
    }

    /// Where the input ends and its padding begins, in each slice.
    fn bordered(&self, sketch: &mut Sketch, input: [usize; 3]) {
        let mut d = String::new();
        let [depth, height, width] = input.map(|size| size as i64);
        for z in 0..depth {
            let first = self.plane.cell_rect([z, 0, 0]);
            let last = self.plane.cell_rect([z, height - 1, width - 1]);
            if let (Some(first), Some(last), true) = (first, last, self.plane.size != input) {
                rounded(&mut d, &first.and(&last), 0.0);
            }
        }
        sketch.marks.path("border", d);
    }

    /// The window's outline in each slice that it reads; where it has holes, around each cell too.
    fn outlined(&self, sketch: &mut Sketch, frame: &Frame) {
        let kernel = frame.film.plan.kernel_size();
        let has_holes = (0..3).any(|axis| self.rulers[axis].reach > kernel[axis] as i64);
        let (mut outline, mut taps) = (String::new(), String::new());
        let mut slice: Option<(i64, Rect)> = None;
        for product in frame.products.iter().take(volume(kernel)) {
            let Some(rect) = self.plane.cell_rect(product.at) else {
                continue;
            };
            if has_holes {
                let radius = if self.plane.is_mosaic() { 0.0 } else { 4.0 };
                rounded(&mut taps, &body(&rect), radius);
            }
            slice = match slice {
                Some((z, whole)) if z == product.at[0] => Some((z, whole.and(&rect))),
                other => {
                    enclosed(&mut outline, other);
                    Some((product.at[0], rect))
                }
            };
        }
        enclosed(&mut outline, slice);
        sketch.marks.path(if has_holes { "reach" } else { "outline" }, outline);
        sketch.marks.path("taps", taps);
    }

    /// Says which input channel is drawn, where there are several.
    pub fn name_channel(&self, sketch: &mut Sketch, film: &Film) {
        let channels = film.plan.input_shape()[0];
        if channels > 1 {
            let channel = count(self.plane.channel);
            let facts = [("channel", &channel[..]), ("count", &count(channels))];
            sketch.lines.push(fill(ExplainKey::InputChannel, &facts));
        }
    }

    /// Where a cell of the film is here.
    pub fn place(&self, film: &Film, cell: Cell) -> Option<Rect> {
        let cells = volume(film.plan.input_size());
        match cell {
            Cell::Of(Tensor::Input, index) if index / cells == self.plane.channel => {
                let at = crate::shape::place(index % cells, film.plan.input_size());
                self.plane.cell_rect(at.map(|at| at as i64))
            }
            Cell::Padding { channel, at } if channel == self.plane.channel => self.plane.cell_rect(at),
            _ => None,
        }
    }
}

/// The first input channel that the step reads.
pub(super) fn channel(frame: &Frame) -> usize {
    frame.products.first().map_or(0, |product| product.channel)
}

/// The number at a place of an input channel, and where it comes from; indices are spatial.
pub(super) fn value_at(film: &Film, channel: usize, at: [i64; 3]) -> (f32, Source) {
    let source = film.plan.source(at);
    let value = match source {
        Source::Input(spatial) | Source::Copy(spatial) => {
            let cells = volume(film.plan.input_size());
            film.value(Tensor::Input, channel * cells + spatial)
        }
        Source::Zero | Source::Hole => 0.0,
    };
    (value, source)
}

/// The cell at a place of an input channel.
pub(super) fn cell_at(film: &Film, channel: usize, at: [i64; 3]) -> Cell {
    match film.plan.source(at) {
        Source::Input(spatial) => Cell::Of(Tensor::Input, channel * volume(film.plan.input_size()) + spatial),
        _ => Cell::Padding { channel, at },
    }
}

fn enclosed(outline: &mut String, slice: Option<(i64, Rect)>) {
    if let Some((_, rect)) = slice {
        rounded(outline, &rect.at_least(9.0).inset(-0.5), 8.0_f32.min(rect.width / 3.0));
    }
}
