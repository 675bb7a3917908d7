//! Why a layer cannot be, and ways out of it.
use crate::dom::{El, el};
use crate::page::Page;
use story::text::{LaterKey, ReaderKey, say};
use story::{Change, Wrong, words};
use web_sys::Event;

pub fn fault(page: Page, wrong: &Wrong) -> Vec<El> {
    let refusal = &wrong.refusal;
    let at_fault = page.draft.with_untracked(|scene| words::at_fault(scene, wrong));
    let name = el("strong")
        .text(say(ReaderKey::Warning))
        .text(say(LaterKey::Colon))
        .child(el("code").text(&at_fault));
    let mut parts = vec![el("p.why").child(name).text(" ").text(&words::explain(refusal))];
    if let Some(line) = refusal.pytorch() {
        let line = el("code").text(&line);
        parts.push(el("p.pytorch").text(say(ReaderKey::PyTorchSays)).text(" ").child(line));
    }
    let drop = el("button.plain")
        .attr("type", "button")
        .on("click", move |_: Event| page.drop_attempt())
        .text(say(ReaderKey::Dropped));
    let repairs = words::repairs(wrong).into_iter();
    let fixes = repairs
        .map(|(label, change)| fix_button(page, &label, change))
        .collect();
    parts.push(el("div.fixes").children(fixes).child(drop));
    parts
}

fn fix_button(page: Page, label: &str, change: Change) -> El {
    el("button.fix")
        .attr("type", "button")
        .on("click", move |_: Event| page.change(change.clone()))
        .text(label)
}
