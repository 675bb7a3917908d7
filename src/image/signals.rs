//! A signal that goes in and the ones that come out, as curves over one another.
use crate::dom::js::{call, get};
use crate::dom::{El, State, el, value_of};
use crate::image::lab::{Lab, Place};
use crate::image::magnifier::moved;
use crate::image::sheet::SHEET;
use crate::image::sources::button;
use std::sync::Arc;
use story::image::signal;
use story::text::{ImageKey, LaterKey, fill, say};
use story::{Numbers, exact_number, words};
use web_sys::{Event, KeyboardEvent};

/// Cells of the sample.
const SAMPLE: u32 = 400;
/// The curve's own size; the page stretches it.
const SIZE: [f32; 2] = [600.0, 120.0];

pub fn take_sample(lab: Lab) {
    lab.signal.set(signal(SAMPLE).into());
}

pub fn signals(lab: Lab) -> El {
    let wrong: State<Option<String>> = State::new(None);
    let typed = move |event: Event| {
        let text = value_of(&event);
        match Numbers::parse(&text, 1) {
            Ok(numbers) => {
                wrong.set(None);
                let values: Vec<f32> = numbers.values.iter().map(|(_, value)| *value).collect();
                lab.signal.set(values.into());
            }
            Err(error) => wrong.set(Some(words::numbers_error(&error))),
        }
    };
    let area = el("textarea")
        .attrs(&[("rows", "3"), ("spellcheck", "false")])
        .on("input", typed);
    let told = el("span.wrong")
        .attr("role", "alert")
        .live_text(move || wrong.get().unwrap_or_default());
    let field = el("label.tensor")
        .text(say(ImageKey::SignalHint))
        .child(area)
        .child(told);
    let sample = button(say(ImageKey::SignalSample)).on("click", move |_: Event| take_sample(lab));
    let input = move || {
        let signal = lab.signal.get();
        let name = fill(ImageKey::Input, &[("shape", &words::sizes(&[1, signal.len()]))]);
        vec![curve(lab, &name, &signal, None)]
    };
    let output = move || {
        let Some(outcome) = lab.shown() else {
            return Vec::new();
        };
        let [channels, cells] = outcome.shape[..] else {
            return Vec::new();
        };
        let name = fill(ImageKey::Output, &[("shape", &words::sizes(&outcome.shape))]);
        let curves = outcome.data.chunks(cells.max(1)).take(SHEET).enumerate();
        let curves = curves.map(|(channel, data)| {
            let of = fill(ImageKey::Channel, &[("channel", &channel.to_string())]);
            let name = if channels > 1 {
                [&*name, say(LaterKey::Comma), &of].concat()
            } else {
                name.clone()
            };
            curve(lab, &name, data, Some(channel))
        });
        curves.collect()
    };
    let walk = move |event: KeyboardEvent| moved(lab, &event);
    let outputs = el("div.image-out-place")
        .attrs(&[
            ("tabindex", "0"),
            ("role", "application"),
            ("aria-label", say(ImageKey::MagnifierHint)),
            ("aria-describedby", "image-place"),
        ])
        .on("keydown", walk)
        .live(output);
    el("div.image-signals")
        .child(el("div.choice").child(sample))
        .child(field)
        .child(el("div").live(input))
        .child(outputs)
}

/// A curve under its name; one of the output can be pointed at.
fn curve(lab: Lab, name: &str, data: &[f32], channel: Option<usize>) -> El {
    let [width, height] = SIZE.map(exact_number);
    let of = if channel.is_none() {
        "svg.image-curve.role-input"
    } else {
        "svg.image-curve"
    };
    let svg = el(of)
        .attrs(&[
            ("viewBox", &["0 0 ", &width, " ", &height].concat()),
            ("preserveAspectRatio", "none"),
            ("role", "img"),
            ("aria-label", name),
        ])
        .child(el("path.image-zero").attr("d", &zero(data)))
        .child(el("path.image-line").attr("d", &outline(data)));
    let cells = data.len();
    let point = move |event: Event| {
        let Some(channel) = channel else { return };
        let Some(target) = event.current_target() else { return };
        let number = |of: &wasm_bindgen::JsValue, name| get(of, name).as_f64().unwrap_or(0.0);
        let Ok(rect) = call(&target, "getBoundingClientRect", &[]) else {
            return;
        };
        let share = (number(&event, "clientX") - number(&rect, "left")) / number(&rect, "width").max(1.0);
        lab.place.set(Some(Place {
            channel,
            row: 0,
            column: ((share * cells as f64).max(0.0) as usize).min(cells.saturating_sub(1)),
        }));
    };
    let plot = el("div.image-box").on("pointermove", point).on("pointerdown", point);
    let mark = crate::image::magnifier::marks(lab, channel.map(Some));
    el("figure")
        .child(el("figcaption").text(name))
        .child(plot.child(svg).child(mark))
}

/// The lowest and the highest, zero among them.
fn ends(data: &[f32]) -> (f32, f32) {
    let finite = data.iter().copied().filter(|value| value.is_finite());
    finite.fold((0.0, 0.0), |(low, high), value| (value.min(low), value.max(high)))
}

fn up(value: f32, (low, high): (f32, f32)) -> f32 {
    let range = if high > low { high - low } else { 1.0 };
    let [_, height] = SIZE;
    4.0 + (1.0 - (value - low) / range) * (height - 8.0)
}

fn zero(data: &[f32]) -> String {
    let [width, _] = SIZE;
    ["M0 ", &exact_number(up(0.0, ends(data))), "H", &exact_number(width)].concat()
}

/// From cell to cell; where a pixel has several, from the lowest of them to the highest.
fn outline(data: &[f32]) -> String {
    let ends = ends(data);
    let [width, _] = SIZE;
    let columns = data.len().min(width as usize * 2);
    let mut path = String::new();
    for column in 0..columns {
        let cells = &data[column * data.len() / columns..(column + 1) * data.len() / columns];
        let x = exact_number(((column as f32 + 0.5) / columns as f32 * width * 10.0).round() / 10.0);
        let mut put = |value: f32| {
            let y = exact_number((up(value, ends) * 10.0).round() / 10.0);
            let begin = if path.is_empty() { "M" } else { "L" };
            path += &[begin, &x, " ", &y].concat();
        };
        let finite: Arc<[f32]> = cells.iter().copied().filter(|value| value.is_finite()).collect();
        let Some(&first) = finite.first() else { continue };
        let (low, high) = finite
            .iter()
            .fold((first, first), |(low, high), &value| (value.min(low), value.max(high)));
        put(low);
        if high > low {
            put(high);
        }
    }
    path
}
