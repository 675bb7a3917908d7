//! The matrix with its numbers: the input over its columns, bias and output beside its rows.
use super::super::flat::{Flat, Names};
use super::super::lights::Lights;
use super::super::sketch::{Sketch, TITLE, number_size, output_classes};
use super::{bracket, planes, row_bracket};
use crate::coord::{count, trace};
use crate::fit::{short_number, words_width};
use crate::mark::body;
use crate::plane::{NUMBER, Rect};
use crate::window::rounded;
use story::matrix::Matrix;
use story::text::{TablesKey, fill};
use story::{Cell, Frame, Tensor};

/// Places of a matrix with numbers, at most.
const MOST: usize = 1600;
const LARGEST: f32 = 36.0;
const TALL: f32 = 640.0;
const HEADING: f32 = 26.0;
const WORDS: f32 = 17.0;
/// Around the matrix.
const GAP: f32 = 10.0;

pub(super) struct Whole<'a> {
    matrix: &'a Matrix,
    frame: &'a Frame,
    columns: Flat,
    rows: Flat,
    gutter: f32,
}

impl<'a> Whole<'a> {
    /// The matrix, if its numbers fit into a width.
    pub fn of(matrix: &'a Matrix, frame: &'a Frame, room: f32) -> Option<Self> {
        if matrix.rows.saturating_mul(matrix.columns) > MOST {
            return None;
        }
        let plan = &frame.film.plan;
        let gutter = words_width(&bracket(frame, Tensor::Output, matrix.rows - 1), 11.0).max(22.0) + 8.0;
        let line = |row: usize, cells: usize| Flat {
            start: 0.0,
            cell: 0.0,
            row: if plan.rank() > 1 || row < cells { row } else { cells },
            gap: 6.0,
        };
        let mut columns = line(plan.input_size()[2], matrix.columns);
        let mut rows = line(plan.output_size()[2], matrix.rows);
        columns.start = gutter;
        // Beside the matrix: bias and output.
        let beside = if frame.film.bias.is_some() { 2 } else { 1 };
        let gaps = columns.fitting(matrix.columns, room) * matrix.columns as f32;
        let free = gaps - gutter - (beside as f32 + 1.0) * GAP - 3.0;
        let cell = free / (matrix.columns + beside) as f32;
        let cell = cell.min(LARGEST).min(rows.fitting(matrix.rows, TALL));
        if cell < NUMBER {
            return None;
        }
        (columns.cell, rows.cell) = (cell, cell);
        rows.start = HEADING + WORDS + cell + GAP;
        Some(Self {
            matrix,
            frame,
            columns,
            rows,
            gutter,
        })
    }

    fn at(&self, x: f32, y: f32) -> Rect {
        let cell = self.columns.cell;
        Rect {
            x,
            y,
            width: cell,
            height: cell,
        }
    }

    fn place(&self, row: usize, column: usize) -> Rect {
        self.at(self.columns.at(column), self.rows.at(row))
    }

    fn input(&self, column: usize) -> Rect {
        self.at(self.columns.at(column), HEADING + WORDS)
    }

    fn bias(&self, row: usize) -> Rect {
        self.at(self.columns.end(self.matrix.columns) + GAP, self.rows.at(row))
    }

    fn output(&self, row: usize) -> Rect {
        let mut rect = self.bias(row);
        if self.frame.film.bias.is_some() {
            rect.x += self.columns.cell + GAP;
        }
        rect
    }

    pub fn width(&self) -> f32 {
        self.output(0).right() + 3.0
    }

    pub fn draw(&self, sketch: &mut Sketch, lights: &mut Lights) {
        self.names(sketch);
        self.inputs(sketch, lights);
        self.entries(sketch, lights);
        self.outputs(sketch, lights);
        self.present(sketch);
    }

