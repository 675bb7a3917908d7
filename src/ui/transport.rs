//! The film's controls: play, step, scrub, speed, order.
use crate::dom::Derived;
use crate::dom::{El, el, option, value_of};
use crate::page::Page;
use crate::ui::icon::{Icon, icon, live_icon};
use crate::ui::scrubber::scrubber;
use conv::Op;
use leptos::prelude::untrack;
use story::text::{Key, fill, say};
use story::{Change, Order, Timeline, View, exact_number, read_number};
use web_sys::Event;

pub fn transport(page: Page) -> El {
    let ways = el("div.ways")
        .child(way(Key::Steps, taps(page)))
        .child(way(Key::Order, orders(page)))
        .child(way(Key::Speed, speeds(page)));
    el("section.card.transport")
        .attr("aria-label", say(Key::Transport))
        .child(moves(page))
        .children(scrubber(page))
        .child(ways)
}

fn moves(page: Page) -> El {
    let button = move |class, name, sign, go: fn(Page)| {
        let click = move |_: Event| {
            page.playing.set(false);
            go(page);
        };
        el(class)
            .attrs(&[("type", "button"), ("aria-label", say(name))])
            .on("click", click)
            .child(icon(sign))
    };
    let name = move || say(if page.playing.get() { Key::Pause } else { Key::Play }).to_owned();
    let sign = move || if page.playing.get() { Icon::Pause } else { Icon::Play };
    let play = el("button.play")
        .attr("type", "button")
        .live_attr("aria-label", move || Some(name()))
        .on("click", move |_: Event| page.play(!page.playing.get_untracked()))
        .child(live_icon(sign));
    el("div.moves")
        .child(button("button.far", Key::Start, Icon::Start, Page::to_start))
        .child(button("button.far", Key::RowBack, Icon::RowBack, |page| page.row(-1)))
        .child(button("button", Key::StepBack, Icon::StepBack, |page| page.step(-1)))
        .child(play)
        .child(button("button", Key::StepOn, Icon::StepOn, |page| page.step(1)))
        .child(button("button.far", Key::RowOn, Icon::RowOn, |page| page.row(1)))
        .child(button("button.far", Key::End, Icon::End, Page::to_end))
}

fn way(name: Key, select: El) -> El {
    el("label").child(el("span.way").text(say(name))).child(select)
}

/// Whether a step is a cell or a single product.
fn taps(page: Page) -> El {
    let now = move || if page.cursor().tap.is_some() { "taps" } else { "cells" };
    el("select")
        .child(option("cells", say(Key::StepsCells)))
        .child(option("taps", say(Key::StepsTaps)))
        .live_value(move || now().to_owned())
        .on("change", move |event: Event| page.set_taps(value_of(&event) == "taps"))
}

fn orders(page: Page) -> El {
    let scatters = Derived::new(move || page.scene.with(|scene| scene.spec().op == Op::ConvTranspose));
    let now = move || {
        page.timeline
            .with(|timeline| timeline.as_ref().map_or(Order::Rows, Timeline::order))
    };
    let choose = move |event: Event| {
        if let Some(order) = Order::from_name(&value_of(&event)) {
            page.change(Change::Order(order));
        }
    };
    let options = move || {
        let scatters = scatters.get();
        let orders = Order::ALL
            .into_iter()
            .filter(|order| scatters || *order != Order::Scatter);
        let options = orders.map(|order| {
            let option = option(order.name(), say(name(order)));
            // What is chosen stays chosen among fresh options.
            if order == untrack(now) {
                option.attr("selected", "")
            } else {
                option
            }
        });
        options.collect()
    };
    el("select")
        .live(options)
        .live_value(move || now().name().to_owned())
        .on("change", choose)
}

fn name(order: Order) -> Key {
    match order {
        Order::Rows => Key::OrderRows,
        Order::Columns => Key::OrderColumns,
        Order::Shuffle => Key::OrderShuffle,
        Order::All => Key::OrderAll,
        Order::Scatter => Key::OrderScatter,
    }
}

fn speeds(page: Page) -> El {
    let choose = move |event: Event| {
        if let Some(speed) = read_number(&value_of(&event)) {
            page.set_view(|view| view.speed = speed);
        }
    };
    let options = View::SPEEDS.map(|speed| {
        let text = exact_number(speed);
        option(&text, &fill(Key::SpeedTimes, &[("times", &text)]))
    });
    el("select")
        .children(options.into())
        .live_value(move || exact_number(page.scene.with(|scene| scene.view.speed)))
        .on("change", choose)
}
