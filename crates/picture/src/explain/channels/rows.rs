//! A row for each channel, and beneath them the addition.
use super::measure::{HEADING, LINE, Measure};
use super::rest;
use crate::coord::{count, trace};
use crate::explain::film::{colours, found, type_for};
use crate::explain::sketch::{NOTE, Sketch, TITLE};
use crate::fit::{letters, short_number};
use crate::mark::body;
use crate::mosaic::scale;
use crate::plane::{Plane, Rect, Role};
use crate::shape::{Shape, channel_values, place, volume};
use crate::window::rounded;
use crate::words;
use story::text::{ChannelsKey, fill, say};
use story::words::cell_name;
use story::{Cell, Frame, Product, Tensor};

/// Where the result stands.
pub(in crate::explain) fn draw(sketch: &mut Sketch, frame: &Frame, shape: &Shape, measure: &Measure) -> Rect {
    headings(sketch, frame, shape, measure);
    let kernel = volume(shape.kernel).max(1);
    let mut now = String::new();
    for (row, channel) in measure.visible.clone().enumerate() {
        let first = (channel - measure.active.start) * kernel;
        let products = frame.products.get(first..first + kernel).unwrap_or(&[]);
        let top = measure.top(row);
        if shape.channels > 1 {
            let y = top + (measure.pitch - 14.0) / 2.0 + NOTE * 0.36;
            sketch
                .marks
                .text("index in", measure.input - 7.0, y, NOTE, count(channel));
        }
        let middle = top + (measure.pitch - 14.0) / 2.0;
        if measure.has_blocks {
            input(sketch, frame, shape, measure, (channel, top), products);
            kernels(sketch, frame, shape, measure, top, products, &mut now);
            let signs = [(measure.kernel, "×"), (measure.products, "="), (measure.sums, "Σ")];
            for (x, sign) in &signs[..if measure.has_products { 3 } else { 2 }] {
                let at = (x - measure.sign / 2.0, middle);
                sketch.marks.centred("note middle", at, 15.0, (*sign).to_owned());
            }
        }
        let sum = frame.channel_sums.get(channel - measure.active.start).copied();
        let rect = Rect {
            x: measure.sums,
            y: middle - 15.0,
            width: measure.sum_width,
            height: 30.0,
        };
        // Where a window has nothing but inserted zeros, nothing is added.
        amount(
            sketch,
            ("cell out part", "num out"),
            &rect,
            sum.or(frame.is_whole().then_some(0.0)),
        );
    }
    sketch.marks.path("taps now", now);
    addition(sketch, frame, shape, measure)
}

fn headings(sketch: &mut Sketch, frame: &Frame, shape: &Shape, measure: &Measure) {
    let filter = frame.cell.unwrap_or(0) / volume(shape.output).max(1);
    let input = if measure.is_full {
        words::input()
    } else {
        say(ChannelsKey::ChannelsWindow)
    };
    let name = fill(ChannelsKey::ChannelsFilter, &[("index", &count(filter))]);
    if measure.has_blocks {
        sketch.words("title in", (measure.input, TITLE), TITLE, input);
        sketch.words("title k", (measure.kernel, TITLE), TITLE, &name);
    }
    if measure.has_products {
        sketch.words(
            "title",
            (measure.products, TITLE),
            TITLE,
            say(ChannelsKey::ChannelsProducts),
        );
    }
    sketch.words(
        "title out",
        (measure.sums, TITLE),
        TITLE,
        say(ChannelsKey::ChannelsSums),
    );
}

fn plane(role: Role, channel: usize, size: [usize; 3], (x, y): (f32, f32), cell: (f32, f32)) -> Plane {
    Plane {
        role,
        channel,
        filter: 0,
        first: [0; 3],
        size,
        x,
        y,
        cell,
        active: true,
    }
}

/// An input channel, or what the window has of it.
fn input(
    sketch: &mut Sketch,
    frame: &Frame,
    shape: &Shape,
    measure: &Measure,
    (channel, top): (usize, f32),
    products: &[Product],
) {
    let film = &frame.film;
    let values = channel_values(&film.input, channel, volume(shape.input));
    let size = type_for(values, measure.input_cell);
    let block = if measure.is_full { shape.grid_size } else { shape.kernel };
    let mut plane = plane(Role::Input, channel, block, (measure.input, top), measure.input_cell);
    let mut outline = plane.rect();
    if measure.is_full {
        plane.first = shape.grid_first;
        let inside = |at: &[i64; 3]| products.iter().any(|product| product.at == *at);
        for at in plane.places() {
            let Some(rect) = plane.cell_rect(at) else { continue };
            let found = found(film, channel, at);
            sketch.cell(found.classes(inside(&at)), &rect, size, found.value);
            sketch.spot_of(&rect, found.cell);
        }
        let ends = [products.first(), products.last()].map(|end| end.and_then(|end| plane.cell_rect(end.at)));
        if let [Some(first), Some(last)] = ends {
            outline = first.and(&last);
        }
    } else if measure.is_mosaic() {
        let values: Vec<Option<f32>> = products.iter().map(|product| Some(product.x)).collect();
        sketch.marks.rect("plane in", &outline, 0.0);
        sketch.hold(&outline);
        colours(sketch, &plane, &values, scale(&film.input), ["q in", "q in neg"]);
    } else {
        for (index, product) in products.iter().enumerate() {
            let at = place(index, shape.kernel).map(|at| at as i64);
            let Some(rect) = plane.cell_rect(at) else { continue };
            let found = found(film, channel, product.at);
            sketch.cell(found.classes(true), &rect, size, found.value);
            sketch.spot_of(&rect, found.cell);
        }
    }
    let radius = if measure.is_mosaic() { 2.0 } else { 7.0 };
    sketch.marks.rect("outline", &outline.inset(-0.5), radius);
}

