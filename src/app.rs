//! Joins the page's parts: what is shown, what it is drawn with, and the platform.
use crate::dom::State;
use crate::dom::{self, el};
use crate::page::Page;
use crate::platform::{address, charts, clipboard, clock, media, panic, theme};
use crate::services::Services;
use crate::{api, ui};
use leptos::mount::mount_to;
use story::link;
use wasm_bindgen::prelude::*;

/// Mounts into `root`, in place of what stands there, the scene of a link (a query with its `?`, or nothing).
#[wasm_bindgen]
pub fn boot(root: web_sys::HtmlElement, link: &str) {
    let link = link.to_owned();
    root.set_inner_html("");
    mount_to(root.clone(), move || app(root, &link)).forget();
}

/// Reports a panic to the page around the wasm, which outlives it.
pub fn watch_panics() {
    panic::watch();
}

/// The whole page, for the query of the address.
fn app(root: web_sys::HtmlElement, link: &str) {
    let (shot, warnings) = link::read(&address::pairs(link));
    let stands_at_a_step = shot.cursor != Default::default();
    let plays = shot.scene.view.autoplay && !stands_at_a_step && !media::wants_stillness();
    let services = Services {
        keep: address::keep,
        copy: clipboard::copy,
        draw: charts::draw,
    };
    let page = Page::new(shot, services);
    // Before the address follows: a film that plays leaves it alone.
    page.play(plays);

    clock::run(
        page.playing,
        move || page.scene.with(|scene| scene.view.speed),
        move || page.tick(),
    );
    theme::follow(move || page.scene.with(|scene| scene.view.theme));
    address::follow(move || {
        // While the film plays the address stands still: browsers limit how often it may change.
        page.scene.with(|_| ());
        page.cursor();
        (!page.playing.get()).then(|| page.shot())
    });
    address::on_back(move |pairs| page.show(link::read(&pairs).0));

    let warned = State::new(!warnings.is_empty());
    dom::root(root)
        .children(ui::header(page))
        .show(move || warned.get(), move || vec![ui::warnings(&warnings, warned)])
        .child(
            el("main.page")
                .child(ui::layer(page))
                .child(ui::stage(page))
                .child(ui::aside(page))
                .child(ui::transport(page)),
        );
    api::offer(page);
}
