//! The same controls as a list, with labels and sliders.
use crate::controls::argument::{argument, is_refused};
use crate::controls::explain::take;
use crate::controls::shown::{governed, locked, of};
use crate::controls::tray::step_button;
use crate::dom::{El, el, value_of};
use crate::page::Page;
use conv::{Field, Op};
use story::text::{LaterKey, say};
use story::{Change, args, words};
use web_sys::Event;

pub fn list(page: Page) -> El {
    let op = page.op();
    let rows = move || {
        // The fields depend on it; a new value in one does not make them anew.
        let op = op.get();
        let fields = page.draft.with_untracked(|scene| args::of(scene.spec()));
        fields.iter().map(|&field| row(page, field, op)).collect()
    };
    el("div.list")
        .attrs(&[("role", "group"), ("aria-label", say(LaterKey::ListLabel))])
        .live(rows)
}

fn row(page: Page, field: Field, op: Op) -> El {
    let name = field.name_of(op);
    let is_number = !args::is_word(field);
    let button = |up| is_number.then(|| step_button(page, field, up));
    let slide = el("span.slide")
        .maybe(button(false))
        .maybe(reach(field).map(|(least, most)| slider(page, field, least, most)))
        .maybe(button(true));
    let row = el("div.row")
        .live_class("refused", move || is_refused(page, field))
        .child(el("code.name").text(name))
        .child(argument(page, field, None, name))
        .child(slide)
        .child(el("span.hint").text(say(words::about(field, op))));
    governed(of(field), row)
}

fn slider(page: Page, field: Field, least: i64, most: i64) -> El {
    let now = move || page.draft.with(|scene| args::get(scene.spec(), field, 0)).unwrap_or(0);
    let slide = move |event: Event| {
        let Ok(value) = value_of(&event).parse() else {
            return;
        };
        let layer = page
            .draft
            .with_untracked(|scene| args::set(scene.spec(), field, None, value));
        page.change(Change::Layer(layer));
    };
    el("input")
        .attrs(&[
            ("type", "range"),
            ("min", &least.to_string()),
            ("max", &most.to_string()),
            ("aria-label", field.name()),
        ])
        .live_value(move || now().to_string())
        .live_attr("disabled", locked(page, of(field)))
        .on("input", slide)
        .on("focus", move |_: Event| take(page, field))
}

/// How far a slider goes: what fits on the stage. Groups go by divisors, which a slider's even steps do not.
fn reach(field: Field) -> Option<(i64, i64)> {
    match field {
        Field::InChannels | Field::OutChannels => Some((1, 16)),
        Field::KernelSize => Some((1, 11)),
        Field::Stride | Field::Dilation => Some((1, 6)),
        Field::Padding | Field::OutputPadding => Some((0, 6)),
        _ => None,
    }
}
