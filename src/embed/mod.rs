//! The page as a part of another one: what it tells the page around it, and what that one may ask.
//!
//! It loads after the picture stands. `host.rs` is the way out, `messages.rs` and `requests.rs` the way in; `height.rs`
//! speaks the dialects in which hosts ask how high a frame should be, `deck.rs` that of slides.
mod deck;
mod full;
mod height;
mod host;
mod messages;
mod requests;
mod sight;
mod told;

use crate::dom::style;
use crate::page::Page;
use host::Host;

/// What starts all of it.
pub fn embed() -> fn(Page) {
    style::adopt(&[include_str!("style.css")]);
    start
}

fn start(page: Page) {
    let Some(host) = Host::around() else { return };
    full::offer(page);
    sight::pause_unseen(page);
    let height = height::keep(&host);
    let deck = deck::drive(page, &host);
    messages::hear(page, &host, height, deck);
    told::tell(page, &host, height);
}
