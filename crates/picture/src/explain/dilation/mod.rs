//! The dilation: the kernel with its holes, and the kernel with zeros in them that equals it.
mod facts;

use super::grid::{EDGE, cell_at, channel, value_at};
use super::lights::Lights;
use super::sketch::{NOTE, Sketch, TITLE, number_size};
use super::{Ask, Picture};
use crate::coord::{count, trace};
use crate::fit::words_width;
use crate::mark::body;
use crate::mosaic::{level, runs, scale};
use crate::plane::{NUMBER, Plane, Rect, Role, SLICE_GAP};
use crate::shape::{channel_values, index, place, volume};
use crate::words::kernel as kernel_name;
use conv::{Field, Op, Source};
use facts::{effective, has_holes};
use story::ruler::output_place;
use story::text::{ExplainKey, WindowsKey, fill, say};
use story::{Cell, Formula, Order, Tensor};

pub(super) const PICTURE: Picture = Picture::new(facts::still, draw);

const LARGEST: f32 = 40.0;
const HIGHEST: f32 = 240.0;
const GAP: f32 = 30.0;
/// Room for a sum beside a kernel, and for the bracket of its height.
const SUM: f32 = 100.0;
const SIDE: f32 = 26.0;
/// A kernel that reaches over more cells is computed and not drawn.
const CELLS: usize = 4096;
/// From here on the planes lie side by side.
const WIDE: f32 = 760.0;

/// The kernel as it lies over the cells that it reaches over.
struct Reach<'a> {
    ask: &'a Ask<'a>,
    /// Cells on each axis, holes included, and from each kernel cell to the next.
    size: [usize; 3],
    dilation: [usize; 3],
    kernel: [usize; 3],
    /// The flat index of the weight in each cell of the kernel, as it lies there.
    weights: Vec<usize>,
    channel: usize,
    /// The place of the present window's first cell.
    start: Option<[i64; 3]>,
}

impl<'a> Reach<'a> {
    fn of(ask: &'a Ask<'_>) -> Self {
        let frame = ask.frame;
        let plan = &frame.film.plan;
        let (kernel, dilation) = (plan.kernel_size(), plan.dilation());
        let output = frame.output_cell();
        let products = frame.products.iter().map(|product| product.weight);
        let first = (0..volume(kernel)).map(|slot| plan.tap(0, slot).weight);
        Self {
            ask,
            size: [0, 1, 2].map(|axis: usize| dilation[axis] * (kernel[axis] - 1) + 1),
            dilation,
            kernel,
            weights: if frame.products.is_empty() {
                first.collect()
            } else {
                products.take(volume(kernel)).collect()
            },
            channel: channel(frame),
            start: output.map(|output| plan.window_start(output_place(plan, output))),
        }
    }

    /// The weight in a place, counted from the first cell; `None` in a hole.
    fn weight(&self, at: [i64; 3]) -> Option<usize> {
        let mut cell = [0; 3];
        for axis in 0..3 {
            let place = at[axis] as usize;
            if !place.is_multiple_of(self.dilation[axis]) {
                return None;
            }
            cell[axis] = place / self.dilation[axis];
        }
        self.weights.get(index(cell, self.kernel)).copied()
    }

    /// The sum of the present window's products in this channel: of the kernel's cells alone, or with a zero in each hole.
    fn sum(&self, start: [i64; 3], plane: &Plane, is_stuffed: bool) -> f32 {
        let film = &self.ask.frame.film;
        let mut sum = 0.0;
        for at in plane.places() {
            let (x, source) = value_at(film, self.channel, add(start, at));
            let weight = self.weight(at);
            if source != Source::Hole && (is_stuffed || weight.is_some()) {
                sum += x * weight.map_or(0.0, |weight| film.value(Tensor::Weight, weight));
            }
        }
        sum
    }

    /// The cells under the window; those that the kernel passes over are faint.
    fn window(&self, sketch: &mut Sketch, plane: &Plane, start: [i64; 3]) {
        let film = &self.ask.frame.film;
        let inputs = channel_values(&film.input, self.channel, volume(film.plan.input_size()));
        let size = number_size(inputs, plane.cell.0);
        let now = self.ask.frame.product().map(|product| product.at);
        for at in plane.places() {
            let Some(rect) = plane.cell_rect(at) else { continue };
            let place = add(start, at);
            let (value, source) = value_at(film, self.channel, place);
            let is_read = self.weight(at).is_some();
            let classes = match (source, is_read) {
                (Source::Input(_), true) if now == Some(place) => ("cell in window now", "num in window"),
                (Source::Input(_), true) => ("cell in window", "num in window"),
                (Source::Input(_), false) => ("cell in idle", "num in idle"),
                (Source::Hole, _) => ("cell hole", "num hole"),
                (_, true) => ("cell pad window", "num pad window"),
                (Source::Copy(_), false) => ("cell pad copy", "num pad copy"),
                (_, false) => ("cell pad", "num pad"),
            };
            sketch.cell(classes, &rect, size, Some(value).filter(|_| source != Source::Hole));
            sketch.spot_of(&rect, cell_at(film, self.channel, place));
        }
    }

