//! A matrix too large for numbers: its weights as colours.
use super::super::lights::Lights;
use super::super::sketch::{Sketch, TITLE};
use crate::coord::count;
use crate::mosaic::{level, outline, runs, scale};
use crate::plane::{Plane, Rect, Role};
use story::matrix::Matrix;
use story::text::{TablesKey, fill};
use story::{Cell, Frame, Tensor};

const LARGEST: f32 = 16.0;
const TALL: f32 = 620.0;
const HEADING: f32 = 24.0;
const GAP: f32 = 6.0;
/// How thick the input's row is, and the output's column.
const THICK: f32 = 12.0;

pub(super) fn draw(sketch: &mut Sketch, matrix: &Matrix, frame: &Frame, room: f32, lights: &mut Lights) {
    let film = &frame.film;
    let Matrix { rows, columns, .. } = *matrix;
    let title = fill(
        TablesKey::MatrixTitle,
        &[("rows", &count(rows)), ("columns", &count(columns))],
    );
    sketch.words("title k", (0.0, TITLE), TITLE, &title);
    let width = ((room - GAP - THICK - 4.0) / columns as f32).min(LARGEST);
    let height = width.min(TALL / rows as f32);
    let plane = Plane::grid;
    let top = HEADING + THICK + GAP;
    let right = columns as f32 * width + GAP;
    let whole = plane(Role::Kernel, [1, rows, columns], (1.0, top), (width, height));
    let inputs = plane(Role::Input, [1, 1, columns], (1.0, HEADING), (width, THICK));
    let outputs = plane(Role::Output, [1, rows, 1], (1.0 + right, top), (THICK, height));

    let mut levels = vec![level(None, 1.0); rows * columns];
    let mut there = vec![0; rows * columns];
    let mut values = Vec::new();
    for entry in matrix.entries() {
        values.push(entry.value);
    }
    let most = scale(&values);
    for row in 0..rows {
        for entry in matrix.row(row) {
            levels[row * columns + entry.column] = level(Some(entry.value), most);
            there[row * columns + entry.column] = 1;
        }
    }
    sketch.marks.rect("ground", &whole.rect(), 2.0);
    let mut d = String::new();
    runs(&mut d, &whole, &there);
    sketch.marks.path("plane k", d);
    sketch.shades(&whole, &levels, ["q k", "q k neg"]);

    strip(sketch, &inputs, &film.input, ["q in", "q in neg"], "plane in");
    strip(sketch, &outputs, &film.output, ["q out", "q out neg"], "plane out");
    let corner = (outputs.rect().centre().0, inputs.rect().centre().1 + 4.0);
    sketch.marks.text("term in", corner.0, corner.1, 12.0, "x".to_owned());
    let foot = (corner.0, outputs.rect().bottom() + 13.0);
    sketch.words("term out middle", foot, 12.0, "y");
    let mut waits = Vec::new();
    for row in 0..rows {
        waits.push(u8::from(!frame.is_done(row)));
    }
    let mut d = String::new();
    runs(&mut d, &outputs, &waits);
    sketch.marks.path("veil", d);

    let mut d = String::new();
    if let Some(row) = frame.output_cell() {
        let rect = whole.cell_rect([0, row as i64, 0]).unwrap_or_default();
        let rect = Rect {
            width: outputs.rect().right() - rect.x,
            ..rect
        };
        outline(&mut d, &rect.inset(-1.0));
    } else if let Some(column) = frame.input_cell() {
        let rect = inputs.cell_rect([0, 0, column as i64]).unwrap_or_default();
        let rect = Rect {
            height: whole.rect().bottom() - rect.y,
            ..rect
        };
        outline(&mut d, &rect.inset(-1.0));
    }
    sketch.marks.path("outline", d);
    for (plane, tensor, cells) in [(&inputs, Tensor::Input, columns), (&outputs, Tensor::Output, rows)] {
        for (at, place) in plane.places().take(cells).enumerate() {
            let (Some(rect), cell) = (plane.cell_rect(place), Cell::Of(tensor, at)) else {
                continue;
            };
            sketch.spot_of(&rect, cell);
            lights.cell(cell, &rect);
        }
    }
    for plane in [whole, inputs, outputs] {
        sketch.hold(&plane.rect().inset(-1.0));
    }
}

/// A vector beside the matrix.
fn strip(sketch: &mut Sketch, plane: &Plane, values: &[f32], classes: [&'static str; 2], ground: &'static str) {
    let most = scale(values);
    let mut levels = Vec::new();
    for &value in values {
        levels.push(level(Some(value), most));
    }
    sketch.marks.rect(ground, &plane.rect(), 1.0);
    sketch.shades(plane, &levels, classes);
}
