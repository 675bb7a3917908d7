//! A kernel of one cell: a dot product over the channels at one position, and over all positions a product of matrices.
//!
//! The matrices stand so that rows and columns meet: X above, W to the left, and in their corner Y.
use super::channels::measure::Measure;
use super::channels::{rows, sums};
use super::film::{found, gathered, title_width, type_for};
use super::lights::Lights;
use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Picture, Still};
use crate::coord::count;
use crate::fold::Fold;
use crate::hatch;
use crate::mark::body;
use crate::plane::Rect;
use crate::shape::{Shape, place, volume};
use crate::window::rounded;
use std::ops::Range;
use std::sync::Arc;
use story::groups::Wiring;
use story::text::{ChannelsKey, fill};
use story::words::cell_name;
use story::{Cell, Film, Frame, Scene, Tensor, number, pointwise};

/// From here on the dot product stands beside the matrices, and takes so much.
const WIDE: f32 = 640.0;
const SUM: f32 = 300.0;
const LARGEST: (f32, f32) = (46.0, 34.0);
const HEADING: f32 = 24.0;
/// Between W and Y, with the index of X's rows; and before W, with its own.
const BETWEEN: f32 = 34.0;
const GUTTER: f32 = 26.0;
const BELOW: f32 = 26.0;

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, _: &Scene, film: &Arc<Film>) {
    let spec = film.plan.spec();
    let apart = pointwise::apart(film);
    let [ins, outs, positions] = sizes(film);
    let key = if spec.groups > 1 {
        ChannelsKey::PointwiseMatrixGroups
    } else {
        ChannelsKey::PointwiseMatrix
    };
    let arguments = [
        ("ins", &*ins),
        ("outs", &outs),
        ("positions", &positions),
        ("groups", &spec.groups.to_string()),
        ("compared", &count(apart.compared)),
        ("all", &count(apart.all)),
        ("largest", &number(apart.largest)),
    ];
    still.lines.push(fill(key, &arguments));
    if spec.groups == 1 {
        let bias = if spec.bias { "" } else { ", bias=False" };
        let line = [&ins, ", ", &outs, bias].concat();
        still
            .lines
            .push(fill(ChannelsKey::PointwiseLinear, &[("arguments", &line)]));
    }
}

/// Input channels, output channels, positions.
fn sizes(film: &Film) -> [String; 3] {
    let plan = &film.plan;
    let positions = volume(plan.output_size());
    [plan.input_shape()[0], plan.output_shape()[0], positions].map(count)
}

/// What of the matrices is drawn, and where.
struct Matrices<'a> {
    frame: &'a Frame,
    shape: Shape,
    wiring: Wiring,
    ins: Range<usize>,
    outs: Range<usize>,
    positions: Range<usize>,
    /// The present row of W, and the present column of X.
    filter: usize,
    position: usize,
    cell: (f32, f32),
    /// Where all of it begins and ends.
    left: f32,
    right: f32,
    weight: (f32, f32),
    input: (f32, f32),
    output: (f32, f32),
}

impl<'a> Matrices<'a> {
    fn of(frame: &'a Frame, (x, y): (f32, f32), width: f32) -> Self {
        let shape = Shape::of(frame);
        let (most, columns) = match width {
            ..280.0 => (3, 4),
            280.0..420.0 => (4, 5),
            _ => (5, 8),
        };
        let fold = Fold::of(frame, &shape, most);
        let all = volume(shape.output);
        let cell = frame.cell.unwrap_or(0);
        let (filter, position) = (cell / all, cell % all);
        let some = all.min(columns);
        let first = position.saturating_sub(some / 2).min(all - some);
        let across = (fold.inputs.len() + some) as f32;
        // W's name may be broader than W.
        let name = title_width(&weight_name(&frame.film));
        let room = width - 2.0 - BETWEEN;
        let size = ((room - GUTTER) / across)
            .min((room - name) / some as f32)
            .min(LARGEST.0);
        let size = (size, size.min(LARGEST.1));
        let spec = frame.film.plan.spec();
        let output_x = x + (GUTTER + size.0 * fold.inputs.len() as f32).max(name) + BETWEEN;
        let output_y = y + HEADING + 18.0 + fold.inputs.len() as f32 * size.1 + HEADING + 8.0;
        Self {
            frame,
            wiring: Wiring::of(spec, spec.groups),
            weight: (output_x - BETWEEN - size.0 * fold.inputs.len() as f32, output_y),
            input: (output_x, y + HEADING + 18.0),
            output: (output_x, output_y),
            ins: fold.inputs,
            outs: fold.outputs,
            positions: first..first + some,
            filter,
            position,
            cell: size,
            left: x,
            right: x + width,
            shape,
        }
    }

