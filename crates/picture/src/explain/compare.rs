//! Two scenes on the same steps, with the output cells that differ, and their cost.
use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Choice, Picture, Still};
use crate::layout::{Layout, layout, output_index};
use crate::means::ALL;
use crate::mosaic::{outline, runs};
use crate::plane::{Rect, Role, Viewport};
use crate::{backdrop, overlay};
use std::sync::Arc;
use story::text::{NumbersKey, fill, say};
use story::{Change, Film, Frame, Scene, apart, args, grouped, number, words};

pub(super) const PICTURE: Picture = Picture::new(still, draw).over(layouts, ground);

/// Narrower pictures have B beneath A.
const WIDE: f32 = 640.0;
const GAP: f32 = 28.0;
const HEADING: f32 = 26.0;
/// Room for what is to be said of both.
const VERDICT: f32 = 24.0;

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
    let shape = |film: &Film| ["[", &words::list(film.plan.output_shape()), "]"].concat();
    if a.plan.output_shape() != b.plan.output_shape() {
        return fill(NumbersKey::CompareShapes, &[("a", &shape(a)), ("b", &shape(b))]);
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

/// A's and B's layouts in the picture: side by side, or B beneath A. None where there is no B.
pub(super) fn layouts(ask: &Ask<'_>) -> Vec<Layout> {
    let Some(other) = ask.beside else {
        return Vec::new();
    };
    let wide = ask.width >= WIDE;
    let view = Viewport {
        width: if wide { (ask.width - GAP) / 2.0 } else { ask.width } - 1.0,
        height: 430.0,
    };
    let a = layout(ask.frame, view).moved((0.0, VERDICT + HEADING));
    let corner = if wide {
        (view.width + GAP, VERDICT + HEADING)
    } else {
        (0.0, a.size().1 + GAP + HEADING)
    };
    let b = layout(other, view).moved(corner);
    vec![a, b]
}

/// What stands from step to step: the names, the grids, and what both cost.
pub(super) fn ground(sketch: &mut Sketch, ask: &Ask<'_>, layouts: &[Layout]) {
    let ([a, b], Some(other)) = (layouts, ask.beside) else {
        return;
    };
    let [name_a, name_b] = names(ask.scene);
    let room = if ask.width >= WIDE {
        (ask.width - GAP) / 2.0
    } else {
        ask.width
    };
    let (x, y) = b.corner();
    sketch.cut("title", (0.0, VERDICT + TITLE), TITLE, room, &name_a);
    sketch.cut("title", (x, y - HEADING + TITLE), TITLE, room, &name_b);
    for (layout, frame, other) in [(a, ask.frame, other), (b, other, ask.frame)] {
        sketch.marks.0.append(&mut backdrop(layout, &frame.film, &ALL));
        // What is not done yet is veiled with its colours.
        sketch
            .marks
            .path("differs small", differing(layout, frame, other, true));
    }
    if let Some(b) = ask.scene.b.as_deref() {
        cost(sketch, [ask.scene, b], ask.width, bottom_of(layouts) + GAP);
    }
}

/// How far down both reach.
fn bottom_of(layouts: &[Layout]) -> f32 {
    layouts.iter().fold(0.0, |bottom, layout| bottom.max(layout.size().1))
}

/// What A and B are called: by what differs, where they are layers of one class, else by their whole lines.
fn names(scene: &Scene) -> [String; 2] {
    let Some(b) = scene.b.as_deref() else {
        return Default::default();
    };
    let mut differ = [Vec::new(), Vec::new()];
    let specs = [scene.spec(), b.spec()];
    let is_alike = specs[0].class_name() == specs[1].class_name() && scene.net.stages.len() == b.net.stages.len();
    if is_alike {
        for &field in args::of(specs[0]) {
            let texts = specs.map(|spec| args::text(spec, field));
            if texts[0] != texts[1] {
                for (words, text) in differ.iter_mut().zip(texts) {
                    words.push([field.name(), "=", &text].concat());
                }
            }
        }
        if scene.net.size != b.net.size {
            for (words, scene) in differ.iter_mut().zip([scene, b]) {
                let size = words::list(&scene.net.size);
                words.push(fill(NumbersKey::CompareSize, &[("size", &size)]));
            }
        }
    }
    if scene.view.flip != b.view.flip {
        for (words, scene) in differ.iter_mut().zip([scene, b]) {
            let key = if scene.view.flip {
                NumbersKey::CompareFlip
            } else {
                NumbersKey::CompareCross
            };
            words.push(say(key).to_owned());
        }
    }
    let keys = [NumbersKey::CompareA, NumbersKey::CompareB];
    std::array::from_fn(|at| {
        let words = match (is_alike, differ[at].is_empty()) {
            (true, true) => say(NumbersKey::CompareNumbers).to_owned(),
            (true, false) => differ[at].join(", "),
            (false, _) => specs[at].to_string(),
        };
        fill(keys[at], &[("layer", &words)])
    })
}

/// How many of the output's cells differ so far; nothing where they cannot be compared one by one.
fn so_far(frame: &Frame, other: &Frame) -> Option<usize> {
    let (mine, theirs) = (&frame.film, &other.film);
    if mine.plan.output_shape() != theirs.plan.output_shape() {
        return None;
    }
    let mut some = 0;
    for cell in 0..mine.output.len() {
        let is_other = apart(mine.output[cell], theirs.output[cell]) > 0.0;
        some += usize::from(is_other && frame.is_done(cell) && other.is_done(cell));
    }
    Some(some)
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let layouts = layouts(ask);
    let ([a, b], Some(other)) = (&*layouts, ask.beside) else {
        return;
    };
    for (layout, frame, other) in [(a, ask.frame, other), (b, other, ask.frame)] {
        sketch.marks.0.append(&mut overlay(layout, frame, &ALL));
        sketch.marks.path("differs", differing(layout, frame, other, false));
        // Where the shapes are the same, so are the places.
        if frame.film.plan.output_shape() == other.film.plan.output_shape() {
            spots(sketch, layout);
        }
    }
    if let Some(some) = so_far(ask.frame, other) {
        let text = fill(NumbersKey::CompareSoFar, &[("count", &grouped(some as u64))]);
        sketch.marks.text("title", 0.0, TITLE, TITLE, text);
    }
    sketch.hold(&Rect {
        x: 0.0,
        y: 0.0,
        width: ask.width - 1.0,
        height: bottom_of(&layouts) + GAP + cost_height(ask.scene),
    });
    let [a, b] = names(ask.scene);
    sketch.label = fill(NumbersKey::CompareLabel, &[("a", &a), ("b", &b)]);
}

/// What differs among the output's cells: the small ones, all of them; or a frame around each large one that both have
/// done.
fn differing(layout: &Layout, frame: &Frame, other: &Frame, small: bool) -> String {
    let mut d = String::new();
    let (mine, theirs) = (&frame.film, &other.film);
    if mine.plan.output_shape() != theirs.plan.output_shape() {
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

/// Parameters and multiply-adds of all layers of a scene.
fn sums(scene: &Scene) -> [u64; 2] {
    let (mut params, mut macs) = (0_u64, 0_u64);
    for step in conv::walk(&scene.net.specs(), &scene.net.input_shape(), 1) {
        params = params.saturating_add(step.params);
        macs = macs.saturating_add(step.macs);
    }
    [params, macs]
}

/// How high what [`cost`] draws is.
fn cost_height(scene: &Scene) -> f32 {
    let Some(b) = scene.b.as_deref() else { return 0.0 };
    let (a, b) = (sums(scene), sums(b));
    (0..2).map(|row| if a[row] == b[row] { 22.0 } else { 68.0 }).sum()
}

/// What all layers of both cost: as bars on one scale a row where it differs, else in a line.
fn cost(sketch: &mut Sketch, scenes: [&Scene; 2], width: f32, top: f32) {
    let mut y = top;
    let sums = scenes.map(sums);
    for (row, key) in [NumbersKey::CompareWeights, NumbersKey::CompareMacs]
        .into_iter()
        .enumerate()
    {
        let values = sums.map(|sums| sums[row]);
        if values[0] == values[1] {
            let arguments = [("name", say(key)), ("count", &*grouped(values[0]))];
            let text = fill(NumbersKey::CompareEqual, &arguments);
            sketch.words("note", (0.0, y + NOTE), NOTE, &text);
            y += 22.0;
            continue;
        }
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
