//! What the browser promises, without futures: those would weigh more than all that is asked for here.
use crate::dom::{self, callback};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Thenable;

    #[wasm_bindgen(method)]
    fn then(this: &Thenable, kept: &js_sys::Function, broken: &js_sys::Function) -> JsValue;
}

/// Calls `act` when the promise is kept or broken.
pub fn when_done(promise: js_sys::Promise, act: impl Fn(Result<JsValue, JsValue>) + Clone + 'static) {
    let told = act.clone();
    let kept = callback(dom::act(move |value| act(Ok(value))));
    let broken = callback(dom::act(move |error| told(Err(error))));
    promise.unchecked_into::<Thenable>().then(&kept, &broken);
}
