//! What is wrong with the layer that was tried.
use crate::controls::reader::read;
use crate::dom::{El, el};
use crate::page::Page;

pub fn fault(page: Page) -> El {
    let is_refused = move || page.wrong.with(Option::is_some);
    let told = move || {
        read(move |reader| {
            let told = page
                .wrong
                .with(|wrong| wrong.as_ref().map(|wrong| (reader.fault)(page, wrong)));
            told.unwrap_or_default()
        })
    };
    el("div.fault")
        .attrs(&[("id", "fault"), ("role", "alert")])
        .live_class("told", is_refused)
        .show(is_refused, move || vec![el("div").live(told())])
}
