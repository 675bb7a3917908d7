//! Worksheets: a part that loads when the first one is asked for.
use crate::dom::El;
use crate::page::Page;
use crate::part::{Known, Part};

#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// A sheet of the page's scene, and how it is made.
    pub panel: fn(Page) -> Vec<El>,
}

thread_local! {
    static KNOWN: Known<Sheet> = const { Known::new() };
}

pub static SHEET: Part<Sheet> = Part(&KNOWN);
