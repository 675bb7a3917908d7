//! The picture that goes in and the ones that come out, side by side; the output's pixels can be pointed at.
use crate::dom::js::{call, get};
use crate::dom::{Derived, El, el, root, watch};
use crate::image::canvas::{bytes, put};
use crate::image::lab::{Lab, Place};
use crate::image::magnifier::{marks, moved};
use crate::image::sheet::SHEET;
use crate::image::work::Canvases;
use story::text::{ImageKey, fill, say};
use story::words;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// A picture smaller than this is drawn with clear pixels.
const SMALL: usize = 160;

pub fn pictures(lab: Lab, canvases: Canvases) -> El {
    el("div.image-pair").child(input(lab)).child(output(lab, canvases))
}

fn input(lab: Lab) -> El {
    let canvas = el("canvas").attrs(&[("role", "img"), ("aria-label", say(ImageKey::InputAlt))]);
    let element: JsValue = canvas.element().into();
    let channels = Derived::new(move || lab.applied().map_or(3, |applied| applied.plan.channels()));
    watch(move || {
        if let Some(picture) = lab.picture.get() {
            put(&element, &bytes(&picture.seen(channels.get())), picture.width);
        }
    });
    let shape = move || {
        let shape = lab.picture.with(|picture| {
            let picture = picture.as_ref()?;
            Some(vec![channels.get(), picture.height, picture.width])
        });
        fill(ImageKey::Input, &[("shape", &words::sizes(&shape.unwrap_or_default()))])
    };
    let is_small = move || {
        lab.picture.with(|picture| {
            picture
                .as_ref()
                .is_some_and(|picture| picture.width.max(picture.height) < SMALL)
        })
    };
    let place = el("div.image-box").child(canvas).child(marks(lab, None));
    el("figure.image-in")
        .live_class("clear", is_small)
        .child(el("figcaption").live_text(shape))
        .child(place)
}

/// What the output is, as far as its figures depend on it.
#[derive(Clone, Debug, PartialEq)]
struct Sheet {
    serial: usize,
    channels: usize,
    is_small: bool,
}

fn output(lab: Lab, canvases: Canvases) -> El {
    let sheet = Derived::new(move || {
        lab.outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            match outcome.shape[..] {
                [channels, height, width] => Some(Sheet {
                    serial: outcome.sheet,
                    channels,
                    is_small: width.max(height) < SMALL,
                }),
                _ => None,
            }
        })
    });
    let figures = move || match sheet.get() {
        Some(sheet) => figures(lab, &sheet, &canvases.borrow()),
        None => Vec::new(),
    };
    let sheet_of = el("div.image-sheet").live(figures);
    let shape = move || {
        let shape = lab
            .outcome
            .with(|outcome| outcome.as_ref().map(|outcome| outcome.shape.clone()));
        fill(
            ImageKey::Output,
            &[("shape", &words::sizes(&shape.unwrap_or_default()))],
        )
    };
    let cut = move || {
        let all = sheet.get().map_or(0, |sheet| sheet.channels);
        if all <= SHEET {
            return String::new();
        }
        let [shown, all] = [SHEET, all].map(|count| count.to_string());
        fill(ImageKey::Shown, &[("shown", &shown), ("all", &all)])
    };
    let several = move || sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.channels > 1));
    let point = move |event: Event| {
        if let Some(place) = pointed(lab, &event) {
            lab.place.set(Some(place));
        }
    };
    let walk = move |event: KeyboardEvent| moved(lab, &event);
    let place = el("div.image-out-place")
        .attrs(&[
            ("tabindex", "0"),
            ("role", "application"),
            ("aria-label", say(ImageKey::MagnifierHint)),
            ("aria-describedby", "image-place"),
        ])
        .on("pointermove", point)
        .on("pointerdown", point)
        .on("keydown", walk)
        .child(sheet_of);
    el("figure.image-out")
        .live_attr("hidden", move || lab.shown().is_none().then(String::new))
        .live_class("several", several)
        .child(el("figcaption").live_text(shape))
        .child(place)
        .child(el("p.hint").live_text(cut))
}

/// One for three channels together, and one for each channel.
fn figures(lab: Lab, sheet: &Sheet, canvases: &[JsValue]) -> Vec<El> {
    let together = (sheet.channels == 3).then_some(None);
    let each = (0..sheet.channels.min(SHEET)).map(Some);
    let figure = |(channel, canvas): (Option<usize>, &JsValue)| {
        let name = match channel {
            Some(channel) => fill(ImageKey::Channel, &[("channel", &channel.to_string())]),
            None => say(ImageKey::Colours).to_owned(),
        };
        let alt = fill(ImageKey::OutputAlt, &[("name", &name)]);
        let canvas = root(canvas.clone().unchecked_into()).attrs(&[
            ("role", "img"),
            ("aria-label", &alt),
            ("data-channel", &channel.unwrap_or(0).to_string()),
        ]);
        let place = el("div.image-box").child(canvas).child(marks(lab, Some(channel)));
        let figure = el(if sheet.is_small { "figure.clear" } else { "figure" }).child(place);
        if sheet.channels > 1 {
            figure.child(el("figcaption").text(&name))
        } else {
            figure
        }
    };
    together.into_iter().chain(each).zip(canvases).map(figure).collect()
}

/// The pixel that a pointer is over.
fn pointed(lab: Lab, event: &Event) -> Option<Place> {
    let canvas: JsValue = event.target()?.into();
    let channel = get(&get(&canvas, "dataset"), "channel").as_string()?.parse().ok()?;
    let outcome = lab.outcome.get_untracked()?;
    let [_, rows, columns] = outcome.shape[..] else {
        return None;
    };
    let number = |of: &JsValue, name: &str| get(of, name).as_f64().unwrap_or(0.0);
    let rect = call(&canvas, "getBoundingClientRect", &[]).ok()?;
    let along = |at, [start, length]: [&str; 2], count: usize| {
        let share = (number(event, at) - number(&rect, start)) / number(&rect, length).max(1.0);
        let cell = (share * count as f64).floor();
        (cell >= 0.0 && cell < count as f64).then_some(cell as usize)
    };
    Some(Place {
        channel,
        row: along("clientY", ["top", "height"], rows)?,
        column: along("clientX", ["left", "width"], columns)?,
    })
}
