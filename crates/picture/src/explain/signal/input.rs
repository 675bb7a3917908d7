//! An input channel as a plot, with its padding and the window over it.
use super::super::sketch::{NOTE, Sketch};
use super::plot::{self, Across, INPUT, MARGIN, PADDING, Point, Up};
use super::{HEADING, Scope, Tap};
use crate::words;
use conv::Source;
use story::{Cell, Order, Tensor};

impl Scope<'_> {
    /// One input channel, with its padding and the window over it; how far down it reaches.
    pub(super) fn input(&mut self, sketch: &mut Sketch, across: &Across, row: usize, (top, height): (f32, f32)) -> f32 {
        let plan = &self.film.plan;
        let cells = plan.input_size()[2];
        let channel = self.inputs.0 + row;
        let several = plan.input_shape()[0] > 1;
        self.title(sketch, "title in", top, words::input(), several.then_some(channel));
        let step = self.step();
        let pitch = across.cell * step as f32;
        let (low, high) = plot::span(&self.film.input);
        let up = Up {
            top: top + HEADING,
            height,
            low,
            high,
            is_numbered: plot::has_numbers(pitch),
        };
        let taps = self.taps.get(row).cloned().unwrap_or_default();
        let mut window = String::new();
        if let ([first, .., last] | [first @ last], true) = (taps.as_slice(), self.is_stepped()) {
            if self.ask.frame.order == Order::Scatter {
                let place = (first.at + last.at) / 2.0;
                plot::band(&mut window, across, &up, (place, place));
            } else {
                plot::band(&mut window, across, &up, (first.at, last.at));
            }
        }
        sketch.marks.path("signal band", window);
        up.scale(sketch, (MARGIN, self.right()));
        let present = self.ask.frame.input_cell();
        let mut points = Vec::new();
        for cell in 0..cells {
            let (index, place) = (channel * cells + cell, (cell * step) as f32);
            let is_now = match self.ask.frame.order {
                Order::Scatter => present == Some(index),
                _ => self.is_stepped() && taps.iter().any(|tap| tap.at == place),
            };
            points.push(Point {
                place,
                value: self.film.value(Tensor::Input, index),
                is_now,
                is_there: true,
            });
            let rect = plot::column(across, &up, place, pitch);
            let cell = Cell::Of(Tensor::Input, index);
            sketch.spot_of(&rect, cell);
            let value = self.film.value(Tensor::Input, index);
            self.lit(cell, (across.x(place), up.y(value)));
        }
        if step == 1 {
            self.padding(sketch, across, &up, channel, &taps);
        }
        plot::points(sketch, &INPUT, across, &up, pitch, &points);
        let places: Vec<f32> = points.iter().map(|point| point.place).collect();
        let bottom = up.top + height + NOTE;
        plot::indices(sketch, across, bottom, &places);
        bottom + 4.0
    }

    /// What stands before and after the input.
    fn padding(&mut self, sketch: &mut Sketch, across: &Across, up: &Up, channel: usize, taps: &[Tap]) {
        let plan = &self.film.plan;
        let cells = plan.input_size()[2] as i64;
        let (before, after) = plan.pads()[2];
        for (from, to) in [(-before.max(0), 0), (cells, cells + after.max(0))] {
            let mut points = Vec::new();
            for at in from..to {
                let cell = Cell::Padding {
                    channel,
                    at: [0, 0, at],
                };
                let value = match plan.source([0, 0, at]) {
                    Source::Input(copied) | Source::Copy(copied) => {
                        self.film.value(Tensor::Input, channel * cells as usize + copied)
                    }
                    Source::Zero | Source::Hole => 0.0,
                };
                points.push(Point {
                    place: at as f32,
                    value,
                    is_now: self.is_stepped() && taps.iter().any(|tap| tap.at == at as f32),
                    is_there: true,
                });
                sketch.spot_of(&plot::column(across, up, at as f32, across.cell), cell);
                self.lit(cell, (across.x(at as f32), up.y(value)));
            }
            plot::points(sketch, &PADDING, across, up, across.cell, &points);
        }
    }
}
