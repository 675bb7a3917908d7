//! The address, which follows the scene.
use crate::dom::js::{call, get};
use crate::dom::rest::at_rest;
use crate::dom::{act, life};
use crate::page::later;
use leptos::prelude::window;
use story::link::Shot;
use wasm_bindgen::prelude::*;

/// Replaces the address whenever `shot` gives another scene and rests there: one write costs as much as the rest of a
/// step's own work, and browsers limit them, Safari to 100 in 30 seconds.
pub fn follow(shot: impl Fn() -> Option<Shot> + 'static) {
    at_rest(shot, |shot| {
        let query = later::query(&shot);
        remember(&query);
        replace(&query);
    });
}

/// Keeps the present scene as an entry of its own, so that the browser's back leads to it.
pub fn keep() {
    let history = get(&window(), "history");
    // Sandboxed frames and file: pages refuse; the page works without.
    let _ = call(&history, "pushState", &[&JsValue::NULL, &"".into()]);
}

/// The address of the page, as it is.
pub fn page() -> String {
    let address = js_sys::Reflect::get(&window().location(), &"href".into());
    address.ok().and_then(|address| address.as_string()).unwrap_or_default()
}

/// Calls `show` with the query of an entry that the reader goes back or on to.
pub fn on_back(show: impl Fn(String) + 'static) {
    life::listen(
        "popstate",
        act(move |_| show(window().location().search().unwrap_or_default())),
    );
}

/// Makes a query the address's, in place of the one it has.
pub fn replace(query: &str) {
    let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) else {
        return;
    };
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&[&path, query].concat()));
}

/// The page around the wasm goes back to this link after a panic.
fn remember(query: &str) {
    let _ = js_sys::Reflect::set(&window(), &"convlensGood".into(), &query.into());
}
