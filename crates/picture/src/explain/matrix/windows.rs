//! im2col: every window copied out as a column, the filter's weights beside them, and the outputs beneath.
use super::super::flat::{Flat, Names, index_text};
use super::super::lights::Lights;
use super::super::sketch::{Sketch, TITLE, number_size, output_classes};
use super::{planes, row_bracket};
use crate::coord::count;
use crate::fit::words_width;
use crate::plane::Rect;
use crate::shape::channel_values;
use crate::window::rounded;
use conv::Source;
use std::ops::Range;
use story::matrix::window_value;
use story::text::{TablesKey, fill, say};
use story::{Cell, Film, Frame, Tensor};

const LARGEST: f32 = 36.0;
const LEAST: f32 = 24.0;
/// Cells of a window that are drawn, at most.
const MOST: usize = 27;
const TALL: f32 = 560.0;
/// Cells that are drawn, at most.
const ALL: usize = 480;
const WORDS: f32 = 17.0;
const GAP: f32 = 12.0;

pub(super) struct Windows<'a> {
    frame: &'a Frame,
    /// The output channel.
    filter: usize,
    /// Cells of a window, and those of them that are drawn.
    slots: usize,
    rows: usize,
    /// The windows that are drawn, by their place in the output channel.
    page: Range<usize>,
    columns: Flat,
    /// Where it begins on the left, the top of its cells, and the room.
    left: f32,
    top: f32,
    gutter: f32,
    room: f32,
    /// The sizes of type for input, weights, output.
    types: [f32; 3],
}

impl<'a> Windows<'a> {
    /// As many windows as fit into a width, with the present one among them.
    pub fn of(frame: &'a Frame, room: f32) -> Self {
        let plan = &frame.film.plan;
        let [cells, _] = planes(plan);
        let slots = plan.slots();
        let gutter = words_width(&weight_name(frame, slots - 1), 11.0) + 8.0;
        let mut columns = Flat {
            start: 0.0,
            cell: LEAST,
            row: if plan.rank() > 1 { plan.output_size()[2] } else { cells },
            gap: 6.0,
        };
        // The weights' column, too, takes its room.
        let free = |cell: f32| room - gutter - cell - GAP - 4.0;
        let rows = slots.min(MOST);
        let mut shown = cells.min((ALL / rows.max(1)).max(1));
        while shown > 1 && columns.fitting(shown, free(LEAST)) < LEAST {
            shown -= 1;
        }
        let gaps = columns.fitting(shown, free(0.0)) * shown as f32;
        columns.cell = (gaps / (shown + 1) as f32)
            .min(LARGEST)
            .min((TALL / rows as f32).max(LEAST));
        columns.start = gutter + columns.cell + GAP;
        let [_, filter] = frame.channels();
        let present = frame.output_cell().map_or(0, |cell| cell % cells);
        let first = (present / shown * shown).min(cells - shown);
        // A page may begin within a row of the output.
        columns.row = if first % columns.row == 0 { columns.row } else { shown };
        let film: &Film = &frame.film;
        let mut weights = Vec::new();
        for slot in 0..rows {
            weights.push(film.weight[plan.tap(filter * cells, slot).weight]);
        }
        let outputs = channel_values(&film.output, filter, cells);
        let types = [&film.input, &weights, outputs].map(|values| number_size(values, columns.cell));
        Self {
            frame,
            filter,
            slots,
            rows,
            page: first..first + shown,
            columns,
            left: 0.0,
            top: 0.0,
            gutter,
            room,
            types,
        }
    }

    /// Whether all of it is drawn.
    pub fn is_whole(&self) -> bool {
        let [cells, _] = planes(&self.frame.film.plan);
        self.page.len() == cells && self.rows == self.slots
    }

    fn at(&self, x: f32, row: usize) -> Rect {
        let cell = self.columns.cell;
        Rect {
            x,
            y: self.top + row as f32 * cell,
            width: cell,
            height: cell,
        }
    }

    fn foot(&self, column: usize) -> Rect {
        let mut rect = self.at(self.columns.at(column), self.rows);
        rect.y += 10.0;
        rect
    }

    fn output(&self, column: usize) -> usize {
        let [cells, _] = planes(&self.frame.film.plan);
        self.filter * cells + self.page.start + column
    }

