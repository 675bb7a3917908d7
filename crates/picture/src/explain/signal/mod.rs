//! Signals: a 1-D layer's input, kernel and output as plots, each number above the cells that it is made of.
mod input;
mod kernel;
mod output;
mod plot;

use super::lights::Lights;
use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Choice, Picture, Still};
use crate::coord::count;
use crate::words;
use conv::{Op, Source};
use plot::{Across, MARGIN};
use std::sync::Arc;
use story::signal::roughness;
use story::text::{NumbersKey, fill, say};
use story::words::cell_name;
use story::{Cell, Change, Fill, Film, Scene, Tensor, number, signed};

/// Channels that are drawn, at most.
const CHANNELS: usize = 3;
/// Narrower than this there is one output channel, the present one, and it is as high as it can be.
const NARROW: f32 = 480.0;
const LARGEST: f32 = 46.0;
const HEADING: f32 = 20.0;
const GAP: f32 = 14.0;

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, scene: &Scene, _: &Arc<Film>) {
    let mut options = Vec::new();
    for fill in Fill::ALL {
        let name = match fill {
            Fill::Numbers => NumbersKey::SignalNumbers,
            Fill::Sine => NumbersKey::SignalSine,
        };
        let mut other = scene.clone();
        other.net_mut().fill = fill;
        options.push((say(name).to_owned(), Change::Scene(Box::new(other))));
    }
    still.choices.push(Choice {
        name: say(NumbersKey::SignalFill).to_owned(),
        options,
        now: Fill::ALL.iter().position(|&fill| fill == scene.net.fill),
        slides: false,
    });
}

/// By how much a channel changes from cell to cell.
fn change(data: &[f32], cells: usize, channel: usize) -> String {
    let from = channel * cells;
    number(roughness(data.get(from..from + cells).unwrap_or(&[])))
}

/// One weight and the place of the grid that it lies over.
#[derive(Clone, Copy, Debug)]
struct Tap {
    at: f32,
    weight: usize,
    /// Whether it multiplies something.
    counts: bool,
}

/// What a step looks at: the taps of each input channel that is drawn, and the outputs.
struct Scope<'a> {
    ask: &'a Ask<'a>,
    film: &'a Film,
    /// The present input channels, first and how many, and the output channels.
    inputs: (usize, usize),
    outputs: (usize, usize),
    taps: Vec<Vec<Tap>>,
    lights: Lights,
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &*ask.frame.film;
    if film.plan.rank() != 1 {
        return;
    }
    let mut scope = Scope::of(ask, film);
    let across = scope.across();
    let is_large = scope.inputs.1 == 1;
    let (input_height, kernel_height) = if is_large { (112.0, 66.0) } else { (76.0, 56.0) };
    let mut top = 0.0;
    for row in 0..scope.inputs.1 {
        top = scope.input(sketch, &across, row, (top, input_height));
        top = scope.kernel(sketch, &across, row, (top, kernel_height));
    }
    let hidden = film.plan.input_shape()[0] - scope.inputs.1;
    top = more(sketch, top, hidden);
    let height = if scope.outputs.1 == 1 { 112.0 } else { 76.0 };
    scope.link(sketch, &across, (top, height));
    for channel in scope.outputs.0..scope.outputs.0 + scope.outputs.1 {
        top = scope.output(sketch, &across, channel, (top, height));
    }
    more(sketch, top, film.plan.output_shape()[0] - scope.outputs.1);
    scope.tell(sketch);
    scope.lights.draw(sketch);
    sketch.label = fill(NumbersKey::SignalLabel, &[("count", &count(film.plan.input_size()[2]))]);
}

/// A note on the channels that are not drawn.
fn more(sketch: &mut Sketch, top: f32, hidden: usize) -> f32 {
    if hidden == 0 {
        return top;
    }
    sketch.words("note", (0.0, top + NOTE), NOTE, &words::more(hidden));
    top + NOTE + GAP
}

