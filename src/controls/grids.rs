//! The frame as tables: a part that loads when they are first opened.
use crate::controls::details::details;
use crate::controls::loaded::loaded;
use crate::controls::shown::governed;
use crate::dom::{El, State, el};
use crate::page::Page;
use crate::part::{Known, Part};
use story::Control;
use story::text::LaterKey;

#[derive(Clone, Copy, Debug)]
pub struct Grids {
    /// The tables of the frame that is shown.
    pub tables: fn(Page) -> Vec<El>,
}

thread_local! {
    static KNOWN: Known<Grids> = const { Known::new() };
}

pub static GRIDS: Part<Grids> = Part(&KNOWN);

/// Where they are opened.
pub fn place(page: Page) -> El {
    let open = State::new(false);
    let tables = move || vec![el("div.grids-place").live(loaded(&GRIDS, move |grids| (grids.tables)(page)))];
    let place = details("details.grids", LaterKey::AsTables, open)
        .attr("data-needs", "grids")
        .show(move || open.get(), tables);
    governed(Control::Arithmetic, place)
}
