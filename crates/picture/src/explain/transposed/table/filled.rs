//! What stands in the table at a step.
use super::super::super::flat::{Names, index_text};
use super::super::super::lights::Lights;
use super::super::super::sketch::{Sketch, number_size, output_classes};
use super::{Table, WITH_CORNER, WORDS};
use crate::coord::{count, trace};
use crate::fit::short_number;
use crate::mark::body;
use crate::plane::Rect;
use crate::shape::{index, place, volume};
use crate::window::rounded;
use story::stamps::Square;
use story::text::{TablesKey, say};
use story::{Cell, Tensor};

impl Table<'_> {
    /// The indices, and the input's cells before the rows.
    pub(super) fn names(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let film = &self.frame.film;
        let present = self.frame.input_cell();
        let inputs = &film.input[self.stamps.channels[0] * self.rows..];
        let size = number_size(&inputs[..self.rows], self.cell.min(34.0));
        for first in (0..self.columns).step_by(self.per_line) {
            for (row, &value) in inputs[..self.rows].iter().enumerate() {
                let rect = self.head(row, first);
                let cell = self.stamps.channels[0] * self.rows + row;
                let classes = if present == Some(cell) {
                    ("cell in window", "num in window")
                } else {
                    ("cell in", "num in")
                };
                sketch.cell(classes, &rect, size, Some(value));
                sketch.spot_of(&rect, Cell::Of(Tensor::Input, cell));
                lights.cell(Cell::Of(Tensor::Input, cell), &rect);
                let at = place(row, self.stamps.input).map(|at| at as i64);
                let middle = (rect.x - 4.0, rect.centre().1);
                sketch
                    .marks
                    .centred("index idle", middle, 11.0, index_text(at, self.rank));
            }
            self.feet_names(sketch, first);
        }
        let right = self.width();
        let mut names = Names::until(right);
        for column in 0..self.columns {
            if column % self.per_line == 0 {
                names = Names::until(right);
            }
            let (x, y) = self.column(column);
            let at = self.stamps.place(column);
            let name = match self.outputs[column] {
                Some(_) => count(at[2] as usize),
                None => "×".to_owned(),
            };
            let from = (x + self.cell / 2.0, y - 5.0);
            sketch.words("note middle", from, 11.0, &name);
            // Over the first column of an output row, which row it is.
            let starts = at[2] == self.stamps.first[2] || column % self.per_line == 0;
            if self.rank > 1 && starts {
                let mut row = index_text([at[0], at[1], 0], self.rank);
                row.pop();
                let row = names.fitting(x + 2.0, ["[", &row, ":]"].concat());
                sketch.words("note", (x + 2.0, y - WORDS - 5.0), Names::SIZE, &row);
            }
        }
    }

    /// What the lines at the foot are called.
    fn feet_names(&self, sketch: &mut Sketch, column: usize) {
        let foot = self.foot(column);
        let mut y = self.square(self.rows, column).y + 8.0;
        let right = self.gutter() - 8.0;
        let mut name = |class, key, y: f32| {
            let text = say(key);
            sketch.marks.text(class, right, y, 11.0, text.to_owned());
        };
        name("index idle", TablesKey::TransposedCount, y + 12.0);
        if self.has_sums() {
            y += WORDS;
            name("index idle", TablesKey::TransposedSum, y + 12.0);
            y += WORDS;
            name("index idle", TablesKey::TransposedSumOthers, y + 12.0);
        }
        if self.frame.film.bias.is_some() {
            y += WORDS;
            name("index k", TablesKey::TransposedBias, y + 12.0);
        }
        name("index out", TablesKey::TransposedOutput, foot.centre().1 + 4.0);
    }

    /// A dot where no weight meets, and a frame around the columns that are cropped.
    pub(super) fn empty(&self, sketch: &mut Sketch) {
        let mut is_met = vec![false; self.rows * self.columns];
        for square in &self.stamps.squares {
            is_met[square.row * self.columns + square.column] = true;
        }
        let mut d = String::new();
        for (at, is_met) in is_met.iter().enumerate() {
            if !is_met {
                let (x, y) = self.square(at / self.columns, at % self.columns).centre();
                trace(&mut d, "M..h.", &[x, y, 0.0]);
            }
        }
        sketch.marks.path("dots", d);
        let mut crosses = String::new();
        for column in 0..self.columns {
            if self.outputs[column].is_none() {
                let foot = body(&self.foot(column));
                sketch.marks.rect("cell crop", &foot, 4.0);
                let Rect { x, y, width, height } = foot.inset(foot.width * 0.28);
                trace(
                    &mut crosses,
                    "M..l..M..l..",
                    &[x, y, width, height, x, y + height, width, -height],
                );
            }
        }
        sketch.marks.path("hatch", crosses);
    }

    pub(super) fn product(&self, sketch: &mut Sketch, square: &Square, value: f32, size: f32, lights: &mut Lights) {
        let rect = self.square(square.row, square.column);
        let frame = self.frame;
        let made = frame.has_made(square);
        let is_present = frame.cell
            == if frame.input_cell().is_some() {
                Some(square.input)
            } else {
                square.output
            };
        let is_in_hand = is_present && frame.product().is_some_and(|product| product.weight == square.weight);
        let (cell, number) = match (square.output, made, is_present && frame.cell.is_some()) {
            (None, ..) => ("cell product crop", "num idle"),
            (_, true, true) if is_in_hand => ("cell out now", "num out now"),
            (_, true, true) => ("cell out stamp", "num out stamp"),
            (_, true, false) => ("cell out done", "num out"),
            (_, false, _) => ("cell product wait", "num out"),
        };
        let with_corner = self.cell >= WITH_CORNER;
        sketch.marks.cell(cell, &rect);
        // Below the corner.
        let mut below = rect;
        below.y += if with_corner { self.cell * 0.1 } else { 0.0 };
        let size = if with_corner { size.min(self.cell * 0.34) } else { size };
        sketch.marks.number(number, &below, size, made.then_some(value));
        sketch.hold(&rect);
        if with_corner {
            let inner = body(&rect);
            let text = ["×", &short_number(frame.film.weight[square.weight], 4)].concat();
            let class = if cell == "cell out now" {
                "corner now"
            } else {
                "corner k"
            };
            sketch.marks.text(class, inner.right() - 3.0, inner.y + 10.0, 9.5, text);
        }
        sketch.spot_of(&rect, Cell::Of(Tensor::Weight, square.weight));
        lights.weight(square.weight, square.input, square.output, &rect);
    }

    /// How many products each column has, what they come to, the bias, and the output.
    pub(super) fn sums(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let film = &self.frame.film;
        let mut counts = vec![0; self.columns];
        let mut sums: Vec<Option<f32>> = vec![None; self.columns];
        for (square, value) in self.stamps.squares.iter().zip(&self.values) {
            counts[square.column] += 1;
            if self.frame.has_made(square) {
                sums[square.column] = Some(sums[square.column].unwrap_or(0.0) + value);
            }
        }
        let outputs = self.channel_outputs();
        let size = number_size(outputs, self.cell);
        for column in 0..self.columns {
            let Some(output) = self.outputs[column] else { continue };
            let rect = self.square(self.rows, column);
            let (x, mut y) = (rect.centre().0, rect.y + 8.0 + 12.0);
            let fewest = if counts[column] == 0 {
                "note middle none"
            } else {
                "note middle"
            };
            sketch.marks.text(fewest, x, y, 11.0, count(counts[column]));
            let most = ((self.cell / 6.4) as usize).max(3);
            if self.has_sums() {
                let done = self.frame.is_done(output).then_some(0.0);
                let others = self.frame.others(output, self.stamps.channels[0]);
                for (class, sum) in [("term out", sums[column].or(done)), ("term out idle", others)] {
                    y += WORDS;
                    let text = sum.map(|sum| short_number(sum, most)).unwrap_or_default();
                    sketch.marks.text(class, x, y, 11.0, text);
                }
            }
            if let Some(bias) = &film.bias {
                y += WORDS;
                let bias = bias[self.stamps.channels[1]];
                let sign = if bias < 0.0 { "" } else { "+" };
                let text = [sign, &short_number(bias, most - 1)].concat();
                sketch.marks.text("term k", x, y, 11.0, text);
            }
            let shown = self.shown[output % self.shown.len()];
            let is_present = self.frame.output_cell() == Some(output);
            let foot = self.foot(column);
            sketch.cell(output_classes(shown, is_present), &foot, size, shown.value());
            sketch.spot_of(&foot, Cell::Of(Tensor::Output, output));
            lights.cell(Cell::Of(Tensor::Output, output), &foot);
        }
    }

    fn channel_outputs(&self) -> &[f32] {
        let film = &self.frame.film;
        let cells = volume(film.plan.output_size());
        let from = self.stamps.channels[1] * cells;
        film.output.get(from..from + cells).unwrap_or(&[])
    }

    /// A frame around this step's row or column.
    pub(super) fn present(&self, sketch: &mut Sketch) {
        let mut d = String::new();
        if let Some(input) = self.frame.input_cell() {
            let row = input % self.rows;
            for first in (0..self.columns).step_by(self.per_line) {
                let last = (first + self.per_line).min(self.columns) - 1;
                let rect = self.head(row, first).and(&self.square(row, last));
                rounded(&mut d, &rect.inset(-1.0), 7.0);
            }
        } else if let Some(column) = self.column_of(self.frame.output_cell()) {
            let rect = self.square(0, column).and(&self.foot(column));
            rounded(&mut d, &rect.inset(-1.5), 7.0);
        }
        sketch.marks.path("outline", d);
        let whole = self.square(0, 0).and(&self.foot(self.columns - 1));
        sketch.hold(
            &Rect {
                width: self.width() - self.gutter(),
                ..whole
            }
            .inset(-2.0),
        );
    }

    fn column_of(&self, output: Option<usize>) -> Option<usize> {
        let output = output?;
        let plan = &self.frame.film.plan;
        let cells = volume(plan.output_size());
        if output / cells != self.stamps.channels[1] {
            return None;
        }
        let at = place(output % cells, plan.output_size());
        let at = [0, 1, 2].map(|axis| (at[axis] as i64 - self.stamps.first[axis]) as usize);
        Some(index(at, self.stamps.size))
    }
}
