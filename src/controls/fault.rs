//! What is wrong with the layer that was tried.
use crate::controls::reader::read;
use crate::dom::{El, el};
use crate::page::Page;

pub fn fault(page: Page) -> El {
    let attempt = page.attempt;
    let is_refused = move || attempt.with(Option::is_some);
    let told = move || {
        read(move |reader| {
            let told = attempt.with(|attempt| attempt.as_ref().map(|attempt| (reader.fault)(page, attempt)));
            told.unwrap_or_default()
        })
    };
    el("div.fault")
        .attrs(&[("id", "fault"), ("role", "alert")])
        .live_class("told", is_refused)
        .show(is_refused, move || vec![el("div").live(told())])
}
