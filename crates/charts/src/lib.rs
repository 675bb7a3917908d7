//! The charts, as wasm of their own that the page loads when the first one is opened.
use picture::charts::StaircaseWords;
use wasm_bindgen::prelude::*;

/// About a card's width, so that the type keeps its size; the style sheet scales the rest of the way.
const SIZE: (u32, u32) = (264, 196);

/// Output size against input size, the present point on it, as SVG. `points` are input and output in turn; `words` the
/// names of the axes, across and up, and the title.
#[wasm_bindgen]
#[must_use]
pub fn staircase(points: &[u32], input: u32, output: u32, words: Vec<String>) -> String {
    let points: Vec<(u32, u32)> = points.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    let [x, y, title] = words.try_into().unwrap_or_default();
    picture::charts::staircase(&points, (input, output), SIZE, &StaircaseWords { x, y, title })
}
