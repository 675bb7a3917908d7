//! Both directions: from an input cell to all outputs that it feeds, and from an output cell to all cells that it reads,
//! with the weight used for each.
mod arrange;
mod crop;
mod grids;
mod part;

use super::film::gathered;
use super::lights::Lights;
use super::sketch::Sketch;
use super::{Ask, Picture, Still};
use crate::coord::count;
use crate::shape::{Shape, index, place, volume};
use conv::Source;
use part::{Part, Side};
use std::ops::Range;
use std::sync::Arc;
use story::groups::Wiring;
use story::text::{WindowsKey, fill, say};
use story::words::cell_name;
use story::{Cell, Feeds, Film, Frame, Product, Scene, Tensor};

/// From here on both directions stand side by side.
const WIDE: f32 = 640.0;
const BETWEEN: f32 = 44.0;
const BELOW: f32 = 30.0;

pub(super) const PICTURE: Picture = Picture::new(nothing, draw);

/// All that this picture says is of a step.
fn nothing(_: &mut Still, _: &Scene, _: &Arc<Film>) {}

/// What the picture is of.
struct Scope<'a> {
    /// The step as it is, and as one output's sum.
    shown: &'a Frame,
    frame: &'a Frame,
    shape: Shape,
    wiring: Wiring,
    /// Where a person points at; else the middle of the step's window.
    source: Cell,
    /// The place in the grid that the step is about, which the part that is drawn lies around.
    middle: [i64; 3],
    channel: usize,
    /// The output whose window is drawn, and the one that the step is about.
    output: usize,
    present: usize,
}

impl<'a> Scope<'a> {
    fn of(ask: &Ask<'a>, frame: &'a Frame) -> Self {
        let film = &frame.film;
        let shape = Shape::of(frame);
        let pointed = ask.pointed.filter(|cell| cell.is_in(film));
        let (mut source, mut middle, mut channel) = (Cell::Of(Tensor::Input, 0), [0; 3], 0);
        if let Some(product) = centre(frame) {
            (middle, channel) = (product.at, product.channel);
            source = match product.source {
                Source::Input(cell) => Cell::Of(Tensor::Input, cell),
                _ => Cell::Padding { channel, at: middle },
            };
        }
        if let Some(input) = ask.frame.input_cell() {
            let cells = volume(shape.input);
            (source, channel) = (Cell::Of(Tensor::Input, input), input / cells);
            middle = shape.place_of_input(input % cells);
        }
        let present = frame.cell.unwrap_or(0);
        let mut output = present;
        match pointed {
            Some(Cell::Of(Tensor::Output, cell)) => output = cell,
            Some(cell) => source = cell,
            None => {}
        }
        Self {
            wiring: Wiring::of(film.plan.spec(), film.plan.spec().groups),
            shown: ask.frame,
            frame,
            shape,
            source,
            middle,
            channel,
            output,
            present,
        }
    }

    /// A page of so many channels of a group that has the wanted one.
    fn page(group: Range<usize>, wanted: usize, most: usize) -> Range<usize> {
        let some = group.len().min(most.max(1));
        let ahead = wanted.clamp(group.start, group.end - 1) - group.start;
        let start = group.start + (ahead / some * some).min(group.len() - some);
        start..start + some
    }

    fn filter(&self, output: usize) -> usize {
        output / volume(self.shape.output)
    }
}

/// The product in hand, else the one in the middle of the first channel's window, or the next one that is no inserted zero.
fn centre(frame: &Frame) -> Option<&Product> {
    let kernel = volume(frame.film.plan.kernel_size());
    let middle = frame.products.get(kernel / 2);
    let counts = |product: &&Product| product.counts();
    frame
        .product()
        .filter(counts)
        .or(middle.filter(counts))
        .or(frame.products.iter().find(counts))
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    // What the step is about does not move when a person points at something.
    let alone = Ask { pointed: None, ..*ask };
    let frame = &*gathered(&alone);
    let scope = Scope::of(ask, frame);
    let is_wide = ask.width >= WIDE;
    let width = if is_wide {
        (ask.width - BETWEEN) / 2.0
    } else {
        ask.width
    };
    let (name, mut feeds, from) = from_input(&scope);
    let is_outside = grids::draw(sketch, &scope, &from, (0.0, 0.0), width, [&name, &feeds]);
    let at = if is_wide {
        (width + BETWEEN, 0.0)
    } else {
        (0.0, sketch.bottom() + BELOW)
    };
    let (output, reads, to) = from_output(&scope);
    let is_outside = grids::draw(sketch, &scope, &to, at, width, [&output, &reads]) || is_outside;
    let fed = Feeds::of(&frame.film, scope.source).filter(|fed| fed.filters > 1 && fed.count() > 0);
    if let Some(fed) = fed {
        let each = count(fed.count() / fed.filters);
        let arguments = [("feeds", &*feeds), ("each", &each), ("count", &count(fed.filters))];
        feeds = fill(WindowsKey::FeedsChannels, &arguments);
    }
    let says = fill(
        WindowsKey::FeedsSays,
        &[
            ("cell", &name),
            ("feeds", &feeds),
            ("output", &output),
            ("reads", &reads),
        ],
    );
    sketch.label.clone_from(&says);
    sketch.lines.push(says);
    for (says, key) in [
        (from.cells.is_empty(), WindowsKey::FeedsUnread),
        (from.is_twice, WindowsKey::FeedsTwice),
        (is_outside, WindowsKey::FeedsOutside),
    ] {
        if says {
            sketch.lines.push(fill(key, &[("cell", &name)]));
        }
    }
    let mut lights = Lights::of(ask.frame, ask.pointed);
    lights.spots(sketch);
    lights.draw(sketch);
}

