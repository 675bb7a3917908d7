//! The input's shape, set in place, and the output's, which follows.
use crate::controls::shown::{governed, locked};
use crate::dom::{Derived, State};
use crate::dom::{El, el, live_text, text, value_of};
use crate::page::Page;
use leptos::prelude::untrack;
use story::text::{LaterKey, fill, say};
use story::{Change, Control, Scene, Showing, words};
use web_sys::{Event, KeyboardEvent};

pub fn shapes(page: Page) -> El {
    let rank = Derived::new(move || {
        page.draft
            .with(|scene| if scene.in_hand() == 0 { scene.net.size.len() } else { 0 })
    });
    // A first layer without weights leaves the input's channels to whoever sets them.
    let is_open = Derived::new(move || {
        page.draft
            .with(|scene| scene.in_hand() == 0 && !scene.spec().op.has_weight())
    });
    let sizes = move || {
        let rank = rank.get();
        (0..rank)
            .flat_map(|axis| [text(", "), size(page, Some(axis), rank)])
            .collect()
    };
    // Of a later layer all of it follows.
    let channels = move || {
        if page.draft.with(story::Scene::in_hand) > 0 {
            return page
                .plan()
                .map(|plan| words::list(plan.input_shape()))
                .unwrap_or_default();
        }
        page.draft.with(|scene| scene.spec().in_channels).to_string()
    };
    let output = move || {
        page.plan()
            .map(|plan| words::list(plan.output_shape()))
            .unwrap_or_default()
    };
    let input = el("span.shape")
        .child(el("span.role-input").text("x.shape"))
        .text(" = [1, ")
        .live(move || {
            vec![if is_open.get() {
                size(page, None, 0)
            } else {
                live_text(channels)
            }]
        })
        .live(sizes)
        .text("]");
    let output = el("span.shape")
        .child(el("span.arrow").text("→"))
        .child(el("span.role-output").text("y.shape"))
        .text(" = [1, ")
        .live_text(output)
        .text("]");
    el("p.line.shapes")
        .child(governed(Control::Shape, input))
        .child(output)
        .live(move || largest(page))
}

/// Where the scene is too large to be drawn: a button that makes it fit.
fn largest(page: Page) -> Vec<El> {
    let is_too_large = page
        .showing
        .with(|showing| matches!(showing, Some(Showing::Shapes(..))));
    let fitting = is_too_large.then(|| page.scene.with(Scene::drawable)).flatten();
    let button = fitting.map(|scene| {
        let size = scene.net.size.iter().map(ToString::to_string).collect::<Vec<_>>();
        let label = fill(LaterKey::ShowLargest, &[("size", &size.join(" × "))]);
        let show = move |_: Event| page.change(Change::Scene(Box::new(scene.clone())));
        el("button.fix").attr("type", "button").on("click", show).text(&label)
    });
    button.into_iter().collect()
}

/// The input's size on one axis, or without one its channels.
fn size(page: Page, axis: Option<usize>, rank: usize) -> El {
    let typed: State<Option<String>> = State::new(None);
    let now = move || {
        page.draft.with(|scene| match axis {
            Some(axis) => scene.net.size.get(axis).copied(),
            None => scene.net.input_shape().first().copied(),
        })
    };
    let now = move || now().unwrap_or(0);
    let shown = move || typed.get().unwrap_or_else(|| now().to_string());
    let set = move |size: usize| {
        let (mut sizes, mut spec) = page
            .draft
            .with_untracked(|scene| (scene.net.size.clone(), scene.spec().clone()));
        match axis {
            Some(axis) => {
                if let Some(entry) = sizes.get_mut(axis) {
                    *entry = size;
                    page.change(Change::Size(sizes));
                }
            }
            None => {
                spec.set_channels(i64::try_from(size).unwrap_or(i64::MAX));
                page.change(Change::Layer(spec));
            }
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let size = untrack(now);
        let next = match event.key().as_str() {
            "ArrowUp" => size.saturating_add(1),
            "ArrowDown" => size.saturating_sub(1).max(1),
            "Enter" | "Escape" => return typed.set(None),
            _ => return,
        };
        event.prevent_default();
        typed.set(None);
        set(next);
    };
    let on_input = move |event: Event| {
        let text = value_of(&event);
        if let Ok(size) = text.trim().parse() {
            set(size);
        }
        typed.set(Some(text));
    };
    el("input.value.size")
        .attrs(&[
            ("type", "text"),
            ("inputmode", "numeric"),
            ("autocomplete", "off"),
            ("role", "spinbutton"),
            (
                "aria-label",
                &[
                    say(LaterKey::InputSize),
                    say(axis.map_or(LaterKey::Channels, |axis| words::axis_name(axis, rank))),
                ]
                .join(", "),
            ),
        ])
        .live_attr("aria-valuenow", move || Some(now().to_string()))
        .live_attr("aria-valuetext", move || Some(now().to_string()))
        .live_attr("size", move || Some(shown().chars().count().clamp(1, 8).to_string()))
        .live_value(shown)
        .live_attr("disabled", locked(page, Control::Shape))
        .on("input", on_input)
        .on("keydown", on_key)
        .on("focus", move |_: Event| page.hand.set(Some(conv::Field::Input)))
        .on("blur", move |_: Event| typed.set(None))
}

/// A shape as PyTorch writes it.
pub fn shape(shape: &[usize]) -> String {
    ["[", &words::list(shape), "]"].concat()
}
