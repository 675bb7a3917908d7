//! The two tellings on the grids, for one axis: the input stamps the kernel; a window slides over the input with zeros
//! between.
//!
//! Both have the same columns: input cell `i` stands at place `i * stride`, and an output cell under the middle of the
//! window that gathers it.
use super::super::sketch::{NOTE, Sketch, TITLE, number_size};
use crate::coord::trace;
use crate::fit::words_width;
use crate::mark::body;
use crate::plane::{NUMBER, Rect};
use crate::window::rounded;
use conv::{Plan, Source};
use story::stamps::columns;
use story::text::{ExplainKey, fill, say};
use story::words::cell_name;
use story::{Cell, Frame, Lit, Order, Shown, Tensor};

const LARGEST: f32 = 38.0;
/// Between the rows: the ways lead through it.
const BETWEEN: f32 = 14.0;
/// Between the two pictures.
const APART: f32 = 30.0;
/// Words may be wider than the cells, up to this.
const LEAST_WORDS: f32 = 300.0;

/// Where everything is on the places' axis.
#[derive(Clone, Debug)]
pub(super) struct Grids<'a> {
    frame: &'a Frame,
    channels: [usize; 2],
    x: f32,
    /// How wide it may be.
    room: f32,
    pitch: f32,
    /// The first place, and one beyond the last.
    first: f32,
    end: f32,
    /// The place of output cell 0.
    output: f32,
}

impl<'a> Grids<'a> {
    /// The grids of a pair of channels; `None` where their cells would be too small.
    pub fn of(frame: &'a Frame, channels: [usize; 2], room: f32) -> Option<Self> {
        let plan = &frame.film.plan;
        let (first_output, size) = columns(plan);
        let (before, after) = plan.pads()[2];
        let reach = reach(plan) as f32;
        let output = reach / 2.0 - before as f32;
        let last = ((plan.input_size()[2] - 1) * plan.stride()[2]) as f32;
        let outputs = first_output[2] as f32 + output;
        let first = outputs.min(-before as f32).min(0.0);
        let end = (outputs + size[2] as f32)
            .max(last + 1.0 + after as f32)
            .max(last + 1.0);
        let pitch = ((room - 2.0) / (end - first)).min(LARGEST);
        (pitch >= NUMBER).then_some(Self {
            frame,
            channels,
            x: 0.0,
            room,
            pitch,
            first,
            end,
            output,
        })
    }

    pub fn pitch(&self) -> f32 {
        self.pitch
    }

    /// With its words.
    pub fn width(&self) -> f32 {
        let cells = (self.end - self.first) * self.pitch;
        cells.max(LEAST_WORDS.min(self.room))
    }

    /// A cell at a place, in row 0, 1 or 2 of a picture whose cells begin at a height.
    fn at(&self, place: f32, row: usize, top: f32) -> Rect {
        Rect {
            x: self.x + (place - self.first) * self.pitch,
            y: top + row as f32 * (self.pitch + BETWEEN),
            width: self.pitch,
            height: self.pitch,
        }
    }

    pub fn draw(mut self, sketch: &mut Sketch, pointed: Option<Cell>, (x, y): (f32, f32)) {
        self.x = x;
        let lit = pointed.map(|cell| Lit::of(self.frame, cell)).unwrap_or_default();
        let flip = self.frame.film.plan.flip();
        let mut paths = [const { String::new() }; 4];
        let input = self.input_in_hand(pointed);
        let output = self.output_in_hand(pointed);
        let scatters = self.frame.order == Order::Scatter;

        let about = if flip {
            ExplainKey::TransposedStampMirrored
        } else {
            ExplainKey::TransposedStamp
        };
        let title = (ExplainKey::TransposedScatter, about, scatters);
        let named = input.map(|cell| cell_name(&self.frame.film, Tensor::Input, cell));
        let top = self.heading(sketch, title, named, y);
        self.inputs(sketch, top, input, &lit, &mut paths);
        self.stamp(sketch, top, input, &lit, &mut paths);
        self.outputs(sketch, top, (input, None), &lit, &mut paths);

        let about = if flip {
            ExplainKey::TransposedWindowMirrored
        } else {
            ExplainKey::TransposedWindow
        };
        let title = (ExplainKey::TransposedGather, about, !scatters);
        let named = output.map(|cell| cell_name(&self.frame.film, Tensor::Output, cell));
        let top = self.heading(sketch, title, named, top + 3.0 * self.pitch + 2.0 * BETWEEN + APART);
        self.window(sketch, top, output, &lit, &mut paths);
        self.outputs(sketch, top, (None, output), &lit, &mut paths);
        for (class, d) in ["lit in", "lit k", "lit out", "lit here"].into_iter().zip(paths) {
            sketch.marks.path(class, d);
        }
    }

