//! The way from an embed to the whole page.
use crate::dom::{el, root};
use crate::page::{Page, governed, later};
use leptos::prelude::{document, location};
use story::text::{EmbedKey, say};
use story::{Control, Controls};

/// Puts a link under the page, which opens the present scene with all its controls.
pub fn offer(page: Page) {
    let Some(body) = document().body() else { return };
    let href = move || {
        page.scene.with(|_| ());
        page.cursor();
        let mut shot = page.shot();
        let view = &mut shot.scene.view;
        (view.embed, view.hide, view.lock) = (false, None, Controls::NONE);
        Some([location().pathname().unwrap_or_default(), later::query(&shot)].concat())
    };
    let link = el("a.full")
        .attrs(&[("target", "_blank"), ("rel", "noopener")])
        .live_attr("href", href)
        .text(say(EmbedKey::Full));
    root(body).child(governed(Control::Full.name(), link));
}