fn plus(terms: &mut String, term: &str) {
    if !terms.is_empty() {
        terms.push_str(" + ");
    }
    terms.push_str(term);
}

/// A few of so many, the present one among them.
fn block(present: usize, all: usize, most: usize) -> (usize, usize) {
    let shown = all.min(most);
    ((present / shown.max(1) * shown).min(all - shown), shown)
}

impl<'a> Scope<'a> {
    fn of(ask: &'a Ask<'a>, film: &'a Film) -> Self {
        let frame = ask.frame;
        let plan = &film.plan;
        let (channels, filters) = (plan.input_shape()[0], plan.output_shape()[0]);
        let groups = (plan.spec().groups.max(1) as usize).min(channels.min(filters));
        let (ins, outs) = (channels / groups, filters / groups);
        let kernel = plan.kernel_size()[2];
        let most = if ask.width < NARROW { 1 } else { CHANNELS };
        let mut scope = Self {
            ask,
            film,
            inputs: (0, 1),
            outputs: (0, 1),
            taps: Vec::new(),
            lights: Lights::of(frame, ask.pointed),
        };
        if let Some(input) = frame.input_cell() {
            let channel = input / plan.input_size()[2];
            scope.inputs = (channel, 1);
            let (first, shown) = block(0, outs, most);
            scope.outputs = (channel / ins * outs + first, shown);
            scope.taps.push(stamp(film, input, kernel));
            return scope;
        }
        let output = frame.output_cell().unwrap_or(0);
        let channel = output / plan.output_size()[2];
        scope.outputs = block(channel, filters, most);
        scope.inputs = (channel / outs * ins, ins.min(CHANNELS));
        for row in 0..scope.inputs.1 {
            let mut taps = Vec::new();
            for slot in row * kernel..(row + 1) * kernel {
                let tap = plan.tap(output, slot);
                taps.push(Tap {
                    at: tap.at[2] as f32,
                    weight: tap.weight,
                    counts: tap.source != Source::Hole,
                });
            }
            scope.taps.push(taps);
        }
        scope
    }

    /// A cell's dot, with a ring around it if it belongs to the cell that is pointed at.
    fn lit(&mut self, cell: Cell, at: (f32, f32)) {
        if let Some(path) = self.lights.path(cell) {
            plot::circle(path, at, 6.0);
        }
    }

    /// How far apart input cells are on the grid: a transposed layer lays them out a stride apart.
    fn step(&self) -> usize {
        let is_transposed = self.film.plan.spec().op == Op::ConvTranspose;
        if is_transposed { self.film.plan.stride()[2] } else { 1 }
    }

    /// How far apart outputs are.
    fn pitch(&self) -> f32 {
        let is_transposed = self.film.plan.spec().op == Op::ConvTranspose;
        if is_transposed {
            1.0
        } else {
            self.film.plan.stride()[2] as f32
        }
    }

    /// The place of an output: the middle of its window.
    fn middle(&self, output_at: usize) -> f32 {
        let plan = &self.film.plan;
        let reach = plan.dilation()[2] * (plan.kernel_size()[2] - 1);
        plan.window_start([0, 0, output_at])[2] as f32 + reach as f32 / 2.0
    }

    fn across(&self) -> Across {
        let plan = &self.film.plan;
        let (before, after) = plan.pads()[2];
        let end = ((plan.input_size()[2] - 1) * self.step()) as f32;
        let last = self.middle(plan.output_size()[2].saturating_sub(1));
        let low = (-(before.max(0)) as f32).min(self.middle(0));
        let high = (end + after.max(0) as f32).max(last);
        let room = self.ask.width - MARGIN - 4.0;
        let cell = (room / (high - low + 1.0)).min(LARGEST);
        Across {
            zero: MARGIN + cell / 2.0 - low * cell,
            cell,
            ends: (MARGIN, self.right()),
        }
    }

