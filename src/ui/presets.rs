//! Ready scenes to choose from.
use crate::page::Page;
use crate::platform::address;
use leptos::prelude::*;
use story::preset::{EXAMPLES, FILTERS, Preset};
use story::text::{Key, say};

#[component]
pub fn Presets() -> impl IntoView {
    let page = Page::here();
    let choose = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some(preset) = chosen.and_then(|index| FILTERS.iter().chain(EXAMPLES).nth(index)) {
            address::keep();
            page.show(preset.shot(&page.shot()));
        }
    };
    let options = |presets: &'static [Preset], first: usize| {
        presets
            .iter()
            .enumerate()
            .map(|(index, preset)| view! { <option value=first + index>{say(preset.name)}</option> })
            .collect_view()
    };
    view! {
        <label class="presets">
            <span class="unseen">{say(Key::Presets)}</span>
            // Choosing shows a scene and leaves nothing chosen: the scene can be changed at once.
            <select prop:value="" on:change=choose>
                <option value="">{say(Key::PresetChoose)}</option>
                <optgroup label=say(Key::Filters)>{options(FILTERS, 0)}</optgroup>
                <optgroup label=say(Key::Examples)>{options(EXAMPLES, FILTERS.len())}</optgroup>
            </select>
        </label>
    }
}
