//! Several filters as several questions asked of one input: each with its scores, its best window and its worst.
use super::super::Act;
use super::super::sketch::{NOTE, Sketch, TITLE, number_size};
use super::tiles::{FILTER, INPUT, MOST, RING, depth, fitting, grid, mosaic, ring, tiles};
use super::{GAP, HEADING, Pattern, WIDE};
use crate::coord::count;
use crate::fit::words_width;
use crate::mosaic::{outline, runs, scale};
use crate::plane::{NUMBER, Plane, Rect, Role};
use crate::shape::volume;
use crate::words;
use conv::Tap;
use std::sync::Arc;
use story::text::{NumbersKey, fill, say};
use story::words::cell_name;
use story::{Cell, Cursor, Tensor, Timeline};

/// Filters that are drawn, at most.
const FILTERS: usize = 4;
/// Between two columns.
const APART: f32 = 18.0;
/// Between the channels of one patch.
const CHANNEL_GAP: f32 = 5.0;
const LARGEST: f32 = 28.0;
const DONE: [&str; 5] = [
    "cell out done",
    "cell out done deep1",
    "cell out done deep2",
    "cell out done deep3",
    "cell out done deep4",
];
const MINUS: [&str; 5] = [
    "cell out done",
    "cell minus deep1",
    "cell minus deep2",
    "cell minus deep3",
    "cell minus deep4",
];

/// How many columns a question has, and how wide they are.
fn columns(width: f32, is_row: bool) -> (usize, f32) {
    let columns = match () {
        () if is_row && width >= 400.0 => 3,
        () if width >= WIDE => 4,
        () => 2,
    };
    let room = (width - 2.0 - (columns - 1) as f32 * APART) / columns as f32;
    (columns, room)
}

/// How wide the patch of one of so many channels may be in any question.
pub(super) fn patch_room(width: f32, channels: usize) -> f32 {
    let (_, room) = columns(width, false);
    (room - (channels - 1) as f32 * CHANNEL_GAP) / channels as f32
}

