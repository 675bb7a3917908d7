//! The page within another one: a part that loads once the page stands there, and what starts it.
use crate::page::Page;
use crate::part::{Known, Part};

#[derive(Clone, Copy, Debug)]
pub struct Embed {
    /// Talks with the page around this one.
    pub start: fn(Page),
}

thread_local! {
    static KNOWN: Known<Embed> = const { Known::new() };
}

pub static EMBED: Part<Embed> = Part(&KNOWN);
