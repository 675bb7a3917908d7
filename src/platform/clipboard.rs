//! The clipboard, where the browser lets it.
use crate::dom::js::{call, get, window};
use crate::dom::promise::when_done;
use crate::dom::{act, callback};
use crate::services::Told;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;

/// Copies a text; tells whether the browser allowed it.
pub fn copy(text: &str, told: Told<bool>) {
    let text = text.to_owned();
    // There is none where the page is not served safely, or where the user has it turned off.
    let clipboard = get(&get(&window(), "navigator"), "clipboard");
    match call(&clipboard, "writeText", &[&(&text).into()]) {
        Ok(promise) => when_done(promise.unchecked_into(), move |done| {
            told(done.is_ok() || by_event(&text));
        }),
        Err(_) => told(by_event(&text)),
    }
}

/// The old way, which needs no more than a click: most frames have no permission for the new one.
fn by_event(text: &str) -> bool {
    let text = JsValue::from(text);
    let put = callback(act(move |event| {
        let data = get(&event, "clipboardData");
        if call(&data, "setData", &[&"text/plain".into(), &text]).is_ok() {
            let _ = call(&event, "preventDefault", &[]);
        }
    }));
    // What a reader copies by hand is not ours: the listener goes at once.
    let _ = document().add_event_listener_with_callback("copy", &put);
    let done = call(&document(), "execCommand", &[&"copy".into()]);
    let _ = document().remove_event_listener_with_callback("copy", &put);
    done.is_ok_and(|done| done.is_truthy())
}
