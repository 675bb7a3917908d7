//! The page's name, and its colours.
use crate::dom::{El, el};
use story::text::{Key, say};

/// `theme` chooses the colours.
pub fn header(theme: El) -> Vec<El> {
    vec![
        el("a.skip").attr("href", "#stage").text(say(Key::Skip)),
        el("header.top")
            .child(el("h1.brand").text(say(Key::Title)))
            .child(el("p.tagline").text(say(Key::Tagline)))
            .child(theme),
    ]
}
