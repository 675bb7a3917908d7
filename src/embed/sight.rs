//! A film that nobody sees does not play.
use crate::dom::js::{call, get, made};
use crate::dom::{act, callback, life};
use crate::page::Page;
use leptos::prelude::document;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Stops the film while the page is off screen, and plays it on where it was playing.
pub fn pause_unseen(page: Page) {
    let waits = Cell::new(false);
    let seen = move |entries: JsValue| {
        let Some(entry) = js_sys::Array::from(&entries).iter().last() else {
            return;
        };
        let is_seen = get(&entry, "isIntersecting").is_truthy();
        if !is_seen && page.playing.get_untracked() {
            waits.set(true);
            page.play(false);
        } else if is_seen && waits.replace(false) {
            page.play(true);
        }
    };
    let observer = made("IntersectionObserver", &[&callback(act(seen))]);
    if let (Ok(observer), Some(body)) = (observer, document().body()) {
        let _ = call(&observer, "observe", &[&body]);
        life::at_end(&observer, "disconnect", &JsValue::UNDEFINED);
    }
}
