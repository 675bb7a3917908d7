//! Pooling: what a window's cells become, and the depthwise convolution that an average is.
use super::sketch::{BOLD, NOTE, Sketch, TITLE, number_size};
use super::{Ask, Choice, Picture, Still};
use crate::coord::{count, trace};
use crate::fit::words_width;
use crate::mosaic::{level, outline, scale};
use crate::plane::{NUMBER, Plane, Rect, Role, SLICE_GAP};
use conv::{Finish, Op, Source, sequential};
use std::sync::Arc;
use story::text::{ExplainKey, NumbersKey, fill, say};
use story::{Cell, Change, Difference, Film, Scene, Tensor, args, number, words};

pub(super) const PICTURE: Picture = Picture::new(still, draw);

const LARGEST: f32 = 42.0;
const HEADING: f32 = 24.0;
/// Smaller cells would tell nothing.
const LEAST: f32 = 3.0;

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    still.choices.push(choice(scene));
    if film.plan.finish() == Finish::Mean
        && let Some(mut lines) = equality(film)
    {
        still.lines.append(&mut lines);
    }
}

fn choice(scene: &Scene) -> Choice {
    let spec = scene.spec();
    let mut options = Vec::new();
    for op in [Op::MaxPool, Op::AvgPool] {
        let other = args::with_op(spec, op);
        options.push((other.class_name(), Change::Layer(other)));
    }
    Choice {
        name: say(NumbersKey::PoolKind).to_owned(),
        options,
        now: Some(usize::from(spec.op == Op::AvgPool)),
        slides: false,
    }
}

/// The average beside the depthwise convolution with equal weights, on the same input; and why they differ, where they do.
fn equality(film: &Film) -> Option<Vec<String>> {
    let equal = sequential::equal_depthwise(film.plan.spec())?;
    let layer = equal.layer().ok()?;
    let plan = layer.plan(film.plan.input_shape(), false).ok()?;
    let weight = sequential::equal_weight(&film.plan);
    let bias = vec![0.0; film.plan.output_shape()[0]];
    let output = plan.run(&film.input, &weight, equal.bias.then_some(&bias)).ok()?;
    let most = Difference::of(&film.output, &output).largest;
    let cells: usize = film.plan.kernel_size().iter().product();
    let arguments = [
        ("layer", &*equal.to_string()),
        ("cells", &*count(cells)),
        ("count", &*count(output.len())),
        ("most", &*number(most)),
    ];
    let mut lines = vec![fill(NumbersKey::PoolEqual, &arguments)];
    // What is not finite differs otherwise.
    if most > 0.0 && most.is_finite() {
        lines.push(fill(NumbersKey::PoolRounded, &[("cells", &count(cells))]));
    }
    Some(lines)
}

/// Where the window, for a mean the weights beside it, and the result stand.
struct Room {
    cell: f32,
    /// Where there is no room beside one another, they stand one beneath the other.
    is_stacked: bool,
    /// Between window and weights, and before the result.
    gap: f32,
    link: f32,
    /// The result's name is as broad.
    result: f32,
    /// Of the window.
    top: f32,
}

impl Room {
    /// None where the cells would be too small.
    fn of(kernel: [usize; 3], is_mean: bool, width: f32) -> Option<Self> {
        let gap: f32 = if width < 300.0 { 20.0 } else { 34.0 };
        let link = gap.max(words_width(becomes(is_mean), NOTE) * BOLD + 18.0);
        let result = LARGEST.max(words_width(crate::words::output(), TITLE) * BOLD);
        let across = (kernel[0] * kernel[2]) as f32;
        let slices = (kernel[0] as f32 - 1.0) * SLICE_GAP;
        let grids = if is_mean { 2.0 } else { 1.0 };
        let fitting = |grids: f32, room: f32| {
            let cell = (room / grids - slices) / across;
            cell.min(LARGEST).min(220.0 / kernel[1] as f32)
        };
        let mut cell = fitting(grids, width - 3.0 - (grids - 1.0) * gap - link - result);
        let is_stacked = cell < NUMBER;
        if is_stacked {
            cell = fitting(1.0, width - 3.0);
        }
        // Low ones are centred beside the result.
        let low = ((LARGEST - kernel[1] as f32 * cell) / 2.0).max(0.0);
        let top = if is_stacked { HEADING } else { HEADING + low };
        (cell >= LEAST).then_some(Self {
            cell,
            is_stacked,
            gap,
            link,
            result,
            top,
        })
    }
}

