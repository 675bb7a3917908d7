//! The charts, as wasm of their own that the page loads when the first one is opened.
use picture::charts::ChartWords;
use wasm_bindgen::prelude::*;

/// About a card's width, so that the type keeps its size; the style sheet scales the rest of the way.
const SIZE: (u32, u32) = (264, 196);

/// Output size against input size, the present point on it, as SVG. `points` are input and output in turn; `words` the
/// names of the axes, across and up, and the title.
#[wasm_bindgen]
#[must_use]
pub fn staircase(points: &[u32], input: u32, output: u32, words: Vec<String>) -> String {
    let points: Vec<(u32, u32)> = points.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    picture::charts::staircase(&points, (input, output), SIZE, &chart_words(words))
}

/// Numbers as bars, as SVG. Each has its name; the one with the index `present` is told apart, none where there is no
/// such one. `words` as above.
#[wasm_bindgen]
#[must_use]
pub fn bars(values: &[f64], names: Vec<String>, present: usize, words: Vec<String>) -> String {
    let values: Vec<(String, f64)> = names.into_iter().zip(values.iter().copied()).collect();
    picture::charts::bars(&values, Some(present), SIZE, &chart_words(words))
}

fn chart_words(words: Vec<String>) -> ChartWords {
    let [x, y, title] = words.try_into().unwrap_or_default();
    ChartWords { x, y, title }
}