    /// The kernel, with holes or with zeros in them.
    fn kernel(&self, sketch: &mut Sketch, plane: &Plane, is_stuffed: bool) {
        let film = &self.ask.frame.film;
        let value = |weight: usize| film.value(Tensor::Weight, weight);
        if plane.is_mosaic() {
            return self.shaded(sketch, plane, is_stuffed);
        }
        let values: Vec<f32> = self.weights.iter().map(|&weight| value(weight)).collect();
        let size = number_size(&values, plane.cell.0);
        for at in plane.places() {
            let Some(rect) = plane.cell_rect(at) else { continue };
            match self.weight(at) {
                Some(weight) => {
                    sketch.cell(("cell k", "num k"), &rect, size, Some(value(weight)));
                    sketch.spot_of(&rect, Cell::Of(Tensor::Weight, weight));
                }
                None if is_stuffed => sketch.cell(("cell k zero", "num k zero"), &rect, size, Some(0.0)),
                None => sketch.marks.cell("cell hole", &body(&rect).inset(rect.width * 0.14)),
            }
        }
    }

    /// Its colours.
    fn shaded(&self, sketch: &mut Sketch, plane: &Plane, is_stuffed: bool) {
        let film = &self.ask.frame.film;
        let scale = scale(&film.weight);
        let (mut cells, mut levels) = (Vec::new(), Vec::new());
        for at in plane.places() {
            let weight = self.weight(at);
            cells.push(u8::from(weight.is_some() || is_stuffed));
            levels.push(level(weight.map(|weight| film.value(Tensor::Weight, weight)), scale));
        }
        let mut d = String::new();
        runs(&mut d, plane, &cells);
        sketch.marks.rect("plane k around", &plane.rect(), 2.0);
        sketch.marks.path("plane k", d);
        sketch.shades(plane, &levels, ["q k", "q k neg"]);
    }
}

fn add(start: [i64; 3], at: [i64; 3]) -> [i64; 3] {
    [0, 1, 2].map(|axis: usize| start[axis] + at[axis])
}

/// Where the planes go, one after the other.
struct Column {
    plane: Plane,
    is_stacked: bool,
    width: f32,
    /// Where the next one begins.
    next: (f32, f32),
    side: f32,
}

impl Column {
    /// `named` is how wide a title and its note are at most.
    fn of(ask: &Ask<'_>, reach: &Reach<'_>, planes: usize, named: f32) -> Self {
        let rank = ask.frame.film.plan.rank();
        let side = if rank > 1 { SIDE } else { 0.0 };
        let beside = (ask.width - (planes - 1) as f32 * GAP) / planes as f32 - side;
        let is_stacked = rank == 1 || ask.width < WIDE || named > beside;
        let room = if is_stacked { ask.width - side - SUM } else { beside };
        let [depth, height, width] = reach.size;
        let gaps = (depth as f32 - 1.0) * SLICE_GAP;
        let cell = (room - 2.0 * EDGE - gaps) / (depth * width) as f32;
        let cell = cell.min(HIGHEST / height as f32).clamp(0.5, LARGEST);
        let plane = Plane {
            role: Role::Kernel,
            channel: 0,
            filter: 0,
            first: [0; 3],
            size: reach.size,
            x: 0.0,
            y: 0.0,
            cell: (cell, if rank == 1 { cell.max(NUMBER) } else { cell }),
            active: true,
        };
        Self {
            plane,
            is_stacked,
            width: ask.width,
            next: (EDGE, 0.0),
            side,
        }
    }

    /// The next plane, under its name.
    fn place(&mut self, sketch: &mut Sketch, class: &'static str, title: &str, note: &str) -> Plane {
        let (x, y) = self.next;
        let x = x + self.side;
        let wide = titled(title, note);
        let named = x.min(self.width - wide).max(EDGE);
        // A note that has no room beside its title stands beneath it.
        let below = if named + wide > self.width { NOTE + 4.0 } else { 0.0 };
        if below > 0.0 {
            sketch.words(class, (named, y + TITLE), TITLE, title);
            sketch.words("note", (named, y + TITLE + below), NOTE, note);
        } else {
            sketch.heading(class, (named, y + TITLE), title, note);
        }
        let plane = Plane {
            x,
            y: y + TITLE + below + 9.0,
            ..self.plane.clone()
        };
        sketch.hold(&plane.rect());
        self.next.0 = if self.is_stacked {
            EDGE
        } else {
            x + wide.max(plane.rect().width) + GAP
        };
        plane
    }

    /// What comes next lies beneath all that is there.
    fn onward(&mut self, sketch: &Sketch) {
        if self.is_stacked {
            self.next.1 = sketch.bottom() + 14.0;
        }
    }

    /// A sum beside a plane, or beneath it.
    fn sum(&self, sketch: &mut Sketch, plane: &Plane, sum: f32) {
        let rect = plane.rect();
        let at = if self.is_stacked {
            (rect.right() + 12.0, rect.centre().1 + 5.0)
        } else {
            (rect.x, rect.bottom() + 46.0)
        };
        sketch.sum("title out", at, sum, self.width - at.0 - 1.0);
    }
}

