//! The kernel as a plot, under the window that it lies on.
use super::super::sketch::{NOTE, Sketch, TITLE};
use super::plot::{self, Across, KERNEL, MARGIN, Point, Up};
use super::{GAP, Scope, Tap};
use crate::coord::trace;
use crate::fit::words_width;
use crate::plane::Rect;
use crate::words;
use story::{Cell, Order, Tensor};

/// A tap is at least so wide, where there is room.
const TAP: f32 = 28.0;

impl Scope<'_> {
    /// The kernel under its window: to scale where cells are wide enough, else larger, with lines to where it is.
    pub(super) fn kernel(
        &mut self,
        sketch: &mut Sketch,
        across: &Across,
        row: usize,
        (top, height): (f32, f32),
    ) -> f32 {
        let taps = self.taps.get(row).cloned().unwrap_or_default();
        let (Some(first), Some(last)) = (taps.first(), taps.last()) else {
            return top;
        };
        let reach = last.at - first.at;
        let cell = across.cell.max(TAP.min((self.right() - MARGIN) * 0.45 / (reach + 1.0)));
        let half = (reach + 1.0) * cell / 2.0;
        let middle = across.x(f32::midpoint(first.at, last.at));
        let middle = middle.min(self.right() - half).max(MARGIN + half);
        let own = Across {
            zero: middle - f32::midpoint(first.at, last.at) * cell,
            cell,
            ends: (MARGIN, self.right()),
        };
        let mut values = Vec::new();
        for tap in &taps {
            values.push(self.film.value(Tensor::Weight, tap.weight));
        }
        let (low, high) = plot::span(&values);
        let name = words::kernel(false);
        let name_width = words_width(name, TITLE) + 8.0;
        // Where there is no room beside it wherever it lies, its name stands above it.
        let is_above = 2.0 * (half + name_width) > self.right();
        let up = Up {
            top: top + if is_above { TITLE + 6.0 } else { GAP },
            height,
            low,
            high,
            is_numbered: plot::has_numbers(cell * self.spacing(&taps)),
        };
        let mut beam = String::new();
        let mut band = String::new();
        if self.is_stepped() {
            let edge = |across: &Across, at: f32, side: f32| across.x(at) + side * across.cell / 2.0;
            let (mut a, mut b) = (edge(across, first.at, -1.0), edge(across, last.at, 1.0));
            if self.ask.frame.order == Order::Scatter {
                let place = f32::midpoint(first.at, last.at);
                (a, b) = (edge(across, place, -1.0), edge(across, place, 1.0));
            }
            let ends = [
                a,
                top - NOTE - 4.0,
                b,
                top - NOTE - 4.0,
                edge(&own, last.at, 1.0),
                up.top,
                edge(&own, first.at, -1.0),
                up.top,
            ];
            trace(&mut beam, "M..L..L..L..z", &ends);
        }
        plot::band(&mut band, &own, &up, (first.at, last.at));
        sketch.marks.path("beam", beam);
        sketch.marks.path("signal kernel", band);
        let is_covered = middle - half < name_width;
        let at = match (is_above, is_covered) {
            (true, _) => (0.0, up.top - 5.0),
            (_, true) => (middle + half + 8.0, up.top + TITLE),
            _ => (0.0, up.top + TITLE),
        };
        sketch.words("title k clear", at, TITLE, name);
        let mut axis = String::new();
        trace(&mut axis, "M..h.", &[middle - half, up.y(0.0), 2.0 * half]);
        sketch.marks.path("signal axis", axis);
        let mut points = Vec::new();
        for (tap, &value) in taps.iter().zip(&values) {
            points.push(Point {
                place: tap.at,
                value,
                is_now: tap.counts,
                is_there: true,
            });
            let rect = plot::column(&own, &up, tap.at, cell);
            let cell = Cell::Of(Tensor::Weight, tap.weight);
            sketch.spot_of(&rect, cell);
            self.lit(cell, (own.x(tap.at), up.y(value)));
        }
        plot::points(sketch, &KERNEL, &own, &up, cell * self.spacing(&taps), &points);
        let bottom = up.top + height;
        sketch.hold(&Rect {
            x: 0.0,
            y: up.top,
            width: 1.0,
            height,
        });
        bottom + GAP
    }

    /// How many places one tap is from the next.
    fn spacing(&self, taps: &[Tap]) -> f32 {
        match taps {
            [first, second, ..] => (second.at - first.at).max(1.0),
            _ => 1.0,
        }
    }
}
