//! How the embed begins.
use crate::composer::draft::Draft;
use crate::composer::{choice, section};
use crate::dom::{El, State, el, field, option, text, value_of};
use leptos::prelude::untrack;
use story::text::{ComposerKey, LaterKey, fill, say};
use story::{Cursor, Theme, Timeline, View, words};
use web_sys::Event;

pub fn begin(draft: Draft) -> El {
    let Draft { view, here, page, .. } = draft;
    let steps = page
        .timeline
        .with_untracked(|timeline| timeline.as_ref().map_or(1, Timeline::steps));
    let cursor = untrack(|| page.cursor());
    let step = fill(
        ComposerKey::BeginHere,
        &[("step", &(cursor.step + 1).to_string()), ("steps", &steps.to_string())],
    );
    let first = choice(
        "composer-begin",
        text(say(ComposerKey::BeginFirst)),
        move || !here.get(),
        move || here.set(false),
    );
    let this = choice(
        "composer-begin",
        text(&step),
        move || here.get(),
        move || here.set(true),
    );
    let steps = if cursor == Cursor::default() {
        Vec::new()
    } else {
        vec![first, this]
    };
    section("section.composer-begin", ComposerKey::Begin)
        .children(steps)
        // What begins at a step stands still there.
        .show(move || !here.get(), move || vec![plays(view)])
        .child(theme(draft))
}

fn plays(view: State<View>) -> El {
    let choose = move |event: Event| {
        if let Some(field) = field(&event) {
            view.update(|view| view.autoplay = field.checked());
        }
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || view.with(|view| view.autoplay))
        .on("change", choose);
    el("label.check").child(tick).text(say(ComposerKey::Plays))
}

fn theme(draft: Draft) -> El {
    let Draft { view, .. } = draft;
    let choose = move |event: Event| {
        let theme = Theme::from_name(&value_of(&event)).unwrap_or_default();
        view.update(|view| view.theme = theme);
    };
    let options = Theme::ALL.map(|theme| option(theme.name(), say(words::theme_name(theme))));
    let themes = el("select")
        .children(options.into())
        .live_value(move || view.with(|view| view.theme.name().to_owned()))
        .on("change", choose);
    el("label.composer-theme").text(say(LaterKey::Theme)).child(themes)
}
