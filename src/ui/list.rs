//! The same controls as a list, with labels and sliders.
use crate::page::Page;
use crate::ui::argument::{Argument, is_refused};
use crate::ui::tray::{StepButton, about};
use conv::Field;
use leptos::prelude::*;
use story::text::{Key, say};
use story::{Change, args};

#[component]
pub fn List() -> impl IntoView {
    let page = Page::here();
    let op = Memo::new(move |_| page.draft.with(|scene| scene.spec().op));
    let rows = move || {
        op.track();
        let fields = page.draft.with_untracked(|scene| args::of(scene.spec()));
        fields.iter().map(|&field| view! { <Row field /> }).collect_view()
    };
    view! { <div class="list" role="group" aria-label=say(Key::ListLabel)>{rows}</div> }
}

#[component]
fn Row(field: Field) -> impl IntoView {
    let page = Page::here();
    let is_number = !matches!(field, Field::Bias | Field::PaddingMode);
    view! {
        <div class="row" class:refused=move || is_refused(page, field)>
            <code class="name">{field.name()}</code>
            <Argument field label=field.name() />
            <span class="slide">
                {is_number.then(|| view! { <StepButton field up=false /> })}
                {reach(field).map(|(least, most)| view! { <Slider field least most /> })}
                {is_number.then(|| view! { <StepButton field up=true /> })}
            </span>
            <span class="hint">{say(about(field))}</span>
        </div>
    }
}

#[component]
fn Slider(field: Field, least: i64, most: i64) -> impl IntoView {
    let page = Page::here();
    let slide = move |event| {
        let Ok(value) = event_target_value(&event).parse() else {
            return;
        };
        let layer = page
            .draft
            .with_untracked(|scene| args::set(scene.spec(), field, None, value));
        page.change(Change::Layer(layer));
    };
    view! {
        <input
            type="range"
            min=least
            max=most
            aria-label=field.name()
            prop:value=move || page.draft.with(|scene| args::get(scene.spec(), field, 0)).unwrap_or(0).to_string()
            on:input=slide
            on:focus=move |_| page.hand.set(Some(field))
        />
    }
}

/// How far a slider goes: what fits on the stage. Groups go by divisors, which a slider's even steps do not.
fn reach(field: Field) -> Option<(i64, i64)> {
    match field {
        Field::InChannels | Field::OutChannels => Some((1, 16)),
        Field::KernelSize => Some((1, 11)),
        Field::Stride | Field::Dilation => Some((1, 6)),
        Field::Padding | Field::OutputPadding => Some((0, 6)),
        _ => None,
    }
}
