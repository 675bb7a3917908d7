//! What is pasted, and its QR code.
use crate::composer::draft::Draft;
use crate::composer::hosts::hosts;
use crate::composer::section;
use crate::controls::services;
use crate::dom::{Derived, El, State, el};
use picture::qr;
use std::rc::Rc;
use story::text::{ComposerKey, LaterKey, fill, say};
use story::words;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

pub fn paste(draft: Draft) -> El {
    let snippet = Derived::new(move || draft.snippet());
    let text = el("textarea.composer-snippet")
        .attrs(&[
            ("readonly", ""),
            ("rows", "3"),
            ("spellcheck", "false"),
            ("aria-label", say(ComposerKey::Paste)),
        ])
        .live_value(move || snippet.get());
    section("section.composer-paste", ComposerKey::Place)
        .child(hosts(draft))
        .child(el("p.hint").live_text(move || hint(draft)))
        .child(
            el("div.composer-copied")
                .child(el("div.composer-text").child(text.clone()).child(copy(snippet, text)))
                .child(code(draft)),
        )
}

/// How it is pasted, and how high it is.
fn hint(draft: Draft) -> String {
    let host = draft.host.get();
    let [_, hint] = words::compose::host(host);
    if !host.has_height() {
        return say(hint).to_owned();
    }
    let height = draft.height.get().to_string();
    [say(hint), " ", &fill(ComposerKey::Fixed, &[("height", &height)])].concat()
}

/// Copies the snippet; where the browser does not let it, selects it.
fn copy(snippet: Derived<String>, text: El) -> El {
    // What was tried to copy, and whether it was.
    let copied: State<Option<(String, bool)>> = State::new(None);
    let is = move |wanted: bool| {
        let copied = copied.get();
        copied.is_some_and(|(text, done)| done == wanted && snippet.with(|snippet| *snippet == text))
    };
    let field: HtmlInputElement = text.element().clone().unchecked_into();
    let copy = move |_: Event| {
        let (field, tried) = (field.clone(), snippet.get_untracked());
        let told = tried.clone();
        let told = move |done| {
            copied.try_set(Some((told.clone(), done)));
            if !done {
                let _ = field.focus();
                field.select();
            }
        };
        (services().copy)(&tried, Rc::new(told));
    };
    let label = move || say(if is(true) { LaterKey::Copied } else { LaterKey::Copy }).to_owned();
    let denied = move || if is(false) { say(ComposerKey::Denied) } else { "" }.to_owned();
    el("div.composer-copy")
        .child(
            el("button.composer-do")
                .attr("type", "button")
                .on("click", copy)
                .live_text(label),
        )
        .child(el("p.hint").attr("role", "status").live_text(denied))
}

/// The link to the whole page as a code.
fn code(draft: Draft) -> El {
    let code = move || {
        let Some(qr) = qr(&draft.link()) else {
            return vec![el("p.hint").text(say(ComposerKey::QrLong))];
        };
        let size = qr.size.to_string();
        let svg = el("svg.composer-qr").attrs(&[
            ("viewBox", &["0 0 ", &size, " ", &size].concat()),
            ("role", "img"),
            ("aria-label", say(ComposerKey::Qr)),
        ]);
        let code = svg.child(el("path").attr("d", &qr.outline));
        vec![code, el("p.hint").text(say(ComposerKey::QrHint))]
    };
    el("div.composer-code").live(code)
}
