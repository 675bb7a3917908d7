//! The end of this instance: after a panic the page goes on in a fresh one, and nothing may call into this one again.
//!
//! What the browser would call by itself (timers, observers, listeners on the window) is therefore undone by the page
//! around the wasm, through `convlensLife`, an `AbortController`. Both functions work without one too.
use crate::dom::{Callback, callback};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Calls a method of a browser object, with one argument, when this instance ends.
pub fn at_end(object: &JsValue, method: &str, argument: &JsValue) {
    let Some((signal, method)) = signal().zip(method_of(object, method)) else {
        return;
    };
    // A bound method is the browser's own: it does not enter the wasm.
    let bound: JsValue = method.bind1(object, argument).into();
    let _ = signal.add_event_listener_with_callback("abort", bound.unchecked_ref());
}

/// Listens on the window until this instance ends.
pub fn listen(event: &str, act: Callback) {
    let Some(window) = web_sys::window() else { return };
    let options = web_sys::AddEventListenerOptions::new();
    if let Some(signal) = signal() {
        options.set_signal(&signal);
    }
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(event, &callback(act), &options);
}

fn signal() -> Option<AbortSignal> {
    let window = web_sys::window()?;
    let life = js_sys::Reflect::get(&window, &"convlensLife".into()).ok()?;
    js_sys::Reflect::get(&life, &"signal".into()).ok()?.dyn_into().ok()
}

fn method_of(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
