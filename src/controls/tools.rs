//! What is done with the layer as a whole: paste, copy, reset, ready scenes.
use crate::controls::composer;
use crate::controls::explain;
use crate::controls::export::export;
use crate::controls::image::IMAGE;
use crate::controls::loaded::loaded;
use crate::controls::presets::presets;
use crate::controls::reader::read;
use crate::controls::row::add;
use crate::controls::services;
use crate::controls::shown::{governed, inert_if_locked, locked};
use crate::dom::State;
use crate::dom::{El, el, field};
use crate::page::Page;
use conv::sequential;
use std::rc::Rc;
use story::link::Shot;
use story::text::{LaterKey, say};
use story::{Change, Control, Scene, Topic};
use web_sys::{Event, HtmlInputElement};

/// Adds the tools to the card of the layer.
pub fn tools(page: Page, as_list: State<bool>, card: El) -> El {
    let pasting = State::new(false);
    let exporting = State::new(false);
    let copied = State::new(false);
    let imaging = State::new(false);
    let composing = State::new(false);
    let by_hand = State::new(false);
    let copy = move |_: Event| {
        let told = move |done: bool| {
            copied.try_set(done);
            by_hand.try_set(!done);
        };
        (services().copy)(&line(page), Rc::new(told));
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
            stage: 0,
            flip: false,
            order: Default::default(),
            ..view
        };
        page.show(shot);
    };
    let tools = el("div.tools")
        .child(presets(page))
        .child(add(page))
        .child(
            switch("aria-expanded", pasting)
                .live_attr("disabled", locked(page, Control::Line))
                .text(say(LaterKey::PasteLayer)),
        )
        .child(
            button()
                .on("click", copy)
                .on("blur", move |_: Event| copied.set(false))
                .live_text(copy_label),
        )
        .child(
            button()
                .live_attr("disabled", locked(page, Control::Numbers))
                .on("click", shuffle)
                .text(say(LaterKey::Shuffle)),
        )
        .child(explaining(page))
        .child(comparing(page))
        .child(composer::button(composing))
        .child(
            switch("aria-expanded", exporting)
                .attr("data-needs", "export")
                .text(say(LaterKey::TakeAway)),
        )
        .child(
            switch("aria-expanded", imaging)
                .attr("data-needs", "image")
                .text(say(LaterKey::TryImage)),
        )
        .child(switch("aria-pressed", as_list).text(say(LaterKey::ListSwitch)))
        .child(
            button()
                .live_attr("disabled", locked(page, Control::Line))
                .on("click", reset)
                .text(say(LaterKey::Reset)),
        )
        .child(flip(page));
    card.child(inert_if_locked(page, Control::Tools, tools))
        .show(
            move || pasting.get(),
            move || vec![el("div").live(read(move |reader| vec![(reader.paste)(page, pasting)]))],
        )
        .show(move || by_hand.get(), move || vec![to_copy(page, by_hand)])
        .show(
            move || exporting.get(),
            move || vec![el("div.outing").live(export(move |export| (export.panel)(page, exporting)))],
        )
        .show(
            move || imaging.get(),
            move || vec![el("div.outing").live(loaded(&IMAGE, move |image| (image.panel)(page, imaging)))],
        )
        .child(composer::place(page, composing))
}

fn line(page: Page) -> String {
    page.draft.with_untracked(|scene| sequential::line(&scene.net.specs()))
}

/// The line as a text to copy by hand, until the reader goes elsewhere.
fn to_copy(page: Page, by_hand: State<bool>) -> El {
    let field = el("input")
        .attrs(&[("type", "text"), ("readonly", ""), ("value", &line(page))])
        .on("blur", move |_: Event| by_hand.set(false));
    field.focus_with(HtmlInputElement::select);
    let told = el("span").attr("role", "status").text(say(LaterKey::CopyByHand));
    el("div").child(el("div.paste").child(el("label").child(told).child(field)))
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

/// Opens the picture that explains the argument in hand, or the first one; or closes what is open.
fn explaining(page: Page) -> El {
    let toggle = move |_: Event| {
        let topic = page.scene.with_untracked(|scene| {
            let of_hand = page
                .hand
                .get_untracked()
                .and_then(|field| explain::topic_of(scene, field));
            let mut all = Topic::ALL.iter().copied();
            of_hand.or_else(|| all.find(|topic| explain::is_offered(*topic, scene)))
        });
        let is_open = page.scene.with_untracked(|scene| scene.view.picture.is_some());
        explain::open(page, topic.filter(|_| !is_open));
    };
    governed(Control::Explain, button())
        .live_attr("aria-expanded", move || Some(explain::is_open(page).to_string()))
        .live_attr("disabled", locked(page, Control::Explain))
        .on("click", toggle)
        .text(say(LaterKey::ExplainChoose))
}

/// Puts what was there before the last change beside the scene; where nothing was, the scene itself.
fn comparing(page: Page) -> El {
    let compare = move |_: Event| {
        let before = page
            .before()
            .unwrap_or_else(|| page.scene.with_untracked(Scene::pinned));
        page.change(Change::Beside(Some(before)));
        explain::open(page, Some(Topic::Compare));
    };
    button()
        .attrs(&[("title", say(LaterKey::CompareHint)), ("data-needs", "explain")])
        .on("click", compare)
        .text(say(LaterKey::Compare))
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
        .live_attr("disabled", locked(page, Control::Flip))
        .on("change", flip);
    let label = el("label.check")
        .attr("title", say(LaterKey::FlipHint))
        .child(field)
        .text(say(LaterKey::Flip));
    governed(Control::Flip, label)
}
