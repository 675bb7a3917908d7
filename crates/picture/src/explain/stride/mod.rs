//! The stride: a ruler of window starts, and the cells that no window reads.
mod facts;
mod output;
mod track;

use super::grid::{EDGE, Grid};
use super::sketch::{Sketch, TITLE, number_size};
use super::{Ask, Picture};
use crate::coord::{count, trace};
use crate::plane::{NUMBER, Rect};
use crate::words::sizes;
use std::sync::Arc;
use story::text::{Key, WindowsKey, fill, say};
use story::{Cell, Ruler, Shown, Tensor, Timeline};
use track::{TICKS, Track, depth};

pub(super) const PICTURE: Picture = Picture::new(facts::still, draw);

/// Cells at most so large, and the grid so high.
const LARGEST: f32 = 44.0;
const HIGHEST: f32 = 420.0;

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &ask.frame.film;
    let rank = film.plan.rank();
    // A first look at the axes tells how much room their rulers take.
    let depths = [0, 1, 2].map(|axis: usize| depth(&Ruler::of(&film.plan, axis)));
    let side = if rank > 1 { depths[1] + TICKS } else { 0.0 };
    let beyond = if rank > 1 { 12.0 } else { 0.0 };
    let room = (ask.width - side - beyond, HIGHEST);
    let Some(mut grid) = Grid::of(sketch, ask.frame, room, LARGEST) else {
        return;
    };
    let above = TITLE + 10.0 + heading(sketch, ask, &grid, side);
    (grid.plane.x, grid.plane.y) = (side + EDGE, above);
    grid.draw(sketch, ask);
    let timeline = Timeline::new(Arc::clone(film), ask.frame.order, ask.scene.net.seed);
    for axis in (3 - rank..3).rev() {
        let track = Track::of(&grid, axis, depths[axis], sketch.bottom());
        track.draw(sketch, ask, &timeline);
        track.lost(sketch, ask.width);
        if rank == 1 {
            outputs(sketch, ask, &track);
        }
    }
    if rank == 2 {
        output::draw(sketch, ask, &grid);
    }
    sketch.label = fill(WindowsKey::StrideLabel, &[("count", &count(grid.rulers[2].windows))]);
    grid.name_channel(sketch, film);
}

/// The names above the grid; how high what is said of unread cells is.
fn heading(sketch: &mut Sketch, ask: &Ask<'_>, grid: &Grid, x: f32) -> f32 {
    let plan = &ask.frame.film.plan;
    let sizes = sizes(1, plan.input_size(), plan.rank());
    sketch.heading("title in", (x + EDGE, TITLE), say(Key::Input), &sizes);
    if (0..3).any(|axis| grid.rulers[axis].read.contains(&false)) {
        20.0
    } else {
        0.0
    }
}

/// The output, each cell under the middle of its window.
fn outputs(sketch: &mut Sketch, ask: &Ask<'_>, track: &Track<'_>) {
    let side = track.pitch.min(34.0);
    if side < NUMBER {
        return;
    }
    let frame = ask.frame;
    let first = frame.output_cell().unwrap_or(0) / track.ruler.windows * track.ruler.windows;
    let size = number_size(&frame.film.output[first..first + track.ruler.windows], side);
    let top = sketch.bottom() + 12.0;
    let (mut wire, mut link, mut lit) = (String::new(), String::new(), String::new());
    for window in 0..track.ruler.windows {
        let label = track.label(window);
        let is_now = frame.output_cell() == Some(first + window);
        let way = [label.x, label.bottom(), top - 1.0];
        trace(if is_now { &mut link } else { &mut wire }, "M..V.", &way);
        let rect = Rect {
            x: label.x - side / 2.0,
            y: top,
            width: side,
            height: side,
        };
        let shown = frame.output(first + window);
        let classes = match (is_now, shown) {
            (true, Shown::Partial(_)) => ("cell out now part", "num out now part"),
            (true, _) => ("cell out now", "num out now"),
            (_, Shown::Done(_)) => ("cell out done", "num out"),
            _ => ("cell out", "num out"),
        };
        sketch.cell(classes, &rect, size, shown.value());
        let cell = Cell::Of(Tensor::Output, first + window);
        sketch.spot_of(&rect, cell);
        if ask.pointed == Some(cell) {
            crate::window::rounded(&mut lit, &rect.inset(1.5), 4.0);
        }
    }
    sketch.marks.path("wire idle", wire);
    sketch.marks.path("link", link);
    sketch.marks.path("lit out", lit);
    let at = (EDGE, sketch.bottom() + TITLE + 4.0);
    sketch.heading("title out", at, say(Key::Output), &count(track.ruler.windows));
}
