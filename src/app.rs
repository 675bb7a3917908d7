//! Joins the page's parts: what is shown, what it is drawn with, and the platform.
use crate::dom::{self, El, el};
use crate::page::Page;
use crate::page::later::{self, Card, LATER, Opened};
use crate::platform::{address, clock, media, panic, theme};
use crate::ui::{self, Sleeping};
use crate::{api, split};
use leptos::mount::mount_to;
use leptos::prelude::Owner;
use story::link::Shot;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Mounts into `root`, in place of what stands there, the scene of a link (a query with its `?`, or nothing).
#[wasm_bindgen]
pub fn boot(root: HtmlElement, link: &str) {
    LATER.fetched_by(split::later());
    let sleeping = Sleeping::of(&root);
    // The opening example stands in the HTML.
    if let Some(shot) = later::opening(link).filter(|_| sleeping.is_some()) {
        return mount(root, shot, None, sleeping);
    }
    let link = link.to_owned();
    let show = move |opened: Option<Opened>| {
        // Where the link cannot be read, the opening example is better than nothing.
        let (shot, notice) = opened.unwrap_or_default();
        mount(root, shot, notice, sleeping);
    };
    LATER.try_with(move |later| match later {
        Some(later) => (later.open)(link, Box::new(show)),
        None => show(None),
    });
}

fn mount(root: HtmlElement, shot: Shot, notice: Option<El>, sleeping: Option<Sleeping>) {
    root.set_inner_html("");
    mount_to(root.clone(), move || app(root, shot, notice, sleeping.as_ref())).forget();
}

/// Reports a panic to the page around the wasm, which outlives it.
pub fn watch_panics() {
    panic::watch();
}

/// The whole page.
fn app(root: HtmlElement, shot: Shot, notice: Option<El>, sleeping: Option<&Sleeping>) {
    let stands_at_a_step = shot.cursor != Default::default();
    let is_of_a_lesson = shot.scene.view.lesson.is_some();
    let plays = shot.scene.view.autoplay && !stands_at_a_step && !is_of_a_lesson && !media::wants_stillness();
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
    address::on_back(move |link| {
        let show = move |opened: Option<Opened>| {
            if let Some((shot, _)) = opened {
                page.show(shot);
            }
        };
        LATER.with(move |later| (later.open)(link, Box::new(show)));
    });

    let card = |card| ui::asleep(page, sleeping, card);
    let aside = el("aside.aside").child(card(Card::About)).child(ui::narration(page));
    let parts = el("main.page")
        .child(card(Card::Layer))
        .child(ui::stage(page, card(Card::Below)))
        .child(aside)
        .child(ui::transport(page, card(Card::Ways)));
    dom::root(root)
        .children(ui::header(card(Card::Theme)))
        .maybe(notice)
        .child(parts);
    api::offer(page);
    if media::is_framed() {
        let owner = Owner::current();
        (split::embed().soon)(Box::new(move |embed| {
            if let Some((start, owner)) = embed.zip(owner) {
                owner.with(|| start(page));
            }
        }));
    }
}
