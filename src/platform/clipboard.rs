//! The clipboard, where the browser lets it.
use crate::dom::promise::when_done;
use crate::dom::{act, callback};
use crate::services::Told;
use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Clipboard, ClipboardEvent, HtmlDocument};

/// Copies a text; tells whether the browser allowed it.
pub fn copy(text: &str, told: Told<bool>) {
    let text = text.to_owned();
    match clipboard() {
        Some(clipboard) => when_done(clipboard.write_text(&text), move |done| {
            told(done.is_ok() || by_event(&text));
        }),
        None => told(by_event(&text)),
    }
}

/// Nothing where the page is not served safely, or where the user has it turned off.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"clipboard".into()).ok()?.dyn_into().ok()
}

/// The old way, which needs no more than a click: most frames have no permission for the new one.
fn by_event(text: &str) -> bool {
    let document: HtmlDocument = document().unchecked_into();
    let text = text.to_owned();
    let put = callback(act(move |event| {
        let event: ClipboardEvent = event.unchecked_into();
        let data = event.clipboard_data();
        if data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
            event.prevent_default();
        }
    }));
    // What a reader copies by hand is not ours: the listener goes at once.
    let _ = document.add_event_listener_with_callback("copy", &put);
    let done = document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback("copy", &put);
    done
}