    pub fn draw(mut self, sketch: &mut Sketch, (left, top): (f32, f32), lights: &mut Lights) {
        let title = self.title();
        let last = sketch.paragraph("title in", (left, top + TITLE), TITLE, &title, self.room - 2.0);
        let words = if self.frame.film.plan.rank() > 1 { 2.0 } else { 1.0 };
        (self.left, self.top) = (left, last + words * WORDS + 13.0);
        self.columns.start += left;
        self.names(sketch);
        self.weights(sketch, lights);
        for column in 0..self.page.len() {
            self.column(sketch, column, lights);
        }
        let mut d = String::new();
        for column in 0..self.page.len() {
            if self.frame.output_cell() == Some(self.output(column)) {
                let rect = self.at(self.columns.at(column), 0).and(&self.foot(column));
                rounded(&mut d, &rect.inset(-1.5), 6.0);
            }
        }
        sketch.marks.path("outline", d);
        sketch.hold(&self.foot(self.page.len() - 1).inset(-2.0));
        self.folded(sketch);
    }

    fn title(&self) -> String {
        let [cells, _] = planes(&self.frame.film.plan);
        let arguments = [("rows", count(self.slots)), ("columns", count(cells))];
        let [(name, rows), (other, columns)] = &arguments;
        fill(TablesKey::MatrixWindows, &[(name, rows), (other, columns)])
    }

    fn names(&self, sketch: &mut Sketch) {
        let mut names = Names::until(self.left + self.room);
        for column in 0..self.page.len() {
            let rect = self.at(self.columns.at(column), 0);
            let cell = self.output(column);
            let [.., width] = self.frame.film.plan.output_size();
            let at = cell % width;
            sketch.words("note middle", (rect.centre().0, rect.y - 5.0), 11.0, &count(at));
            if self.frame.film.plan.rank() > 1 {
                let starts = at == 0 || column == 0;
                let name = starts.then(|| row_bracket(self.frame, Tensor::Output, cell));
                let name = name.map(|name| names.fitting(rect.x + 1.0, name)).unwrap_or_default();
                sketch.words("note", (rect.x + 1.0, rect.y - 5.0 - WORDS), Names::SIZE, &name);
            }
        }
        let middle = self.foot(0).centre().1 + 4.0;
        sketch
            .marks
            .text("index out", self.columns.start - 6.0, middle, 12.0, "y".to_owned());
        let above = self.at(self.left + self.gutter, 0);
        sketch
            .marks
            .text("term k", above.centre().0, above.y - 5.0, 12.0, "w".to_owned());
    }

    /// This filter's weights, each beside the row that it is multiplied with.
    fn weights(&self, sketch: &mut Sketch, lights: &mut Lights) {
        let film = &self.frame.film;
        let [_, size, _] = self.types;
        for slot in 0..self.rows {
            let weight = film.plan.tap(self.output(0), slot).weight;
            let rect = self.at(self.left + self.gutter, slot);
            let cell = Cell::Of(Tensor::Weight, weight);
            sketch.cell(("cell k", "num k"), &rect, size, film.weight.get(weight).copied());
            sketch.spot_of(&rect, cell);
            lights.cell(cell, &rect);
            let name = weight_name(self.frame, slot);
            let at = (self.left + self.gutter - 5.0, rect.centre().1);
            sketch.marks.centred("index idle", at, 11.0, name);
        }
    }

    fn column(&self, sketch: &mut Sketch, column: usize, lights: &mut Lights) {
        let film = &self.frame.film;
        let output = self.output(column);
        let is_present = self.frame.output_cell() == Some(output);
        let [size, _, output_size] = self.types;
        for slot in 0..self.rows {
            let tap = film.plan.tap(output, slot);
            let rect = self.at(self.columns.at(column), slot);
            let padding = Cell::Padding {
                channel: tap.channel,
                at: tap.at,
            };
            let (class, number, cell) = match tap.source {
                Source::Input(cell) if is_present => ("cell in window", "num in window", Cell::Of(Tensor::Input, cell)),
                Source::Input(cell) => ("cell in", "num in", Cell::Of(Tensor::Input, cell)),
                Source::Copy(_) => ("cell pad copy", "num pad copy", padding),
                Source::Zero => ("cell pad", "num pad", padding),
                Source::Hole => ("cell hole", "num pad", padding),
            };
            let value = (tap.source != Source::Hole).then(|| window_value(film, tap.source));
            sketch.cell((class, number), &rect, size, value);
            sketch.spot_of(&rect, cell);
            lights.cell(cell, &rect);
        }
        let rect = self.foot(column);
        let shown = self.frame.output(output);
        sketch.cell(output_classes(shown, is_present), &rect, output_size, shown.value());
        let cell = Cell::Of(Tensor::Output, output);
        sketch.spot_of(&rect, cell);
        lights.cell(cell, &rect);
    }

