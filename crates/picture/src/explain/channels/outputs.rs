//! What the other filters make of the same window: a cell of each output channel.
use super::measure::{HEADING, Measure};
use super::rows::amount;
use crate::coord::{count, trace};
use crate::explain::Ask;
use crate::explain::sketch::{NOTE, Sketch, TITLE};
use crate::fold::Fold;
use crate::plane::Rect;
use crate::shape::{Shape, volume};
use crate::words;
use story::text::{ChannelsKey, fill, say};
use story::{Cell, Frame, Tensor};

/// Output channels that are drawn, at most.
const MOST: usize = 6;
const WIDTH: f32 = 66.0;
const PITCH: f32 = 38.0;
/// Room for the way there, and for the filters' names.
const WAY: f32 = 52.0;
const NAMES: f32 = 72.0;

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>, frame: &Frame, shape: &Shape, measure: &Measure, total: &Rect) {
    let cells = volume(shape.output).max(1);
    let present = frame.cell.unwrap_or(0);
    let most = match measure.outputs {
        Some(_) => MOST,
        None => MOST.min((ask.width / WIDTH) as usize),
    };
    let channels = Fold::of(frame, shape, most.max(1)).outputs;
    let below = sketch.bottom();
    // The last one stands beside the result, unless there are too many.
    let top = (total.y - (channels.len() - 1) as f32 * PITCH).max(HEADING);
    let mut way = String::new();
    match measure.outputs {
        Some(x) => {
            let x = x + WAY;
            sketch.words("title out", (x + NAMES, top - HEADING + TITLE), TITLE, words::output());
        }
        None => sketch.words("note", (0.0, below + NOTE + 18.0), NOTE, say(ChannelsKey::ChannelsEach)),
    }
    for (index, channel) in channels.clone().enumerate() {
        let cell = channel * cells + present % cells;
        let is_present = cell == present;
        let mut rect = Rect {
            x: index as f32 * WIDTH,
            y: below + 54.0,
            width: WIDTH,
            height: 32.0,
        };
        match measure.outputs {
            Some(x) => {
                let x = x + WAY;
                rect.x = x + NAMES;
                rect.y = top + index as f32 * PITCH;
                let name = fill(ChannelsKey::ChannelsFilter, &[("index", &count(channel))]);
                let class = if is_present { "index k" } else { "index idle" };
                let y = rect.centre().1 + NOTE * 0.36;
                sketch.marks.text(class, rect.x - 8.0, y, NOTE, name);
                if is_present {
                    let (start, end) = (total.right() + 3.0, x + 2.0);
                    let (from, to) = (total.centre().1, rect.centre().1);
                    let half = (start + end) / 2.0;
                    trace(&mut way, "M..C......", &[start, from, half, from, half, to, end, to]);
                }
            }
            None => {
                let class = if is_present { "title k middle" } else { "note middle" };
                sketch
                    .marks
                    .text(class, rect.centre().0, rect.y - 6.0, NOTE, count(channel));
            }
        }
        let value = if is_present {
            Some(frame.total)
        } else {
            ask.frame.output(cell).value()
        };
        let classes = match (is_present, value.is_some(), frame.is_whole()) {
            (true, _, true) => ("cell out now", "num now"),
            (true, _, false) => ("cell out now part", "num out now part"),
            (false, true, _) => ("cell out done", "num out"),
            (false, false, _) => ("cell out", "num out"),
        };
        amount(sketch, classes, &rect, value);
        sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
    }
    sketch.marks.path("link", way);
    if channels.len() < shape.filters {
        let x = measure.outputs.map_or(0.0, |x| x + WAY + NAMES);
        let y = match measure.outputs {
            Some(_) => top + channels.len() as f32 * PITCH + NOTE + 2.0,
            None => sketch.bottom() + NOTE + 4.0,
        };
        sketch.words("note", (x, y), NOTE, &words::more(shape.filters - channels.len()));
    }
}
