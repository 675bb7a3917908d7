//! The present window: where it lies on the input, and its patch times the filter.
use super::super::sketch::{NOTE, Sketch, TITLE};
use super::balance;
use super::tiles::{FILTER, INPUT, MOST, PRODUCT, fitting, grid, mosaic, ring, tiles};
use super::{GAP, HEADING, Pattern, WIDE};
use crate::coord::count;
use crate::fit::words_width;
use crate::plane::{NUMBER, Plane, Rect};
use crate::shape::volume;
use crate::words;
use story::matching::Balance;
use story::text::{NumbersKey, fill, say};
use story::{Cell, Tensor, number};

const LARGEST: f32 = 36.0;

impl Pattern<'_> {
    /// The present window: the input with its outline, the patch, the filter, their products, and what they add up to.
    pub(super) fn step(&mut self, sketch: &mut Sketch, output: usize) -> String {
        let width = self.ask.width;
        let filter = self.filter_of(output);
        let is_row = self.film.plan.rank() == 1;
        let (mut left, mut top) = (0.0, 0.0);
        if self.film.plan.rank() < 3 {
            let (room, height) = if width < WIDE {
                (width.min(300.0), 240.0)
            } else if is_row {
                (width, LARGEST)
            } else {
                (250.0, 236.0)
            };
            let around = self.input(sketch, output, (room, height));
            if width < WIDE || is_row {
                top = around.bottom() + GAP;
            } else {
                left = around.right() + 1.5 * GAP;
            }
        }
        let bottom = self.products(sketch, output, (left, top));
        let has_bias = self.film.bias.is_some();
        let balance = Balance::of(self.ask.frame);
        balance::bars(sketch, self, (balance, has_bias), filter, (left, bottom + GAP * 0.6));
        sketch.lines.push(balance::sentence(self.ask.frame, &balance, output));
        sketch.lines.push(balance::scale_sentence(self, filter));
        fill(
            NumbersKey::MatchLabel,
            &[
                ("filter", &count(filter)),
                ("positive", &number(balance.positive)),
                ("negative", &number(balance.negative)),
            ],
        )
    }

    /// The input's channel that the window begins with, and the windows over it: the present one and, once they may be
    /// told, the best and the worst.
    fn input(&mut self, sketch: &mut Sketch, output: usize, (room, height): (f32, f32)) -> Rect {
        let plan = &self.film.plan;
        let size = plan.input_size();
        let pads = plan.pads().map(|(before, after)| (before.max(0), after.max(0)));
        let around: [usize; 3] = std::array::from_fn(|axis| size[axis] + (pads[axis].0 + pads[axis].1) as usize);
        let cell = fitting(around, room - 2.0, height, LARGEST);
        let mut padded = grid(around, (1.0, HEADING), cell);
        if size[1] == 1 {
            padded.cell.1 = cell.max(NUMBER + 4.0);
        }
        padded.first = pads.map(|(before, _)| -before);
        let mut plane = Plane {
            first: [0; 3],
            size,
            ..padded.clone()
        };
        if let Some(first) = padded.cell_rect([0; 3]) {
            (plane.x, plane.y) = (first.x, first.y);
        }
        let window = self.window(output);
        let channel = window.first().map_or(0, |tap| tap.channel);
        let title = if plan.input_shape()[0] == 1 {
            words::input().to_owned()
        } else {
            let channel = fill(NumbersKey::MatchChannel, &[("channel", &count(channel))]);
            story::words::listed(&[words::input(), &channel])
        };
        sketch.words("title in", (0.0, TITLE), TITLE, &title);
        if padded.size != plane.size {
            sketch.marks.rect("plane pad", &padded.rect(), 3.0);
        }
        self.input_cells(sketch, &plane, channel);
        sketch.hold(&padded.rect());
        self.outlines(sketch, &padded, output);
        padded.rect()
    }

    fn input_cells(&mut self, sketch: &mut Sketch, plane: &Plane, channel: usize) {
        let first = channel * volume(plane.size);
        let values = self.film.input.get(first..first + volume(plane.size)).unwrap_or(&[]);
        if plane.is_mosaic() {
            mosaic(sketch, plane, values, self.scales.0, "plane in");
        } else {
            let values: Vec<_> = values.iter().copied().map(Some).collect();
            tiles(sketch, plane, &INPUT, &values, self.scales.0);
        }
        if values.len() > MOST {
            return;
        }
        for (index, at) in plane.places().enumerate() {
            if let Some(rect) = plane.cell_rect(at) {
                self.spot(sketch, &rect, Cell::Of(Tensor::Input, first + index));
            }
        }
    }

    fn outlines(&self, sketch: &mut Sketch, padded: &Plane, output: usize) {
        let told = self.told(self.filter_of(output));
        let around = |output| {
            let mut around: Option<Rect> = None;
            for slot in [0, self.volume - 1] {
                if let Some(rect) = padded.cell_rect(self.film.plan.tap(output, slot).at) {
                    around = Some(around.map_or(rect, |around| around.and(&rect)));
                }
            }
            around
                .map(|around| ring(&around, padded).inset(-0.5))
                .unwrap_or_default()
        };
        let hidden = Rect::default();
        let [best, worst] = told.map_or([hidden; 2], |ends| [around(ends.best), around(ends.worst)]);
        sketch.marks.rect("matching best", &best, 6.0);
        sketch.marks.rect("matching worst", &worst, 6.0);
        sketch.marks.rect("outline", &around(output), 6.0);
    }

    /// Patch, filter and products, a row for each channel; how far down they reach.
    fn products(&mut self, sketch: &mut Sketch, output: usize, (left, top): (f32, f32)) -> f32 {
        let size = self.film.plan.kernel_size();
        let room = self.ask.width - left - 2.0;
        let gap = if room < 300.0 { 18.0 } else { GAP };
        let side = fitting(size, (room - 2.0 * gap) / 3.0, 400.0, LARGEST);
        let is_stacked = side < NUMBER && self.ask.width < WIDE;
        let mut title = words::filter(self.filter_of(output), self.film.plan.output_shape()[0]);
        if (room + gap) / 3.0 < words_width(&title, TITLE) + 6.0 {
            words::kernel(false).clone_into(&mut title);
        }
        let columns = if is_stacked { 2.0 } else { 3.0 };
        let cell = fitting(size, (room - (columns - 1.0) * gap) / columns, 400.0, LARGEST);
        let extent = grid(size, (0.0, 0.0), cell).rect();
        let window = self.window(output);
        let products = self.ask.frame.products.clone();
        let titles = [
            ("title in", say(NumbersKey::MatchPatch).to_owned()),
            ("title k", title),
            ("title", say(NumbersKey::MatchProducts).to_owned()),
        ];
        let pitch = extent.width.max(if is_stacked {
            0.0
        } else {
            84.0_f32.min((room - 2.0 * gap) / 3.0)
        }) + gap;
        let down = extent.height + if is_stacked { 2.0 * HEADING } else { 8.0 };
        let place = |column: usize, row: usize| {
            let is_under = is_stacked && column == 2;
            let column = if is_under { 0 } else { column };
            let lines = if is_stacked {
                2 * row + usize::from(is_under)
            } else {
                row
            };
            (left + column as f32 * pitch + 1.0, top + HEADING + lines as f32 * down)
        };
        let mut bottom = top;
        for row in 0..self.channels {
            let from = row * self.volume;
            let mut values = [const { Vec::new() }; 3];
            for (tap, product) in window.iter().zip(&products).skip(from).take(self.volume) {
                values[0].push(Some(self.read(tap)));
                values[1].push(self.film.weight.get(tap.weight).copied());
                values[2].push(product.done.then_some(product.x * product.w));
            }
            let (inputs, weights) = self.scales;
            let looks = [(&INPUT, inputs), (&FILTER, weights), (&PRODUCT, inputs * weights)];
            for (column, (look, scale)) in looks.into_iter().enumerate() {
                let (x, y) = place(column, row);
                let plane = grid(size, (x, y), cell);
                if row == 0 || is_stacked {
                    let (class, title) = &titles[column];
                    sketch.words(class, (x, y - HEADING + TITLE), TITLE, title);
                }
                tiles(sketch, &plane, look, &values[column], scale);
                bottom = plane.rect().bottom();
                if column < 2 {
                    let taps = &window[from..from + self.volume];
                    self.spots(sketch, &plane, taps, column == 1);
                }
                if !is_stacked && column > 0 {
                    let sign = if column == 1 { "×" } else { "=" };
                    let at = (x - gap / 2.0, plane.rect().centre().1);
                    sketch.marks.centred("note middle", at, 16.0, sign.to_owned());
                }
            }
        }
        let hidden = self.film.plan.slots() / self.volume - self.channels;
        if hidden > 0 {
            bottom += NOTE + 8.0;
            sketch.words("note", (left + 1.0, bottom), NOTE, &words::more(hidden));
            bottom += 4.0;
        }
        bottom
    }
}
