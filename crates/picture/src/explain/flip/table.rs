//! One axis: a table with a row for each window, in which the kernel slides over the input.
use super::crossing::crossing;
use super::{too_far, values, weights};
use crate::coord::count;
use crate::explain::grid::{EDGE, cell_at, channel, value_at};
use crate::explain::lights::Lights;
use crate::explain::sketch::{NOTE, Sketch, TITLE, number_size};
use crate::explain::{Act, Ask};
use crate::fit::short_number;
use crate::plane::{NUMBER, Rect};
use crate::shape::channel_values;
use crate::words;
use conv::Source;
use std::sync::Arc;
use story::ruler::{along, step_at};
use story::text::{WindowsKey, fill, say};
use story::{Cell, Ruler, Shown, Tensor, Timeline, number, signed};

const LARGEST: f32 = 34.0;
/// A cell is at least so large where not all of the input is shown.
const CELL: f32 = 22.0;
/// So many rows at most.
const ROWS: usize = 12;
/// Room for a product beside the table, for so many of them at most, and for their name at least.
const TERM: f32 = 40.0;
const TERMS: usize = 5;
const TERMS_LEAST: f32 = 84.0;
/// Between the table and the outputs, where there are no products.
const APART: f32 = 8.0;
/// Room for an output, and for its name.
const OUT: f32 = 40.0;
const OUT_NAME: f32 = 52.0;

fn terms(kernel: usize) -> f32 {
    (kernel as f32 * TERM + 16.0).max(TERMS_LEAST)
}

/// The table in its place.
struct Table<'a> {
    ask: &'a Ask<'a>,
    ruler: Ruler,
    /// The weights as the window meets them.
    weights: Vec<usize>,
    values: Vec<f32>,
    /// The windows that have rows, and the places that have columns.
    rows: std::ops::Range<usize>,
    columns: std::ops::Range<i64>,
    cell: f32,
    /// The sizes of the numbers of input, kernel and output.
    types: [f32; 3],
    left: f32,
    top: f32,
    /// Whether each row has its products beside it.
    has_terms: bool,
    channel: usize,
}

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let mut table = match Table::of(ask) {
        Ok(table) => table,
        Err(most) => return too_far(sketch, most),
    };
    crossing(sketch, ask, (table.left, &table.weights));
    table.top = sketch.bottom() + 18.0;
    table.input(sketch);
    let timeline = Timeline::new(Arc::clone(&ask.frame.film), ask.frame.order, ask.scene.net.seed);
    for window in table.rows.clone() {
        table.row(sketch, window, &timeline);
    }
    table.present(sketch);
    let mut lights = Lights::of(ask.frame, ask.pointed);
    lights.places(&|cell| table.place(cell));
    lights.draw(sketch);
    table.notes(sketch);
}

impl<'a> Table<'a> {
    /// Where not even one row fits: over how many cells a kernel may reach.
    fn of(ask: &'a Ask<'_>) -> Result<Self, usize> {
        let frame = ask.frame;
        let plan = &frame.film.plan;
        let ruler = Ruler::of(plan, 2);
        let (first, cells) = (ruler.first, ruler.read.len());
        let kernel = plan.kernel_size()[2];
        let left = EDGE + if ask.width < 500.0 { 26.0 } else { 84.0 };
        let terms = terms(kernel);
        let has_terms = kernel <= TERMS && ask.width - left - OUT - terms > 14.0 * CELL;
        let room = ask.width - left - OUT_NAME - EDGE - if has_terms { terms } else { APART };
        let windows = ruler.windows;
        let stride = (ruler.start(1) - ruler.start(0)).max(1);
        let (mut rows, mut columns) = (0..windows, first..first + cells as i64);
        let fits = room / cells as f32 >= NUMBER;
        if !fits || windows > ROWS {
            let most = (room / CELL) as i64;
            let more = (most - ruler.reach).div_euclid(stride);
            let Ok(more) = usize::try_from(more) else {
                return Err(most as usize);
            };
            let shown = (more + 1).min(ROWS).min(windows);
            let now = frame.output_cell().map_or(0, |cell| cell % windows);
            let from = now.saturating_sub(shown / 2).min(windows - shown);
            rows = from..from + shown;
            columns = ruler.start(from)..ruler.start(from + shown - 1) + ruler.reach;
        }
        let cell = (room / (columns.end - columns.start) as f32).min(LARGEST);
        let weights = weights(ask);
        let values = values(ask, &weights);
        let channel = channel(frame);
        let inputs = channel_values(&frame.film.input, channel, ruler.input);
        let plane = frame.output_cell().unwrap_or(0) / windows;
        let outputs = channel_values(&frame.film.output, plane, windows);
        let types = [
            number_size(inputs, cell),
            number_size(&values, cell),
            number_size(outputs, OUT - 4.0).min(cell * 0.65),
        ];
        Ok(Self {
            ask,
            values,
            weights,
            rows,
            columns,
            cell,
            types,
            left,
            top: 0.0,
            has_terms,
            channel,
            ruler,
        })
    }

