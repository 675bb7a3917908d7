//! A link as the query of an address.
use crate::controls::warnings::warnings;
use crate::page::later::Opened;
use story::link::{self, Shot};
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

/// The scene of a query, and a notice of what of it could not be taken.
pub fn read(query: &str) -> Opened {
    let (shot, refused) = link::read(&pairs(query));
    (shot, warnings(&refused))
}

/// The parameters of a query, decoded.
fn pairs(query: &str) -> Vec<(String, String)> {
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

/// Percent-encoded, but for what a query may hold and a person wants to read.
fn encoded(value: &str) -> String {
    let encoded = String::from(js_sys::encode_uri_component(value));
    encoded.replace("%2C", ",").replace("%3B", ";").replace("%3D", "=")
}
