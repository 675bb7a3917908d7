//! Two scenes on the same steps, with the output cells that differ, and their cost.
use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Choice, Picture, Still};
use crate::layout::{Layout, layout, output_index};
use crate::means::ALL;
use crate::mosaic::{outline, runs};
use crate::plane::{Rect, Role, Viewport};
use crate::{backdrop, overlay};
use std::sync::Arc;
use story::text::{ExplainKey, fill, say};
use story::{Change, Film, Frame, Scene, grouped, number};

pub(super) const PICTURE: Picture = Picture {
    words: [ExplainKey::CompareName, ExplainKey::CompareAbout],
    still,
    draw,
};

/// Narrower pictures have B beneath A.
const WIDE: f32 = 640.0;
const GAP: f32 = 28.0;
const HEADING: f32 = 26.0;

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    let pin = Change::Beside(Some(scene.pinned()));
    let mut options = vec![(say(ExplainKey::ComparePin).to_owned(), pin)];
    match &scene.b {
        None => still.lines.push(say(ExplainKey::CompareNone).to_owned()),
        Some(b) => {
            let mut swapped = scene.clone();
            (swapped.net, swapped.view.flip) = (Arc::clone(&b.net), b.view.flip);
            swapped.b = Some(scene.pinned());
            let swap = Change::Scene(Box::new(swapped));
            options.push((say(ExplainKey::CompareSwap).to_owned(), swap));
            still.lines.push(match scene.beside() {
                Some(other) => difference(film, other.film()),
                None => say(ExplainKey::CompareTooLarge).to_owned(),
            });
        }
    }
    still.choices.push(Choice {
        name: say(ExplainKey::CompareChoice).to_owned(),
        options,
        now: None,
        slides: false,
    });
}

/// How the outputs differ.
fn difference(a: &Film, b: &Film) -> String {
    let shape = |film: &Film| ["[", &story::words::list(film.plan.output_shape()), "]"].concat();
    if a.plan.output_shape() != b.plan.output_shape() {
        return fill(ExplainKey::CompareShapes, &[("a", &shape(a)), ("b", &shape(b))]);
    }
    let (mut some, mut most) = (0, 0.0_f32);
    for (&a, &b) in a.output.iter().zip(&b.output) {
        if differ(a, b) {
            some += 1;
            most = most.max((a - b).abs());
        }
    }
    let all = grouped(a.output.len() as u64);
    if some == 0 {
        return fill(ExplainKey::CompareSame, &[("count", &all)]);
    }
    let arguments = [("some", &*grouped(some)), ("count", &*all), ("most", &*number(most))];
    fill(ExplainKey::CompareDiffer, &arguments)
}

/// By bits, where every NaN equals every other, and both zeros.
fn differ(a: f32, b: f32) -> bool {
    a != b && !(a.is_nan() && b.is_nan())
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let Some(other) = ask.beside else { return };
    let line = |scene: &Scene| {
        let layer = scene.spec().to_string();
        if scene.view.flip {
            fill(ExplainKey::CompareFlip, &[("layer", &layer)])
        } else {
            layer
        }
    };
    let name_a = fill(ExplainKey::CompareA, &[("layer", &line(ask.scene))]);
    let b = ask.scene.b.as_deref().map(line).unwrap_or_default();
    let name_b = fill(ExplainKey::CompareB, &[("layer", &b)]);
    let wide = ask.width >= WIDE;
    let view = Viewport {
        width: if wide { (ask.width - GAP) / 2.0 } else { ask.width } - 1.0,
        height: 430.0,
    };
    half(sketch, ask.frame, other, &name_a, (0.0, 0.0), view);
    let second = if wide {
        (view.width + GAP, 0.0)
    } else {
        (0.0, sketch.bottom() + GAP)
    };
    half(sketch, other, ask.frame, &name_b, second, view);
    let top = sketch.bottom() + GAP;
    cost(sketch, [ask.frame, other], ask.width, top);
    sketch.label = fill(ExplainKey::CompareLabel, &[("a", &name_a), ("b", &name_b)]);
}

