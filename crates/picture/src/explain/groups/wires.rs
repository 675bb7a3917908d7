//! A node for each channel, a wire for each kernel.
use super::{HEADING, Strong};
use crate::coord::trace;
use crate::explain::film::title_width;
use crate::explain::sketch::{NOTE, Sketch, TITLE};
use crate::explain::{Act, Ask};
use crate::fold::Fold;
use crate::mark::body;
use crate::plane::Rect;
use crate::shape::volume;
use crate::window::rounded;
use crate::words;
use conv::Source;
use std::ops::Range;
use std::sync::Arc;
use story::text::{ChannelsKey, say};
use story::{Cell, Cursor, Order, Tensor, Timeline};

/// So many channels of a side are drawn at most.
const MOST: usize = 8;
/// Wires that are cut are drawn where there are few.
const FEW: usize = 6;
const NODE: f32 = 34.0;
const PITCH: f32 = 42.0;

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>, strong: &Strong, width: f32) {
    let fold = Fold::of(ask.frame, &strong.shape, MOST);
    let right = say(ChannelsKey::GroupsOut);
    let right_x = width - title_width(right).max(NODE);
    sketch.words("title in", (0.0, TITLE), TITLE, say(ChannelsKey::GroupsIn));
    sketch.words("title out", (right_x, TITLE), TITLE, right);
    let rows = fold.inputs.len().max(fold.outputs.len()) as f32;
    let node = |range: &Range<usize>, x: f32, channel: usize| Rect {
        x,
        y: HEADING + 4.0 + (channel - range.start) as f32 * PITCH + (rows - range.len() as f32) / 2.0 * PITCH,
        width: NODE,
        height: NODE,
    };
    let (mut plain, mut now, mut cut) = (String::new(), String::new(), String::new());
    let is_few = strong.shape.channels.max(strong.shape.filters) <= FEW;
    for input in fold.inputs.clone() {
        let from = node(&fold.inputs, 0.0, input);
        for output in fold.outputs.clone() {
            let to = node(&fold.outputs, right_x, output);
            let path = if !strong.wiring.connects(input, output) {
                if !is_few {
                    continue;
                }
                &mut cut
            } else if strong.has(input, output) {
                &mut now
            } else {
                &mut plain
            };
            wire(path, &from, &to);
        }
    }
    for (class, d) in [("wire cut", cut), ("wire k", plain), ("wire k now", now)] {
        sketch.marks.path(class, d);
    }
    let mut lit = [String::new(), String::new()];
    for channel in fold.inputs.clone() {
        let rect = node(&fold.inputs, 0.0, channel);
        let classes = match (strong.takes_input(channel), ask.frame.cell) {
            (true, _) => ("cell in window", "num in window"),
            (_, None) => ("cell in", "num in"),
            _ => ("cell in idle", "num in idle"),
        };
        sketch.cell(classes, &rect, TITLE, Some(channel as f32));
        sketch.spot(&rect, input_act(ask, strong, channel));
        if strong.lit[0] == Some(channel) {
            rounded(&mut lit[0], &body(&rect), 4.0);
        }
    }
    for channel in fold.outputs.clone() {
        let rect = node(&fold.outputs, right_x, channel);
        let classes = if strong.output == Some(channel) {
            ("cell out now", "num out now")
        } else if strong.takes_output(channel) {
            ("cell out stamp", "num out stamp")
        } else {
            ("cell out done", "num out")
        };
        sketch.cell(classes, &rect, TITLE, Some(channel as f32));
        sketch.spot(&rect, output_act(ask, strong, channel));
        if strong.lit[1] == Some(channel) {
            rounded(&mut lit[1], &body(&rect), 4.0);
        }
    }
    let [lit_in, lit_out] = lit;
    sketch.marks.path("lit in", lit_in);
    sketch.marks.path("lit out", lit_out);
    let below = HEADING + rows * PITCH + NOTE + 6.0;
    for (range, all, x) in [
        (&fold.inputs, strong.shape.channels, 0.0),
        (&fold.outputs, strong.shape.filters, right_x),
    ] {
        if range.len() < all {
            sketch.words("note", (x, below), NOTE, &words::more(all - range.len()));
        }
    }
}

/// From node to node: it leaves and arrives level.
fn wire(path: &mut String, from: &Rect, to: &Rect) {
    let (start, end) = (from.right() + 1.0, to.x - 1.0);
    let (half, top, bottom) = ((start + end) / 2.0, from.centre().1, to.centre().1);
    trace(path, "M..C......", &[start, top, half, top, half, bottom, end, bottom]);
}

/// An input channel is a step where the order scatters; else its cell where the window begins.
fn input_act(ask: &Ask<'_>, strong: &Strong, channel: usize) -> Act {
    let cells = volume(strong.shape.input);
    if let Some(cell) = ask.frame.input_cell() {
        return Act::Step(Cursor::whole(channel * cells + cell % cells));
    }
    let mut spatial = 0;
    for product in ask.frame.products.iter().rev() {
        if let Source::Input(cell) | Source::Copy(cell) = product.source {
            spatial = cell % cells;
        }
    }
    Act::Cell(Cell::Of(Tensor::Input, channel * cells + spatial))
}

/// An output channel is the step that fills its cell in the same place.
fn output_act(ask: &Ask<'_>, strong: &Strong, channel: usize) -> Act {
    let cells = volume(strong.shape.output);
    let present = ask.frame.output_cell();
    let stamped = || ask.frame.products.iter().find_map(|product| product.output);
    let cell = channel * cells + present.or_else(stamped).unwrap_or(0) % cells;
    if matches!(ask.frame.order, Order::All | Order::Scatter) {
        return Act::Cell(Cell::Of(Tensor::Output, cell));
    }
    let timeline = Timeline::new(Arc::clone(&ask.frame.film), ask.frame.order, ask.scene.net.seed);
    Act::Step(Cursor::whole(timeline.step_of(cell)))
}
