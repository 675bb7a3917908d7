//! What the address asked for and could not have.
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;
use story::link::Warning;
use story::text::{Key, say};
use story::words;

#[component]
pub fn Warnings(warnings: RwSignal<Vec<Warning>>) -> impl IntoView {
    let list = move || {
        warnings.with(|warnings| {
            warnings
                .iter()
                .map(|warning| view! { <li>{words::warning(warning)}</li> })
                .collect_view()
        })
    };
    view! {
        <Show when=move || warnings.with(|warnings| !warnings.is_empty())>
            <div class="notice warnings" role="status">
                <ul>{list}</ul>
                <button type="button" aria-label=say(Key::Close) on:click=move |_| warnings.set(Vec::new())>
                    {icon(Icon::Close)}
                </button>
            </div>
        </Show>
    }
}
