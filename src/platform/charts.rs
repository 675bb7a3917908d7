//! The charts: a wasm of their own, fetched when the first one is asked for.
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The charts' glue, once it is ready.
    type Charts;

    #[wasm_bindgen(js_name = convlensCharts, catch)]
    fn load() -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn staircase(this: &Charts, points: &[u32], input: u32, output: u32, words: Vec<String>)
    -> Result<String, JsValue>;
}

/// A staircase of (input size, output size) with the present point on it, as SVG text. `words` are the names of the
/// axes and the title.
pub async fn staircase(points: &[(u32, u32)], present: (u32, u32), words: [&str; 3]) -> Result<String, ()> {
    let charts: Charts = JsFuture::from(load().map_err(drop)?)
        .await
        .map_err(drop)?
        .unchecked_into();
    let points: Vec<u32> = points.iter().flat_map(|&(input, output)| [input, output]).collect();
    charts
        .staircase(&points, present.0, present.1, words.map(str::to_owned).to_vec())
        .map_err(drop)
}
