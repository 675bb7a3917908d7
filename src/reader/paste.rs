//! A field that takes any layer as people write or print it.
use crate::dom::{El, State, el, value_of};
use crate::page::Page;
use conv::LayerSpec;
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
    let field = el("input")
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
        .child(el("label").text(say(ReaderKey::PasteLabel)).child(field))
        .child(told)
}
