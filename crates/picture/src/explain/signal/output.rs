//! An output channel as a plot, as far as it is done.
use super::super::sketch::{NOTE, Sketch, TITLE};
use super::plot::{self, Across, MARGIN, OUTPUT, Point, Up};
use super::{GAP, HEADING, Scope};
use crate::coord::trace;
use crate::words;
use story::text::{NumbersKey, fill};
use story::words::cell_name;
use story::{Cell, Order, Tensor, number};

impl Scope<'_> {
    /// The scale of the outputs in a plot.
    fn output_scale(&self, across: &Across, (top, height): (f32, f32)) -> Up {
        let (low, high) = plot::span(&self.film.output);
        Up {
            top: top + HEADING,
            height,
            low,
            high,
            is_numbered: plot::has_numbers(across.cell * self.pitch()),
        }
    }

    /// The way from the kernel to the present output, behind all plots.
    pub(super) fn link(&self, sketch: &mut Sketch, across: &Across, (top, height): (f32, f32)) {
        let mut path = String::new();
        if let Some(output) = self.ask.frame.output_cell() {
            let cells = self.film.plan.output_size()[2];
            let row = (output / cells).saturating_sub(self.outputs.0);
            let from = top + row as f32 * (HEADING + height + NOTE + GAP);
            let value = self.ask.frame.output(output).value().unwrap_or(0.0);
            let up = self.output_scale(across, (from, height));
            let x = across.x(self.middle(output % cells));
            trace(&mut path, "M..V.", &[x, top - GAP, up.y(value)]);
        }
        sketch.marks.path("signal link", path);
    }

    /// One output channel as far as it is done; how far down it reaches.
    pub(super) fn output(
        &mut self,
        sketch: &mut Sketch,
        across: &Across,
        channel: usize,
        (top, height): (f32, f32),
    ) -> f32 {
        let frame = self.ask.frame;
        let plan = &self.film.plan;
        let cells = plan.output_size()[2];
        let several = plan.output_shape()[0] > 1;
        let pitch = across.cell * self.pitch();
        let up = self.output_scale(across, (top, height));
        let stamped = self.stamped();
        let mut points = Vec::new();
        let mut present = String::new();
        let mut places = Vec::new();
        for cell in 0..cells {
            let index = channel * cells + cell;
            let shown = frame.output(index).value();
            let place = self.middle(cell);
            let value = shown.unwrap_or(0.0);
            let is_present = frame.output_cell() == Some(index);
            if is_present {
                let name = cell_name(self.film, Tensor::Output, index);
                present = fill(NumbersKey::SignalCell, &[("cell", &name), ("value", &number(value))]);
                if self.is_tight() {
                    present = number(value);
                }
            }
            points.push(Point {
                place,
                value,
                is_now: is_present || stamped.contains(&index),
                is_there: shown.is_some(),
            });
            places.push(place);
            let rect = plot::column(across, &up, place, pitch);
            let cell = Cell::Of(Tensor::Output, index);
            sketch.spot_of(&rect, cell);
            self.lit(cell, (across.x(place), up.y(value)));
        }
        up.scale(sketch, (MARGIN, self.right()));
        plot::points(sketch, &OUTPUT, across, &up, pitch, &points);
        self.title(
            sketch,
            "title out clear",
            top,
            words::output(),
            several.then_some(channel),
        );
        plot::ending(sketch, "score out clear", (self.right(), top + TITLE), TITLE, present);
        let bottom = up.top + height + NOTE;
        plot::indices(sketch, across, bottom, &places);
        bottom + GAP
    }

    /// The outputs that a scattered step adds to.
    fn stamped(&self) -> Vec<usize> {
        let mut stamped = Vec::new();
        if self.ask.frame.order == Order::Scatter {
            for product in &self.ask.frame.products {
                if product.done {
                    stamped.extend(product.output);
                }
            }
        }
        stamped
    }
}
