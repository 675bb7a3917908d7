//! The film's length, to drag along.
use crate::dom::Derived;
use crate::dom::{El, el, field};
use crate::page::Page;
use crate::ui::keys::step_key;
use story::text::{Key, fill, say};
use story::{Cursor, Timeline};
use web_sys::{Event, KeyboardEvent};

/// As many ticks as can be told apart.
const MOST_TICKS: usize = 40;

pub fn scrubber(page: Page) -> Vec<El> {
    let steps = Derived::new(move || {
        page.timeline
            .with(|timeline| timeline.as_ref().map_or(1, Timeline::steps))
    });
    let step = move || page.cursor().step;
    let scrub = move |event: Event| {
        let Some(field) = field(&event) else { return };
        let step = field.value_as_number() as usize;
        page.pause();
        let tap = page.cursor().tap.map(|_| 0);
        page.seek(Cursor { step, tap });
    };
    let on_key = move |event: KeyboardEvent| {
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
        let ticks = if (2..=MOST_TICKS).contains(&steps) { steps } else { 0 };
        (0..ticks).map(|_| el("i")).collect()
    };
    let range = el("input")
        .attrs(&[("type", "range"), ("min", "0"), ("aria-label", say(Key::Scrub))])
        .live_attr("max", move || Some((steps.get() - 1).to_string()))
        .live_value(move || step().to_string())
        .live_attr("aria-valuetext", move || Some(text()))
        .on("input", scrub)
        .on("keydown", on_key);
    vec![
        el("div.scrubber")
            .child(el("span.ticks").attr("aria-hidden", "true").live(ticks))
            .child(range),
        el("span.count").attr("aria-hidden", "true").live_text(text),
    ]
}
