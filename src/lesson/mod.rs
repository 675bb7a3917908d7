//! The lessons beside the stage: their index, what a step says, what it asks, and what becomes of the answer.
//!
//! The scene knows which step is shown (`View::lesson`); all here follows from it.
mod ask;
mod glossary;
mod index;
mod prose;
mod room;
mod screen;
mod tried;
mod words;

use crate::controls::lessons::Lessons;
use crate::dom::{El, el, style};
use crate::page::{Page, governed};
use leptos::prelude::document;
use room::Room;
use story::Control;
use story::text::{LaterKey, say};

/// Everything here, as the controls know it.
pub fn lessons() -> Lessons {
    style::adopt(&[include_str!("style.css")]);
    Lessons {
        ready: |lang, then| words::words(lang, move |_| then()),
        begin,
    }
}

fn begin(page: Page) {
    let Ok(Some(main)) = document().query_selector("main.page") else {
        return;
    };
    let room = Room::new(page);
    let panel = governed(Control::Lesson.name(), panel(room));
    // It stands before all else: it is read first.
    let _ = main.before_with_node_1(panel.element());
}

fn panel(room: Room) -> El {
    let parts = move || {
        room.words.with(|words| match (words, room.place()) {
            (Some(words), Some(place)) if place.is_index() => index::index(room, words),
            (Some(words), Some(place)) => screen::screen(room, words, place),
            (_, None) => room.way_back(),
            (None, Some(_)) => Vec::new(),
        })
    };
    el("section.lesson")
        .attr("aria-label", say(LaterKey::Lessons))
        .live(parts)
}