/// What the window becomes; the weights of a mean divide already.
fn becomes(is_mean: bool) -> &'static str {
    if is_mean { "Σ" } else { say(NumbersKey::PoolMax) }
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let (frame, plan) = (ask.frame, &ask.frame.film.plan);
    let Some(output) = frame.output_cell() else {
        sketch.lines.push(say(NumbersKey::PoolAll).to_owned());
        return;
    };
    let kernel = plan.kernel_size();
    let is_mean = plan.finish() == Finish::Mean;
    let Some(room) = Room::of(kernel, is_mean, ask.width) else {
        let facts = [("count", &*count(kernel[0]))];
        sketch.lines.push(fill(ExplainKey::TooManySlices, &facts));
        return;
    };
    let window = plane(kernel, (1.0, room.top), room.cell);
    sketch.words("title in", (1.0, TITLE), TITLE, say(NumbersKey::PoolWindow));
    patch(sketch, ask, &window);
    let (last, titled) = if is_mean {
        weights(sketch, &room, &window)
    } else {
        (window.rect(), 0.0)
    };
    let at = result(sketch, &room, becomes(is_mean), &last, titled);
    let class = if frame.is_whole() {
        ("cell out now", "num out now")
    } else {
        ("cell out now part", "num out now part")
    };
    sketch.cell(class, &at, number_size(&[frame.total], LARGEST), Some(frame.total));
    sketch.spot_of(&at, Cell::Of(Tensor::Output, output));
    sketch.lines.push(words::pooled(frame));
    sketch.label = fill(NumbersKey::PoolLabel, &[("sum", &words::pooled(frame))]);
}

/// The weights that a mean has beside its window: their rectangle, and where their title ends.
fn weights(sketch: &mut Sketch, room: &Room, window: &Plane) -> (Rect, f32) {
    let last = window.rect();
    let corner = if room.is_stacked {
        (1.0, last.bottom() + HEADING + room.gap / 2.0)
    } else {
        (last.right() + room.gap, room.top)
    };
    let weights = plane(window.size, corner, room.cell);
    let (sign, title) = if room.is_stacked {
        let base = weights.y - HEADING + TITLE;
        ((6.0, base - 6.0), (18.0, base))
    } else {
        ((last.right() + room.gap / 2.0, last.centre().1), (weights.x, TITLE))
    };
    sketch.marks.centred("note middle", sign, 18.0, "×".to_owned());
    sketch.words("title k", title, TITLE, say(NumbersKey::PoolWeights));
    even(sketch, &weights);
    let titled = title.0 + words_width(say(NumbersKey::PoolWeights), TITLE) * BOLD;
    (weights.rect(), titled)
}

