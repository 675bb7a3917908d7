//! What the embed in the preview says of its height.
use crate::dom::{State, act, life};
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::Element;

thread_local! {
    /// The frame that is heard, and where its height goes.
    static HEARD: RefCell<Option<(Element, State<u32>)>> = const { RefCell::new(None) };
}

/// Hears this frame from now on, and no other.
pub fn hear(frame: Element, height: State<u32>) {
    HEARD.set(Some((frame, height)));
}

/// Hears messages, once for all frames.
pub fn listen() {
    let hear = |event| {
        if let Some((height, told)) = told(&event) {
            height.try_set(told);
        }
    };
    life::listen("message", act(hear));
}

/// The height that the frame tells, and where it goes.
fn told(event: &JsValue) -> Option<(State<u32>, u32)> {
    let (frame, height) = HEARD.with_borrow(Clone::clone)?;
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let message = get(event, "data")?;
    get(&message, "convlens")?.as_f64()?;
    let told = get(&message, "height")?.as_f64()?;
    let is_heard = get(event, "source")? == get(&frame, "contentWindow")? && told >= 1.0;
    is_heard.then_some((height, told.ceil() as u32))
}
