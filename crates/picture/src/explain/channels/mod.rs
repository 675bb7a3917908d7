//! Channels: the window in each input channel, times that channel's own weights, gives a sum; the sums and the bias add up
//! to one cell of one output channel.
pub(super) mod measure;
mod outputs;
pub(super) mod rows;

use super::film::gathered;
use super::lights::Lights;
use super::sketch::Sketch;
use super::{Ask, Picture, Still};
use crate::coord::count;
use crate::shape::{Shape, volume};
use measure::Measure;
use std::sync::Arc;
use story::text::{ChannelsKey, fill};
use story::words::{cell_name, sizes};
use story::{Film, Frame, Order, Scene, Tensor, number, signed, slab};

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, _: &Scene, film: &Arc<Film>) {
    let plan = &film.plan;
    let rank = plan.rank();
    let filters = plan.output_shape()[0];
    let ins = plan.slots() / volume(plan.kernel_size()).max(1);
    let mut slab = vec![ins];
    slab.extend_from_slice(&plan.kernel_size()[3 - rank..]);
    let key = if filters == 1 {
        ChannelsKey::ChannelsOneFilter
    } else {
        ChannelsKey::ChannelsFilters
    };
    let arguments = [
        ("filters", &*count(filters)),
        ("slab", &sizes(&slab)),
        ("weights", &count(plan.slots())),
    ];
    still.lines.push(fill(key, &arguments));
    if let (Some(image), Some(apart)) = (slab::as_image(plan.spec()), slab::apart(film)) {
        let mut line = fill(
            ChannelsKey::ChannelsImage,
            &[
                ("line", &plan.spec().to_string()),
                ("image", &image.to_string()),
                ("rows", &count(plan.input_shape()[0])),
                ("largest", &number(apart.largest)),
            ],
        );
        for (says, key) in [
            (apart.compared < apart.all, ChannelsKey::ChannelsSome),
            (apart.largest > 0.0, ChannelsKey::ChannelsRounding),
        ] {
            if says {
                let arguments = [("some", &*count(apart.compared)), ("all", &count(apart.all))];
                line = line + " " + &fill(key, &arguments);
            }
        }
        still.lines.push(line);
    }
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let frame = &*gathered(ask);
    let shape = Shape::of(frame);
    let measure = Measure::of(frame, &shape, ask.width, true);
    let total = rows::draw(sketch, frame, &shape, &measure);
    outputs::draw(sketch, ask, frame, &shape, &measure, &total);
    if ask.frame.order == Order::All || ask.frame.order == Order::Scatter {
        let cell = cell_name(&frame.film, Tensor::Output, frame.cell.unwrap_or(0));
        sketch.lines.push(fill(ChannelsKey::ChannelsThis, &[("cell", &cell)]));
    }
    if !measure.has_blocks {
        let size = &frame.film.plan.kernel_size()[3 - shape.rank..];
        let arguments = [("kernel", &*sizes(size))];
        sketch.lines.push(fill(ChannelsKey::ChannelsNoRoom, &arguments));
    }
    let sums = sums(frame, &measure);
    sketch.label.clone_from(&sums);
    sketch.lines.push(sums);
    let mut lights = Lights::of(ask.frame, ask.pointed);
    lights.spots(sketch);
    lights.draw(sketch);
}

/// The channels' sums, those of the folded ones as one, and the bias, as one sum.
pub(super) fn sums(frame: &Frame, measure: &Measure) -> String {
    let mut terms = String::new();
    let visible = measure.visible.start - measure.active.start..measure.visible.end - measure.active.start;
    for (local, &sum) in frame.channel_sums.iter().enumerate() {
        if visible.contains(&local) {
            plus(&mut terms, &signed(sum));
        }
    }
    let folded = measure.active.len() - measure.visible.len();
    if folded > 0 {
        let rest = rest(frame, measure);
        let arguments = [("sum", &*signed(rest)), ("count", &count(folded))];
        plus(&mut terms, &fill(ChannelsKey::ChannelsFolded, &arguments));
    }
    if let Some(bias) = frame.bias {
        plus(&mut terms, &fill(ChannelsKey::ChannelsBias, &[("bias", &signed(bias))]));
    }
    let cell = frame.cell.map(|cell| cell_name(&frame.film, Tensor::Output, cell));
    fill(
        if frame.is_whole() {
            ChannelsKey::ChannelsSum
        } else {
            ChannelsKey::ChannelsSoFar
        },
        &[
            ("cell", &cell.unwrap_or_default()),
            ("terms", &terms),
            ("total", &number(frame.total)),
        ],
    )
}

fn plus(terms: &mut String, term: &str) {
    if !terms.is_empty() {
        terms.push_str(" + ");
    }
    terms.push_str(term);
}

/// The sum of the channels that are not drawn.
fn rest(frame: &Frame, measure: &Measure) -> f32 {
    let mut rest = 0.0;
    for (local, sum) in frame.channel_sums.iter().enumerate() {
        if !measure.visible.contains(&(measure.active.start + local)) {
            rest += sum;
        }
    }
    rest
}
