//! The layers in a row: a button for each, which takes it in hand, and what adds, moves and removes one.
use crate::controls::shown::{inert_if_locked, locked};
use crate::dom::{Derived, El, el, field, option, value_of};
use crate::page::Page;
use conv::walk;
use leptos::prelude::untrack;
use story::text::{LaterKey, fill, say};
use story::{Change, Control, Cursor, words};
use web_sys::Event;

/// A layer as its button shows it: its class, and the shape that it gives, if it can.
type Chip = (String, Option<String>);

/// Nothing while there is one layer alone.
pub fn row(page: Page) -> El {
    let layers = Derived::new(move || page.draft.with(chips));
    let buttons = move || {
        let chips = layers.get().into_iter().enumerate();
        chips.map(|(index, layer)| chip(page, index, layer)).collect()
    };
    let act = move |key, sign, change: Change| {
        let button = el("button.step").attrs(&[("type", "button"), ("aria-label", say(key)), ("title", say(key))]);
        button.text(sign).on("click", move |_: Event| {
            page.change(change.clone());
            to_first_step(page);
        })
    };
    let parts = move || {
        let tools = el("span.buttons")
            .child(act(LaterKey::LayerBack, "←", Change::Move(false)))
            .child(act(LaterKey::LayerOn, "→", Change::Move(true)))
            .child(act(LaterKey::LayerRemove, "×", Change::Remove));
        let tools = inert_if_locked(page, Control::Layer, tools);
        vec![el("span.chips").live(buttons), tools]
    };
    el("div.row-of-layers")
        .attrs(&[("role", "group"), ("aria-label", say(LaterKey::Layers))])
        .show(move || layers.with(|layers| layers.len() > 1), parts)
}

fn chips(scene: &story::Scene) -> Vec<Chip> {
    let specs = scene.net.specs();
    let steps = walk(&specs, &scene.net.input_shape(), 1);
    let shape = |index: usize| {
        let step = steps.get(index).filter(|step| step.plan.is_ok())?;
        Some(words::list(&step.output_shape))
    };
    let chip = |(index, spec): (usize, &conv::LayerSpec)| (spec.class_name(), shape(index));
    specs.iter().enumerate().map(chip).collect()
}

fn chip(page: Page, index: usize, (name, shape): Chip) -> El {
    let is_in_hand = move || page.draft.with(story::Scene::in_hand) == index;
    let is_at_fault = move || {
        page.wrong
            .with(|wrong| wrong.as_ref().is_some_and(|wrong| wrong.stage == index))
    };
    let label = fill(LaterKey::LayerInHand, &[("index", &index.to_string()), ("name", &name)]);
    let shown = shape.map_or("?".to_owned(), |shape| ["[", &shape, "]"].concat());
    el("button.chip")
        .attrs(&[("type", "button"), ("title", &label)])
        .live_attr("aria-current", move || is_in_hand().then(|| "step".to_owned()))
        .live_class("refused", is_at_fault)
        .on("click", move |_: Event| take(page, index))
        .child(el("code").text(&name))
        .child(el("span.note").text(&shown))
}

/// Takes a layer in hand, at its first step.
fn take(page: Page, stage: usize) {
    page.change(Change::Stage(stage));
    to_first_step(page);
}

/// To the step of a layer that gives this output cell.
pub fn go(page: Page, stage: usize, output: usize) {
    page.pause();
    take(page, stage);
    let step = page
        .timeline
        .with_untracked(|timeline| timeline.as_ref().map(|timeline| timeline.step_of(output)));
    if let Some(step) = step {
        page.seek(Cursor::whole(step));
    }
}

/// To the first step of the layer in hand, by cells or products as before.
fn to_first_step(page: Page) {
    let tap = untrack(|| page.cursor()).tap.map(|_| 0);
    page.seek(Cursor { step: 0, tap });
}

/// What can follow the layer in hand, to choose from.
pub fn add(page: Page) -> El {
    let followers = Derived::new(move || page.scene.with(story::Scene::followers));
    let choose = move |event: Event| {
        let name = value_of(&event);
        let chosen = followers.get().into_iter().find(|spec| spec.class_name() == name);
        if let Some(spec) = chosen {
            let stage = page.draft.with_untracked(story::Scene::in_hand) + 1;
            page.change(Change::Insert(stage, spec));
            to_first_step(page);
        }
        if let Some(select) = field(&event) {
            select.set_value("");
        }
    };
    let options = move || {
        let first = option("", say(LaterKey::LayerAdd));
        let classes = followers.get().into_iter().map(|spec| {
            let name = spec.class_name();
            option(&name, &name)
        });
        std::iter::once(first).chain(classes).collect()
    };
    el("label.presets")
        .child(el("span.unseen").text(say(LaterKey::LayerAdd)))
        .child(
            el("select")
                .live(options)
                .live_attr("disabled", locked(page, Control::Layer))
                .on("change", choose),
        )
}

/// Past the end of a layer's film: on in the next layer, or back in the one before, at its end.
pub fn beyond(page: Page, on: bool) -> bool {
    let (stage, count) = page
        .scene
        .with_untracked(|scene| (scene.in_hand(), scene.net.stages.len()));
    let next = if on { stage + 1 } else { stage.wrapping_sub(1) };
    if next >= count {
        return false;
    }
    take(page, next);
    if !on {
        page.to_end();
    }
    true
}
