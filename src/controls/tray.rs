//! The argument in hand: what it means, larger buttons for it, its words, and its axes.
use crate::controls::argument::argument;
use crate::controls::explain;
use crate::controls::shown::{is_locked, locked, of};
use crate::dom::{Derived, State};
use crate::dom::{El, el, field as field_of};
use crate::page::Page;
use crate::ui::icon::{Icon, icon};
use conv::{Field, Op};
use story::text::{LaterKey, fill, say};
use story::{Change, Control, args, words};
use web_sys::Event;

pub fn tray(page: Page) -> El {
    let held = Derived::new(move || {
        let rank = page.draft.with(|scene| scene.spec().rank());
        let op = page.draft.with(|scene| scene.spec().op);
        page.hand.get().map(|field| (field, rank, op))
    });
    el("div.tray").live(move || match held.get() {
        Some((Field::Input, ..)) | None => vec![el("p.hint").text(say(LaterKey::LineHint))],
        Some((field, rank, op)) => in_hand(page, field, rank, op),
    })
}

fn in_hand(page: Page, field: Field, rank: usize, op: Op) -> Vec<El> {
    let by_side = op == Op::Pad;
    let entries = if by_side { 2 * rank } else { rank };
    let per_axis = State::new(false);
    let spreads = args::is_per_axis(field) && entries > 1;
    let apart = Derived::new(move || spreads && (per_axis.get() || differs(page, field)));
    let axes = move || {
        let shown = if apart.get() { entries } else { 0 };
        (0..shown)
            .map(|axis| {
                let name = say(if by_side {
                    words::side_name(axis)
                } else {
                    words::axis_name(axis, rank)
                });
                let label = words::listed(&[field.name_of(op), name]);
                el("label.axis")
                    .text(name)
                    .child(argument(page, field, Some(axis), &label))
            })
            .collect()
    };
    let words = if field == Field::Padding {
        page.draft.with_untracked(|scene| args::choices(field, scene.spec().op))
    } else {
        Vec::new()
    };
    if is_locked(page, of(field)) {
        return vec![words_about(page, field, op)];
    }
    let buttons = el("span.buttons")
        .child(step_button(page, field, false))
        .child(step_button(page, field, true))
        .children(words.into_iter().map(|word| word_button(page, field, word)).collect());
    let mut parts = vec![buttons, words_about(page, field, op)];
    if spreads {
        let label = if by_side { LaterKey::PerSide } else { LaterKey::PerAxis };
        parts.push(axes_switch(page, field, apart, per_axis, label));
    }
    parts.push(el("span.axes").live(axes));
    parts
}

/// What the argument means, and a button for its picture.
fn words_about(page: Page, field: Field, op: Op) -> El {
    let hint = el("p.hint")
        .child(el("code").text(field.name_of(op)))
        .text(" ")
        .text(say(words::about(field, op)));
    el("span.words").child(hint).show(
        move || is_explained(page, field),
        move || vec![explain_button(page, field)],
    )
}

/// Whether there is a picture that explains an argument, and it is not open.
fn is_explained(page: Page, field: Field) -> bool {
    let topic = page.scene.with(|scene| explain::topic_of(scene, field));
    topic.is_some() && topic != page.scene.with(|scene| scene.view.picture)
}

fn explain_button(page: Page, field: Field) -> El {
    el("button.explain")
        .attr("type", "button")
        .attr("data-control", Control::Explain.name())
        .live_attr("disabled", locked(page, Control::Explain))
        .on("click", move |_: Event| {
            let topic = page.scene.with_untracked(|scene| explain::topic_of(scene, field));
            explain::open(page, topic);
        })
        .text(&fill(LaterKey::Explain, &[("name", field.name())]))
}

/// Whether the axes have different values.
fn differs(page: Page, field: Field) -> bool {
    page.draft.with(|scene| {
        args::numbers(scene.spec(), field).is_some_and(|numbers| numbers.iter().any(|number| *number != numbers[0]))
    })
}

/// Sets the axes apart, or gives them all one value.
fn axes_switch(page: Page, field: Field, apart: Derived<bool>, per_axis: State<bool>, label: LaterKey) -> El {
    let on_change = move |event: Event| {
        let on = field_of(&event).is_some_and(|field| field.checked());
        per_axis.set(on);
        if !on {
            level(page, field);
        }
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || apart.get())
        .on("change", on_change);
    el("label.check").child(tick).text(say(label))
}

/// Gives all axes the first one's value.
fn level(page: Page, field: Field) {
    let layer = page.draft.with_untracked(|scene| {
        let first = args::get(scene.spec(), field, 0)?;
        Some(args::set(scene.spec(), field, None, first))
    });
    if let Some(layer) = layer {
        page.change(Change::Layer(layer));
    }
}

/// A button that steps an argument by one.
pub fn step_button(page: Page, field: Field, up: bool) -> El {
    let (key, sign) = if up {
        (LaterKey::Increase, Icon::More)
    } else {
        (LaterKey::Decrease, Icon::Less)
    };
    let step = move |_: Event| {
        let layer = page
            .draft
            .with_untracked(|scene| args::stepped(scene.spec(), field, None, up));
        page.change(Change::Layer(layer));
    };
    el("button.step")
        .attrs(&[
            ("type", "button"),
            ("aria-label", &fill(key, &[("name", field.name())])),
        ])
        .live_attr("disabled", locked(page, of(field)))
        .on("click", step)
        .child(icon(sign))
}

/// A button that sets an argument to one of its words.
fn word_button(page: Page, field: Field, word: &'static str) -> El {
    let quoted = ["'", word, "'"].concat();
    let label = el("code").text(&quoted);
    let is_it = move || page.draft.with(|scene| scene.spec().value(field) == quoted);
    let choose = move |_: Event| {
        let layer = page
            .draft
            .with_untracked(|scene| args::choose(scene.spec(), field, word));
        if let Some(layer) = layer {
            page.change(Change::Layer(layer));
        }
    };
    el("button.word")
        .attr("type", "button")
        .live_attr("aria-pressed", move || Some(is_it().to_string()))
        .on("click", choose)
        .child(label)
}
