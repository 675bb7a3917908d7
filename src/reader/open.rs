//! The query of an address as a scene.
use crate::page::later::Opened;
use crate::reader::warnings::warnings;
use story::link;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

/// The scene of a query, and a notice of what of it could not be taken.
pub fn open(query: &str) -> Opened {
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
