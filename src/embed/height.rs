//! How high the page is, told in the dialects of hosts.
//!
//! The page's height follows from its width alone, so that a host which sets the frame's height starts no circle.
use crate::dom::{State, root, size, watch};
use crate::embed::host::{Host, object};
use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;

/// What a host of H5P content says, or asks.
const H5P: &str = "h5p";

/// The page's width and height in CSS pixels; zero until it is known.
pub type Height = State<(f32, f32)>;

/// Tells the height whenever it changes.
pub fn keep(host: &Host) -> Height {
    let height = document()
        .body()
        .map_or_else(|| State::new((0.0, 0.0)), |body| size::of(&root(body)));
    let told = host.clone();
    watch(move || {
        let (_, now) = height.get();
        if now > 0.0 {
            told.tell("resize", &[("height", now.into())]);
            told.post(&object(&[
                ("subject", "lti.frameResize".into()),
                ("height", now.into()),
            ]));
            prepare(&told, now);
            frame(&told, height.get());
        }
    });
    h5p(host, "hello", &[]);
    height
}

/// Answers what a host says in a dialect of heights; tells whether it was one.
pub fn answer(host: &Host, height: Height, said: &JsValue) -> bool {
    let (_, now) = height.get_untracked();
    let word = |name: &str| {
        Reflect::get(said, &name.into())
            .ok()
            .and_then(|value| value.as_string())
    };
    if word("context").as_deref() == Some(H5P) {
        match word("action").as_deref() {
            // It has come up, and asks who is there.
            Some("ready") => h5p(host, "hello", &[]),
            Some("hello" | "resize") => prepare(host, now),
            Some("resizePrepared") => h5p(host, "resize", &[("scrollHeight", now.into())]),
            _ => {}
        }
        return true;
    }
    // open-iframe-resizer, as it starts and as it asks again.
    let is_asked = matches!(
        word("type").as_deref(),
        Some("iframe-child-init" | "iframe-get-child-dimensions")
    );
    let asks = is_asked && Reflect::get(said, &"convlens".into()).is_ok_and(|ours| ours.is_undefined());
    if asks && now > 0.0 {
        frame(host, height.get_untracked());
    }
    asks
}

/// The H5P way: the host makes room first, then is told how much of it is needed.
fn prepare(host: &Host, height: f32) {
    let has = window().inner_height().ok().unwrap_or_default();
    h5p(
        host,
        "prepareResize",
        &[("scrollHeight", height.into()), ("clientHeight", has)],
    );
}

fn h5p(host: &Host, action: &str, content: &[(&str, JsValue)]) {
    let said = [&[("context", H5P.into()), ("action", action.into())], content].concat();
    host.post(&object(&said));
}

fn frame(host: &Host, (width, height): (f32, f32)) {
    host.post(&object(&[
        ("type", "iframe-resized".into()),
        ("width", width.into()),
        ("height", height.into()),
    ]));
}
