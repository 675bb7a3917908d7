//! The film's controls: play, step, scrub, speed, order.
use crate::page::Page;
use crate::ui::icon::{Icon, icon, outline};
use crate::ui::scrubber::Scrubber;
use conv::Op;
use leptos::prelude::*;
use story::text::{Key, fill, say};
use story::{Change, Order, View};

#[component]
pub fn Transport() -> impl IntoView {
    let page = Page::here();
    let user = move |go: fn(Page)| {
        move |_| {
            page.playing.set(false);
            go(page);
        }
    };
    let play_label = move || say(if page.playing.get() { Key::Pause } else { Key::Play });
    let play_sign = move || outline(if page.playing.get() { Icon::Pause } else { Icon::Play });
    view! {
        <section class="card transport" aria-label=say(Key::Transport)>
            <div class="moves">
                <button type="button" class="far" aria-label=say(Key::Start) on:click=user(Page::to_start)>{icon(Icon::Start)}</button>
                <button type="button" class="far" aria-label=say(Key::RowBack) on:click=user(|page| page.row(-1))>{icon(Icon::RowBack)}</button>
                <button type="button" aria-label=say(Key::StepBack) on:click=user(|page| page.step(-1))>{icon(Icon::StepBack)}</button>
                <button
                    type="button"
                    class="play"
                    aria-label=play_label
                    on:click=move |_| page.play(!page.playing.get_untracked())
                >
                    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=play_sign /></svg>
                </button>
                <button type="button" aria-label=say(Key::StepOn) on:click=user(|page| page.step(1))>{icon(Icon::StepOn)}</button>
                <button type="button" class="far" aria-label=say(Key::RowOn) on:click=user(|page| page.row(1))>{icon(Icon::RowOn)}</button>
                <button type="button" class="far" aria-label=say(Key::End) on:click=user(Page::to_end)>{icon(Icon::End)}</button>
            </div>
            <Scrubber />
            <div class="ways">
                <Taps />
                <Orders />
                <Speeds />
            </div>
        </section>
    }
}

/// Whether a step is a cell or a single product.
#[component]
fn Taps() -> impl IntoView {
    let page = Page::here();
    let now = move || if page.cursor().tap.is_some() { "taps" } else { "cells" };
    view! {
        <label>
            <span class="way">{say(Key::Steps)}</span>
            <select prop:value=now on:change=move |event| page.set_taps(event_target_value(&event) == "taps")>
                <option value="cells">{say(Key::StepsCells)}</option>
                <option value="taps">{say(Key::StepsTaps)}</option>
            </select>
        </label>
    }
}

#[component]
fn Orders() -> impl IntoView {
    let page = Page::here();
    let now = move || {
        page.timeline
            .with(|timeline| timeline.as_ref().map_or("rows", |timeline| timeline.order().name()))
    };
    let choose = move |event| {
        if let Some(order) = Order::from_name(&event_target_value(&event)) {
            page.change(Change::Order(order));
        }
    };
    let options = move || {
        let scatters = page.scene.with(|scene| scene.spec().op == Op::ConvTranspose);
        let orders = Order::ALL
            .into_iter()
            .filter(|order| scatters || *order != Order::Scatter);
        orders
            .map(|order| view! { <option value=order.name()>{say(name(order))}</option> })
            .collect_view()
    };
    view! {
        <label>
            <span class="way">{say(Key::Order)}</span>
            <select prop:value=now on:change=choose>{options}</select>
        </label>
    }
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

#[component]
fn Speeds() -> impl IntoView {
    let page = Page::here();
    let now = move || page.scene.with(|scene| scene.view.speed.to_string());
    let choose = move |event| {
        if let Ok(speed) = event_target_value(&event).parse() {
            page.set_view(|view| view.speed = speed);
        }
    };
    let options = View::SPEEDS.map(|speed| {
        let text = speed.to_string();
        view! { <option value=text.clone()>{fill(Key::SpeedTimes, &[("times", &text)])}</option> }
    });
    view! {
        <label>
            <span class="way">{say(Key::Speed)}</span>
            <select prop:value=now on:change=choose>{options}</select>
        </label>
    }
}
