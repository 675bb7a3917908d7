//! The layer on an image or a signal: a part that loads when it is first opened.
use crate::dom::{El, State};
use crate::page::Page;
use crate::part::{Known, Part};

#[derive(Clone, Copy, Debug)]
pub struct Image {
    /// All of it, while it is open.
    pub panel: fn(Page, State<bool>) -> Vec<El>,
}

thread_local! {
    static KNOWN: Known<Image> = const { Known::new() };
}

pub static IMAGE: Part<Image> = Part(&KNOWN);
