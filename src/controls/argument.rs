//! One argument of the layer, set in place: typed, stepped by the arrow keys, dragged.
use crate::controls::explain::take;
use crate::controls::shown::{locked, of};
use crate::dom::State;
use crate::dom::option;
use crate::dom::{self, El, el, value_of};
use crate::page::Page;
use conv::{Field, LayerSpec};
use std::cell::Cell;
use std::rc::Rc;
use story::{Change, args};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, KeyboardEvent, PointerEvent};

/// How far a drag goes for one step, in CSS pixels.
const DRAG: i32 = 14;

/// The value of an argument, on one axis or (without one) on all.
pub fn argument(page: Page, field: Field, axis: Option<usize>, label: &str) -> El {
    let input = if args::is_word(field) {
        choice(page, field)
    } else {
        number(page, field, axis)
    };
    input
        .attr("aria-label", label)
        .live_attr("disabled", locked(page, of(field)))
        .live_attr("aria-invalid", move || {
            is_refused(page, field).then(|| "true".to_owned())
        })
}

fn choice(page: Page, field: Field) -> El {
    let text = move || page.draft.with(|scene| scene.spec().value(field).replace('\'', ""));
    let choose = move |event: Event| {
        let word = value_of(&event);
        let layer = page
            .draft
            .with_untracked(|scene| args::choose(scene.spec(), field, &word));
        if let Some(layer) = layer {
            page.change(Change::Layer(layer));
        }
    };
    let words = page.draft.with_untracked(|scene| args::choices(field, scene.spec().op));
    el("select.value")
        .children(words.into_iter().map(|word| option(word, word)).collect())
        .live_value(text)
        .on("change", choose)
        .on("focus", move |_: Event| take(page, field))
}

fn number(page: Page, field: Field, axis: Option<usize>) -> El {
    // What is typed and not yet a value stays the field's own.
    let typed: State<Option<String>> = State::new(None);
    let value = move || page.draft.with(|scene| written(scene.spec(), field, axis));
    let shown = move || typed.get().unwrap_or_else(value);

    let change = move |layer: &dyn Fn(&LayerSpec) -> Option<LayerSpec>| {
        if let Some(layer) = page.draft.with_untracked(|scene| layer(scene.spec())) {
            page.change(Change::Layer(layer));
        }
    };
    let step = move |up| change(&|spec| Some(args::stepped(spec, field, axis, up)));
    let on_input = move |event: Event| {
        let text = value_of(&event);
        change(&|spec| args::typed(spec, field, axis, &text));
        typed.set(Some(text));
    };
    let on_key = move |event: KeyboardEvent| {
        let up = match event.key().as_str() {
            "ArrowUp" => true,
            "ArrowDown" => false,
            "Enter" | "Escape" => {
                typed.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        typed.set(None);
        step(up);
    };
    let on_focus = move |event: FocusEvent| {
        take(page, field);
        if let Some(input) = dom::field(&event) {
            input.select();
        }
    };
    let dragged: Rc<Cell<Option<i32>>> = Rc::default();
    let (dropped, dragging) = (dragged.clone(), dragged.clone());
    let on_down = move |event: PointerEvent| dragged.set((event.button() == 0).then_some(event.client_x()));
    let on_move = move |event: PointerEvent| {
        let Some(from) = dragging.get().filter(|_| event.buttons() & 1 == 1) else {
            return;
        };
        let steps = (event.client_x() - from) / DRAG;
        if steps == 0 {
            return;
        }
        if let Some(input) = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        {
            // A pointer that is gone cannot be captured, and need not be.
            let _ = input.set_pointer_capture(event.pointer_id());
        }
        typed.set(None);
        for _ in 0..steps.unsigned_abs().min(64) {
            step(steps > 0);
        }
        dragging.set(Some(from + steps * DRAG));
    };
    let now = move || {
        page.draft
            .with(|scene| args::get(scene.spec(), field, axis.unwrap_or(0)))
    };
    el("input.value")
        .attrs(&[
            ("type", "text"),
            ("inputmode", if field == Field::Padding { "text" } else { "numeric" }),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
            ("role", "spinbutton"),
        ])
        .live_attr("aria-valuenow", move || now().map(|now| now.to_string()))
        .live_attr("aria-valuetext", move || Some(value()))
        .live_attr("aria-describedby", move || {
            is_refused(page, field).then(|| "fault".to_owned())
        })
        .live_attr("size", move || Some(shown().chars().count().clamp(1, 16).to_string()))
        .live_value(shown)
        .on("input", on_input)
        .on("keydown", on_key)
        .on("focus", on_focus)
        .on("blur", move |_: Event| typed.set(None))
        .on("pointerdown", on_down)
        .on("pointermove", on_move)
        .on("pointerup", move |_: Event| dropped.set(None))
}

/// Whether this is the argument at fault, of the layer in hand.
pub fn is_refused(page: Page, field: Field) -> bool {
    let stage = page.draft.with(story::Scene::in_hand);
    page.wrong.with(|wrong| {
        wrong
            .as_ref()
            .is_some_and(|wrong| wrong.refusal.field == field && wrong.stage == stage)
    })
}

fn written(spec: &LayerSpec, field: Field, axis: Option<usize>) -> String {
    match axis.and_then(|axis| args::get(spec, field, axis)) {
        Some(number) => number.to_string(),
        None => spec.value(field),
    }
}
