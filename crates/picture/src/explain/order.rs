//! The order of the steps does not matter: one output for each order, and the step that fills each of its cells.
use super::sketch::{NOTE, Sketch, TITLE, number_size};
use super::{Act, Ask, Choice, Picture, Still};
use crate::coord::count;
use crate::mosaic::runs;
use crate::plane::{Plane, Role};
use std::sync::Arc;
use story::text::{LaterKey, NumbersKey, fill, say};
use story::{Cell, Change, Cursor, Film, Order, Scene, Tensor, Timeline, is_same, words};

/// The orders in which outputs are gathered.
const ORDERS: [Order; 4] = [Order::Rows, Order::Columns, Order::Shuffle, Order::All];
/// So many products are computed for the comparison, at most.
const WORK: usize = 1 << 18;
/// Cells of an output that are drawn, at most.
const MOST: usize = 2048;
const LARGEST: f32 = 34.0;
const GAP: f32 = 22.0;
const HEADING: f32 = 24.0;

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    still.choices.push(choice(scene));
    let cells = film.output.len();
    let some = cells.min(WORK / film.plan.slots().max(1)).max(1);
    for order in ORDERS {
        if order == Order::All {
            continue;
        }
        let timeline = Timeline::new(Arc::clone(film), order, scene.net.seed);
        for step in 0..some {
            let frame = timeline.at(Cursor::whole(step));
            let wanted = frame.output_cell().map(|cell| film.output[cell]);
            if wanted.is_some_and(|wanted| !is_same(wanted, frame.total)) {
                let order = say(words::order_name(order));
                still.lines.push(fill(NumbersKey::OrderDiffers, &[("order", order)]));
                return;
            }
        }
    }
    let (key, arguments) = if some == cells {
        (
            NumbersKey::OrderSame,
            [("count", count(cells)), ("some", String::new())],
        )
    } else {
        (
            NumbersKey::OrderTooMany,
            [("count", count(cells)), ("some", count(some))],
        )
    };
    still.lines.push(fill(
        key,
        &[(arguments[0].0, &arguments[0].1), (arguments[1].0, &arguments[1].1)],
    ));
}

fn choice(scene: &Scene) -> Choice {
    let mut options = Vec::new();
    for order in ORDERS {
        options.push((say(words::order_name(order)).to_owned(), Change::Order(order)));
    }
    Choice {
        name: say(LaterKey::Order).to_owned(),
        options,
        now: ORDERS.iter().position(|&order| order == scene.view.order),
        slides: false,
    }
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &ask.frame.film;
    let [depth, height, width] = film.plan.output_size();
    let size = [1, height * depth, width];
    let shown = size[1] * width;
    if shown > MOST {
        sketch
            .lines
            .push(fill(NumbersKey::OrderTooLarge, &[("count", &count(MOST))]));
        return;
    }
    let columns = if ask.width >= 640.0 { 4.0 } else { 2.0 };
    let room = (ask.width - 1.0 - (columns - 1.0) * GAP) / columns;
    let cell = (room / width as f32).min(300.0 / size[1] as f32).min(LARGEST);
    let mut names = String::new();
    for (index, order) in ORDERS.into_iter().enumerate() {
        let (column, row) = (index % columns as usize, index / columns as usize);
        let plane = Plane {
            role: Role::Output,
            channel: 0,
            filter: 0,
            first: [0; 3],
            size,
            x: column as f32 * (room + GAP),
            y: row as f32 * (HEADING + size[1] as f32 * cell + GAP) + HEADING,
            cell: (cell, cell),
            active: order == ask.frame.order,
        };
        let name = say(words::order_name(order));
        names.push_str(if index == 0 { "" } else { ", " });
        names.push_str(name);
        let class = if plane.active { "title out" } else { "title" };
        sketch.words(class, (plane.x, plane.y - HEADING + TITLE), TITLE, name);
        filled(sketch, ask, &plane, order);
        sketch.hold(&plane.rect());
    }
    let channels = film.plan.output_shape()[0];
    if channels > 1 {
        let at = (0.0, sketch.bottom() + NOTE + 6.0);
        let text = fill(NumbersKey::OrderChannels, &[("count", &count(channels))]);
        sketch.words("note", at, NOTE, &text);
    }
    sketch.label = fill(NumbersKey::OrderLabel, &[("orders", &names)]);
}

/// One output as an order fills it.
fn filled(sketch: &mut Sketch, ask: &Ask<'_>, plane: &Plane, order: Order) {
    let timeline = Timeline::new(Arc::clone(&ask.frame.film), order, ask.scene.net.seed);
    let step = ask.frame.cursor.step;
    let type_size = number_size(&[timeline.steps() as f32], plane.cell.0);
    let mut is_done = Vec::new();
    for (at, place) in plane.places().enumerate() {
        let filled_by = if order == Order::All { 0 } else { timeline.step_of(at) };
        let done = filled_by < step || (filled_by == step && ask.frame.is_whole());
        is_done.push(u8::from(done));
        let Some(rect) = plane.cell_rect(place).filter(|_| !plane.is_mosaic()) else {
            continue;
        };
        let classes = match (filled_by == step && plane.active, done) {
            (true, _) => ("cell out now", "num out now"),
            (_, true) => ("cell out done", "num out"),
            _ => ("cell out", "num out idle"),
        };
        // Steps are counted from 1 where a person reads them.
        sketch.cell(classes, &rect, type_size, Some((filled_by + 1) as f32));
        if plane.active && order != Order::All {
            sketch.spot(&rect, Act::Step(Cursor::whole(filled_by)));
        } else {
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, at));
        }
    }
    if plane.is_mosaic() {
        let mut done = String::new();
        runs(&mut done, plane, &is_done);
        sketch.marks.rect("cell out", &plane.rect(), 2.0);
        sketch.marks.path("plane out filled", done);
    }
}