    fn names(&self, sketch: &mut Sketch) {
        let Matrix { rows, columns, .. } = *self.matrix;
        let title = fill(
            TablesKey::MatrixTitle,
            &[("rows", &count(rows)), ("columns", &count(columns))],
        );
        sketch.words("title k", (0.0, TITLE), TITLE, &title);
        let right = self.gutter - 6.0;
        let y = self.input(0).centre().1 + 4.0;
        sketch.marks.text("index in", right, y, 12.0, "x".to_owned());
        let is_line = self.columns.row == columns;
        let mut names = Names::until(self.width());
        for column in 0..columns {
            let rect = self.input(column);
            if is_line {
                let at = column % self.columns.row;
                sketch.words("note middle", (rect.centre().0, rect.y - 4.0), 11.0, &count(at));
            } else if column % self.columns.row == 0 {
                let x = rect.x + 1.0;
                let name = names.fitting(x, row_bracket(self.frame, Tensor::Input, column));
                sketch.words("note", (x, rect.y - 4.0), Names::SIZE, &name);
            }
        }
        for row in 0..rows {
            let at = (right, self.place(row, 0).centre().1);
            let name = bracket(self.frame, Tensor::Output, row);
            sketch.marks.centred("index idle", at, 11.0, name);
        }
        for (rect, name, class) in [(self.bias(0), "+ b", "term k"), (self.output(0), "= y", "term out")] {
            if name == "= y" || self.frame.film.bias.is_some() {
                let at = (rect.centre().0, rect.y - 7.0);
                sketch.marks.text(class, at.0, at.1, 12.0, name.to_owned());
            }
        }
    }

    fn inputs(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let film = &self.frame.film;
        let mut is_used = vec![false; self.matrix.columns];
        if let Some(output) = self.frame.output_cell() {
            for entry in self.matrix.row(output) {
                is_used[entry.column] = true;
            }
        }
        let size = number_size(&film.input, self.columns.cell);
        for (column, is_used) in is_used.into_iter().enumerate() {
            let is_used = is_used || self.frame.input_cell() == Some(column);
            let classes = if is_used {
                ("cell in window", "num in window")
            } else {
                ("cell in", "num in")
            };
            let rect = self.input(column);
            let cell = Cell::Of(Tensor::Input, column);
            sketch.cell(classes, &rect, size, film.input.get(column).copied());
            sketch.spot_of(&rect, cell);
            lights.cell(cell, &rect);
        }
    }

    /// The weights in their places, and dots elsewhere.
    fn entries(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let mut values = Vec::new();
        for entry in self.matrix.entries() {
            values.push(entry.value);
        }
        let size = number_size(&values, self.columns.cell);
        let (mut dots, mut now) = (String::new(), String::new());
        let in_hand = self.frame.product();
        for row in 0..self.matrix.rows {
            let mut next = 0;
            let entries = self.matrix.row(row);
            for column in 0..self.matrix.columns {
                let rect = self.place(row, column);
                let Some(entry) = entries.get(next).filter(|entry| entry.column == column) else {
                    let (x, y) = rect.centre();
                    trace(&mut dots, "M..h.", &[x, y, 0.0]);
                    continue;
                };
                next += 1;
                let is_summed = entry.weights > 1;
                let class = if is_summed { "cell k summed" } else { "cell k" };
                sketch.cell((class, "num k"), &rect, size, Some(entry.value));
                let weight = Cell::Of(Tensor::Weight, entry.weight);
                if !is_summed {
                    sketch.spot_of(&rect, weight);
                }
                lights.weight(entry.weight, column, Some(row), &rect);
                let is_now = in_hand.is_some_and(|product| {
                    product.weight == entry.weight
                        && (self.frame.output_cell() == Some(row) || product.output == Some(row))
                });
                if is_now {
                    rounded(&mut now, &body(&rect), 4.0);
                }
            }
        }
        sketch.marks.path("dots", dots);
        sketch.marks.path("taps now", now);
    }

    fn outputs(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let film = &self.frame.film;
        let [cells, _] = planes(&film.plan);
        let size = number_size(&film.output, self.columns.cell);
        for row in 0..self.matrix.rows {
            if let Some(bias) = &film.bias {
                let text = short_number(bias[row / cells], 4);
                sketch.marks.centred("term k", self.bias(row).centre(), 11.0, text);
            }
            let rect = self.output(row);
            let shown = self.frame.output(row);
            let is_present = self.frame.output_cell() == Some(row);
            sketch.cell(output_classes(shown, is_present), &rect, size, shown.value());
            let cell = Cell::Of(Tensor::Output, row);
            sketch.spot_of(&rect, cell);
            lights.cell(cell, &rect);
        }
    }

    /// A frame around this step's row; where the order scatters, around its column.
    fn present(&self, sketch: &mut Sketch) {
        let mut d = String::new();
        if let Some(row) = self.frame.output_cell() {
            let rect = self.place(row, 0).and(&self.output(row));
            rounded(&mut d, &rect.inset(-1.5), 6.0);
        } else if let Some(column) = self.frame.input_cell() {
            let rect = self.input(column).and(&self.place(self.matrix.rows - 1, column));
            rounded(&mut d, &rect.inset(-1.5), 6.0);
        }
        sketch.marks.path("outline", d);
        sketch.hold(&self.output(self.matrix.rows - 1).inset(-2.0));
    }
}