/// How wide a title is with the note beside it.
fn titled(title: &str, note: &str) -> f32 {
    words_width(title, TITLE) + words_width(note, NOTE) + 9.0
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &ask.frame.film;
    let spec = film.plan.spec();
    let reach = Reach::of(ask);
    if volume(reach.size) > CELLS {
        let facts = [("count", &count(CELLS)[..])];
        sketch.lines.push(fill(WindowsKey::DilationTooLarge, &facts));
        return;
    }
    let has_holes = has_holes(film);
    let planes = 1 + usize::from(reach.start.is_some()) + usize::from(has_holes);
    let is_mirrored = (spec.op == Op::ConvTranspose && ask.frame.order != Order::Scatter) != film.plan.flip();
    let dilation = spec.value(Field::Dilation);
    let of = |dilation: &str| fill(WindowsKey::DilationOf, &[("dilation", dilation)]);
    let (title, note) = (kernel_name(is_mirrored), of(&dilation));
    let (stuffed, plain) = (say(WindowsKey::DilationStuffed), of("1"));
    let named = titled(title, &note).max(titled(stuffed, &plain));
    let mut column = Column::of(ask, &reach, planes, named);
    if column.plane.rect().width > ask.width {
        let facts = [("count", &*count(reach.size[0]))];
        sketch.lines.push(fill(ExplainKey::TooManySlices, &facts));
        return;
    }
    // Colours say nothing of a sum.
    let start = reach.start.filter(|_| !column.plane.is_mosaic());
    let mut window = None;
    if let Some(start) = start {
        let plane = column.place(sketch, "title in", say(WindowsKey::DilationWindow), "");
        reach.window(sketch, &plane, start);
        column.onward(sketch);
        window = Some(plane);
    }
    let kernel = column.place(sketch, "title k", title, &note);
    reach.kernel(sketch, &kernel, false);
    brackets(sketch, ask, &kernel);
    if let Some(start) = start {
        column.sum(sketch, &kernel, reach.sum(start, &kernel, false));
    }
    column.onward(sketch);
    if has_holes {
        let plane = column.place(sketch, "title k", stuffed, &plain);
        reach.kernel(sketch, &plane, true);
        if let Some(start) = start {
            column.sum(sketch, &plane, reach.sum(start, &plane, true));
        }
    }
    let mut lights = Lights::of(ask.frame, ask.pointed);
    lights.places(&|cell| match cell {
        Cell::Of(Tensor::Weight, weight) => {
            let cell = reach.weights.iter().position(|&other| other == weight)?;
            let at = place(cell, reach.kernel);
            kernel.cell_rect([0, 1, 2].map(|axis: usize| (at[axis] * reach.dilation[axis]) as i64))
        }
        Cell::Of(Tensor::Input, _) | Cell::Padding { .. } => {
            let (plane, start) = (window.as_ref()?, start?);
            let mut places = plane.places();
            places
                .find(|&at| cell_at(film, reach.channel, add(start, at)) == cell)
                .and_then(|at| plane.cell_rect(at))
        }
        Cell::Of(..) => None,
    });
    lights.draw(sketch);
    let channels = film.plan.input_shape()[0];
    if channels > 1 {
        let channel = count(reach.channel);
        let facts = [("channel", &channel[..]), ("count", &count(channels))];
        sketch.lines.push(fill(ExplainKey::InputChannel, &facts));
    }
    sketch.label = fill(WindowsKey::DilationLabel, &[("dilation", &dilation)]);
}

/// How far the kernel reaches along its last two axes.
fn brackets(sketch: &mut Sketch, ask: &Ask<'_>, kernel: &Plane) {
    let plan = &ask.frame.film.plan;
    let Some(corner) = kernel.cell_rect(kernel.first) else {
        return;
    };
    let last = [kernel.first[0], kernel.size[1] as i64 - 1, kernel.size[2] as i64 - 1];
    let rect = kernel.cell_rect(last).map_or(corner, |last| corner.and(&last));
    let mut d = String::new();
    let (left, right, y) = (rect.x + 1.5, rect.right() - 1.5, rect.bottom() + 8.0);
    trace(&mut d, "M..V.H.V.", &[left, y - 4.0, y, right, y - 4.0]);
    let text = effective(&Formula::of(plan, 2));
    let half = words_width(&text, NOTE) / 2.0;
    let middle = rect.centre().0.max(rect.x + half).min(ask.width - half - 1.0);
    sketch.words("tick now middle", (middle, y + NOTE + 4.0), NOTE, &text);
    if plan.rank() > 1 {
        let (x, top, bottom) = (rect.x - 8.0, rect.y + 1.5, rect.bottom() - 1.5);
        trace(&mut d, "M..H.V.H.", &[x + 4.0, top, x, bottom, x + 4.0]);
        let at = Rect {
            x: rect.x - SIDE,
            y: rect.y,
            width: SIDE - 8.0,
            height: rect.height,
        };
        let reach = count(kernel.size[1]);
        sketch.marks.centred("tick now", at.centre(), NOTE, reach);
    }
    sketch.marks.path("ruler", d);
}
