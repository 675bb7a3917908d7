//! Depthwise separable: which input channels reach which output, in one step and in two, and what either costs.
mod bars;
mod tokens;

use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Bars, Choice, Picture, Still};
use crate::coord::{count, whole};
use conv::LayerSpec;
use std::sync::Arc;
use story::separable::{Separable, predicted};
use story::text::{ChannelsKey, fill, say};
use story::{Change, Film, Scene, grouped, number};

/// From this width on the two ways stand side by side.
const WIDE: f32 = 640.0;
const GAP: f32 = 34.0;
/// Kernel sizes whose cost the chart compares.
const KERNELS: [u64; 6] = [1, 3, 5, 7, 9, 11];

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    let Some(separable) = Separable::of(&film.plan) else {
        return;
    };
    still.choices.push(choice(scene, &separable));
    let [standard, depthwise, pointwise] = separable.costs;
    let both = separable.both();
    still.lines.push(fill(
        ChannelsKey::SeparableCounts,
        &[
            ("standard", &grouped(standard.macs)),
            ("depthwise", &grouped(depthwise.macs)),
            ("pointwise", &grouped(pointwise.macs)),
            ("both", &grouped(both.macs)),
        ],
    ));
    let predicted = predicted(separable.filters, separable.cells);
    let key = if separable.is_as_predicted() {
        ChannelsKey::SeparableRatio
    } else {
        ChannelsKey::SeparableDiffers
    };
    still.lines.push(fill(
        key,
        &[
            ("standard", &grouped(standard.macs)),
            ("both", &grouped(both.macs)),
            ("ratio", &number(separable.ratio() as f32)),
            ("filters", &grouped(separable.filters)),
            ("cells", &grouped(separable.cells)),
            ("predicted", &number(predicted as f32)),
            ("difference", &number((separable.ratio() - predicted) as f32)),
        ],
    ));
    if separable.cells == 1 {
        still.lines.push(say(ChannelsKey::SeparableAlready).to_owned());
    }
    still.bars = Some(chart(&separable));
}

/// The layer in hand as the standard one, as the depthwise one, as the 1x1.
fn choice(scene: &Scene, separable: &Separable) -> Choice {
    let mut choice = Choice {
        name: say(ChannelsKey::SeparableLayer).to_owned(),
        options: Vec::new(),
        now: None,
        slides: false,
    };
    let layers = [
        (ChannelsKey::SeparableStandard, &separable.standard),
        (ChannelsKey::SeparableDepthwise, &separable.depthwise),
        (ChannelsKey::SeparablePointwise, &separable.pointwise),
    ];
    for (name, layer) in layers {
        let mut layer = layer.clone();
        layer.bias = scene.spec().bias;
        if choice.now.is_none() && layer == *scene.spec() {
            choice.now = Some(choice.options.len());
        }
        choice.options.push((say(name).to_owned(), Change::Layer(layer)));
    }
    choice
}

/// The cost of the two steps against kernel sizes, in percent of the standard layer's.
fn chart(separable: &Separable) -> Bars {
    let rank = separable.standard.rank() as u32;
    let mut values = Vec::new();
    let mut present = None;
    for size in KERNELS {
        let cells = size.pow(rank);
        if separable.standard.kernel_size.iter().all(|&side| side == size as i64) {
            present = Some(values.len());
        }
        let mut name = String::new();
        whole(&mut name, size as u32);
        values.push((name, 100.0 * predicted(separable.filters, cells)));
    }
    Bars {
        values,
        present,
        x: say(ChannelsKey::SeparableChartX).to_owned(),
        y: say(ChannelsKey::SeparableChartY).to_owned(),
        title: fill(ChannelsKey::SeparableChart, &[("filters", &grouped(separable.filters))]),
    }
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let Some(separable) = Separable::of(&ask.frame.film.plan) else {
        return;
    };
    let is_wide = ask.width >= WIDE;
    let room = if is_wide { (ask.width - GAP) / 2.0 } else { ask.width };
    let plans = ask.scene.plans().unwrap_or_default();
    let layers: Vec<&LayerSpec> = plans.iter().map(conv::Plan::spec).collect();
    let (title, in_hand) = (say(ChannelsKey::SeparableHere), ask.scene.in_hand());
    let focus = tokens::Focus::of(ask, in_hand);
    tokens::column(sketch, ask, title, &layers, (0.0, 0.0), room, focus);
    let first = sketch.bottom();
    let at = if is_wide { (room + GAP, 0.0) } else { (0.0, first + GAP) };
    let steps = [&separable.depthwise, &separable.pointwise];
    // The 1x1 makes the same output channel, and what it is made from is looked at from the same channel on.
    let focus = focus.map(|focus| tokens::Focus { layer: 1, ..focus });
    tokens::column(sketch, ask, say(ChannelsKey::SeparableTwo), &steps, at, room, focus);
    let top = sketch.bottom() + GAP;
    bars::costs(sketch, &separable, top, ask.width);
    sketch.label = fill(
        ChannelsKey::SeparableLabel,
        &[
            ("ins", &count(ask.frame.film.plan.input_shape()[0])),
            ("outs", &count(ask.frame.film.plan.output_shape()[0])),
        ],
    );
}
