//! What the address asked for and could not have.
use crate::dom::{El, el};
use crate::ui::icon::{Icon, icon};
use story::link::Warning;
use story::text::{ReaderKey, say};
use story::words;
use web_sys::Event;

/// Nothing where all could be had. Its button takes it away.
pub fn warnings(warnings: &[Warning]) -> Option<El> {
    if warnings.is_empty() {
        return None;
    }
    let list = warnings.iter().map(|warning| el("li").text(&words::warning(warning)));
    let notice = el("div.notice.warnings")
        .attr("role", "status")
        .child(el("ul").children(list.collect()));
    let shown = notice.element().clone();
    let close = el("button")
        .attrs(&[("type", "button"), ("aria-label", say(ReaderKey::Close))])
        .on("click", move |_: Event| shown.remove())
        .child(icon(Icon::Close));
    Some(notice.child(close))
}