    /// A cell of a matrix that begins at a point.
    fn rect(&self, (x, y): (f32, f32), row: usize, column: usize) -> Rect {
        Rect {
            x: x + column as f32 * self.cell.0,
            y: y + row as f32 * self.cell.1,
            width: self.cell.0,
            height: self.cell.1,
        }
    }
}

fn weight_name(film: &Film) -> String {
    let [ins, outs, _] = sizes(film);
    fill(ChannelsKey::PointwiseWeight, &[("ins", &ins), ("outs", &outs)])
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let frame = &*gathered(ask);
    let is_wide = ask.width >= WIDE;
    let width = if is_wide { SUM } else { ask.width };
    let shape = Shape::of(frame);
    let measure = Measure::of(frame, &shape, width, false);
    rows::draw(sketch, frame, &shape, &measure);
    let (at, width) = if is_wide {
        ((SUM + BELOW, 0.0), ask.width - SUM - BELOW)
    } else {
        ((0.0, sketch.bottom() + BELOW), ask.width)
    };
    let matrices = Matrices::of(frame, at, width);
    inputs(sketch, &matrices);
    weights(sketch, &matrices);
    outputs(sketch, ask.frame, &matrices);
    names(sketch, &matrices);
    let sum = sums(frame, &measure);
    let [ins, outs, positions] = sizes(&frame.film);
    let sizes = [("ins", &*ins), ("outs", &outs), ("positions", &positions)];
    sketch.label = fill(
        ChannelsKey::PointwiseLabel,
        &[
            ("weight", &weight_name(&frame.film)),
            ("input", &fill(ChannelsKey::PointwiseInput, &sizes)),
            ("output", &fill(ChannelsKey::PointwiseOutput, &sizes)),
            ("sum", &sum),
        ],
    );
    let cell = cell_name(&frame.film, Tensor::Output, frame.cell.unwrap_or(0));
    let step = [
        ("cell", &*cell),
        ("row", &count(matrices.filter)),
        ("column", &count(matrices.position)),
    ];
    sketch.lines.push(fill(ChannelsKey::PointwiseStep, &step));
    sketch.lines.push(sum);
    let mut lights = Lights::of(ask.frame, ask.pointed);
    lights.spots(sketch);
    lights.draw(sketch);
}

/// X: a row for each input channel, a column for each position.
fn inputs(sketch: &mut Sketch, matrices: &Matrices<'_>) {
    let film = &matrices.frame.film;
    let size = type_for(&film.input, matrices.cell);
    let mut column = None::<Rect>;
    for (row, channel) in matrices.ins.clone().enumerate() {
        let takes_part = matrices.wiring.connects(channel, matrices.filter);
        index(
            sketch,
            if takes_part { "index in" } else { "index idle" },
            &matrices.rect(matrices.input, row, 0),
            channel,
        );
        for (at, position) in matrices.positions.clone().enumerate() {
            let rect = matrices.rect(matrices.input, row, at);
            let start = film.plan.window_start(place(position, matrices.shape.output));
            let found = found(film, channel, start);
            let is_now = takes_part && position == matrices.position;
            sketch.cell(found.classes(is_now), &rect, size, found.value);
            sketch.spot_of(&rect, found.cell);
            if is_now {
                column = Some(column.map_or(rect, |column| column.and(&rect)));
            }
        }
    }
    sketch
        .marks
        .rect("outline", &column.unwrap_or_default().inset(-0.5), 7.0);
}

