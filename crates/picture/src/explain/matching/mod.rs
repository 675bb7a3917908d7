//! What the number means: a filter is a pattern, the output how well the patch under the window matches it.
mod balance;
mod questions;
mod tiles;
mod window;

use super::lights::Lights;
use super::sketch::Sketch;
use super::{Ask, Choice, Picture, Still};
use crate::coord::count;
use crate::mosaic::scale;
use crate::plane::{NUMBER, Plane, Rect};
use crate::shape::volume;
use conv::{Source, Tap};
use questions::patch_room;
use std::sync::Arc;
use story::link::Shot;
use story::matching::{Ends, ends, is_filled};
use story::text::{ExplainKey, NumbersKey, fill, say};
use story::{Cell, Change, Film, Scene, Tensor, preset};
use tiles::fitting;

/// Channels of a patch that are drawn, at most.
const CHANNELS: usize = 3;
/// Cells of a kernel that are drawn, at most.
const MOST: usize = 128;
/// From this width on things stand side by side.
const WIDE: f32 = 640.0;
/// The smallest cell of a patch with depth slices.
const LEAST: f32 = 2.0;
const GAP: f32 = 26.0;
const HEADING: f32 = 22.0;

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, scene: &Scene, _: &Arc<Film>) {
    let now = Shot {
        scene: scene.clone(),
        ..Shot::default()
    };
    let mut choice = Choice {
        name: say(NumbersKey::MatchShapes).to_owned(),
        options: Vec::new(),
        now: None,
        slides: false,
    };
    for (index, preset) in preset::shapes().iter().enumerate() {
        let scene = preset.shot(&now).scene;
        if scene.net == now.scene.net {
            choice.now = Some(index);
        }
        let change = Change::Scene(Box::new(scene));
        choice.options.push((say(preset.name).to_owned(), change));
    }
    still.choices.push(choice);
}

/// What all parts of the picture need.
struct Pattern<'a> {
    ask: &'a Ask<'a>,
    film: &'a Film,
    /// Cells of a kernel in one channel.
    volume: usize,
    /// Channels that are drawn of a patch.
    channels: usize,
    /// The largest numbers of the input and of the weights.
    scales: (f32, f32),
    lights: Lights,
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &*ask.frame.film;
    let plan = &film.plan;
    let volume = volume(plan.kernel_size());
    if volume > MOST {
        let text = fill(NumbersKey::MatchLarge, &[("count", &count(MOST))]);
        sketch.lines.push(text);
        return;
    }
    // Depth slices lie side by side: fewer channels, where that makes room for them.
    let size = plan.kernel_size();
    let mut channels = (plan.slots() / volume).min(CHANNELS);
    while size[0] > 1 && channels > 0 && fitting(size, patch_room(ask.width, channels), 150.0, NUMBER) < LEAST {
        channels -= 1;
    }
    if channels == 0 {
        let facts = [("count", &*count(size[0]))];
        sketch.lines.push(fill(ExplainKey::TooManySlices, &facts));
        return;
    }
    let mut pattern = Pattern {
        ask,
        film,
        volume,
        channels,
        scales: (scale(&film.input), scale(&film.weight)),
        lights: Lights::of(ask.frame, ask.pointed),
    };
    let label = match ask.frame.output_cell() {
        Some(output) => pattern.step(sketch, output),
        None => say(NumbersKey::MatchAll).to_owned(),
    };
    pattern.questions(sketch);
    pattern.lights.draw(sketch);
    sketch.label = label;
}

impl Pattern<'_> {
    fn filter_of(&self, output: usize) -> usize {
        output / volume(self.film.plan.output_size()).max(1)
    }

    /// The products of an output cell in the order of its window.
    fn window(&self, output: usize) -> Vec<Tap> {
        let plan = &self.film.plan;
        (0..self.channels * self.volume)
            .map(|slot| plan.tap(output, slot))
            .collect()
    }

    /// The best and the worst window of a filter, once all of its windows have been scored: until then a person guesses.
    fn told(&self, filter: usize) -> Option<Ends> {
        is_filled(self.ask.frame, filter)
            .then(|| ends(self.film, filter))
            .flatten()
    }

    fn read(&self, tap: &Tap) -> f32 {
        match tap.source {
            Source::Input(input) | Source::Copy(input) => self.film.value(Tensor::Input, input),
            Source::Zero | Source::Hole => 0.0,
        }
    }

    /// Makes a patch's or a filter's cells places to point at.
    fn spots(&mut self, sketch: &mut Sketch, plane: &Plane, taps: &[Tap], is_filter: bool) {
        for (tap, at) in taps.iter().zip(plane.places()) {
            let cell = match tap.source {
                _ if is_filter => Cell::Of(Tensor::Weight, tap.weight),
                Source::Input(input) => Cell::Of(Tensor::Input, input),
                _ => Cell::Padding {
                    channel: tap.channel,
                    at: tap.at,
                },
            };
            if let Some(rect) = plane.cell_rect(at) {
                self.spot(sketch, &rect, cell);
            }
        }
    }

    /// A place that is a cell; it is lit with what is pointed at.
    fn spot(&mut self, sketch: &mut Sketch, rect: &Rect, cell: Cell) {
        self.lights.cell(cell, rect);
        sketch.spot_of(rect, cell);
    }
}
