//! Panics, told to the page around the wasm.
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = convlensPanicked)]
    fn panicked(message: &str);
}

/// Tells the page around the wasm of every panic.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&message));
        panicked(&message);
    }));
}

/// Makes the next call from JS get a fresh instance of this module; closures of the old one die with it.
#[wasm_bindgen]
pub fn revive() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Does nothing: it is that next call, which must have no arguments, for they would still go to the old instance.
#[wasm_bindgen]
pub fn revived() {}