impl Pattern<'_> {
    pub(super) fn questions(&mut self, sketch: &mut Sketch) {
        let filters = self.film.plan.output_shape()[0];
        let mut top = sketch.bottom();
        if top > 0.0 {
            top += GAP;
        }
        if filters > 1 {
            sketch.words("title", (0.0, top + TITLE), TITLE, say(NumbersKey::MatchFilters));
            top += HEADING + 8.0;
        }
        let present = self.ask.frame.output_cell().map_or(0, |output| self.filter_of(output));
        // As many as a step can afford to draw, the present one among them.
        let cells = volume(self.film.plan.output_size());
        let shown = (MOST / cells.max(1)).clamp(1, FILTERS).min(filters);
        let first = (present / shown * shown).min(filters - shown);
        for filter in first..first + shown {
            self.question(sketch, filter, top);
            top = sketch.bottom() + GAP;
        }
        if filters > shown {
            sketch.words("note", (0.0, top), NOTE, &words::more(filters - shown));
        }
        if cells.max(volume(self.film.plan.input_size())) > MOST {
            sketch
                .lines
                .push(fill(NumbersKey::MatchOutlines, &[("count", &count(MOST))]));
        }
        if self.told(present).is_none() {
            let text = fill(NumbersKey::MatchPredict, &[("filter", &count(present))]);
            sketch.lines.push(text);
        }
    }

    fn question(&mut self, sketch: &mut Sketch, filter: usize, top: f32) {
        let [_, rows, _] = self.film.plan.output_size();
        let is_row = rows == 1;
        let (columns, room) = columns(self.ask.width, is_row);
        let x_of = |column: usize| 1.0 + column as f32 * (room + APART);
        let first = filter * volume(self.film.plan.output_size());
        let taps = self.window(first);
        let mut weights = Vec::new();
        for tap in &taps {
            weights.push(self.film.weight.get(tap.weight).copied());
        }
        let at = (x_of(0), top + HEADING);
        let is_now = self
            .ask
            .frame
            .output_cell()
            .is_some_and(|output| self.filter_of(output) == filter);
        let title = words::filter(filter, self.film.plan.output_shape()[0]);
        let class = if is_now { "title k" } else { "note" };
        sketch.words(class, (at.0, top + TITLE), TITLE, &title);
        let scales = self.scales;
        self.planes(sketch, at, room, &FILTER, (&weights, scales.1), Some((&taps, true)));
        if is_row {
            if columns == 3 {
                self.extremes(sketch, filter, [(x_of(1), top), (x_of(2), top)], room);
            } else {
                let below = sketch.bottom() + 14.0;
                self.extremes(sketch, filter, [(x_of(0), below), (x_of(1), below)], room);
            }
            let below = sketch.bottom() + 12.0;
            self.output(sketch, filter, (1.0, below), (self.ask.width - 2.0, 26.0));
        } else if columns == 4 {
            self.output(sketch, filter, (x_of(1), top), (room, 150.0));
            self.extremes(sketch, filter, [(x_of(2), top), (x_of(3), top)], room);
        } else {
            self.output(sketch, filter, (x_of(1), top), (room, 150.0));
            let below = sketch.bottom() + 14.0;
            self.extremes(sketch, filter, [(x_of(0), below), (x_of(1), below)], room);
        }
    }

    /// A filter's or a patch's channels: side by side, or one above the other where each is a row.
    fn planes(
        &mut self,
        sketch: &mut Sketch,
        (x, y): (f32, f32),
        room: f32,
        look: &super::tiles::Look,
        (values, scale): (&[Option<f32>], f32),
        places: Option<(&[Tap], bool)>,
    ) -> Rect {
        let size = self.film.plan.kernel_size();
        let is_row = self.film.plan.rank() == 1;
        let channels = if is_row { 1.0 } else { self.channels as f32 };
        let each = (room - (channels - 1.0) * CHANNEL_GAP) / channels;
        let cell = fitting(size, each, 150.0, LARGEST);
        let mut all = grid(size, (x, y), cell).rect();
        for channel in 0..self.channels {
            let mut plane = grid(size, (x, y), cell);
            if is_row {
                plane.y += channel as f32 * (cell + CHANNEL_GAP);
            } else {
                plane.x += channel as f32 * (plane.rect().width + CHANNEL_GAP);
            }
            let range = channel * self.volume..(channel + 1) * self.volume;
            tiles(sketch, &plane, look, values.get(range.clone()).unwrap_or(&[]), scale);
            if let Some((taps, is_filter)) = places {
                self.spots(sketch, &plane, taps.get(range).unwrap_or(&[]), is_filter);
            }
            all = all.and(&plane.rect());
        }
        all
    }

    /// A filter's scores so far.
    fn output(&mut self, sketch: &mut Sketch, filter: usize, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let frame = self.ask.frame;
        let size = self.film.plan.output_size();
        let first = filter * volume(size);
        let values = self.film.output.get(first..first + volume(size)).unwrap_or(&[]);
        let cell = fitting(size, width, height, LARGEST);
        let mut plane = Plane {
            role: Role::Output,
            ..grid(size, (x, y + HEADING), cell)
        };
        if size[1] == 1 {
            plane.cell.1 = plane.cell.1.max(NUMBER + 4.0);
        }
        sketch.words("title out", (x, y + TITLE), TITLE, words::output());
        let scale = scale(values);
        let type_size = number_size(values, cell);
        if plane.is_mosaic() {
            mosaic(sketch, &plane, values, scale, "plane out");
        }
        let mut waits = Vec::new();
        if values.len() <= MOST {
            for (index, at) in plane.places().enumerate() {
                let Some(rect) = plane.cell_rect(at) else { continue };
                let (output, value) = (first + index, values.get(index).copied().unwrap_or(0.0));
                let done = frame.is_done(output);
                waits.push(u8::from(!done));
                if !plane.is_mosaic() {
                    let looks = if value < 0.0 { MINUS } else { DONE };
                    let classes = match (frame.output_cell() == Some(output), done) {
                        (true, _) => ("cell out now", "num now"),
                        (_, true) => (looks[depth(value, scale)], "num"),
                        _ => ("cell out", "num out"),
                    };
                    sketch.cell(classes, &rect, type_size, frame.output(output).value());
                }
                self.spot(sketch, &rect, Cell::Of(Tensor::Output, output));
            }
        }
        if plane.is_mosaic() {
            let mut veil = String::new();
            if waits.is_empty() && self.told(filter).is_none() {
                outline(&mut veil, &plane.rect());
            }
            runs(&mut veil, &plane, &waits);
            sketch.marks.path("veil", veil);
            let now = frame.output_cell().and_then(|output| output.checked_sub(first));
            let at = now
                .filter(|&at| at < values.len())
                .and_then(|at| plane.places().nth(at));
            let ring = at.and_then(|at| plane.cell_rect(at)).map(|rect| ring(&rect, &plane));
            sketch.marks.rect("ring", &ring.unwrap_or_default(), 2.0);
        }
        // The ring may reach beyond the cells.
        let whole = plane.rect();
        let height = whole.height + ((RING - cell) / 2.0).max(0.0);
        sketch.hold(&Rect { height, ..whole });
    }

    /// The windows with the highest and with the lowest score, covered until the filter has seen them all.
    fn extremes(&mut self, sketch: &mut Sketch, filter: usize, at: [(f32, f32); 2], room: f32) {
        let told = self.told(filter);
        let ends = told.map(|ends| [(ends.best, ends.bests), (ends.worst, ends.worsts)]);
        let looks = [
            (NumbersKey::MatchBest, "matching best"),
            (NumbersKey::MatchWorst, "matching worst"),
        ];
        for (index, (name, class)) in looks.into_iter().enumerate() {
            let (x, y) = at[index];
            let end = ends.map(|ends| ends[index]);
            let swatch = Rect {
                x: x + 1.0,
                y: y + 3.0,
                width: 11.0,
                height: 11.0,
            };
            sketch.marks.rect(class, &swatch, 3.0);
            let size = if room < 120.0 { NOTE - 1.0 } else { NOTE };
            sketch.words("note", (x + 17.0, y + TITLE), size, say(name));
            let taps = end.map(|(output, _)| self.window(output)).unwrap_or_default();
            let mut values = Vec::new();
            for tap in &taps {
                values.push(Some(self.read(tap)));
            }
            let scale = self.scales.0;
            let places = (!taps.is_empty()).then_some((taps.as_slice(), false));
            let planes = self.planes(sketch, (x, y + HEADING), room, &INPUT, (&values, scale), places);
            let cover = if end.is_none() {
                say(NumbersKey::MatchCovered)
            } else {
                ""
            };
            sketch
                .marks
                .centred("title middle", planes.centre(), 22.0, cover.to_owned());
            self.score(sketch, end, (x, planes.bottom() + 6.0), room);
        }
    }

    /// The score of a window, its cell's name, and how many share it: a place that goes there.
    fn score(&self, sketch: &mut Sketch, end: Option<(usize, usize)>, (x, y): (f32, f32), room: f32) {
        let film = &self.ask.frame.film;
        let value = end.map(|(output, _)| film.value(Tensor::Output, output));
        let rect = Rect {
            x,
            y,
            width: 46.0,
            height: 24.0,
        };
        let size = number_size(&[value.unwrap_or(0.0)], rect.width).min(13.0);
        let class = if end.is_some() { "cell out done" } else { "cell out" };
        sketch.cell((class, "num out"), &rect, size, value);
        let name_of = |output| cell_name(film, Tensor::Output, output);
        let mut name = end.map(|(output, _)| name_of(output)).unwrap_or_default();
        // No name is longer than the last cell's.
        let longest = words_width(&name_of(film.output.len().saturating_sub(1)), NOTE);
        let (mut at, mut below) = ((rect.right() + 6.0, y + 16.0), rect.bottom());
        if longest > room - rect.width - 6.0 {
            below += NOTE + 3.0;
            at = (x, below);
        }
        if longest > room
            && let Some(bracket) = name.find('[')
        {
            name.replace_range(..bracket, "");
        }
        sketch.words("note", at, NOTE, &name);
        let mut ties = String::new();
        if let Some((output, equal)) = end {
            if equal > 1 {
                ties = fill(NumbersKey::MatchTies, &[("count", &count(equal - 1))]);
            }
            let timeline = Timeline::new(Arc::clone(film), self.ask.frame.order, self.ask.scene.net.seed);
            sketch.spot(&rect, Act::Step(Cursor::whole(timeline.step_of(output))));
        }
        sketch.words("note", (x, below + NOTE + 3.0), NOTE, &ties);
    }
}
