//! A table too large for numbers: its products as colours.
use super::super::sketch::Sketch;
use super::names;
use crate::mosaic::{level, outline, runs, scale};
use crate::plane::{Plane, Rect, Role};
use crate::shape::volume;
use story::stamps::Stamps;
use story::{Cell, Frame, Tensor};

/// The smallest square.
const LEAST: f32 = 2.0;
const LARGEST: f32 = 14.0;
/// The breadth of the input's and the output's cells.
const SIDE: f32 = 12.0;
/// A table is so high where its rows are not too many.
const LOW: f32 = 160.0;
/// Squares, at most.
const MOST: usize = 1 << 14;
/// Between the input's cells and the table, and between the table and the output's.
const GAP: f32 = 6.0;

/// Draws it beneath what is there, if it fits.
pub(super) fn draw(sketch: &mut Sketch, stamps: &Stamps, frame: &Frame, top: f32, room: f32) -> bool {
    let film = &frame.film;
    let rank = film.plan.rank();
    let (rows, columns) = (volume(stamps.input), volume(stamps.size));
    if rows * columns > MOST {
        return false;
    }
    let gutter = names::gutter(stamps, rank);
    let left = gutter + SIDE + GAP;
    // Whole pixels: what covers squares covers all of them.
    let cell = ((room - left - 2.0) / columns as f32).min(LARGEST).floor();
    if cell < LEAST {
        return false;
    }
    // A few rows may be higher than the columns are broad.
    let high = (LOW / rows as f32).floor().clamp(cell, LARGEST);
    let plane = |role, size, x, y, cell| Plane::grid(role, size, (x, y), cell);
    let top = top + names::ABOVE;
    let table = plane(Role::Kernel, [1, rows, columns], left, top, (cell, high));
    let inputs = plane(Role::Input, [1, rows, 1], gutter, top, (SIDE, high));
    let foot = table.rect().bottom() + GAP;
    let outputs = plane(Role::Output, [1, 1, columns], left, foot, (cell, SIDE));
    squares(sketch, stamps, frame, &table);
    let of_input = inputs_column(sketch, stamps, frame, (&inputs, &table));
    let of_output = outputs_row(sketch, stamps, frame, (&outputs, &table));
    sketch.marks.path("outline", of_output + &of_input);
    for plane in [&table, &inputs, &outputs] {
        sketch.hold(&plane.rect());
    }
    names::indices(sketch, stamps, rank, [&table, &outputs], room);
    names::legend(
        sketch,
        room,
        stamps.squares.iter().any(|square| square.output.is_none()),
    );
    true
}

/// The products: made, still to be made, and cut off.
fn squares(sketch: &mut Sketch, stamps: &Stamps, frame: &Frame, table: &Plane) {
    let film = &frame.film;
    let values: Vec<f32> = stamps
        .squares
        .iter()
        .map(|square| film.input[square.input] * film.weight[square.weight])
        .collect();
    let most = scale(&values);
    let [_, rows, columns] = table.size;
    let mut levels = vec![level(None, 1.0); rows * columns];
    let [mut waits, mut met, mut outside] = [0; 3].map(|none| vec![none; rows * columns]);
    for (square, &value) in stamps.squares.iter().zip(&values) {
        let at = square.row * columns + square.column;
        let cropped = square.output.is_none();
        outside[at] = u8::from(cropped);
        levels[at] = level(Some(value).filter(|_| !cropped), most);
        met[at] = u8::from(!cropped);
        waits[at] = u8::from(!cropped && !frame.has_made(square));
    }
    sketch.marks.rect("ground", &table.rect(), 2.0);
    covered(sketch, table, "plane out", &met);
    sketch.shades(table, &levels, ["q out", "q out neg"]);
    covered(sketch, table, "plane k", &waits);
    covered(sketch, table, "plane crop", &outside);
}

/// One mark over all squares of a kind.
fn covered(sketch: &mut Sketch, plane: &Plane, class: &'static str, kinds: &[u8]) {
    let mut d = String::new();
    runs(&mut d, plane, kinds);
    sketch.marks.path(class, d);
}

/// The input's cells beside the table's rows. The outline of the row of this step.
fn inputs_column(sketch: &mut Sketch, stamps: &Stamps, frame: &Frame, (inputs, table): (&Plane, &Plane)) -> String {
    let rows = inputs.size[1];
    let first = stamps.channels[0] * rows;
    let cells = &frame.film.input;
    let most = scale(cells);
    let mut levels = Vec::new();
    for input in first..first + rows {
        levels.push(level(cells.get(input).copied(), most));
    }
    sketch.marks.rect("plane in", &inputs.rect(), 1.0);
    sketch.shades(inputs, &levels, ["q in", "q in neg"]);
    for row in 0..rows {
        if let Some(rect) = inputs.cell_rect([0, row as i64, 0]) {
            sketch.spot_of(&rect, Cell::Of(Tensor::Input, first + row));
        }
    }
    let mut present = String::new();
    if let Some(input) = frame.input_cell() {
        let rect = inputs.cell_rect([0, (input % rows) as i64, 0]).unwrap_or_default();
        let width = table.rect().right() - rect.x;
        outline(&mut present, &Rect { width, ..rect }.inset(-1.0));
    }
    present
}

/// The output's cells beneath the table's columns. The outline of the column of this step.
fn outputs_row(sketch: &mut Sketch, stamps: &Stamps, frame: &Frame, (outputs, table): (&Plane, &Plane)) -> String {
    let film = &frame.film;
    let most = scale(&film.output);
    let (mut levels, mut there, mut waits) = (Vec::new(), Vec::new(), Vec::new());
    let mut present = String::new();
    for column in 0..outputs.size[2] {
        let output = stamps.output(&film.plan, column);
        levels.push(level(output.map(|output| film.output[output]), most));
        there.push(u8::from(output.is_some()));
        waits.push(u8::from(output.is_some_and(|output| !frame.is_done(output))));
        let at = [0, 0, column as i64];
        if output.is_some() && output == frame.output_cell() {
            let rect = table.cell_rect(at).unwrap_or_default();
            let height = outputs.rect().bottom() - rect.y;
            outline(&mut present, &Rect { height, ..rect }.inset(-1.0));
        }
        if let (Some(output), Some(rect)) = (output, outputs.cell_rect(at)) {
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, output));
        }
    }
    covered(sketch, outputs, "plane out", &there);
    sketch.shades(outputs, &levels, ["q out", "q out neg"]);
    covered(sketch, outputs, "veil", &waits);
    present
}
