//! The composer: what a reader of an embed sees and may change, how that looks, and what is pasted where.
//! [`Composer`] is all that the controls know of it.
mod access;
mod begin;
mod draft;
mod frame;
mod hosts;
mod lesson;
mod paste;
mod preview;

use crate::controls::composer::Composer;
use crate::dom::{El, State, el, invoke, once_shown, style, watch};
use crate::page::Page;
use crate::ui::icon::{Icon, icon};
use draft::Draft;
use story::text::{ComposerKey, say};
use web_sys::{Element, Event};

/// Everything here, as the controls know it.
pub fn composer() -> Composer {
    style::adopt(&[include_str!("style.css")]);
    frame::listen();
    Composer { panel }
}

fn panel(page: Page, open: State<bool>) -> El {
    let draft = Draft::new(page);
    let dialog = el("dialog.composer").attrs(&[("aria-labelledby", "composer"), ("closedby", "any")]);
    let element = dialog.element().clone();
    watch(move || {
        if open.get() {
            // What is composed stands still.
            page.play(false);
            let element = element.clone();
            once_shown(move || invoke(&element, "showModal"));
        }
    });
    let element = dialog.element().clone();
    let parts = move || vec![head(element.clone()), parts(draft)];
    dialog
        .on("close", move |_: Event| open.set(false))
        .show(move || open.get(), parts)
}

fn head(dialog: Element) -> El {
    let close = el("button.close")
        .attrs(&[("type", "button"), ("aria-label", say(ComposerKey::Close))])
        .on("click", move |_: Event| invoke(&dialog, "close"))
        .child(icon(Icon::Close));
    let title = el("h2").attr("id", "composer").text(say(ComposerKey::Title));
    el("header.composer-head").child(title).child(close)
}

fn parts(draft: Draft) -> El {
    let settings = el("div.composer-settings")
        .child(begin::begin(draft))
        .child(lesson::lesson(draft))
        .child(access::access(draft));
    el("div.composer-parts")
        .child(preview::preview(draft))
        .child(paste::paste(draft))
        .child(settings)
}

/// A part of the panel, under its heading.
fn section(what: &str, heading: ComposerKey) -> El {
    el(what).child(el("h3").text(say(heading)))
}

/// One of several things of which one is chosen: a radio button that looks like what `label` holds.
fn choice(name: &str, label: El, chosen: impl Fn() -> bool + 'static, choose: impl Fn() + 'static) -> El {
    let radio = el("input")
        .attrs(&[("type", "radio"), ("name", name)])
        .live_checked(chosen)
        .on("change", move |_: Event| choose());
    el("label.composer-choice").child(radio).child(label)
}