    /// What is not drawn, and whose weights they are.
    fn folded(&self, sketch: &mut Sketch) {
        let plan = &self.frame.film.plan;
        let [cells, _] = planes(plan);
        let filters = plan.output_shape()[0];
        if self.page.len() < cells {
            let (first, last) = (count(self.page.start), count(self.page.end - 1));
            let arguments = [("first", first.as_str()), ("last", &last), ("count", &count(cells))];
            sketch.lines.push(fill(TablesKey::MatrixPage, &arguments));
        }
        if self.rows < self.slots {
            let arguments = [("count", count(self.rows)), ("all", count(self.slots))];
            let [(name, rows), (other, all)] = &arguments;
            sketch
                .lines
                .push(fill(TablesKey::MatrixRows, &[(name, rows), (other, all)]));
        }
        if filters > 1 {
            let arguments = [("filter", count(self.filter)), ("count", count(filters))];
            let [(name, filter), (other, all)] = &arguments;
            sketch
                .lines
                .push(fill(TablesKey::MatrixFilter, &[(name, filter), (other, all)]));
        }
        if self.frame.film.bias.is_some() {
            sketch.lines.push(say(TablesKey::MatrixBiasLast).to_owned());
        }
    }
}

/// A weight's place in the filter: its input channel, where there are several, and its place in the kernel.
fn weight_name(frame: &Frame, slot: usize) -> String {
    let plan = &frame.film.plan;
    let kernel_at = plan.tap(0, slot).kernel_at.map(|at| at as i64);
    let cells: usize = plan.kernel_size().iter().product();
    let place = index_text(kernel_at, plan.rank());
    if plan.slots() > cells {
        ["[", &count(slot / cells), ", ", &place, "]"].concat()
    } else {
        ["[", &place, "]"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;
    use story::{Cursor, Order, Scene, Showing, Stage, Timeline};

    #[test]
    fn the_present_window_is_on_a_page_that_fits() -> Result<(), Box<dyn std::error::Error>> {
        for (layer, size) in [
            ("Conv1d(1, 2, 3)", vec![40]),
            ("Conv2d(1, 1, 3, padding=1)", vec![9, 7]),
            ("ConvTranspose2d(2, 1, 2, stride=2)", vec![3, 4]),
        ] {
            // Given a layer with more windows than fit
            let mut scene = Scene::default();
            *scene.stage_mut() = Stage::new(LayerSpec::parse(layer).map_err(|error| format!("{error:?}"))?);
            scene.net_mut().size = size;
            scene.net_mut().input = std::iter::empty().collect();
            let Ok(Showing::Film(film)) = scene.show() else {
                return Err(layer.into());
            };
            let timeline = Timeline::new(film, Order::Rows, 1);
            for room in [230.0, 316.0, 860.0] {
                let first = Windows::of(&timeline.at(Cursor::whole(0)), room).page.len();
                for step in 0..timeline.steps() {
                    // When any step is shown
                    let frame = timeline.at(Cursor::whole(step));
                    let windows = Windows::of(&frame, room);
                    // Then its window is drawn, among as many as at every step, and in the room
                    let present = frame.output_cell().map(|cell| cell % planes(&frame.film.plan)[0]);
                    assert!(
                        present.is_some_and(|present| windows.page.contains(&present)),
                        "{layer} {step}"
                    );
                    assert_eq!(windows.page.len(), first, "{layer} {step}");
                    assert!(windows.columns.end(first) <= room, "{layer} {step}");
                    assert!(windows.columns.cell >= LEAST, "{layer} {step}");
                }
            }
        }
        Ok(())
    }
}