/// The weights for a channel, and what they make of the window.
fn kernels(
    sketch: &mut Sketch,
    frame: &Frame,
    shape: &Shape,
    measure: &Measure,
    top: f32,
    products: &[Product],
    now: &mut String,
) {
    let high = (measure.pitch - 14.0 - shape.kernel[1] as f32 * measure.cell.1) / 2.0;
    let kernel = plane(
        Role::Kernel,
        0,
        shape.kernel,
        (measure.kernel, top + high),
        measure.cell,
    );
    if measure.is_mosaic() {
        let values: Vec<Option<f32>> = products.iter().map(|product| Some(product.w)).collect();
        sketch.marks.rect("plane k", &kernel.rect(), 2.0);
        sketch.hold(&kernel.rect());
        colours(sketch, &kernel, &values, scale(&frame.film.weight), ["q k", "q k neg"]);
        return;
    }
    let size = type_for(&frame.film.weight, measure.cell);
    let values: Vec<f32> = products.iter().map(|product| product.x * product.w).collect();
    let small = type_for(&values, measure.cell);
    let made = Plane {
        x: measure.products,
        ..kernel.clone()
    };
    for (index, product) in products.iter().enumerate() {
        let at = place(index, shape.kernel).map(|at| at as i64);
        if let Some(rect) = kernel.cell_rect(at) {
            sketch.cell(("cell k", "num k"), &rect, size, Some(product.w));
            sketch.spot_of(&rect, Cell::Of(Tensor::Weight, product.weight));
            if frame.product() == Some(product) {
                rounded(now, &body(&rect), 4.0);
            }
        }
        if let Some(rect) = made.cell_rect(at).filter(|_| measure.has_products) {
            let value = (product.done && product.counts()).then_some(product.x * product.w);
            sketch.cell(("cell product", "num"), &rect, small, value);
        }
    }
}

/// A number in a broad cell.
pub(super) fn amount(
    sketch: &mut Sketch,
    (cell, class): (&'static str, &'static str),
    rect: &Rect,
    value: Option<f32>,
) {
    sketch.marks.rect(cell, &body(rect), 5.0);
    let text = value.map(|value| short_number(value, 8)).unwrap_or_default();
    let size = TITLE.min(rect.width * 1.32 / letters(&text).max(1) as f32);
    sketch.marks.centred(class, rect.centre(), size, text);
    sketch.hold(rect);
}

/// What is folded, the bias, and the result, under the rows' sums.
fn addition(sketch: &mut Sketch, frame: &Frame, shape: &Shape, measure: &Measure) -> Rect {
    let mut rect = Rect {
        x: measure.sums,
        y: HEADING + measure.visible.len() as f32 * measure.pitch - 6.0,
        width: measure.sum_width,
        height: 30.0,
    };
    let label = |sketch: &mut Sketch, class: &'static str, rect: &Rect, text: String| {
        let size = NOTE.min((rect.x - 8.0) / (letters(&text) as f32 * 0.66));
        let y = rect.centre().1 + size * 0.36;
        sketch.marks.text(class, rect.x - 8.0, y, size, text);
    };
    let folded = measure.active.len() - measure.visible.len();
    if folded > 0 {
        label(sketch, "index idle", &rect, words::more(folded));
        amount(sketch, ("cell out part", "num out"), &rect, Some(rest(frame, measure)));
        rect.y += LINE;
    }
    let filter = frame.cell.unwrap_or(0) / volume(shape.output).max(1);
    if frame.film.bias.is_some() {
        label(sketch, "index k", &rect, words::bias().to_owned());
        amount(
            sketch,
            ("cell k", "num k"),
            &rect,
            // It comes last.
            frame.bias,
        );
        sketch.spot_of(&rect, Cell::Of(Tensor::Bias, filter));
        rect.y += LINE;
    }
    let mut rule = String::new();
    trace(&mut rule, "M..h.", &[rect.x, rect.y, rect.width]);
    sketch.marks.path("sum rule", rule);
    rect.y += 6.0;
    let cell = frame.cell.unwrap_or(0);
    label(sketch, "index out", &rect, cell_name(&frame.film, Tensor::Output, cell));
    let classes = if frame.is_whole() {
        ("cell out now", "num now")
    } else {
        ("cell out now part", "num out now part")
    };
    amount(sketch, classes, &rect.inset(1.0), Some(frame.total));
    sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
    rect
}
