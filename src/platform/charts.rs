//! The charts: a wasm of their own, fetched when the first one is asked for.
use crate::dom::js::{call, window};
use crate::dom::promise::when_done;
use crate::services::{Chart, Told};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// Draws a chart as SVG text, when the charts are there.
pub fn draw(chart: &Chart, drawn: Told<Result<String, ()>>) {
    let Ok(charts) = call(&window(), "convlensCharts", &[]) else {
        return drawn(Err(()));
    };
    let chart = chart.clone();
    when_done(charts.unchecked_into(), move |charts| {
        let svg = charts.and_then(|charts| drawn_by(&charts, &chart));
        drawn(svg.ok().and_then(|svg| svg.as_string()).ok_or(()));
    });
}

/// By their glue, once it is ready.
fn drawn_by(charts: &JsValue, chart: &Chart) -> Result<JsValue, JsValue> {
    match chart {
        Chart::Staircase(chart) => {
            let points = chart.points.iter();
            let points = list(points.flat_map(|&(input, output)| [input, output]));
            let (input, output) = chart.present;
            let words = list(chart.words.iter().cloned());
            call(charts, "staircase", &[&points, &input.into(), &output.into(), &words])
        }
        Chart::Bars(chart) => {
            let (names, values): (Vec<_>, Vec<_>) = chart.values.iter().cloned().unzip();
            let present = chart.present.map_or(u32::MAX, |present| present as u32);
            let words = list([&chart.x, &chart.y, &chart.title].map(String::clone));
            call(charts, "bars", &[&list(values), &list(names), &present.into(), &words])
        }
    }
}

fn list<T: Into<JsValue>>(values: impl IntoIterator<Item = T>) -> JsValue {
    values.into_iter().map(Into::into).collect::<Array>().into()
}
