//! Joins the page's parts: what is shown, what it is drawn with, and the platform.
use crate::dom::{self, El, el};
use crate::page::{Page, later};
use crate::platform::{address, clock, media, panic, theme};
use crate::{api, split, ui};
use leptos::mount::mount_to;
use story::link::Shot;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// Mounts into `root`, in place of what stands there, the scene of a link (a query with its `?`, or nothing).
#[wasm_bindgen]
pub fn boot(root: HtmlElement, link: &str) {
    later::fetched_by(split::fetch);
    let pairs = address::pairs(link);
    let cards = [".layer", ".about"].map(|card| root.query_selector(card).ok().flatten());
    if pairs.is_empty() && cards[0].is_some() {
        // The cards stand in the HTML as the opening example has them.
        return mount(root, Shot::default(), None, cards);
    }
    later::try_with(move |later| match later {
        Some(later) => {
            let (shot, notice) = (later.read)(&pairs);
            mount(root, shot, notice, cards);
        }
        // The opening example is better than nothing.
        None => mount(root, Shot::default(), None, cards),
    });
}

fn mount(root: HtmlElement, shot: Shot, notice: Option<El>, cards: [Option<Element>; 2]) {
    root.set_inner_html("");
    mount_to(root.clone(), move || app(root, shot, notice, cards)).forget();
}

/// Reports a panic to the page around the wasm, which outlives it.
pub fn watch_panics() {
    panic::watch();
}

/// The whole page.
fn app(root: HtmlElement, shot: Shot, notice: Option<El>, [layer, about]: [Option<Element>; 2]) {
    let stands_at_a_step = shot.cursor != Default::default();
    let plays = shot.scene.view.autoplay && !stands_at_a_step && !media::wants_stillness();
    let page = Page::new(shot);
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
    address::on_back(move |pairs| later::with(move |later| page.show((later.read)(&pairs).0)));

    let aside = el("aside.aside")
        .child(ui::asleep(about, move |later| (later.facts)(page)))
        .child(ui::narration(page));
    dom::root(root).children(ui::header(page)).maybe(notice).child(
        el("main.page")
            .child(ui::asleep(layer, move |later| (later.layer)(page)))
            .child(ui::stage(page))
            .child(aside)
            .child(ui::transport(page)),
    );
    api::offer(page);
}
