//! The two tellings on the grids, for one axis: the input stamps the kernel; a window slides over the input with zeros
//! between.
//!
//! Both have the same columns: input cell `i` stands at place `i * stride`, and an output cell under the middle of the
//! window that gathers it.
mod rows;

use super::super::lights::Lights;
use super::super::sketch::{NOTE, Sketch, TITLE, number_size};
use crate::fit::words_width;
use crate::plane::{NUMBER, Rect};
use crate::shape::channel_values;
use conv::{Plan, Source};
use story::stamps::columns;
use story::text::{TablesKey, fill, say};
use story::words::cell_name;
use story::{Cell, Film, Frame, Order, Shown, Tensor};

const LARGEST: f32 = 38.0;
/// Between the rows: the ways lead through it.
const BETWEEN: f32 = 14.0;
/// Outlines go so far beyond the cells.
const EDGE: f32 = 3.0;
/// Between the two pictures.
const APART: f32 = 30.0;
/// Words may be wider than the cells, up to this.
const LEAST_WORDS: f32 = 300.0;

/// Where everything is on the places' axis.
#[derive(Clone, Debug)]
pub(super) struct Grids<'a> {
    frame: &'a Frame,
    channels: [usize; 2],
    /// The output channel as far as it is there.
    shown: &'a [Shown],
    /// The sizes of type for input, weights, output.
    types: [f32; 3],
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
    pub fn of(frame: &'a Frame, channels: [usize; 2], shown: &'a [Shown], room: f32) -> Option<Self> {
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
        let pitch = ((room - 2.0 * EDGE) / (end - first)).min(LARGEST);
        if pitch < NUMBER || shown.is_empty() {
            return None;
        }
        let film: &Film = &frame.film;
        let kernel = plan.kernel_size()[2];
        let kernels = channels[0] * plan.weight_shape()[1] + channels[1] % plan.weight_shape()[1];
        let types = [
            (&film.input, channels[0], plan.input_size()[2]),
            (&film.weight, kernels, kernel),
            (&film.output, channels[1], plan.output_size()[2]),
        ];
        let types = types.map(|(values, at, cells)| number_size(channel_values(values, at, cells), pitch));
        Some(Self {
            frame,
            channels,
            shown,
            types,
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
        let cells = (self.end - self.first) * self.pitch + 2.0 * EDGE;
        cells.max(LEAST_WORDS.min(self.room))
    }

    /// A cell at a place, in row 0, 1 or 2 of a picture whose cells begin at a height.
    fn at(&self, place: f32, row: usize, top: f32) -> Rect {
        Rect {
            x: self.x + EDGE + (place - self.first) * self.pitch,
            y: top + row as f32 * (self.pitch + BETWEEN),
            width: self.pitch,
            height: self.pitch,
        }
    }

    pub fn draw(mut self, sketch: &mut Sketch, lights: &mut Lights, (x, y): (f32, f32)) {
        self.x = x;
        let pointed = lights.lit.cell;
        let flip = self.frame.film.plan.flip();
        let input = self.input_in_hand(pointed);
        let output = self.output_in_hand(pointed);
        let scatters = self.frame.order == Order::Scatter;

        let about = if flip {
            TablesKey::TransposedStampMirrored
        } else {
            TablesKey::TransposedStamp
        };
        let title = (TablesKey::TransposedScatter, about, scatters);
        let film = &self.frame.film;
        let named = match (input, output) {
            (Some(input), _) => cell_name(film, Tensor::Input, input),
            (None, Some(output)) => {
                let cell = cell_name(film, Tensor::Output, output);
                fill(TablesKey::TransposedNoInput, &[("cell", &cell)])
            }
            (None, None) => String::new(),
        };
        let top = self.heading(sketch, title, named, y);
        self.inputs(sketch, top, input, lights);
        self.stamp(sketch, top, input, lights);
        self.outputs(sketch, top, (input, None), lights);

        let about = if flip {
            TablesKey::TransposedWindowMirrored
        } else {
            TablesKey::TransposedWindow
        };
        let title = (TablesKey::TransposedGather, about, !scatters);
        let named = output.map(|cell| cell_name(film, Tensor::Output, cell));
        let named = named.unwrap_or_default();
        let top = self.heading(sketch, title, named, top + 3.0 * self.pitch + 2.0 * BETWEEN + APART);
        self.window(sketch, top, output, lights);
        self.outputs(sketch, top, (None, output), lights);
    }

    /// The input cell whose stamp is shown: this step's, or the last that this step's output has.
    fn input_in_hand(&self, pointed: Option<Cell>) -> Option<usize> {
        if let Some(Cell::Of(Tensor::Input, cell)) = pointed
            && self.frame.order != Order::Scatter
            && cell / self.inputs_of_channel() == self.channels[0]
        {
            return Some(cell);
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
        if let Some(Cell::Of(Tensor::Output, cell)) = pointed
            && self.frame.order == Order::Scatter
            && cell / self.outputs_of_channel() == self.channels[1]
        {
            return Some(cell);
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
        (name, about, active): (TablesKey, TablesKey, bool),
        cell: String,
        y: f32,
    ) -> f32 {
        let class = if active { "title out" } else { "title" };
        sketch.words(class, (self.x, y + TITLE), TITLE, say(name));
        let aside = self.x + words_width(say(name), TITLE) + 8.0;
        sketch.marks.text("note", aside, y + TITLE, NOTE, cell);
        sketch.paragraph("note", (self.x, y + 31.0), NOTE, say(about), self.width()) + 11.0
    }
}

fn reach(plan: &Plan) -> usize {
    (plan.kernel_size()[2] - 1) * plan.dilation()[2]
}

/// The sentence that says why there are none.
pub(super) fn too_large(columns: usize) -> String {
    fill(
        TablesKey::TransposedGridsLarge,
        &[("count", &crate::coord::count(columns))],
    )
}
