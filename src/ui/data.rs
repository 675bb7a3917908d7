//! The numbers of input, weights and bias, as text to read, edit and paste.
use crate::page::Page;
use leptos::prelude::*;
use story::text::{Key, say};
use story::{Change, Numbers, Showing, Tensor, words};

#[component]
pub fn Data() -> impl IntoView {
    let open = RwSignal::new(false);
    let on_toggle = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        open.set(details.is_some_and(|details| details.open()));
    };
    view! {
        <details class="data" on:toggle=on_toggle>
            <summary>{say(Key::Data)}</summary>
            <Show when=move || open.get()>
                <p class="hint">{say(Key::DataHint)}</p>
                <div class="tensors">
                    <Text tensor=Tensor::Input label=Key::InputData />
                    <Text tensor=Tensor::Weight label=Key::WeightData />
                    <Text tensor=Tensor::Bias label=Key::BiasData />
                </div>
            </Show>
        </details>
    }
}

#[component]
fn Text(tensor: Tensor, label: Key) -> impl IntoView {
    let page = Page::here();
    // While it is edited, the text is the person's own; else it is what is shown.
    let typed: RwSignal<Option<String>> = RwSignal::new(None);
    let wrong: RwSignal<Option<String>> = RwSignal::new(None);
    let now = move || {
        page.showing.with(|showing| match showing {
            Some(Showing::Film(film)) => words::table(film, tensor),
            _ => String::new(),
        })
    };
    let on_input = move |event| {
        let text = event_target_value(&event);
        let rank = page.draft.with_untracked(|scene| scene.spec().rank());
        match Numbers::parse(&text, rank) {
            Ok(numbers) => {
                wrong.set(None);
                page.change(Change::Numbers(tensor, numbers));
            }
            Err(error) => wrong.set(Some(words::numbers_error(&error))),
        }
        typed.set(Some(text));
    };
    let on_blur = move |_| {
        typed.set(None);
        wrong.set(None);
    };
    view! {
        <label class="tensor">
            {say(label)}
            <textarea
                rows="5"
                spellcheck="false"
                placeholder=say(Key::DataPlaceholder)
                prop:value=move || typed.get().unwrap_or_else(now)
                on:input=on_input
                on:blur=on_blur
            ></textarea>
            <span class="wrong" role="alert">{move || wrong.get()}</span>
        </label>
    }
}
