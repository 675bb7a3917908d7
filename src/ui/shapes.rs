//! The input's shape, set in place, and the output's, which follows.
use crate::page::Page;
use leptos::prelude::*;
use story::text::{Key, say};
use story::{Change, words};

#[component]
pub fn Shapes() -> impl IntoView {
    let page = Page::here();
    let rank = Memo::new(move |_| page.draft.with(|scene| scene.spec().rank()));
    let sizes = move || {
        (0..rank.get())
            .map(|axis| view! { ", "<Size axis rank=rank.get_untracked() /> })
            .collect_view()
    };
    let output = move || page.plan().map(|plan| plan.output_shape().to_vec()).unwrap_or_default();
    view! {
        <p class="line shapes">
            <span class="shape">
                <span class="role-input">"x.shape"</span>
                " = [1, "
                {move || page.draft.with(|scene| scene.spec().in_channels)}
                {sizes}
                "]"
            </span>
            <span class="shape">
                <span class="arrow">"→"</span>
                <span class="role-output">"y.shape"</span>
                " = [1, "
                {move || output().iter().map(usize::to_string).collect::<Vec<_>>().join(", ")}
                "]"
            </span>
        </p>
    }
}

/// The input's size on one axis.
#[component]
fn Size(axis: usize, rank: usize) -> impl IntoView {
    let page = Page::here();
    let typed: RwSignal<Option<String>> = RwSignal::new(None);
    let now = move || page.draft.with(|scene| scene.net.size.get(axis).copied().unwrap_or(0));
    let shown = move || typed.get().unwrap_or_else(|| now().to_string());
    let set = move |size: usize| {
        let mut sizes = page.draft.with_untracked(|scene| scene.net.size.clone());
        if let Some(entry) = sizes.get_mut(axis) {
            *entry = size;
            page.change(Change::Size(sizes));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let size = untrack(now);
        let next = match event.key().as_str() {
            "ArrowUp" => size.saturating_add(1),
            "ArrowDown" => size.saturating_sub(1).max(1),
            "Enter" | "Escape" => return typed.set(None),
            _ => return,
        };
        event.prevent_default();
        typed.set(None);
        set(next);
    };
    let on_input = move |event| {
        let text = event_target_value(&event);
        if let Ok(size) = text.trim().parse() {
            set(size);
        }
        typed.set(Some(text));
    };
    view! {
        <input
            class="value size"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            role="spinbutton"
            aria-label=[say(Key::InputSize), say(axis_name(axis, rank))].join(", ")
            aria-valuenow=now
            aria-valuetext=move || now().to_string()
            size=move || shown().chars().count().clamp(1, 8)
            prop:value=shown
            on:input=on_input
            on:keydown=on_key
            on:focus=move |_| page.hand.set(Some(conv::Field::Input))
            on:blur=move |_| typed.set(None)
        />
    }
}

/// What an axis is called.
pub fn axis_name(axis: usize, rank: usize) -> Key {
    match (rank, rank - axis) {
        (1, _) => Key::AxisLength,
        (_, 1) => Key::AxisWidth,
        (_, 2) => Key::AxisHeight,
        _ => Key::AxisDepth,
    }
}

/// A shape as PyTorch writes it.
pub fn shape(shape: &[usize]) -> String {
    ["[", &words::list(shape), "]"].concat()
}
