//! The numbers of input, weights and bias, as text to read, edit and paste.
use crate::controls::shown::is_locked;
use crate::dom::{Derived, El, State, el, value_of};
use crate::page::Page;
use story::text::{ReaderKey, say};
use story::{Change, Control, Numbers, Showing, Tensor, words};
use web_sys::Event;

pub fn numbers(page: Page) -> Vec<El> {
    // Only the first layer's input is a person's to set, and only some layers have weights.
    let there = Derived::new(move || {
        page.draft
            .with(|scene| (scene.in_hand() == 0, scene.spec().op.has_weight()))
    });
    let fields = move || {
        let (is_first, has_weight) = there.get();
        let mut fields = Vec::new();
        if is_first {
            fields.push(field(page, Tensor::Input, ReaderKey::InputData));
        }
        if has_weight {
            fields.push(field(page, Tensor::Weight, ReaderKey::WeightData));
            fields.push(field(page, Tensor::Bias, ReaderKey::BiasData));
        }
        fields
    };
    let tensors = el("div.tensors").live(fields);
    vec![el("p.hint").text(say(ReaderKey::DataHint)), tensors]
}

fn field(page: Page, tensor: Tensor, label: ReaderKey) -> El {
    // While it is edited, the text is the person's own; else it is what is shown.
    let typed: State<Option<String>> = State::new(None);
    let wrong: State<Option<String>> = State::new(None);
    let now = move || {
        page.showing.with(|showing| match showing {
            Some(Showing::Film(film)) => words::table(film, tensor),
            _ => String::new(),
        })
    };
    let on_input = move |event: Event| {
        let text = value_of(&event);
        let rank = page.draft.with_untracked(|scene| scene.rank_of(tensor));
        match Numbers::parse(&text, rank) {
            Ok(numbers) => {
                wrong.set(None);
                page.change(Change::Numbers(tensor, numbers));
            }
            Err(error) => wrong.set(Some(words::numbers_error(&error))),
        }
        typed.set(Some(text));
    };
    let on_blur = move |_: Event| {
        typed.set(None);
        wrong.set(None);
    };
    let area = el("textarea")
        .attrs(&[
            ("rows", "5"),
            ("spellcheck", "false"),
            ("placeholder", say(ReaderKey::DataPlaceholder)),
        ])
        .live_value(move || typed.get().unwrap_or_else(now))
        .live_attr("readonly", move || {
            is_locked(page, Control::of(tensor)).then(String::new)
        })
        .on("input", on_input)
        .on("blur", on_blur);
    let told = el("span.wrong")
        .attr("role", "alert")
        .live_text(move || wrong.get().unwrap_or_default());
    el("label.tensor").text(say(label)).child(area).child(told)
}