    fn now(&self) -> Option<usize> {
        let cell = self.ask.frame.output_cell()?;
        Some(cell % self.ruler.windows)
    }

    /// A cell of the table: the input's above the rows.
    fn rect(&self, row: usize, at: i64) -> Option<Rect> {
        self.columns.contains(&at).then(|| Rect {
            x: self.left + (at - self.columns.start) as f32 * self.cell,
            y: self.row_top(row),
            width: self.cell,
            height: self.cell,
        })
    }

    /// Row 0 is the input.
    fn row_top(&self, row: usize) -> f32 {
        let gap = if row > 0 { 8.0 } else { 0.0 };
        self.top + TITLE + 8.0 + row as f32 * (self.cell + 3.0) + gap
    }

    fn right(&self) -> f32 {
        self.left + (self.columns.end - self.columns.start) as f32 * self.cell
    }

    /// Where the outputs stand.
    fn out_x(&self) -> f32 {
        self.right()
            + if self.has_terms {
                terms(self.weights.len())
            } else {
                APART
            }
    }

    fn input(&self, sketch: &mut Sketch) {
        let film = &self.ask.frame.film;
        sketch.words("title in", (self.left, self.top + TITLE), TITLE, words::input());
        if self.has_terms {
            let at = (self.right() + 16.0, self.top + TITLE);
            sketch.words("title", at, TITLE, say(WindowsKey::FlipProducts));
        }
        let name = if self.is_whole() {
            words::output()
        } else {
            say(WindowsKey::FlipSum)
        };
        sketch.words("title out", (self.out_x(), self.top + TITLE), TITLE, name);
        sketch.hold(&Rect {
            width: OUT_NAME,
            ..self.out(self.top)
        });
        for at in self.columns.clone() {
            let Some(rect) = self.rect(0, at) else { continue };
            let place = along(2, at);
            let (value, source) = value_at(film, self.channel, place);
            let is_read = self.now().is_some_and(|window| self.ruler.reads(window, at));
            let classes = match (source, is_read) {
                (Source::Input(_), true) => ("cell in window", "num in window"),
                (Source::Input(_), false) => ("cell in", "num in"),
                (_, true) => ("cell pad window", "num pad window"),
                (Source::Copy(_), false) => ("cell pad copy", "num pad copy"),
                (_, false) => ("cell pad", "num pad"),
            };
            sketch.cell(classes, &rect, self.types[0], Some(value));
            sketch.spot_of(&rect, cell_at(film, self.channel, place));
        }
    }

    /// Whether the table's sums are the outputs: one channel, and no bias.
    fn is_whole(&self) -> bool {
        let film = &self.ask.frame.film;
        film.bias.is_none() && film.plan.slots() == self.weights.len()
    }

    fn row(&self, sketch: &mut Sketch, window: usize, timeline: &Timeline) {
        let ask = self.ask;
        let film = &ask.frame.film;
        let row = window - self.rows.start + 1;
        let top = self.row_top(row);
        let is_now = self.now() == Some(window);
        let plane = ask.frame.output_cell().unwrap_or(0) / self.ruler.windows;
        let output = plane * self.ruler.windows + window;
        let shown = ask.frame.output(output);
        let is_there = matches!(shown, Shown::Done(_)) || is_now;
        // Its name, which leads to its step.
        let mut name = count(window);
        if ask.width >= 500.0 {
            name = [words::output(), "[", &name, "]"].concat();
        }
        let label = Rect {
            x: EDGE,
            y: top,
            width: self.left - EDGE - 8.0,
            height: self.cell,
        };
        let class = if is_now { "tick now" } else { "tick" };
        sketch.marks.centred(class, label.centre(), NOTE, name);
        sketch.spot(&label, Act::Step(step_at(timeline, output, 2, window)));
        // The kernel over the cells that it meets.
        let classes = if is_now {
            ("cell k", "num k")
        } else {
            ("cell k rest", "num k rest")
        };
        let mut sum = 0.0;
        for (index, &w) in self.values.iter().enumerate() {
            let at = self.ruler.start(window) + index as i64 * self.step();
            let product = value_at(film, self.channel, along(2, at)).0 * w;
            // Of the present row, the products up to the cursor.
            let is_done = !is_now || ask.frame.products.get(index).is_none_or(|product| product.done);
            if is_done {
                sum += product;
            }
            if let Some(rect) = self.rect(row, at) {
                sketch.cell(classes, &rect, self.types[1], Some(w));
                sketch.spot_of(&rect, Cell::Of(Tensor::Weight, self.weights[index]));
            }
            if self.has_terms {
                self.term(sketch, (index, top), product, is_there && is_done);
            }
        }
        let value = if self.is_whole() {
            shown.value()
        } else {
            Some(sum).filter(|_| is_there)
        };
        let rect = self.out(top);
        let classes = match (is_now, is_there) {
            (true, _) if !ask.frame.is_whole() => ("cell out now part", "num out now part"),
            (true, _) => ("cell out now", "num out now"),
            (_, true) => ("cell out done", "num out"),
            _ => ("cell out", "num out"),
        };
        sketch.cell(classes, &rect, self.types[2], value);
        sketch.spot_of(&rect, Cell::Of(Tensor::Output, output));
    }

