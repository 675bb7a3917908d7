//! The end of this instance: after a panic the page goes on in a fresh one, and nothing may call into this one again.
//!
//! What the browser would call by itself (timers, observers, listeners on the window) is therefore undone by the page
//! around the wasm, through `convlensLife`, an `AbortController`. All of this works without one too.
use crate::dom::{Callback, callback, method_of};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Calls a method of a browser object, with one argument, when this instance ends.
pub fn at_end(object: &JsValue, method: &str, argument: &JsValue) {
    let _kept_for_good = Ending::of(object, method, argument);
}

/// A call that is due when this instance ends.
#[derive(Debug)]
struct Ending {
    signal: AbortSignal,
    call: js_sys::Function,
}

impl Ending {
    fn of(object: &JsValue, method: &str, argument: &JsValue) -> Option<Self> {
        let (signal, method) = signal().zip(method_of(object, method))?;
        // A bound method is the browser's own: it does not enter the wasm.
        let bound: JsValue = method.bind1(object, argument).into();
        let call = bound.unchecked_into();
        signal.add_event_listener_with_callback("abort", &call).ok()?;
        Some(Self { signal, call })
    }
}

/// A timer that fires again and again until it is dropped, or until this instance ends.
#[derive(Debug)]
pub struct Timer {
    handle: i32,
    ending: Option<Ending>,
}

impl Timer {
    /// `period` is in milliseconds.
    pub fn every(period: i32, act: &js_sys::Function) -> Option<Self> {
        let window = web_sys::window()?;
        let handle = window
            .set_interval_with_callback_and_timeout_and_arguments_0(act, period)
            .ok()?;
        let ending = Ending::of(&window, "clearInterval", &handle.into());
        Some(Self { handle, ending })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.handle);
        }
        if let Some(Ending { signal, call }) = &self.ending {
            let _ = signal.remove_event_listener_with_callback("abort", call);
        }
    }
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
