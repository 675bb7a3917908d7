//! The film's length, to drag along.
use crate::page::Page;
use crate::ui::stage::step_key;
use leptos::prelude::*;
use story::text::{Key, fill, say};
use story::{Cursor, Timeline};

/// As many ticks as can be told apart.
const MOST_TICKS: usize = 40;

#[component]
pub fn Scrubber() -> impl IntoView {
    let page = Page::here();
    let steps = Memo::new(move |_| {
        page.timeline
            .with(|timeline| timeline.as_ref().map_or(1, Timeline::steps))
    });
    let step = move || page.cursor().step;
    let scrub = move |event| {
        let Ok(step) = event_target_value(&event).parse() else {
            return;
        };
        page.playing.set(false);
        let tap = page.cursor().tap.map(|_| 0);
        page.seek(Cursor { step, tap });
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        // The field's own keys step by cells; with Shift they go by rows, and Space plays.
        let shifted = event.shift_key() && event.key().starts_with("Arrow");
        if (shifted || event.key() == " ") && step_key(page, &event.key(), event.shift_key()) {
            event.prevent_default();
        }
    };
    let text = move || {
        let (step, steps) = ((step() + 1).to_string(), steps.get().to_string());
        fill(Key::StepOf, &[("step", &step), ("steps", &steps)])
    };
    let ticks = move || {
        let steps = steps.get();
        (2..=MOST_TICKS)
            .contains(&steps)
            .then(|| (0..steps).map(|_| view! { <i></i> }).collect_view())
    };
    view! {
        <div class="scrubber">
            <span class="ticks" aria-hidden="true">{ticks}</span>
            <input
                type="range"
                min="0"
                max=move || steps.get() - 1
                prop:value=move || step().to_string()
                aria-label=say(Key::Scrub)
                aria-valuetext=text
                on:input=scrub
                on:keydown=on_key
            />
        </div>
        <span class="count" aria-hidden="true">{text}</span>
    }
}
