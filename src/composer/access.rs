//! What the reader sees and may change.
use crate::composer::draft::Draft;
use crate::composer::section;
use crate::dom::{El, State, el};
use story::compose::{Access, PARTS, is_lockable, locked_with, settings};
use story::text::{ComposerKey, say};
use story::{Control, View, words};
use web_sys::Event;

pub fn access(draft: Draft) -> El {
    let view = draft.view;
    let heads = Access::ALL.map(|access| el("span").text(say(name(access))));
    let head = el("div.access-row.access-head")
        .attr("aria-hidden", "true")
        .child(el("span"));
    let parts = PARTS.iter().map(|&control| row(view, control));
    let settings = draft.page.scene.with_untracked(settings);
    let settings = settings.into_iter().map(|control| row(view, control));
    let each = el("details.composer-each")
        .child(el("summary").text(say(ComposerKey::Settings)))
        .children(settings.collect());
    section("section.composer-access", ComposerKey::Reader)
        .child(head.children(heads.into()))
        .children(parts.collect())
        .child(each)
}

fn name(access: Access) -> ComposerKey {
    match access {
        Access::Open => ComposerKey::Open,
        Access::Locked => ComposerKey::Locked,
        Access::Hidden => ComposerKey::Hidden,
    }
}

fn row(view: State<View>, control: Control) -> El {
    let label = words::compose::control(control);
    let cells = Access::ALL.map(|access| cell(view, control, access));
    el("div.access-row")
        .attrs(&[("role", "radiogroup"), ("aria-label", label)])
        .child(el("span").text(label))
        .children(cells.into())
}

/// One thing that a reader may do with a control.
fn cell(view: State<View>, control: Control, access: Access) -> El {
    if access == Access::Locked && !is_lockable(control) {
        return el("span");
    }
    // Nothing opens what is locked with the part that it is set in.
    let is_held = move || access == Access::Open && view.with(|view| locked_with(view, control).is_some());
    let radio = el("input")
        .attrs(&[
            ("type", "radio"),
            ("name", &["access-", control.name()].concat()),
            ("value", access_value(access)),
            ("aria-label", say(name(access))),
        ])
        .live_checked(move || view.with(|view| Access::of(view, control) == access))
        .live_attr("disabled", move || is_held().then(String::new))
        .on("change", move |_: Event| view.update(|view| access.give(view, control)));
    el("label").child(radio)
}

fn access_value(access: Access) -> &'static str {
    match access {
        Access::Open => "open",
        Access::Locked => "locked",
        Access::Hidden => "hidden",
    }
}
