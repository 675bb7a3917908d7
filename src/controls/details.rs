//! A part of the page that opens and closes.
use crate::dom::State;
use crate::dom::{El, el};
use story::text::{LaterKey, say};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement};

/// `open` tells whether it stands open.
pub fn details(what: &str, summary: LaterKey, open: State<bool>) -> El {
    let on_toggle = move |event: Event| {
        let details = event.target().map(JsCast::unchecked_into::<HtmlDetailsElement>);
        open.set(details.is_some_and(|details| details.open()));
    };
    el(what).on("toggle", on_toggle).child(el("summary").text(say(summary)))
}
