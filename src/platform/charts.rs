//! The charts: a wasm of their own, fetched when the first one is asked for.
use crate::platform::promise::when_done;
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
}

/// What is drawn: (input size, output size) in turn, the present one, and the names of the axes and the title.
#[derive(Clone, Debug)]
pub struct Staircase {
    pub points: Vec<(u32, u32)>,
    pub present: (u32, u32),
    pub words: [String; 3],
}

impl Staircase {
    /// Draws it as SVG text, when the charts are there.
    pub fn draw(self, drawn: impl Fn(Result<String, ()>) + Clone + 'static) {
        match load() {
            Ok(charts) => when_done(charts, move |charts| {
                drawn(
                    charts
                        .and_then(|charts| self.drawn_by(&charts.unchecked_into()))
                        .map_err(drop),
                );
            }),
            Err(_) => drawn(Err(())),
        }
    }

    fn drawn_by(&self, charts: &Charts) -> Result<String, JsValue> {
        let points: Vec<u32> = self
            .points
            .iter()
            .flat_map(|&(input, output)| [input, output])
            .collect();
        charts.staircase(&points, self.present.0, self.present.1, self.words.to_vec())
    }
}
