//! What a step is, in which order they come, and how fast.
use crate::controls::shown::{governed, locked};
use crate::dom::Derived;
use crate::dom::{El, el, option, value_of};
use crate::page::Page;
use conv::Op;
use leptos::prelude::untrack;
use story::text::{LaterKey, fill, say};
use story::{Change, Control, Order, Timeline, View, exact_number, read_number, words};
use web_sys::Event;

pub fn ways(page: Page) -> El {
    let ways = el("div.ways")
        .child(way(LaterKey::Steps, taps(page)))
        .child(governed(Control::Order, way(LaterKey::Order, orders(page))))
        .child(governed(Control::Speed, way(LaterKey::Speed, speeds(page))));
    governed(Control::Ways, ways)
}

fn way(name: LaterKey, select: El) -> El {
    el("label").child(el("span.way").text(say(name))).child(select)
}

/// Whether a step is a cell or a single product.
fn taps(page: Page) -> El {
    let now = move || if page.cursor().tap.is_some() { "taps" } else { "cells" };
    el("select")
        .child(option("cells", say(LaterKey::StepsCells)))
        .child(option("taps", say(LaterKey::StepsTaps)))
        .live_attr("disabled", locked(page, Control::Ways))
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
            let option = option(order.name(), say(words::order_name(order)));
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
        .live_attr("disabled", locked(page, Control::Order))
        .on("change", choose)
}

fn speeds(page: Page) -> El {
    let choose = move |event: Event| {
        if let Some(speed) = read_number(&value_of(&event)) {
            page.set_view(|view| view.speed = speed);
        }
    };
    let options = View::SPEEDS.map(|speed| {
        let text = exact_number(speed);
        option(&text, &fill(LaterKey::SpeedTimes, &[("times", &text)]))
    });
    el("select")
        .children(options.into())
        .live_value(move || exact_number(page.scene.with(|scene| scene.view.speed)))
        .live_attr("disabled", locked(page, Control::Speed))
        .on("change", choose)
}
