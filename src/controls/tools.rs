//! What is done with the layer as a whole: paste, copy, reset, ready scenes, numbers.
use crate::controls::data::data;
use crate::controls::presets::presets;
use crate::controls::services;
use crate::dom::State;
use crate::dom::{El, el, field, value_of};
use crate::page::Page;
use conv::LayerSpec;
use std::rc::Rc;
use story::link::Shot;
use story::text::{LaterKey, say};
use story::{Change, words};
use web_sys::{Event, KeyboardEvent};

/// Adds the tools to the card of the layer.
pub fn tools(page: Page, as_list: State<bool>, card: El) -> El {
    let pasting = State::new(false);
    let copied = State::new(false);
    let line = move || page.draft.with_untracked(|scene| scene.spec().to_string());
    let copy = move |_: Event| {
        let told = move |done| {
            copied.try_set(done);
        };
        (services().copy)(&line(), Rc::new(told));
    };
    let copy_label = move || say(if copied.get() { LaterKey::Copied } else { LaterKey::Copy }).to_owned();
    let shuffle = move |_: Event| {
        let seed = page.draft.with_untracked(|scene| scene.net.seed.wrapping_add(1));
        page.change(Change::Seed(seed));
    };
    let reset = move |_: Event| {
        (services().keep)();
        let view = page.scene.with_untracked(|scene| scene.view.clone());
        let mut shot = Shot::default();
        shot.scene.view = story::View {
            flip: false,
            order: Default::default(),
            ..view
        };
        page.show(shot);
    };
    let tools = el("div.tools")
        .child(presets(page))
        .child(switch("aria-expanded", pasting).text(say(LaterKey::PasteLayer)))
        .child(
            button()
                .on("click", copy)
                .on("blur", move |_: Event| copied.set(false))
                .live_text(copy_label),
        )
        .child(button().on("click", shuffle).text(say(LaterKey::Shuffle)))
        .child(switch("aria-pressed", as_list).text(say(LaterKey::ListSwitch)))
        .child(button().on("click", reset).text(say(LaterKey::Reset)))
        .child(flip(page));
    card.child(tools)
        .show(move || pasting.get(), move || vec![paste_layer(page, pasting)])
        .child(data(page))
}

fn button() -> El {
    el("button").attr("type", "button")
}

/// A button that turns something on and off.
fn switch(state: &'static str, on: State<bool>) -> El {
    button()
        .live_attr(state, move || Some(on.get().to_string()))
        .on("click", move |_: Event| on.update(|on| *on = !*on))
}

fn flip(page: Page) -> El {
    let flip = move |event: Event| {
        if let Some(field) = field(&event) {
            page.change(Change::Flip(field.checked()));
        }
    };
    let field = el("input")
        .attr("type", "checkbox")
        .live_checked(move || page.draft.with(|scene| scene.view.flip))
        .on("change", flip);
    el("label.check")
        .attr("title", say(LaterKey::FlipHint))
        .child(field)
        .text(say(LaterKey::Flip))
}

/// A field that takes any layer as people write or print it.
fn paste_layer(page: Page, pasting: State<bool>) -> El {
    let wrong: State<Option<String>> = State::new(None);
    let on_input = move |event: Event| {
        let text = value_of(&event);
        if text.trim().is_empty() {
            return wrong.set(None);
        }
        match LayerSpec::parse(&text) {
            Ok(layer) => {
                wrong.set(None);
                page.change(Change::Layer(layer));
            }
            Err(error) => wrong.set(Some(words::parse_error(&error))),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" || (event.key() == "Enter" && wrong.with_untracked(Option::is_none)) {
            pasting.set(false);
        }
    };
    let field = el("input.wide")
        .attrs(&[
            ("type", "text"),
            ("placeholder", "self.conv = nn.Conv2d(3, 16, kernel_size=3, padding=1),"),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
        ])
        .on("input", on_input)
        .on("keydown", on_key);
    // It was asked for just now, by a click.
    field.focus_with(|_| {});
    let told = el("p.wrong")
        .attr("role", "alert")
        .live_text(move || wrong.get().unwrap_or_default());
    el("div.paste")
        .child(el("label").text(say(LaterKey::PasteLabel)).child(field))
        .child(told)
}
