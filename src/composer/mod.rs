//! The composer: what a reader of an embed sees and may change, how that looks, and what is pasted where.
//! [`Composer`] is all that the controls know of it.
mod access;
mod begin;
mod draft;
mod frame;
mod hosts;
mod paste;
mod preview;

use crate::controls::composer::Composer;
use crate::dom::{El, State, el, invoke, once_shown, style};
use crate::page::Page;
use crate::ui::icon::{Icon, icon};
use draft::Draft;
use story::text::{ComposerKey, say};
use web_sys::Event;

/// Everything here, as the controls know it.
pub fn composer() -> Composer {
    style::adopt(&[include_str!("style.css")]);
    frame::listen();
    Composer { panel }
}

fn panel(page: Page, open: State<bool>) -> El {
    // What is composed stands still.
    page.play(false);
    let draft = Draft::new(page);
    let title = el("h2").attr("id", "composer").text(say(ComposerKey::Title));
    let close = el("button.close").attrs(&[("type", "button"), ("aria-label", say(ComposerKey::Close))]);
    let dialog =
        el("dialog.composer").attrs(&[("aria-labelledby", "composer"), ("closedby", "any"), ("autofocus", "")]);
    let element = dialog.element().clone();
    once_shown(move || invoke(&element, "showModal"));
    let element = dialog.element().clone();
    let close = close
        .on("click", move |_: Event| invoke(&element, "close"))
        .child(icon(Icon::Close));
    let parts = el("div.composer-parts")
        .child(preview::preview(draft))
        .child(paste::paste(draft))
        .child(
            el("div.composer-settings")
                .child(begin::begin(draft))
                .child(access::access(draft)),
        );
    dialog
        .on("close", move |_: Event| open.set(false))
        .child(el("header.composer-head").child(title).child(close))
        .child(parts)
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
