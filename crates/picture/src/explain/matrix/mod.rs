//! The layer as a matrix times the flattened input, and its windows as columns.
mod mosaic;
mod still;
mod whole;
mod windows;

use super::lights::Lights;
use super::sketch::Sketch;
use super::{Ask, Picture};
use crate::coord::count;
use crate::shape::volume;
use conv::Plan;
use story::matrix::Matrix;
use story::text::{TablesKey, fill, say};
use story::{Frame, Tensor};
use whole::Whole;
use windows::Windows;

pub(super) const PICTURE: Picture = Picture::new(still::still, draw);

/// Columns that are drawn, at most: an input of 12 × 12.
const COLUMNS: usize = 144;
/// Rows that are drawn, at most.
const ROWS: usize = 450;
/// Products that a matrix is made of for a drawing, at most.
const WORK: usize = 1 << 15;
/// Between the two views, beneath one another and side by side.
const APART: f32 = 34.0;
const ASIDE: f32 = 48.0;
/// The least room for the windows beside the matrix.
const LEAST: f32 = 230.0;

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let frame = ask.frame;
    sketch.label = say(TablesKey::MatrixLabel).to_owned();
    let mut lights = Lights::of(frame, ask.pointed);
    views(sketch, ask, &mut lights);
    lights.draw(sketch);
}

/// The matrix and the windows, side by side where there is room.
fn views(sketch: &mut Sketch, ask: &Ask<'_>, lights: &mut Lights) {
    let frame = ask.frame;
    let film = &frame.film;
    if fits(&film.plan) {
        let matrix = Matrix::of(film);
        if let Some(whole) = Whole::of(&matrix, frame, ask.width) {
            whole.draw(sketch, lights);
            let left = whole.width() + ASIDE;
            let windows = Windows::of(frame, (ask.width - left).max(0.0));
            if left + LEAST <= ask.width && (windows.is_whole() || left <= ask.width / 2.0) {
                windows.draw(sketch, (left, 0.0), lights);
                return;
            }
        } else {
            mosaic::draw(sketch, &matrix, frame, ask.width, lights);
        }
    } else {
        too_large(sketch, film.output.len(), film.input.len());
    }
    let top = if sketch.bottom() > 0.0 {
        sketch.bottom() + APART
    } else {
        0.0
    };
    Windows::of(frame, ask.width).draw(sketch, (0.0, top), lights);
}

fn fits(plan: &Plan) -> bool {
    let (rows, columns) = (cells(plan.output_shape()), cells(plan.input_shape()));
    rows <= ROWS && columns <= COLUMNS && rows.saturating_mul(plan.slots()) <= WORK
}

fn cells(shape: &[usize]) -> usize {
    shape.iter().fold(1, |cells, &size| cells.saturating_mul(size))
}

fn too_large(sketch: &mut Sketch, rows: usize, columns: usize) {
    let arguments = [("rows", count(rows)), ("columns", count(columns))];
    let [rows, columns] = &arguments;
    let most = (count(COLUMNS), count(ROWS));
    sketch.lines.push(fill(
        TablesKey::MatrixTooLarge,
        &[
            (rows.0, &rows.1),
            (columns.0, &columns.1),
            ("most", &most.0),
            ("tall", &most.1),
        ],
    ));
}

/// A cell's index as PyTorch writes it, without the tensor's name.
fn bracket(frame: &Frame, tensor: Tensor, cell: usize) -> String {
    let name = story::words::cell_name(&frame.film, tensor, cell);
    let from = name.bytes().position(|byte| byte == b'[').unwrap_or(0);
    name[from..].to_owned()
}

/// The same of the whole row that a cell begins: `[1, :]`.
fn row_bracket(frame: &Frame, tensor: Tensor, cell: usize) -> String {
    let mut name = bracket(frame, tensor, cell);
    while name.pop().is_some_and(|letter| letter != ' ') {}
    name + " :]"
}

/// Cells of one channel of the output, and of the input.
fn planes(plan: &Plan) -> [usize; 2] {
    [volume(plan.output_size()), volume(plan.input_size())]
}
