//! Two scenes on the same steps, with the output cells that differ, and their cost.
mod cost;

use super::sketch::{BOLD, NOTE, Sketch, TITLE};
use super::{Ask, Choice, Picture, Still};
use crate::layout::{Layout, layout, layout_like, output_index};
use crate::means::ALL;
use crate::mosaic::{outline, runs};
use crate::plane::{Rect, Role, Viewport};
use crate::{backdrop, overlay};
use std::sync::Arc;
use story::text::{NumbersKey, fill, say};
use story::{Change, Film, Frame, Scene, apart, contrast, grouped, number};

pub(super) const PICTURE: Picture = Picture::new(still, draw).over(layouts, ground);

/// Narrower pictures have B beneath A.
const WIDE: f32 = 640.0;
const GAP: f32 = 28.0;
/// Beneath the verdict, which stands above all else.
const APART: f32 = 10.0;
/// Between the lines of a name.
const LINE: f32 = 1.35;
/// The height that both are laid out for.
const HEIGHT: f32 = 430.0;

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    let pin = Change::Beside(Some(scene.pinned()));
    let mut options = vec![(say(NumbersKey::ComparePin).to_owned(), pin)];
    match &scene.b {
        None => still.lines.push(say(NumbersKey::CompareNone).to_owned()),
        Some(b) => {
            let mut swapped = scene.clone();
            (swapped.net, swapped.view.flip) = (Arc::clone(&b.net), b.view.flip);
            swapped.b = Some(scene.pinned());
            let swap = Change::Scene(Box::new(swapped));
            options.push((say(NumbersKey::CompareSwap).to_owned(), swap));
            still.lines.push(match scene.beside() {
                Some(other) => difference(film, other.film()),
                None => say(NumbersKey::CompareTooLarge).to_owned(),
            });
        }
    }
    still.choices.push(Choice {
        name: say(NumbersKey::CompareChoice).to_owned(),
        options,
        now: None,
        slides: false,
    });
}

/// How the outputs differ.
fn difference(a: &Film, b: &Film) -> String {
    if !is_of_one_shape(a, b) {
        return shapes(a, b);
    }
    let (mut some, mut most) = (0, 0.0_f32);
    for (&a, &b) in a.output.iter().zip(&b.output) {
        let apart = apart(a, b);
        some += u64::from(apart > 0.0);
        most = most.max(apart);
    }
    let all = grouped(a.output.len() as u64);
    if some == 0 {
        return fill(NumbersKey::CompareSame, &[("count", &all)]);
    }
    let arguments = [("some", &*grouped(some)), ("count", &*all), ("most", &*number(most))];
    fill(NumbersKey::CompareDiffer, &arguments)
}

/// How many of the output cells that both have done differ.
fn so_far(a: &Frame, b: &Frame) -> u64 {
    let mut some = 0;
    for (cell, (&one, &other)) in a.film.output.iter().zip(&b.film.output).enumerate() {
        some += u64::from(a.is_done(cell) && b.is_done(cell) && apart(one, other) > 0.0);
    }
    some
}

/// Whether the outputs differ, before all else: in as many lines at every step. What is said of two shapes is the same at
/// every step, and stands beneath.
fn verdict(sketch: &mut Sketch, a: &Frame, b: &Frame, width: f32) {
    let lines = verdict_lines(a, b, width);
    if lines == 0 {
        return;
    }
    let room = width / BOLD;
    let text = verdict_of(so_far(a, b), a.film.output.len());
    let before = sketch.marks.0.len();
    sketch.paragraph("title", (0.0, TITLE), TITLE, &text, room);
    for _ in sketch.marks.0.len() - before..lines {
        sketch.words("title", (0.0, TITLE), TITLE, "");
    }
}

/// In how many lines the longest verdict stands.
fn verdict_lines(a: &Frame, b: &Frame, width: f32) -> usize {
    if !is_of_one_shape(&a.film, &b.film) {
        return 0;
    }
    let mut aside = Sketch::default();
    let cells = a.film.output.len();
    let longest = verdict_of(cells as u64, cells);
    aside.paragraph("title", (0.0, TITLE), TITLE, &longest, width / BOLD);
    aside.marks.0.len()
}

fn verdict_of(some: u64, count: usize) -> String {
    let arguments = [("some", &*grouped(some)), ("count", &*grouped(count as u64))];
    fill(NumbersKey::CompareSoFar, &arguments)
}

/// How far down the verdict reaches.
fn below_verdict(a: &Frame, b: &Frame, width: f32) -> f32 {
    verdict_lines(a, b, width) as f32 * TITLE * LINE + APART
}

fn is_of_one_shape(a: &Film, b: &Film) -> bool {
    a.plan.output_shape() == b.plan.output_shape()
}

fn shapes(a: &Film, b: &Film) -> String {
    let shape = |film: &Film| ["[", &story::words::list(film.plan.output_shape()), "]"].concat();
    fill(NumbersKey::CompareShapes, &[("a", &shape(a)), ("b", &shape(b))])
}