/// W: a row for each output channel, a column for each input channel.
fn weights(sketch: &mut Sketch, matrices: &Matrices<'_>) {
    let film = &matrices.frame.film;
    let size = type_for(&film.weight, matrices.cell);
    let mut hatch = String::new();
    let mut now = String::new();
    for (row, filter) in matrices.outs.clone().enumerate() {
        let is_now = filter == matrices.filter;
        index(
            sketch,
            if is_now { "index out" } else { "index idle" },
            &matrices.rect(matrices.weight, row, 0),
            filter,
        );
        for (at, channel) in matrices.ins.clone().enumerate() {
            let rect = matrices.rect(matrices.weight, row, at);
            if !matrices.wiring.connects(channel, filter) {
                sketch.cell(("cell cut", "num"), &rect, size, None);
                hatch::rising(&mut hatch, &body(&rect));
                continue;
            }
            let weight = matrices.shape.kernel_of(channel, filter);
            sketch.cell(
                ("cell k", "num k"),
                &rect,
                size,
                Some(film.value(Tensor::Weight, weight)),
            );
            sketch.spot_of(&rect, Cell::Of(Tensor::Weight, weight));
            if is_now {
                rounded(&mut now, &body(&rect), 4.0);
            }
        }
    }
    sketch.marks.path("hatch", hatch);
    sketch.marks.path("taps now", now);
}

/// Y: a row for each output channel, a column for each position.
fn outputs(sketch: &mut Sketch, shown: &Frame, matrices: &Matrices<'_>) {
    let frame = matrices.frame;
    let size = type_for(&frame.film.output, matrices.cell);
    let positions = volume(matrices.shape.output);
    for (row, filter) in matrices.outs.clone().enumerate() {
        for (at, position) in matrices.positions.clone().enumerate() {
            let rect = matrices.rect(matrices.output, row, at);
            let cell = filter * positions + position;
            let is_present = frame.cell == Some(cell);
            let value = if is_present {
                Some(frame.total)
            } else {
                shown.output(cell).value()
            };
            let classes = match (is_present, frame.is_whole(), value) {
                (true, true, _) => ("cell out now", "num out now"),
                (true, false, _) => ("cell out now part", "num out now part"),
                (_, _, None) => ("cell out", "num out"),
                _ => ("cell out done", "num out"),
            };
            sketch.cell(classes, &rect, size, value);
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
        }
    }
}

/// A row's index, before its first cell.
fn index(sketch: &mut Sketch, class: &'static str, first: &Rect, index: usize) {
    let y = first.centre().1 + NOTE * 0.36;
    sketch.marks.text(class, first.x - 6.0, y, NOTE, count(index));
}

/// The matrices' names, the positions, and what is not drawn.
fn names(sketch: &mut Sketch, matrices: &Matrices<'_>) {
    let [ins, outs, positions] = sizes(&matrices.frame.film);
    let sizes = [("ins", &*ins), ("outs", &outs), ("positions", &positions)];
    let (x, y) = matrices.input;
    let input = fill(ChannelsKey::PointwiseInput, &sizes);
    // A name that is broader than its matrix begins before it.
    let begin = |x: f32, name: &str| x.min(matrices.right - 2.0 - title_width(name));
    let above = (begin(x, &input), y - HEADING - 18.0 + TITLE);
    sketch.words("title in", above, TITLE, &input);
    for (at, position) in matrices.positions.clone().enumerate() {
        let class = if position == matrices.position {
            "title in middle"
        } else {
            "note middle"
        };
        let (middle, _) = matrices.rect(matrices.input, 0, at).centre();
        sketch.words(class, (middle, y - 7.0), NOTE - 1.0, &count(position));
    }
    let (output_x, top) = matrices.output;
    let output = fill(ChannelsKey::PointwiseOutput, &sizes);
    sketch.words("title out", (begin(output_x, &output), top - 8.0), TITLE, &output);
    let weight = weight_name(&matrices.frame.film);
    let weight_x = matrices.weight.0.min(output_x - BETWEEN - title_width(&weight));
    sketch.words("title k", (weight_x, top - 8.0), TITLE, &weight);
    let mut bottom = top + matrices.outs.len() as f32 * matrices.cell.1 + NOTE + 6.0;
    for (key, all, some) in [
        (ChannelsKey::PointwiseChannels, matrices.shape.channels, &matrices.ins),
        (ChannelsKey::PointwiseFilters, matrices.shape.filters, &matrices.outs),
        (
            ChannelsKey::PointwisePositions,
            volume(matrices.shape.output),
            &matrices.positions,
        ),
    ] {
        if some.len() < all {
            let text = fill(key, &[("count", &count(all - some.len()))]);
            sketch.words("note", (matrices.left, bottom), NOTE, &text);
            bottom += NOTE + 5.0;
        }
    }
}