    /// The input cell whose stamp is shown: this step's, or the last that this step's output has.
    fn input_in_hand(&self, pointed: Option<Cell>) -> Option<usize> {
        if let Some(Cell::Of(Tensor::Input, cell)) = pointed.filter(|_| self.frame.order != Order::Scatter) {
            return Some(cell).filter(|&cell| cell / self.inputs_of_channel() == self.channels[0]);
        }
        if let Some(cell) = self.frame.input_cell() {
            return Some(cell);
        }
        let mut last = None;
        for product in &self.frame.products {
            if let (Source::Input(cell), true) = (product.source, product.channel == self.channels[0]) {
                last = Some(cell);
            }
        }
        last
    }

    /// The output cell whose window is shown: this step's, or the first that this step's stamp reaches.
    fn output_in_hand(&self, pointed: Option<Cell>) -> Option<usize> {
        if let Some(Cell::Of(Tensor::Output, cell)) = pointed.filter(|_| self.frame.order == Order::Scatter) {
            return Some(cell).filter(|&cell| cell / self.outputs_of_channel() == self.channels[1]);
        }
        if let Some(cell) = self.frame.output_cell() {
            return Some(cell);
        }
        if let Some(product) = self.frame.product() {
            return product.output;
        }
        let of_channel = |cell: usize| cell / self.outputs_of_channel() == self.channels[1];
        let mut outputs = self.frame.products.iter().filter_map(|product| product.output);
        outputs.find(|&cell| of_channel(cell))
    }

    fn inputs_of_channel(&self) -> usize {
        self.frame.film.plan.input_size()[2]
    }

    fn outputs_of_channel(&self) -> usize {
        self.frame.film.plan.output_size()[2]
    }

    /// The words over a picture; where its cells begin.
    fn heading(
        &self,
        sketch: &mut Sketch,
        (name, about, active): (ExplainKey, ExplainKey, bool),
        cell: Option<String>,
        y: f32,
    ) -> f32 {
        let class = if active { "title out" } else { "title" };
        sketch.words(class, (self.x, y + TITLE), TITLE, say(name));
        let aside = self.x + words_width(say(name), TITLE) + 8.0;
        let cell = cell.unwrap_or_default();
        sketch.marks.text("note", aside, y + TITLE, NOTE, cell);
        sketch.paragraph("note", (self.x, y + 31.0), NOTE, say(about), self.width()) + 11.0
    }

    /// A cell of the input at its place.
    fn input_cell(
        &self,
        sketch: &mut Sketch,
        (cell, rect): (usize, &Rect),
        is_lit: bool,
        lit: &Lit,
        paths: &mut [String; 4],
    ) {
        let flat = self.channels[0] * self.inputs_of_channel() + cell;
        let values = &self.frame.film.input;
        let classes = if is_lit {
            ("cell in window", "num in window")
        } else {
            ("cell in", "num in")
        };
        let size = number_size(values, self.pitch);
        sketch.cell(classes, rect, size, values.get(flat).copied());
        sketch.spot_of(rect, Cell::Of(Tensor::Input, flat));
        self.light(paths, rect, Cell::Of(Tensor::Input, flat), lit);
    }