/// The way from what was drawn last to the result, with the names of both. Where the result stands.
fn result(sketch: &mut Sketch, room: &Room, becomes: &str, last: &Rect, titled: f32) -> Rect {
    let (x, y) = if room.is_stacked {
        (1.0, last.bottom() + room.link)
    } else {
        (last.right() + room.link, last.centre().1 - LARGEST / 2.0)
    };
    let at = Rect {
        x,
        y,
        width: LARGEST,
        height: LARGEST,
    };
    let mut way = String::new();
    let (across, down) = at.centre();
    let ends = if room.is_stacked {
        [across, last.bottom() + 5.0, across, at.y - 4.0]
    } else {
        [last.right() + 6.0, down, at.x - 5.0, down]
    };
    trace(&mut way, "M..L..", &ends);
    sketch.marks.path("link", way);
    let (said, named) = if room.is_stacked {
        let middle = f32::midpoint(last.bottom(), at.y) + NOTE * 0.36;
        ((across + 8.0, middle), (at.right() + 8.0, down + TITLE * 0.36))
    } else {
        // Above the result; beneath it where another title is in the way.
        let is_free = titled + 6.0 < at.x || at.y - 8.0 > 2.5 * TITLE;
        let base = if is_free { at.y - 8.0 } else { at.bottom() + TITLE + 5.0 };
        (((last.right() + at.x) / 2.0, down - 7.0), (at.x, base))
    };
    let class = if room.is_stacked {
        "title out"
    } else {
        "title out middle"
    };
    sketch.words(class, said, NOTE, becomes);
    sketch.words("title out", named, TITLE, crate::words::output());
    // What is bold is wider than it is measured.
    sketch.hold(&Rect {
        x: named.0,
        y: named.1 - TITLE,
        width: room.result,
        height: TITLE,
    });
    at
}

fn plane(size: [usize; 3], at: (f32, f32), cell: f32) -> Plane {
    Plane::grid(Role::Input, size, at, (cell, cell))
}

/// The window's cells; where the largest is taken, it stands out.
fn patch(sketch: &mut Sketch, ask: &Ask<'_>, window: &Plane) {
    let is_max = ask.frame.film.plan.finish() == Finish::Max;
    let mut values = Vec::new();
    for product in &ask.frame.products {
        values.push(product.x);
    }
    let size = number_size(&values, window.cell.0);
    if window.is_mosaic() {
        small(sketch, ask, window);
    }
    for product in &ask.frame.products {
        let at = product.kernel_at.map(|at| at as i64);
        let Some(rect) = window.cell_rect(at) else { continue };
        if let Source::Input(input) | Source::Copy(input) = product.source {
            sketch.spot_of(&rect, Cell::Of(Tensor::Input, input));
        }
        if window.is_mosaic() {
            continue;
        }
        let is_taken = is_max && product.done && product.x.to_bits() == ask.frame.total.to_bits();
        let classes = match (product.source, is_taken) {
            (_, true) => ("cell out stamp", "num out stamp"),
            (Source::Input(_), _) => ("cell in window", "num in window"),
            _ => ("cell pad window", "num pad window"),
        };
        sketch.cell(classes, &rect, size, Some(product.x));
    }
}

/// The same as colours, where cells are too small for numbers.
fn small(sketch: &mut Sketch, ask: &Ask<'_>, window: &Plane) {
    let frame = ask.frame;
    let most = scale(&frame.film.input);
    let (mut levels, mut taken) = (Vec::new(), String::new());
    for product in &frame.products {
        let is_input = matches!(product.source, Source::Input(_));
        levels.push(level(is_input.then_some(product.x), most));
        let is_taken = product.done && product.x.to_bits() == frame.total.to_bits();
        if let Some(rect) = window.cell_rect(product.kernel_at.map(|at| at as i64))
            && is_taken
            && frame.film.plan.finish() == Finish::Max
        {
            outline(&mut taken, &rect);
        }
    }
    sketch.marks.rect("plane in", &window.rect(), 2.0);
    sketch.shades(window, &levels, ["q in", "q in neg"]);
    sketch.marks.path("outline", taken);
    sketch.hold(&window.rect());
}

/// The weights that a mean is equal to.
fn even(sketch: &mut Sketch, plane: &Plane) {
    let cells: usize = plane.size.iter().product();
    if plane.is_mosaic() {
        sketch.marks.rect("plane k", &plane.rect(), 2.0);
        return sketch.hold(&plane.rect());
    }
    for at in plane.places() {
        if let Some(rect) = plane.cell_rect(at) {
            let text = ["1/", &count(cells)].concat();
            sketch.marks.cell("cell k", &rect);
            sketch
                .marks
                .centred("num k", rect.centre(), (rect.width * 0.36).clamp(6.0, NOTE), text);
            sketch.hold(&rect);
        }
    }
}
