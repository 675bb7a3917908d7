//! The output on two axes, with the cell of the present window: beside the input where there is room, else beneath it.
use crate::explain::Ask;
use crate::explain::film::type_for;
use crate::explain::grid::{EDGE, Grid};
use crate::explain::sketch::{BOLD, NOTE, Sketch, TITLE, output_classes};
use crate::fit::words_width;
use crate::mosaic::{outline, runs};
use crate::plane::{NUMBER, Plane, Role};
use crate::window::rounded;
use crate::words::sizes;
use story::text::{Key, say};
use story::{Cell, Tensor};

const LARGEST: f32 = 40.0;
const HIGHEST: f32 = 260.0;
/// So many rows may have numbers, though they go further down; and so high is it without numbers.
const ROWS: usize = 20;
const LOW: f32 = 150.0;
/// From the input to it.
const ASIDE: f32 = 40.0;
/// An output with more cells is not drawn.
const MOST: usize = 4096;

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>, grid: &Grid) {
    let frame = ask.frame;
    let plan = &frame.film.plan;
    let [_, height, width] = plan.output_size();
    let cells = height * width;
    if cells > MOST {
        return;
    }
    let beside = sketch.right() + ASIDE;
    let fitting = |room: f32, high: f32| (room / width as f32).min(high / height as f32).min(LARGEST);
    let title = say(Key::Output);
    let note = sizes(1, plan.output_size(), plan.rank());
    let named = (words_width(title, TITLE) + words_width(&note, NOTE)) * BOLD + 9.0;
    let room = ask.width - beside - 2.0;
    let cell = fitting(room, grid.plane.rect().height);
    let (x, y, cell) = if cell >= NUMBER && named <= room {
        (beside, grid.plane.y, cell)
    } else {
        let room = ask.width - 2.0 * EDGE;
        let high = if height <= ROWS {
            HIGHEST.max(NUMBER * height as f32)
        } else {
            HIGHEST
        };
        let mut cell = fitting(room, high);
        if cell < NUMBER {
            cell = fitting(room, LOW);
        }
        (EDGE, sketch.bottom() + 2.0 * TITLE + 10.0, cell)
    };
    let first = frame.output_cell().unwrap_or(0) / cells * cells;
    let plane = Plane {
        role: Role::Output,
        channel: first / cells,
        filter: 0,
        first: [0; 3],
        size: [1, height, width],
        x,
        y,
        cell: (cell, cell),
        active: true,
    };
    sketch.heading("title out", (x, y - 10.0), title, &note);
    // Colours need none, and there may be many of them.
    let measured = if plane.is_mosaic() { 0 } else { cells };
    let type_size = type_for(&frame.film.output[first..first + measured], plane.cell);
    let mut is_done = Vec::new();
    let (mut present, mut lit) = (String::new(), String::new());
    for (output, at) in (first..).zip(plane.places()) {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let cell = Cell::Of(Tensor::Output, output);
        let is_now = frame.output_cell() == Some(output);
        if plane.is_mosaic() {
            is_done.push(u8::from(frame.is_done(output)));
            if is_now {
                outline(&mut present, &rect.at_least(5.0));
            }
        } else {
            let shown = frame.output(output);
            sketch.cell(output_classes(shown, is_now), &rect, type_size, shown.value());
            sketch.spot_of(&rect, cell);
        }
        if ask.pointed == Some(cell) {
            rounded(&mut lit, &rect.inset(1.5), 4.0);
        }
    }
    if plane.is_mosaic() {
        let mut done = String::new();
        runs(&mut done, &plane, &is_done);
        sketch.marks.rect("cell out", &plane.rect(), 2.0);
        sketch.marks.path("plane out", done);
    }
    sketch.marks.path("ring thin", present);
    sketch.marks.path("lit out", lit);
    sketch.hold(&plane.rect());
}
