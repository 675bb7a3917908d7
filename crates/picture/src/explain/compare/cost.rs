//! What both layers cost: a line where that is the same, bars on one scale where it is not.
use super::*;
use crate::fit::words_width;

const LINE: f32 = 24.0;
const BAR: f32 = 19.0;

/// Beneath what is drawn so far.
pub(super) fn cost(sketch: &mut Sketch, frames: [&Frame; 2], width: f32, top: f32) {
    let mut y = top;
    let plans = frames.map(|frame| &frame.film.plan);
    let rows = [
        (NumbersKey::CompareWeights, plans.map(|plan| plan.layer().params())),
        (NumbersKey::CompareMacs, plans.map(conv::Plan::macs)),
    ];
    for (key, values) in rows {
        let at = (0.0, y + NOTE);
        if values[0] == values[1] {
            let both = fill(NumbersKey::CompareBoth, &[("value", &grouped(values[0]))]);
            sketch.words("title", at, TITLE, say(key));
            let beside = words_width(say(key), TITLE) * BOLD + 9.0;
            sketch.words("note", (beside, at.1), NOTE, &both);
        } else {
            sketch.words("title", at, TITLE, say(key));
            bars(sketch, values, width, y + LINE - 2.0);
            y += 2.0 * BAR;
        }
        y += LINE;
    }
}

fn bars(sketch: &mut Sketch, values: [u64; 2], width: f32, mut y: f32) {
    let most = values[0].max(values[1]).max(1);
    let room = (width - 120.0).max(20.0);
    for (name, value) in ["A", "B"].into_iter().zip(values) {
        sketch.words("note", (0.0, y + NOTE), NOTE, name);
        let bar = Rect {
            x: 18.0,
            y: y + 1.0,
            width: (room * (value as f32 / most as f32)).max(2.0),
            height: 13.0,
        };
        sketch.marks.rect("bar", &bar, 3.0);
        sketch.words("num-beside", (bar.right() + 8.0, y + NOTE), NOTE, &grouped(value));
        y += BAR;
    }
}
