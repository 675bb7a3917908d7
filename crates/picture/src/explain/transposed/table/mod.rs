//! The table: input cells as rows, output cells as columns, each product in its square, their sums at the foot.
mod filled;

use super::super::flat::Flat;
use super::super::lights::Lights;
use super::super::sketch::{Sketch, number_size};
use crate::plane::Rect;
use crate::shape::volume;
use story::stamps::Stamps;
use story::{Frame, Shown};

/// Squares with numbers, at most.
const MOST: usize = 640;
const LARGEST: f32 = 46.0;
/// Below this the columns are broken into lines.
const COMFORT: f32 = 22.0;
const LINES: usize = 6;
/// On several axes, where more lines would repeat all input cells again and again.
const LINES_OF_MANY: usize = 2;
/// The tallest table, in pixels.
const TALL: f32 = 960.0;
/// From this size on a square has its weight in the corner.
const WITH_CORNER: f32 = 34.0;
/// Room for the rows' cells, and for the index of an axis before them.
const GUTTER: f32 = 52.0;
const INDEX: f32 = 14.0;
/// A line of words over the columns, and a foot that is no row of cells.
const WORDS: f32 = 17.0;
const LINE_GAP: f32 = 26.0;

/// Where a table's squares are.
#[derive(Clone, Debug)]
pub(super) struct Table<'a> {
    stamps: &'a Stamps,
    frame: &'a Frame,
    rank: usize,
    cell: f32,
    /// Columns of a line, and all of them.
    per_line: usize,
    columns: usize,
    rows: usize,
    /// The output cell of each column.
    outputs: Vec<Option<usize>>,
    values: Vec<f32>,
    /// The output channel as far as it is there.
    shown: &'a [Shown],
    /// The place of the whole.
    top: f32,
}

impl<'a> Table<'a> {
    /// A table with numbers; `None` where they do not fit into a width.
    pub fn of(stamps: &'a Stamps, frame: &'a Frame, shown: &'a [Shown], room: f32) -> Option<Self> {
        let film = &frame.film;
        let (rows, columns) = (volume(stamps.input), volume(stamps.size));
        if rows.saturating_mul(columns) > MOST || shown.is_empty() {
            return None;
        }
        let mut table = Self {
            stamps,
            frame,
            rank: film.plan.rank(),
            cell: 0.0,
            per_line: columns,
            columns,
            rows,
            outputs: Vec::new(),
            values: Vec::new(),
            shown,
            top: 0.0,
        };
        for column in 0..columns {
            table.outputs.push(stamps.output(&film.plan, column));
        }
        for square in &stamps.squares {
            table.values.push(film.input[square.input] * film.weight[square.weight]);
        }
        let most = if table.rank > 1 { LINES_OF_MANY } else { LINES };
        for lines in 1..=most {
            table.per_line = table.broken(lines, room - table.gutter() - 3.0);
            let wide = table.line(0.0).fitting(table.per_line, room - table.gutter() - 3.0);
            // Without cells, its height is that of the words.
            table.cell = 0.0;
            let lines = columns.div_ceil(table.per_line);
            let tall = (TALL - table.height()) / (lines * (rows + 1)) as f32;
            table.cell = wide.min(tall).min(LARGEST);
            if table.cell >= COMFORT {
                return Some(table);
            }
        }
        None
    }

    /// How many columns a line has if there are so many lines: whole rows of the output, if one fits.
    fn broken(&self, lines: usize, room: f32) -> usize {
        let row = self.stamps.size[2];
        if self.rank > 1 && row as f32 * COMFORT <= room {
            (self.columns / row).div_ceil(lines) * row
        } else {
            self.columns.div_ceil(lines)
        }
    }

    /// Where columns lie: rows of the output stand a little apart.
    fn line(&self, start: f32) -> Flat {
        Flat {
            start,
            cell: self.cell,
            row: if self.rank > 1 {
                self.stamps.size[2]
            } else {
                self.columns
            },
            gap: 8.0,
        }
    }

    fn gutter(&self) -> f32 {
        GUTTER + INDEX * self.rank.max(1) as f32
    }

    pub fn width(&self) -> f32 {
        self.line(self.gutter()).end(self.per_line)
    }

    /// The size of a square.
    pub fn cell(&self) -> f32 {
        self.cell
    }

    pub fn is_one_line(&self) -> bool {
        self.per_line == self.columns
    }

    fn heads(&self) -> f32 {
        if self.rank > 1 { 2.0 * WORDS } else { WORDS }
    }

    fn has_sums(&self) -> bool {
        self.frame.film.plan.slots() > volume(self.frame.film.plan.kernel_size())
    }

    fn feet(&self) -> f32 {
        let mut feet = 8.0 + WORDS + self.cell;
        feet += if self.has_sums() { 2.0 * WORDS } else { 0.0 };
        feet + if self.frame.film.bias.is_some() { WORDS } else { 0.0 }
    }

    fn line_height(&self) -> f32 {
        self.heads() + self.rows as f32 * self.cell + self.feet() + LINE_GAP
    }

    fn height(&self) -> f32 {
        self.columns.div_ceil(self.per_line) as f32 * self.line_height() - LINE_GAP
    }

    /// Where a column begins, and the top of its first square.
    fn column(&self, column: usize) -> (f32, f32) {
        let (line, at) = (column / self.per_line, column % self.per_line);
        let y = self.top + line as f32 * self.line_height() + self.heads();
        (self.line(self.gutter()).at(at), y)
    }

    fn square(&self, row: usize, column: usize) -> Rect {
        let (x, y) = self.column(column);
        Rect {
            x,
            y: y + row as f32 * self.cell,
            width: self.cell,
            height: self.cell,
        }
    }

    /// A column's output cell.
    fn foot(&self, column: usize) -> Rect {
        let mut rect = self.square(self.rows, column);
        rect.y += self.feet() - self.cell;
        rect
    }

    /// The input cell before a row, in the line of a column.
    fn head(&self, row: usize, column: usize) -> Rect {
        let rect = self.square(row, column);
        let width = self.cell.min(34.0);
        Rect {
            x: self.gutter() - width - 8.0,
            y: rect.y + (self.cell - width) / 2.0,
            width,
            height: width,
        }
    }

    pub fn draw(mut self, sketch: &mut Sketch, lights: &mut Lights, top: f32) {
        self.top = top;
        self.names(sketch, lights);
        self.empty(sketch);
        let size = number_size(&self.values, self.cell);
        for (at, square) in self.stamps.squares.iter().enumerate() {
            self.product(sketch, square, self.values[at], size, lights);
        }
        self.sums(sketch, lights);
        self.present(sketch);
    }
}