    /// Whether an output channel's name leaves room for the present number alone beside it.
    fn is_tight(&self) -> bool {
        self.film.plan.output_shape()[0] > 1 && self.ask.width < 300.0
    }

    /// How the channels make the present output, and how much those in hand change.
    fn tell(&self, sketch: &mut Sketch) {
        let (frame, plan) = (self.ask.frame, &self.film.plan);
        let present = frame.output_cell();
        if let (Some(output), true) = (present, frame.channel_sums.len() > 1) {
            let mut terms = String::new();
            let mut rest = 0.0;
            for (local, &sum) in frame.channel_sums.iter().enumerate() {
                if local < self.inputs.1 {
                    plus(&mut terms, &signed(sum));
                } else {
                    rest += sum;
                }
            }
            if frame.channel_sums.len() > self.inputs.1 {
                let more = count(frame.channel_sums.len() - self.inputs.1);
                let arguments = [("sum", &*signed(rest)), ("count", &more)];
                plus(&mut terms, &fill(NumbersKey::SignalMore, &arguments));
            }
            if let Some(bias) = frame.bias {
                plus(&mut terms, &[words::bias(), " ", &signed(bias)].concat());
            }
            let key = if frame.is_whole() {
                NumbersKey::SignalSum
            } else {
                NumbersKey::SignalSoFar
            };
            let cell = cell_name(self.film, Tensor::Output, output);
            let arguments = [("cell", &*cell), ("terms", &terms), ("total", &number(frame.total))];
            sketch.lines.push(fill(key, &arguments));
        }
        if let (Some(output), true) = (present, frame.channel_sums.len() <= 1 && self.is_tight()) {
            let cell = cell_name(self.film, Tensor::Output, output);
            let value = number(frame.output(output).value().unwrap_or(0.0));
            let arguments = [("cell", &*cell), ("value", &value)];
            sketch.lines.push(fill(NumbersKey::SignalCell, &arguments));
        }
        let (ins, outs) = (plan.input_size()[2], plan.output_size()[2]);
        let (from, to) = (self.inputs.0, present.map_or(self.outputs.0, |output| output / outs));
        let key = if plan.input_shape()[0] > 1 || plan.output_shape()[0] > 1 {
            NumbersKey::SignalRoughChannels
        } else {
            NumbersKey::SignalRough
        };
        let arguments = [
            ("from", &*count(from)),
            ("to", &count(to)),
            ("input", &change(&self.film.input, ins, from)),
            ("output", &change(&self.film.output, outs, to)),
        ];
        sketch.lines.push(fill(key, &arguments));
    }

    fn right(&self) -> f32 {
        self.ask.width - 4.0
    }

    /// Whether there is a window to be shown.
    fn is_stepped(&self) -> bool {
        self.ask.frame.cell.is_some()
    }

    fn title(&self, sketch: &mut Sketch, class: &'static str, top: f32, name: &str, channel: Option<usize>) {
        let text = match channel {
            None => name.to_owned(),
            Some(channel) => fill(
                NumbersKey::SignalChannel,
                &[("name", name), ("channel", &count(channel))],
            ),
        };
        sketch.words(class, (0.0, top + TITLE), TITLE, &text);
    }
}

/// An input's stamp: each weight over the output that it adds to, the whole of it under the input.
fn stamp(film: &Film, input: usize, kernel: usize) -> Vec<Tap> {
    let plan = &film.plan;
    let cells = plan.input_size()[2];
    let start = (input % cells * plan.stride()[2]) as f32;
    let dilation = plan.dilation()[2] as f32;
    let mut taps = Vec::new();
    for slot in 0..kernel {
        let stamp = plan.stamp(input, slot);
        taps.push(Tap {
            at: start + dilation * (slot as f32 - (kernel - 1) as f32 / 2.0),
            weight: stamp.weight,
            counts: stamp.output.is_some(),
        });
    }
    taps
}
