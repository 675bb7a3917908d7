//! What the address asked for and could not have.
use crate::dom::{El, el};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;
use story::link::Warning;
use story::text::{Key, say};
use story::words;
use web_sys::Event;

pub fn warnings(warnings: RwSignal<Vec<Warning>>) -> El {
    let list = move || {
        warnings.with(|warnings| {
            warnings
                .iter()
                .map(|warning| el("li").text(&words::warning(warning)))
                .collect()
        })
    };
    el("div.notice.warnings")
        .attr("role", "status")
        .child(el("ul").live(list))
        .child(
            el("button")
                .attrs(&[("type", "button"), ("aria-label", say(Key::Close))])
                .on("click", move |_: Event| warnings.set(Vec::new()))
                .child(icon(Icon::Close)),
        )
}
