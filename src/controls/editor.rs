//! A field over a cell, to set its value in place.
use crate::controls::row;
use crate::controls::shown::is_locked;
use crate::dom::{El, el, value_of};
use crate::page::Page;
use crate::page::later::Stage;
use leptos::prelude::untrack;
use picture::Rect;
use story::text::{LaterKey, fill, say};
use story::{Cell, Change, Control, Tensor, exact_number, read_number, words};
use web_sys::{Event, KeyboardEvent};

/// Opens the field for a cell; but what a later layer takes in is shown where it was made.
pub fn touch(page: Page, stage: Stage, cell: Cell) {
    let layer = page.scene.with_untracked(story::Scene::in_hand);
    match cell {
        Cell::Of(Tensor::Input, index) if layer > 0 => row::go(page, layer - 1, index),
        Cell::Of(tensor, _) if !untrack(|| is_locked(page, Control::of(tensor))) => stage.editing.set(Some(cell)),
        _ => {}
    }
}

/// The field for the cell that is edited; only a tensor's own can be set.
pub fn editor(page: Page, Stage { layout, editing }: Stage) -> Option<El> {
    let cell = editing.get()?;
    let Cell::Of(tensor, index) = cell else {
        return None;
    };
    let (name, value) = page.frame.with_untracked(|frame| match frame {
        Some(frame) => (
            words::cell_name(&frame.film, tensor, index),
            exact_number(frame.film.value(tensor, index)),
        ),
        None => Default::default(),
    });
    // As in a table: Enter and leaving keep what is typed, Escape does not; text that is no number changes nothing.
    let keep = move |text: &str| {
        let text = text.trim();
        let number = read_number(text);
        if number.is_some() || text.is_empty() {
            page.change(Change::Cell(tensor, index, number));
        }
        editing.set(None);
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            keep(&value_of(&event));
            event.stop_propagation();
        }
        "Escape" => {
            editing.set(None);
            event.stop_propagation();
        }
        _ => {}
    };
    let on_blur = move |event: Event| {
        if editing.get_untracked() == Some(cell) {
            keep(&value_of(&event));
        }
    };
    let pixels = move |of: fn(Rect) -> f32| {
        let place = move || layout.with(|layout| layout.as_ref()?.cell_rect(cell));
        move || place().map(|place| [&exact_number(of(place)), "px"].concat())
    };
    let input = el("input.editor")
        .attrs(&[
            ("type", "text"),
            ("inputmode", "text"),
            ("autocomplete", "off"),
            ("aria-label", &fill(LaterKey::EditCell, &[("cell", &name)])),
            ("title", say(LaterKey::EditHint)),
            ("value", &value),
        ])
        .live_style("left", pixels(|place| place.x + place.width / 2.0))
        .live_style("top", pixels(|place| place.y + place.height / 2.0))
        .live_style("min-width", pixels(|place| place.width))
        .on("keydown", on_key)
        .on("blur", on_blur)
        .on("click", |event: Event| event.stop_propagation());
    input.focus_with(web_sys::HtmlInputElement::select);
    Some(input)
}