    fn out(&self, top: f32) -> Rect {
        Rect {
            x: self.out_x(),
            y: top,
            width: OUT - 4.0,
            height: self.cell,
        }
    }

    /// A product in its column, with the sign before it that joins it to the others.
    fn term(&self, sketch: &mut Sketch, (index, top): (usize, f32), product: f32, is_there: bool) {
        let x = self.right() + 16.0 + index as f32 * TERM;
        let middle = top + self.cell / 2.0;
        let mut text = String::new();
        if is_there {
            text = short_number(product, 4);
        }
        sketch.marks.centred("num", (x + 12.0, middle), NOTE, text);
        let is_last = index + 1 == self.weights.len();
        let sign = match (is_there, is_last) {
            (false, _) => "",
            (true, true) => "=",
            (true, false) => "+",
        };
        sketch
            .marks
            .centred("num idle", (x + 12.0 + TERM / 2.0, middle), NOTE, sign.to_owned());
    }

    /// A frame around the present row's kernel.
    fn present(&self, sketch: &mut Sketch) {
        let mut rect = Rect::default();
        if let Some(window) = self.now() {
            let row = window - self.rows.start + 1;
            let start = self.ruler.start(window);
            let ends = (self.rect(row, start), self.rect(row, start + self.ruler.reach - 1));
            if let (Some(first), Some(last)) = ends {
                rect = first.and(&last).inset(-0.5);
            }
        }
        sketch.marks.rect("outline", &rect, 7.0);
        sketch.hold(&rect.inset(-1.0));
    }

    fn place(&self, cell: Cell) -> Option<Rect> {
        let film = &self.ask.frame.film;
        let row = self.now().map_or(1, |window| window - self.rows.start + 1);
        match cell {
            Cell::Of(Tensor::Output, output) => {
                let window = output % self.ruler.windows;
                let row = window.checked_sub(self.rows.start)? + 1;
                self.rows.contains(&window).then(|| self.out(self.row_top(row)))
            }
            Cell::Of(Tensor::Weight, weight) => {
                let index = self.weights.iter().position(|&other| other == weight)?;
                let start = self.ruler.start(self.now().unwrap_or(self.rows.start));
                self.rect(row, start + index as i64 * self.step())
            }
            Cell::Of(Tensor::Bias, _) => None,
            input => {
                let mut columns = self.columns.clone();
                let at = columns.find(|&at| cell_at(film, self.channel, along(2, at)) == input)?;
                self.rect(0, at)
            }
        }
    }

    fn notes(&self, sketch: &mut Sketch) {
        let windows = self.ruler.windows;
        if self.rows.len() < windows {
            let (first, last) = (count(self.rows.start), count(self.rows.end - 1));
            let facts = [("first", &first[..]), ("last", &last), ("count", &count(windows))];
            sketch.lines.push(fill(WindowsKey::FlipRows, &facts));
        }
        if let Some(window) = self.now().filter(|_| !self.has_terms) {
            sketch.lines.push(self.sum_in_words(window));
        }
        if !self.is_whole() {
            let facts = [("channel", &count(self.channel)[..])];
            sketch.lines.push(fill(WindowsKey::FlipPart, &facts));
        }
    }

    /// A window's products and their sum: `1·3 + 2·2 + 3·1 = 10`.
    fn sum_in_words(&self, window: usize) -> String {
        let film = &self.ask.frame.film;
        let (mut text, mut sum) = (String::new(), 0.0);
        for (index, &w) in self.values.iter().enumerate() {
            let at = self.ruler.start(window) + index as i64 * self.step();
            let x = value_at(film, self.channel, along(2, at)).0;
            sum += x * w;
            text += if index > 0 { " + " } else { "" };
            text = [&text, &signed(x)[..], "·", &signed(w)].concat();
        }
        [&text, " = ", &number(sum)[..]].concat()
    }

    /// From one kernel cell to the next.
    fn step(&self) -> i64 {
        (self.ruler.reach - 1) / (self.weights.len() as i64 - 1).max(1)
    }
}