/// One of the two, with a mark on what differs from the other.
fn half(sketch: &mut Sketch, frame: &Frame, other: &Frame, name: &str, (x, y): (f32, f32), view: Viewport) {
    heading(sketch, name, (x, y + TITLE), view.width);
    let layout = layout(frame, view).moved((x, y + HEADING));
    let marks = &mut sketch.marks;
    marks.0.append(&mut backdrop(&layout, &frame.film, &ALL));
    let differing = differing(&layout, frame, other);
    // Under the present cell's number, or over the cells.
    if layout.has_mosaic() {
        marks.path("differs small", differing);
        marks.0.append(&mut overlay(&layout, frame, &ALL));
    } else {
        marks.0.append(&mut overlay(&layout, frame, &ALL));
        marks.path("differs", differing);
    }
    let (right, bottom) = layout.size();
    sketch.hold(&Rect {
        x,
        y,
        width: right - x - 1.0,
        height: bottom - y,
    });
    // Where the shapes are the same, so are the places.
    if frame.film.plan.output_shape() == other.film.plan.output_shape() {
        spots(sketch, &layout);
    }
}

/// The layer's line, cut where there is no room for all of it.
fn heading(sketch: &mut Sketch, name: &str, at: (f32, f32), room: f32) {
    let most = (room / (TITLE * 0.72)) as usize;
    let mut text = String::new();
    for (index, letter) in name.chars().enumerate() {
        if index + 1 >= most {
            text.push('…');
            break;
        }
        text.push(letter);
    }
    sketch.marks.text("title", at.0, at.1, TITLE, text);
}

/// A frame around each output cell that both have done and that differs.
fn differing(layout: &Layout, frame: &Frame, other: &Frame) -> String {
    let mut d = String::new();
    let (mine, theirs) = (&frame.film, &other.film);
    if mine.plan.output_shape() != theirs.plan.output_shape() {
        return d;
    }
    for plane in layout.of(Role::Output) {
        let mut kinds = Vec::new();
        for at in plane.places() {
            let cell = output_index(&layout.shape, plane.channel, at);
            let is_other = cell.is_some_and(|cell| {
                differ(mine.output[cell], theirs.output[cell]) && frame.is_done(cell) && other.is_done(cell)
            });
            kinds.push(u8::from(is_other));
            if let Some(rect) = plane.cell_rect(at).filter(|_| is_other && !plane.is_mosaic()) {
                outline(&mut d, &rect.inset(3.5));
            }
        }
        if plane.is_mosaic() {
            runs(&mut d, plane, &kinds);
        }
    }
    d
}

fn spots(sketch: &mut Sketch, layout: &Layout) {
    for plane in layout.of(Role::Output).filter(|plane| !plane.is_mosaic()) {
        for at in plane.places() {
            if let (Some(cell), Some(rect)) = (layout.cell_at(plane, at), plane.cell_rect(at)) {
                sketch.spot_of(&rect, cell);
            }
        }
    }
}

/// What both cost, as bars on one scale a row.
fn cost(sketch: &mut Sketch, frames: [&Frame; 2], width: f32, top: f32) {
    let mut y = top;
    let plans = frames.map(|frame| &frame.film.plan);
    let rows = [
        (ExplainKey::CompareWeights, plans.map(|plan| plan.layer().params())),
        (ExplainKey::CompareMacs, plans.map(conv::Plan::macs)),
    ];
    for (key, values) in rows {
        let most = values[0].max(values[1]).max(1);
        sketch.words("title", (0.0, y + NOTE), NOTE, say(key));
        y += 22.0;
        for (name, value) in ["A", "B"].into_iter().zip(values) {
            sketch.words("note", (0.0, y + NOTE), NOTE, name);
            let text = grouped(value);
            let room = (width - 120.0).max(20.0);
            let bar = Rect {
                x: 18.0,
                y: y + 1.0,
                width: (room * (value as f32 / most as f32)).max(2.0),
                height: 13.0,
            };
            sketch.marks.rect("bar", &bar, 3.0);
            sketch.words("num-beside", (bar.right() + 8.0, y + NOTE), NOTE, &text);
            y += 19.0;
        }
        y += 8.0;
    }
}