/// What a cell is called, what it feeds in words, and as cells.
fn from_input(scope: &Scope<'_>) -> (String, String, Part) {
    let film = &scope.frame.film;
    let Scope { shape, wiring, .. } = scope;
    let outputs = volume(shape.output);
    let mut part = Part::new(Side::Input);
    let present = scope.filter(scope.present);
    let (name, total, key) = match scope.source {
        Cell::Of(Tensor::Weight, weight) => {
            let (channel, filter) = shape.channels_of(weight / volume(shape.kernel));
            part.inputs = channel..channel + 1;
            part.outputs = filter..filter + 1;
            let cell = place(weight % volume(shape.kernel), shape.kernel);
            let slot = shape.in_window(cell).map(|at| at as usize);
            let local = channel % wiring.ins * volume(shape.kernel);
            let slot = local + index(slot, shape.kernel);
            for at in 0..outputs {
                let tap = film.plan.tap(filter * outputs + at, slot);
                if tap.source != Source::Hole {
                    part.places.push((channel, tap.at, None));
                    part.cells
                        .push((filter * outputs + at, Some(film.value(Tensor::Weight, weight))));
                }
            }
            let name = cell_name(film, Tensor::Weight, weight);
            (name, part.cells.len(), WindowsKey::FeedsWeight)
        }
        Cell::Of(Tensor::Bias, filter) => {
            part.inputs = scope.channel..scope.channel + 1;
            part.outputs = filter..filter + 1;
            for at in filter * outputs..(filter + 1) * outputs {
                part.cells.push((at, Some(film.value(Tensor::Bias, filter))));
            }
            (cell_name(film, Tensor::Bias, filter), outputs, WindowsKey::FeedsBias)
        }
        cell => {
            let (channel, at, name) = match cell {
                Cell::Padding { channel, at } => (channel, at, padding(film, at)),
                Cell::Of(_, cell) => {
                    let at = shape.place_of_input(cell % volume(shape.input));
                    (cell / volume(shape.input), at, cell_name(film, Tensor::Input, cell))
                }
            };
            part.places.push((channel, at, None));
            part.inputs = channel..channel + 1;
            let first = channel / wiring.ins * wiring.outs;
            part.outputs = Scope::page(first..first + wiring.outs, present, part::most(shape.rank));
            part.more[1] = wiring.outs - part.outputs.len();
            let mut total = 0;
            if let Some(feeds) = Feeds::of(film, cell) {
                total = feeds.count();
                for filter in part.outputs.clone() {
                    for fed in feeds.in_channel(&film.plan, filter) {
                        let mut sum = 0.0;
                        for &weight in &fed.weights {
                            sum += film.value(Tensor::Weight, weight);
                        }
                        part.is_twice |= fed.weights.len() > 1;
                        part.cells.push((fed.output, Some(sum)));
                    }
                }
            }
            let key = match total {
                0 => WindowsKey::FeedsNone,
                1 => WindowsKey::FeedsOne,
                _ => WindowsKey::FeedsMany,
            };
            (name, total, key)
        }
    };
    (name, fill(key, &[("count", &count(total))]), part)
}

fn padding(film: &Film, at: [i64; 3]) -> String {
    let key = if film.plan.source(at) == Source::Hole {
        WindowsKey::FeedsInserted
    } else {
        WindowsKey::FeedsPadding
    };
    say(key).to_owned()
}

/// The same from an output: what it reads.
fn from_output(scope: &Scope<'_>) -> (String, String, Part) {
    let film = &scope.frame.film;
    let Scope { shape, wiring, .. } = scope;
    let filter = scope.filter(scope.output);
    let mut part = Part::new(Side::Output);
    let first = filter / wiring.outs * wiring.ins;
    part.inputs = Scope::page(first..first + wiring.ins, scope.channel, part::most(shape.rank));
    part.more[0] = wiring.ins - part.inputs.len();
    part.outputs = filter..filter + 1;
    part.cells.push((scope.output, None));
    let kernel = volume(shape.kernel);
    let mut each = 0;
    for channel in part.inputs.clone() {
        each = 0;
        for cell in 0..kernel {
            let tap = film.plan.tap(scope.output, (channel - first) * kernel + cell);
            if tap.source != Source::Hole {
                each += 1;
                part.places
                    .push((channel, tap.at, Some(film.value(Tensor::Weight, tap.weight))));
            }
        }
    }
    // Inserted zeros lie alike in all channels.
    let total = each * wiring.ins;
    let key = if total == 1 {
        WindowsKey::FeedsReadsOne
    } else {
        WindowsKey::FeedsReads
    };
    (
        cell_name(film, Tensor::Output, scope.output),
        fill(key, &[("count", &count(total))]),
        part,
    )
}