/// A's and B's layouts in the picture: side by side, or B beneath A; with cells of the same sizes, where they fit so. None
/// where there is no B.
pub(super) fn layouts(ask: &Ask<'_>) -> Vec<Layout> {
    let Some(other) = ask.beside else {
        return Vec::new();
    };
    let wide = ask.width >= WIDE;
    let width = room(ask.width);
    let view = Viewport {
        width: width - 1.0,
        height: HEIGHT,
    };
    let (mut a, mut b) = (layout(ask.frame, view), layout(other, view));
    if let Some(like_a) = layout_like(other, view, &a) {
        b = like_a;
    } else if let Some(like_b) = layout_like(ask.frame, view, &b) {
        a = like_b;
    }
    // The names come first: drawn for their height alone.
    let [name_a, name_b] = names(ask);
    let mut aside = Sketch::default();
    let top = [&name_a, &name_b].map(|name| heading(&mut aside, name, (0.0, 0.0), width));
    let first = if wide { top[0].max(top[1]) } else { top[0] };
    let top_of_all = below_verdict(ask.frame, other, ask.width);
    let a = a.moved((0.0, top_of_all + first));
    let corner = if wide {
        (width + GAP, top_of_all + first)
    } else {
        (0.0, a.size().1 + GAP + top[1])
    };
    let b = b.moved(corner);
    vec![a, b]
}

/// How wide each of both is.
fn room(width: f32) -> f32 {
    if width >= WIDE { (width - GAP) / 2.0 } else { width }
}

/// What stands from step to step: the names, the grids, and what both cost.
pub(super) fn ground(sketch: &mut Sketch, ask: &Ask<'_>, layouts: &[Layout]) {
    let ([a, b], Some(other)) = (layouts, ask.beside) else {
        return;
    };
    let room = room(ask.width);
    let [name_a, name_b] = names(ask);
    let first = below_verdict(ask.frame, other, ask.width);
    heading(sketch, &name_a, (0.0, first), room);
    let below = if ask.width >= WIDE { first } else { a.size().1 + GAP };
    heading(sketch, &name_b, (b.corner().0, below), room);
    for (layout, frame, other) in [(a, ask.frame, other), (b, other, ask.frame)] {
        sketch.marks.0.append(&mut backdrop(layout, &frame.film, &ALL));
        // What is not done yet is veiled with its colours.
        sketch
            .marks
            .path("differs small", differing(layout, frame, other, true));
    }
    cost::cost(sketch, [ask.frame, other], ask.width, bottom_of(layouts) + GAP);
}

/// What one of both has otherwise, and beneath it its whole layer; how far down that reaches.
fn heading(sketch: &mut Sketch, [name, layer]: &[String; 2], (x, y): (f32, f32), room: f32) -> f32 {
    let mut base = y + TITLE;
    // What is bold is wider than it is measured.
    base = sketch.paragraph("title", (x, base), TITLE, name, room / BOLD);
    if !name.ends_with(&**layer) {
        base = sketch.paragraph("note", (x, base + NOTE * LINE), NOTE, layer, room);
    }
    base + 9.0
}

/// How far down both reach.
fn bottom_of(layouts: &[Layout]) -> f32 {
    layouts.iter().fold(0.0, |bottom, layout| bottom.max(layout.size().1))
}

/// What A and B are called: what differs, and the whole layers in hand.
fn names(ask: &Ask<'_>) -> [[String; 2]; 2] {
    let Some(other) = ask.scene.b.as_deref() else {
        return <[[String; 2]; 2]>::default();
    };
    let [a, b] = contrast(ask.scene, other);
    [
        [
            fill(NumbersKey::CompareA, &[("layer", &a)]),
            ask.scene.spec().to_string(),
        ],
        [fill(NumbersKey::CompareB, &[("layer", &b)]), other.spec().to_string()],
    ]
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let layouts = layouts(ask);
    let ([a, b], Some(other)) = (&*layouts, ask.beside) else {
        return;
    };
    verdict(sketch, ask.frame, other, ask.width);
    for (layout, frame, other) in [(a, ask.frame, other), (b, other, ask.frame)] {
        sketch.marks.0.append(&mut overlay(layout, frame, &ALL));
        sketch.marks.path("differs", differing(layout, frame, other, false));
        // Where the shapes are the same, so are the places.
        if is_of_one_shape(&frame.film, &other.film) {
            spots(sketch, layout);
        }
    }
    // The ground reaches further down.
    let mut aside = Sketch::default();
    cost::cost(&mut aside, [ask.frame, other], ask.width, bottom_of(&layouts) + GAP);
    sketch.hold(&Rect {
        x: 0.0,
        y: 0.0,
        width: ask.width - 1.0,
        height: aside.bottom(),
    });
    let [[a, _], [b, _]] = names(ask);
    sketch.label = fill(NumbersKey::CompareLabel, &[("a", &a), ("b", &b)]);
}

/// What differs among the output's cells: the small ones, all of them; or a frame around each large one that both have
/// done.
fn differing(layout: &Layout, frame: &Frame, other: &Frame, small: bool) -> String {
    let mut d = String::new();
    let (mine, theirs) = (&frame.film, &other.film);
    if !is_of_one_shape(mine, theirs) {
        return d;
    }
    for plane in layout.of(Role::Output).filter(|plane| plane.is_mosaic() == small) {
        let mut kinds = Vec::new();
        for at in plane.places() {
            let cell = output_index(&layout.shape, plane.channel, at);
            let is_other = cell.is_some_and(|cell| apart(mine.output[cell], theirs.output[cell]) > 0.0);
            kinds.push(u8::from(is_other));
            let is_done = cell.is_some_and(|cell| frame.is_done(cell) && other.is_done(cell));
            if let Some(rect) = plane.cell_rect(at).filter(|_| is_other && is_done && !small) {
                outline(&mut d, &rect.inset(3.5));
            }
        }
        if small {
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
