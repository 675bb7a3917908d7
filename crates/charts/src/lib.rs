//! The charts, as wasm of their own that the page loads when the first one is opened.

use wasm_bindgen::prelude::*;

/// Output size against input size, the present point on it, as SVG. `points` are input and output in turn; `words` the
/// title and the names of the axes.
#[wasm_bindgen]
#[must_use]
pub fn staircase(_points: &[u32], _input: u32, _output: u32, _words: Vec<String>) -> String {
    "<svg/>".to_owned()
}