    fn light(&self, paths: &mut [String; 4], rect: &Rect, cell: Cell, lit: &Lit) {
        let (path, belongs) = match cell {
            _ if lit.cell == Some(cell) => (3, true),
            Cell::Of(Tensor::Input, flat) => (0, lit.inputs.contains(&flat)),
            Cell::Of(Tensor::Weight, flat) => (1, lit.weights.contains(&flat)),
            Cell::Of(_, flat) => (2, lit.outputs.contains(&flat)),
            Cell::Padding { .. } => (0, false),
        };
        if belongs {
            rounded(&mut paths[path], &body(rect), 4.0);
        }
    }

    fn inputs(&self, sketch: &mut Sketch, top: f32, in_hand: Option<usize>, lit: &Lit, paths: &mut [String; 4]) {
        let stride = self.frame.film.plan.stride()[2];
        let first = self.channels[0] * self.inputs_of_channel();
        for cell in 0..self.inputs_of_channel() {
            let rect = self.at((cell * stride) as f32, 0, top);
            self.input_cell(sketch, (cell, &rect), in_hand == Some(first + cell), lit, paths);
        }
    }

    /// The kernel under the input cell in hand, and the ways there and on.
    fn stamp(&self, sketch: &mut Sketch, top: f32, input: Option<usize>, lit: &Lit, paths: &mut [String; 4]) {
        let plan = &self.frame.film.plan;
        let kernel = plan.kernel_size()[2];
        let filter = self.channels[1] % plan.weight_shape()[1];
        let (mut to, mut on) = (String::new(), String::new());
        for slot in filter * kernel..(filter + 1) * kernel {
            let stamp = input.map(|input| plan.stamp(input, slot));
            let place = stamp.map(|stamp| stamp.at[2] as f32 + self.output);
            self.weight(sketch, top, place.zip(stamp.map(|stamp| stamp.weight)), lit, paths);
            if let (Some(place), Some(stamp)) = (place, stamp) {
                let (x, y) = self.at(place, 1, top).centre();
                if stamp.output.is_some() {
                    trace(&mut on, "M..v.", &[x, y + self.pitch / 2.0, BETWEEN]);
                }
            }
        }
        if let Some(input) = input {
            let place = (input % self.inputs_of_channel() * plan.stride()[2]) as f32;
            let rect = self.at(place, 0, top);
            trace(&mut to, "M..v.", &[rect.centre().0, rect.bottom(), BETWEEN]);
        }
        sketch.marks.path("wire k", to);
        sketch.marks.path("wire", on);
    }

    /// A cell of the kernel; where there is none, marks that are not seen.
    fn weight(&self, sketch: &mut Sketch, top: f32, at: Option<(f32, usize)>, lit: &Lit, paths: &mut [String; 4]) {
        let values = &self.frame.film.weight;
        let rect = at.map_or(Rect::default(), |(place, _)| self.at(place, 1, top));
        let value = at.and_then(|(_, weight)| values.get(weight).copied());
        if at.is_some() {
            sketch.cell(("cell k", "num k"), &rect, number_size(values, self.pitch), value);
        } else {
            sketch.marks.rect("cell k none", &rect, 2.0);
            sketch.marks.number("num k", &rect, NOTE, None);
        }
        if let Some((_, weight)) = at {
            sketch.spot_of(&rect, Cell::Of(Tensor::Weight, weight));
            self.light(paths, &rect, Cell::Of(Tensor::Weight, weight), lit);
        }
    }

