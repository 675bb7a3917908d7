//! The charts: a wasm of their own, fetched when the first one is asked for.
use crate::dom::promise::when_done;
use crate::services::{Chart, Told};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The charts' glue, once it is ready.
    type Charts;

    #[wasm_bindgen(js_name = convlensCharts, catch)]
    fn load() -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn staircase(this: &Charts, points: &[u32], input: u32, output: u32, words: Vec<String>)
    -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn bars(
        this: &Charts,
        values: &[f64],
        names: Vec<String>,
        present: usize,
        words: Vec<String>,
    ) -> Result<String, JsValue>;
}

/// Draws a chart as SVG text, when the charts are there.
pub fn draw(chart: &Chart, drawn: Told<Result<String, ()>>) {
    let Ok(charts) = load() else { return drawn(Err(())) };
    let chart = chart.clone();
    when_done(charts, move |charts| {
        let svg = charts.and_then(|charts| drawn_by(&charts.unchecked_into(), &chart));
        drawn(svg.map_err(drop));
    });
}

fn drawn_by(charts: &Charts, chart: &Chart) -> Result<String, JsValue> {
    match chart {
        Chart::Staircase(chart) => {
            let points = chart.points.iter();
            let points: Vec<u32> = points.flat_map(|&(input, output)| [input, output]).collect();
            charts.staircase(&points, chart.present.0, chart.present.1, chart.words.to_vec())
        }
        Chart::Bars(chart) => {
            let (names, values): (Vec<_>, Vec<_>) = chart.values.iter().cloned().unzip();
            let present = chart.present.unwrap_or(usize::MAX);
            let words = [&chart.x, &chart.y, &chart.title].map(String::clone);
            charts.bars(&values, names, present, words.to_vec())
        }
    }
}
