//! What the standard layer costs, and the two steps together, as bars to one scale.
use super::*;
use crate::fit::words_width;
use crate::hatch;
use crate::plane::Rect;
use story::separable::Cost;

const BAR: f32 = 18.0;
const ROW: f32 = 26.0;

/// A part of a bar, and its class.
type Part = (u64, &'static str);

/// Multiply-adds, then weights.
pub(super) fn costs(sketch: &mut Sketch, separable: &Separable, top: f32, width: f32) {
    let is_wide = width >= WIDE;
    let room = if is_wide { (width - GAP) / 2.0 } else { width };
    let macs: fn(&Cost) -> u64 = |cost| cost.macs;
    let weights: fn(&Cost) -> u64 = |cost| cost.weights;
    for (index, (title, of)) in [
        (ChannelsKey::SeparableMacs, macs),
        (ChannelsKey::SeparableWeights, weights),
    ]
    .into_iter()
    .enumerate()
    {
        let left = if is_wide { index as f32 * (room + GAP) } else { 0.0 };
        let top = if is_wide || index == 0 {
            top
        } else {
            sketch.bottom() + 18.0
        };
        chart(
            sketch,
            say(title),
            separable.costs.map(|cost| of(&cost)),
            separable.own.map(|cost| of(&cost)),
            (left, top),
            room,
        );
    }
}

fn chart(
    sketch: &mut Sketch,
    title: &str,
    [standard, depthwise, pointwise]: [u64; 3],
    own: Option<u64>,
    (left, top): (f32, f32),
    room: f32,
) {
    sketch.words("title", (left, top + TITLE), TITLE, title);
    let both = depthwise.saturating_add(pointwise);
    let whole = [(standard, "cost standard")];
    let steps = [(depthwise, "cost depthwise"), (pointwise, "cost pointwise")];
    let here = own.map(|own| [(own, "cost own")]);
    let mut rows: Vec<(&str, &[Part], u64)> = vec![
        (say(ChannelsKey::SeparableStandard), &whole, standard),
        (say(ChannelsKey::SeparableSeparable), &steps, both),
    ];
    if let Some(here) = &here {
        rows.push((say(ChannelsKey::SeparableThis), here, here[0].0));
    }
    let mut words = 0.0_f32;
    let mut most = 1;
    for &(name, _, sum) in &rows {
        words = words.max(words_width(name, NOTE) + 8.0);
        most = most.max(sum);
    }
    let numbers = words_width(&grouped(most), NOTE + 1.0) + 8.0;
    let from = left + words;
    let scale = (room - words - numbers).max(10.0) / most as f32;
    let mut hatch = String::new();
    for (row, &(name, parts, sum)) in rows.iter().enumerate() {
        let y = top + 24.0 + row as f32 * ROW;
        let base = y + BAR / 2.0 + NOTE * 0.36;
        sketch.words("note", (left, base), NOTE, name);
        let mut x = from;
        for &(value, class) in parts {
            let bar = Rect {
                x,
                y,
                width: (value as f32 * scale).max(1.0),
                height: BAR,
            };
            sketch.marks.rect(class, &bar, 2.0);
            if class == "cost pointwise" {
                hatch::falling(&mut hatch, &bar);
            }
            x = bar.right();
        }
        sketch.words("strong", (x + 6.0, base), NOTE + 1.0, &grouped(sum));
    }
    sketch.marks.path("cost-hatch", hatch);
    legend(
        sketch,
        [depthwise, pointwise],
        (left, top + 24.0 + rows.len() as f32 * ROW),
        room,
    );
}

/// Which part of the bar is which step.
fn legend(sketch: &mut Sketch, parts: [u64; 2], (left, top): (f32, f32), room: f32) {
    let names = [
        (ChannelsKey::SeparableDepthwise, "cost depthwise"),
        (ChannelsKey::SeparablePointwise, "cost pointwise"),
    ];
    let (mut x, mut y) = (left, top + 4.0);
    let mut hatch = String::new();
    for ((name, class), value) in names.into_iter().zip(parts) {
        let text = [say(name), " ", &grouped(value)].concat();
        let width = words_width(&text, NOTE) + 20.0;
        if x > left && x + width > left + room {
            (x, y) = (left, y + 20.0);
        }
        let swatch = Rect {
            x,
            y: y + 1.0,
            width: 12.0,
            height: 12.0,
        };
        sketch.marks.rect(class, &swatch, 2.0);
        if class == "cost pointwise" {
            hatch::falling(&mut hatch, &swatch);
        }
        sketch.words("note", (x + 18.0, y + NOTE - 1.0), NOTE, &text);
        x += width + 14.0;
    }
    sketch.marks.path("cost-hatch", hatch);
}
