//! Slides: the film plays while its slide is shown, and a step beyond either end of it drives the deck (reveal.js).
use crate::dom::{State, watch};
use crate::embed::host::Host;
use crate::page::Page;
use leptos::prelude::untrack;
use story::Cursor;

/// What a deck says, and what this page knows of it.
#[derive(Clone, Copy, Debug)]
pub struct Deck {
    page: Page,
    /// Whether a deck has spoken.
    is_there: State<bool>,
    /// Whether the film was playing as its slide went.
    was_playing: State<bool>,
}

pub fn drive(page: Page, host: &Host) -> Deck {
    let deck = Deck {
        page,
        is_there: State::new(false),
        was_playing: State::new(false),
    };
    let host = host.clone();
    watch(move || {
        let Some(by) = page.beyond.get() else { return };
        if deck.is_there.get_untracked() {
            let method = if by > 0 { "next" } else { "prev" };
            host.post(&["{\"method\":\"", method, "\"}"].concat().into());
        }
    });
    deck
}

impl Deck {
    /// Does what a deck says; tells whether it was a deck.
    pub fn hear(self, said: &str) -> bool {
        let page = self.page;
        match said {
            "slide:start" => {
                let is_fresh = !self.is_there.get_untracked()
                    && page.scene.with_untracked(|scene| scene.view.autoplay)
                    && untrack(|| page.cursor()) == Cursor::default();
                if is_fresh || self.was_playing.get_untracked() {
                    page.play(true);
                }
            }
            "slide:stop" => {
                self.was_playing.set(page.playing.get_untracked());
                page.play(false);
            }
            _ => return false,
        }
        self.is_there.set(true);
        true
    }
}
