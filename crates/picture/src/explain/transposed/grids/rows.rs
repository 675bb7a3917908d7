//! The rows of the two pictures: the input, the kernel, the output, and the ways between them.
use super::super::super::lights::Lights;
use super::super::super::sketch::{NOTE, Sketch, output_classes};
use super::{BETWEEN, Grids};
use crate::coord::trace;
use crate::plane::Rect;
use crate::window::rounded;
use conv::Source;
use story::stamps::columns;
use story::{Cell, Shown, Tensor};

impl Grids<'_> {
    /// A cell of the input at its place.
    fn input_cell(&self, sketch: &mut Sketch, (cell, rect): (usize, &Rect), is_lit: bool, lights: &mut Lights) {
        let flat = self.channels[0] * self.inputs_of_channel() + cell;
        let values = &self.frame.film.input;
        let classes = if is_lit {
            ("cell in window", "num in window")
        } else {
            ("cell in", "num in")
        };
        sketch.cell(classes, rect, self.types[0], values.get(flat).copied());
        sketch.spot_of(rect, Cell::Of(Tensor::Input, flat));
        lights.cell(Cell::Of(Tensor::Input, flat), rect);
    }

    pub(super) fn inputs(&self, sketch: &mut Sketch, top: f32, in_hand: Option<usize>, lights: &mut Lights) {
        let stride = self.frame.film.plan.stride()[2];
        let first = self.channels[0] * self.inputs_of_channel();
        for cell in 0..self.inputs_of_channel() {
            let rect = self.at((cell * stride) as f32, 0, top);
            self.input_cell(sketch, (cell, &rect), in_hand == Some(first + cell), lights);
        }
    }

    /// The kernel under the input cell in hand, and the ways there and on.
    pub(super) fn stamp(&self, sketch: &mut Sketch, top: f32, input: Option<usize>, lights: &mut Lights) {
        let plan = &self.frame.film.plan;
        let kernel = plan.kernel_size()[2];
        let filter = self.channels[1] % plan.weight_shape()[1];
        let (mut to, mut on) = (String::new(), String::new());
        for slot in filter * kernel..(filter + 1) * kernel {
            let stamp = input.map(|input| plan.stamp(input, slot));
            let place = stamp.map(|stamp| stamp.at[2] as f32 + self.output);
            self.weight(sketch, top, place.zip(stamp.map(|stamp| stamp.weight)), lights);
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
    fn weight(&self, sketch: &mut Sketch, top: f32, at: Option<(f32, usize)>, lights: &mut Lights) {
        let values = &self.frame.film.weight;
        let rect = at.map_or(Rect::default(), |(place, _)| self.at(place, 1, top));
        let value = at.and_then(|(_, weight)| values.get(weight).copied());
        if at.is_some() {
            sketch.cell(("cell k", "num k"), &rect, self.types[1], value);
        } else {
            sketch.marks.rect("cell k none", &rect, 2.0);
            sketch.marks.number("num k", &rect, NOTE, None);
        }
        if let Some((_, weight)) = at {
            sketch.spot_of(&rect, Cell::Of(Tensor::Weight, weight));
            lights.cell(Cell::Of(Tensor::Weight, weight), &rect);
        }
    }

    /// The input with its zeros, the window, and the kernel under it.
    pub(super) fn window(&self, sketch: &mut Sketch, top: f32, output: Option<usize>, lights: &mut Lights) {
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
                self.input_cell(sketch, (cell, &rect), under, lights);
                continue;
            }
            let class = match (under, (0..=last).contains(&place)) {
                (true, _) => "cell hole window",
                (_, true) => "cell hole",
                (_, false) => "cell pad beyond",
            };
            sketch.marks.cell(class, &rect);
            // The outline may go around it.
            sketch.hold(&rect.inset(-2.0));
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
            self.weight(sketch, top, at, lights);
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
    pub(super) fn outputs(
        &self,
        sketch: &mut Sketch,
        top: f32,
        (input, present): (Option<usize>, Option<usize>),
        lights: &mut Lights,
    ) {
        let film = &self.frame.film;
        let plan = &film.plan;
        let (first, size) = columns(plan);
        let base = self.channels[1] * self.outputs_of_channel();
        let readers = input.map(|input| plan.readers(input)).unwrap_or_default();
        for at in first[2]..first[2] + size[2] as i64 {
            let rect = self.at(at as f32 + self.output, 2, top);
            let cell = usize::try_from(at).ok().filter(|&at| at < self.outputs_of_channel());
            let Some(cell) = cell else {
                sketch.marks.cell("cell crop", &rect);
                sketch.hold(&rect);
                continue;
            };
            let shown = self.shown[cell];
            let is_now = present == Some(base + cell);
            let is_stamped = shown != Shown::Empty && readers.binary_search(&(base + cell)).is_ok();
            let classes = if is_stamped {
                ("cell out stamp", "num out stamp")
            } else {
                output_classes(shown, is_now)
            };
            sketch.cell(classes, &rect, self.types[2], shown.value());
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, base + cell));
            lights.cell(Cell::Of(Tensor::Output, base + cell), &rect);
        }
    }
}
