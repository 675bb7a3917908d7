//! The address: a link is read from it, and it follows the scene.
use crate::dom::life::{self, Timer};
use crate::dom::{act, callback, watch};
use leptos::prelude::*;
use story::link::{self, Shot};
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

/// The parameters of a query, decoded.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let Ok(parameters) = UrlSearchParams::new_with_str(query) else {
        return Vec::new();
    };
    let entries = parameters.entries();
    let mut pairs = Vec::new();
    while let Ok(entry) = entries.next() {
        if entry.done() {
            break;
        }
        let pair: js_sys::Array = entry.value().unchecked_into();
        let text = |index| pair.get(index).as_string().unwrap_or_default();
        pairs.push((text(0), text(1)));
    }
    pairs
}

/// The query of a scene, with its `?`; nothing for a fresh page's.
pub fn query(shot: &Shot) -> String {
    let mut query = String::new();
    for (name, value) in link::write(shot) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query += name;
        query.push('=');
        query += &encoded(&value);
    }
    query
}

/// How long the scene has to stand still, in milliseconds, until the address follows; at most twice that. One write
/// costs as much as the rest of a step's own work, and browsers limit them: Safari to 100 in 30 seconds.
const REST: i32 = 200;

/// Replaces the address, soon, whenever `shot` gives another scene.
pub fn follow(shot: impl Fn() -> Option<Shot> + 'static) {
    let latest: StoredValue<Option<Shot>, LocalStorage> = StoredValue::new_local(None);
    let timer = StoredValue::new_local(None);
    let moved = StoredValue::new_local(false);
    let write = callback(act(move |_| {
        if moved.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        timer.set_value(None);
        if let Some(shot) = latest.try_update_value(Option::take).flatten() {
            let query = query(&shot);
            remember(&query);
            replace(&query);
        }
    }));
    watch(move || {
        let Some(shot) = shot() else { return };
        latest.set_value(Some(shot));
        moved.set_value(true);
        if timer.with_value(Option::is_none) {
            timer.set_value(Timer::every(REST, &write));
        }
    });
}

/// Keeps the present scene as an entry of its own, so that the browser's back leads to it.
pub fn keep() {
    if let Ok(history) = window().history() {
        // Sandboxed frames and file: pages refuse; the page works without.
        let _ = history.push_state_with_url(&JsValue::NULL, "", None);
    }
}

/// Calls `show` with the parameters of an entry that the reader goes back or on to.
pub fn on_back(show: impl Fn(Vec<(String, String)>) + 'static) {
    life::listen(
        "popstate",
        act(move |_| show(pairs(&window().location().search().unwrap_or_default()))),
    );
}

fn replace(query: &str) {
    let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) else {
        return;
    };
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&[&path, query].concat()));
}

/// The page around the wasm goes back to this link after a panic.
fn remember(query: &str) {
    let _ = js_sys::Reflect::set(&window(), &"convlensGood".into(), &query.into());
}

/// Percent-encoded, but for what a query may hold and a person wants to read.
fn encoded(value: &str) -> String {
    let encoded = String::from(js_sys::encode_uri_component(value));
    encoded.replace("%2C", ",").replace("%3B", ";").replace("%3D", "=")
}
