//! A field over a cell, to set its value in place.
use crate::page::Page;
use leptos::prelude::*;
use picture::Rect;
use story::text::{Key, fill, say};
use story::{Cell, Change, words};

#[component]
pub fn Editor(cell: Cell, place: Signal<Option<Rect>>, editing: RwSignal<Option<Cell>>) -> impl IntoView {
    let page = Page::here();
    let Cell::Of(tensor, index) = cell else {
        return ().into_any();
    };
    let (name, value) = page.frame.with_untracked(|frame| match frame {
        Some(frame) => (
            words::cell_name(&frame.film, tensor, index),
            frame.film.value(tensor, index).to_string(),
        ),
        None => Default::default(),
    });
    // As in a table: Enter and leaving keep what is typed, Escape does not; text that is no number changes nothing.
    let keep = move |text: String| {
        let text = text.trim().replace('−', "-");
        let number = text.parse::<f32>().ok();
        if number.is_some() || text.is_empty() {
            page.change(Change::Cell(tensor, index, number));
        }
        editing.set(None);
    };
    let field: NodeRef<leptos::html::Input> = NodeRef::new();
    field.on_load(|field| {
        let _ = field.focus();
        field.select();
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            keep(event_target_value(&event));
            event.stop_propagation();
        }
        "Escape" => {
            editing.set(None);
            event.stop_propagation();
        }
        _ => {}
    };
    let on_blur = move |event| {
        if editing.get_untracked() == Some(cell) {
            keep(event_target_value(&event));
        }
    };
    let pixels = move |of: fn(Rect) -> f32| move || place.get().map(|place| [&of(place).to_string(), "px"].concat());
    view! {
        <input
            node_ref=field
            class="editor"
            type="text"
            inputmode="text"
            autocomplete="off"
            aria-label=fill(Key::EditCell, &[("cell", &name)])
            title=say(Key::EditHint)
            value=value
            style:left=pixels(|place| place.x + place.width / 2.0)
            style:top=pixels(|place| place.y + place.height / 2.0)
            style:min-width=pixels(|place| place.width)
            on:keydown=on_key
            on:blur=on_blur
            on:click=|event| event.stop_propagation()
        />
    }
    .into_any()
}
