//! A field that takes any layer as people write or print it.
use crate::dom::{El, State, el, value_of};
use crate::page::Page;
use story::text::{ReaderKey, say};
use story::{Change, words};
use web_sys::{Event, KeyboardEvent};

pub fn paste(page: Page, pasting: State<bool>) -> El {
    let wrong: State<Option<String>> = State::new(None);
    let on_input = move |event: Event| {
        let text = value_of(&event);
        if text.trim().is_empty() {
            return wrong.set(None);
        }
        match Change::pasted(&text) {
            Ok(change) => {
                wrong.set(None);
                page.change(change);
            }
            Err(error) => wrong.set(Some(words::parse_error(&error))),
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" || (event.key() == "Enter" && wrong.with_untracked(Option::is_none)) {
            pasting.set(false);
        }
    };
    let field = el("input")
        .attrs(&[
            ("type", "text"),
            (
                "placeholder",
                "nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2))",
            ),
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
        .child(el("label").text(say(ReaderKey::PasteLabel)).child(field))
        .child(told)
}