    /// The input with its zeros, the window, and the kernel under it.
    fn window(&self, sketch: &mut Sketch, top: f32, output: Option<usize>, lit: &Lit, paths: &mut [String; 4]) {
        let plan = &self.frame.film.plan;
        let kernel = plan.kernel_size()[2];
        let local = self.channels[0] % (plan.slots() / kernel);
        let mut taps = Vec::new();
        for slot in local * kernel..(local + 1) * kernel {
            taps.push(output.map(|output| plan.tap(output, slot)));
        }
        let (before, after) = plan.pads()[2];
        let stride = plan.stride()[2];
        let last = ((self.inputs_of_channel() - 1) * stride) as i64;
        for place in -before.max(0)..=last + after.max(0) {
            let rect = self.at(place as f32, 0, top);
            let under = taps.iter().flatten().any(|tap| tap.at[2] == place);
            if (0..=last).contains(&place) && place % stride as i64 == 0 {
                let cell = place as usize / stride;
                self.input_cell(sketch, (cell, &rect), under, lit, paths);
                continue;
            }
            let class = match (under, (0..=last).contains(&place)) {
                (true, _) => "cell hole window",
                (_, true) => "cell hole",
                (_, false) => "cell pad beyond",
            };
            sketch.marks.cell(class, &rect);
            sketch
                .marks
                .centred("num idle", rect.centre(), (self.pitch * 0.36).max(9.0), "0".to_owned());
            let at = [0, 0, place];
            sketch.spot_of(
                &rect,
                Cell::Padding {
                    channel: self.channels[0],
                    at,
                },
            );
        }
        let (mut to, mut on) = (String::new(), String::new());
        let mut around: Option<Rect> = None;
        for tap in taps {
            let at = tap.map(|tap| (tap.at[2] as f32, tap.weight));
            self.weight(sketch, top, at, lit, paths);
            let Some(tap) = tap else { continue };
            let over = self.at(tap.at[2] as f32, 0, top);
            around = Some(around.map_or(over, |around| around.and(&over)));
            if tap.source != Source::Hole {
                trace(&mut to, "M..v.", &[over.centre().0, over.bottom(), BETWEEN]);
            }
        }
        if let (Some(around), Some(output)) = (around, output) {
            let under = self.at((output % self.outputs_of_channel()) as f32 + self.output, 2, top);
            let bar = under.y - BETWEEN + 4.0;
            trace(
                &mut on,
                "M..H.M..V.",
                &[
                    around.x + 6.0,
                    bar,
                    around.right() - 6.0,
                    under.centre().0,
                    bar,
                    under.y,
                ],
            );
        }
        sketch.marks.path("wire k", to);
        sketch.marks.path("wire", on);
        let mut outline = String::new();
        if let Some(around) = around {
            rounded(&mut outline, &around.inset(-1.0), 6.0);
        }
        sketch.marks.path("outline", outline);
    }

    /// The output as far as it is there, and what is cropped; what is stamped, or the cell that is gathered, stands out.
    fn outputs(
        &self,
        sketch: &mut Sketch,
        top: f32,
        (input, present): (Option<usize>, Option<usize>),
        lit: &Lit,
        paths: &mut [String; 4],
    ) {
        let film = &self.frame.film;
        let plan = &film.plan;
        let (first, size) = columns(plan);
        let base = self.channels[1] * self.outputs_of_channel();
        let readers = input.map(|input| plan.readers(input)).unwrap_or_default();
        let type_size = number_size(&film.output, self.pitch);
        for at in first[2]..first[2] + size[2] as i64 {
            let rect = self.at(at as f32 + self.output, 2, top);
            let cell = usize::try_from(at).ok().filter(|&at| at < self.outputs_of_channel());
            let Some(cell) = cell else {
                sketch.marks.cell("cell crop", &rect);
                sketch.hold(&rect);
                continue;
            };
            let shown = self.frame.output(base + cell);
            let is_now = present == Some(base + cell);
            let classes = match shown {
                Shown::Done(_) if is_now => ("cell out now", "num out now"),
                _ if is_now => ("cell out now part", "num out now part"),
                Shown::Empty => ("cell out", "num out"),
                _ if readers.contains(&(base + cell)) => ("cell out stamp", "num out stamp"),
                Shown::Partial(_) => ("cell out part", "num out part"),
                Shown::Done(_) => ("cell out done", "num out"),
            };
            sketch.cell(classes, &rect, type_size, shown.value());
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, base + cell));
            self.light(paths, &rect, Cell::Of(Tensor::Output, base + cell), lit);
        }
    }
}

fn reach(plan: &Plan) -> usize {
    (plan.kernel_size()[2] - 1) * plan.dilation()[2]
}

/// The sentence that says why there are none.
pub(super) fn too_large(columns: usize) -> String {
    fill(
        ExplainKey::TransposedGridsLarge,
        &[("count", &crate::coord::count(columns))],
    )
}
