//! What the address asked for and could not have.
use crate::dom::State;
use crate::dom::{El, el};
use crate::ui::icon::{Icon, icon};
use story::link::Warning;
use story::text::{Key, say};
use story::words;
use web_sys::Event;

/// `shown` is set to false when they are read.
pub fn warnings(warnings: &[Warning], shown: State<bool>) -> El {
    let list = warnings.iter().map(|warning| el("li").text(&words::warning(warning)));
    el("div.notice.warnings")
        .attr("role", "status")
        .child(el("ul").children(list.collect()))
        .child(
            el("button")
                .attrs(&[("type", "button"), ("aria-label", say(Key::Close))])
                .on("click", move |_: Event| shown.set(false))
                .child(icon(Icon::Close)),
        )
}
