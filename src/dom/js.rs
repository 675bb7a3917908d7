//! The browser by its names. As bindings, what only later parts ask of it would stand in the glue that everybody loads
//! first.
use crate::dom::{act, callback};
use js_sys::{Array, Function, Reflect};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// A property; `undefined` where there is none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // What refuses stays as it is, and is seen to be so later.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Calls a method.
///
/// # Errors
/// What it throws, and where there is none.
pub fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name).dyn_into()?;
    Reflect::apply(&method, object, &list(arguments))
}

/// Makes a new object of one of the browser's kinds.
///
/// # Errors
/// What making it throws, and where there is no such kind.
pub fn made(kind: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let kind: Function = get(&window(), kind).dyn_into()?;
    Reflect::construct(&kind, &list(arguments))
}

pub fn window() -> JsValue {
    js_sys::global().into()
}

/// A callback that acts when it is first called.
pub fn once(then: impl FnOnce(JsValue) + 'static) -> JsValue {
    let then = Cell::new(Some(then));
    callback(act(move |value| {
        if let Some(then) = then.take() {
            then(value);
        }
    }))
    .into()
}

fn list(values: &[&JsValue]) -> Array {
    values.iter().copied().collect()
}
