//! The language of the document.
use crate::dom::js::{call, get, made, once, set, window};
use crate::platform::address;
use crate::services::Told;
use leptos::prelude::document;
use story::text::{self, Direction, PageKey, say};
use wasm_bindgen::prelude::*;

/// Fetches a text that is a file of its own; where it cannot be had, the reader is told.
pub fn text(name: &str, told: Told<Option<String>>) {
    let (kept, broken) = (told.clone(), told);
    let kept = once(move |text| kept(text.as_string()));
    let broken = once(move |_| {
        // Tests have no boot.js.
        let _ = call(&window(), "convlensMissed", &[]);
        broken(None);
    });
    let asked = call(&window(), "convlensText", &[&name.into()]);
    if let Err(error) = asked.and_then(|promise| call(&promise, "then", &[&kept, &broken])) {
        let _ = call(&broken, "call", &[&JsValue::NULL, &error]);
    }
}

/// A count as the browser writes it in the language that is spoken.
pub fn count(count: u64) -> String {
    // No count that is shown is beyond 2^53.
    let number = made("Number", &[&(count as f64).into()]);
    let text = number.and_then(|number| call(&number, "toLocaleString", &[&text::tag().into()]));
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| count.to_string())
}

/// Makes the document one in the language that is spoken.
pub fn speak() {
    let Some(root) = document().document_element() else {
        return;
    };
    let direction = match text::direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    // Only an element without a name could refuse an attribute.
    let _ = root.set_attribute("lang", text::tag());
    let _ = root.set_attribute("dir", direction);
    set(&document(), "title", &say(PageKey::Title).into());
    for (place, key) in PLACES {
        if let Ok(Some(place)) = document().query_selector(place) {
            place.set_text_content(Some(say(*key)));
        }
    }
}

/// What the document says by itself while the page lives.
const PLACES: &[(&str, PageKey)] = &[
    ("#panic-title", PageKey::PanicTitle),
    ("#panic p", PageKey::PanicKept),
    ("#panic button", PageKey::PanicBack),
    ("#failed [data-why=part]", PageKey::Part),
    ("#failed [data-why=other-scene]", PageKey::OtherScene),
];

/// What of a page that starts again is in no link: whether it plays.
const KEPT: &str = "convlensPlays";

/// Whether it played when it was started again, once.
pub fn resumed() -> Option<bool> {
    let kept = get(&window(), KEPT).as_bool();
    set(&window(), KEPT, &JsValue::UNDEFINED);
    kept
}

/// Starts the page again, at a link.
pub fn again(link: &str, plays: bool) {
    address::replace(link);
    set(&window(), KEPT, &plays.into());
    // After all that goes on now, which belongs to the instance that ends.
    let link = JsValue::from(link);
    let start = once(move |_| {
        let _ = call(&window(), "convlensAgain", &[&link]);
    });
    let _ = call(&window(), "setTimeout", &[&start]);
}
