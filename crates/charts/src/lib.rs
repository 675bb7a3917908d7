//! The charts, as wasm of their own that the page loads when the first one is opened.

use wasm_bindgen::prelude::*;

/// Output size against input size.
#[wasm_bindgen]
#[must_use]
pub fn staircase() -> String {
    "<svg/>".to_owned()
}
