//! Why a layer cannot be, and ways out of it.
use crate::dom::{El, el};
use crate::page::Page;
use conv::{Fix, Refusal};
use story::text::{ReaderKey, say};
use story::{Change, words};
use web_sys::Event;

pub fn fault(page: Page, refusal: &Refusal) -> Vec<El> {
    let name = el("strong")
        .text(say(ReaderKey::Warning))
        .text(": ")
        .child(el("code").text(refusal.field.name()));
    let mut parts = vec![el("p.why").child(name).text(" ").text(&words::explain(refusal))];
    if let Some(line) = refusal.pytorch() {
        let line = el("code").text(&line);
        parts.push(el("p.pytorch").text(say(ReaderKey::PyTorchSays)).text(" ").child(line));
    }
    let drop = el("button.plain")
        .attr("type", "button")
        .on("click", move |_: Event| page.drop_attempt())
        .text(say(ReaderKey::Dropped));
    let fixes = refusal.fixes().iter().map(|fix| fix_button(page, fix)).collect();
    parts.push(el("div.fixes").children(fixes).child(drop));
    parts
}

fn fix_button(page: Page, fix: &Fix) -> El {
    let change = match fix.clone() {
        Fix::Layer { spec, .. } => Change::Layer(spec),
        Fix::Input(shape) => Change::Size(shape.get(1..).unwrap_or_default().to_vec()),
    };
    el("button.fix")
        .attr("type", "button")
        .on("click", move |_: Event| page.change(change.clone()))
        .text(&words::fix_label(fix))
}
