//! The composer of embeds: a part that loads when it is first opened.
use crate::dom::{El, State, el};
use crate::page::Page;
use crate::part::{Known, Part};
use story::text::{LaterKey, say};
use web_sys::Event;

#[derive(Clone, Copy, Debug)]
pub struct Composer {
    /// The panel. It stays, and keeps what was set, while it opens and closes.
    pub panel: fn(Page, State<bool>) -> El,
}

thread_local! {
    static KNOWN: Known<Composer> = const { Known::new() };
}

pub static COMPOSER: Part<Composer> = Part(&KNOWN);

/// What opens the panel.
pub fn button(open: State<bool>) -> El {
    el("button")
        .attrs(&[
            ("type", "button"),
            ("aria-haspopup", "dialog"),
            ("data-needs", "composer"),
        ])
        .on("click", move |_: Event| COMPOSER.with(move |_| open.try_set(true)))
        .text(say(LaterKey::Embed))
}

/// Where the panel stands, from when its part is there.
pub fn place(page: Page, open: State<bool>) -> El {
    let is_there = State::new(false);
    COMPOSER.once_there(move |_| is_there.try_set(true));
    let panel = move || {
        let composer = COMPOSER.now();
        composer
            .map(|composer| (composer.panel)(page, open))
            .into_iter()
            .collect()
    };
    el("div").show(move || is_there.get(), panel)
}
