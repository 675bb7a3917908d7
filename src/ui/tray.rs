//! The argument in hand: what it means, larger buttons for it, its words, and its axes.
use crate::page::Page;
use crate::ui::argument::Argument;
use crate::ui::icon::{Icon, icon};
use crate::ui::shapes::axis_name;
use conv::Field;
use leptos::prelude::*;
use story::text::{Key, fill, say};
use story::{Change, args};

#[component]
pub fn Tray() -> impl IntoView {
    let page = Page::here();
    let held = Memo::new(move |_| {
        let rank = page.draft.with(|scene| scene.spec().rank());
        let op = page.draft.with(|scene| scene.spec().op);
        page.hand.get().map(|field| (field, rank, op))
    });
    view! {
        <div class="tray">
            {move || match held.get() {
                Some((Field::Input, ..)) | None => view! { <p class="hint">{say(Key::LineHint)}</p> }.into_any(),
                Some((field, rank, _)) => view! { <Held field rank /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Held(field: Field, rank: usize) -> impl IntoView {
    let page = Page::here();
    let per_axis = RwSignal::new(false);
    let spreads = args::is_per_axis(field) && rank > 1;
    let apart = move || {
        let differs = page.draft.with(|scene| {
            args::numbers(scene.spec(), field).is_some_and(|numbers| numbers.iter().any(|number| *number != numbers[0]))
        });
        spreads && (per_axis.get() || differs)
    };
    let axes = move || {
        apart().then(|| {
            (0..rank)
                .map(|axis| {
                    let name = say(axis_name(axis, rank));
                    let label = [field.name(), name].join(", ");
                    view! { <label class="axis">{name}<Argument field axis=axis label /></label> }
                })
                .collect_view()
        })
    };
    let choices = page.draft.with_untracked(|scene| args::choices(field, scene.spec().op));
    let words = (field == Field::Padding).then(|| {
        choices
            .into_iter()
            .map(|word| view! { <Word field word /> })
            .collect_view()
    });
    view! {
        <span class="buttons">
            <StepButton field up=false />
            <StepButton field up=true />
            {words}
        </span>
        <p class="hint"><code>{field.name()}</code>" "{say(about(field))}</p>
        {spreads.then(|| view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=apart
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        per_axis.set(on);
                        if !on {
                            level(page, field);
                        }
                    }
                />
                {say(Key::PerAxis)}
            </label>
        })}
        <span class="axes">{axes}</span>
    }
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
#[component]
pub fn StepButton(field: Field, up: bool) -> impl IntoView {
    let page = Page::here();
    let (key, sign) = if up {
        (Key::Increase, Icon::More)
    } else {
        (Key::Decrease, Icon::Less)
    };
    let step = move |_| {
        let layer = page
            .draft
            .with_untracked(|scene| args::stepped(scene.spec(), field, None, up));
        page.change(Change::Layer(layer));
    };
    view! {
        <button type="button" class="step" aria-label=fill(key, &[("name", field.name())]) on:click=step>
            {icon(sign)}
        </button>
    }
}

/// A button that sets an argument to one of its words.
#[component]
fn Word(field: Field, word: &'static str) -> impl IntoView {
    let page = Page::here();
    let quoted = ["'", word, "'"].concat();
    let is_it = {
        let quoted = quoted.clone();
        move || page.draft.with(|scene| args::text(scene.spec(), field) == quoted)
    };
    let choose = move |_| {
        if let Some(layer) = page
            .draft
            .with_untracked(|scene| args::choose(scene.spec(), field, word))
        {
            page.change(Change::Layer(layer));
        }
    };
    view! {
        <button type="button" class="word" aria-pressed=move || is_it().to_string() on:click=choose>
            <code>{quoted}</code>
        </button>
    }
}

/// What an argument means.
pub fn about(field: Field) -> Key {
    match field {
        Field::InChannels => Key::AboutInChannels,
        Field::OutChannels => Key::AboutOutChannels,
        Field::KernelSize => Key::AboutKernelSize,
        Field::Stride => Key::AboutStride,
        Field::Padding => Key::AboutPadding,
        Field::OutputPadding => Key::AboutOutputPadding,
        Field::Dilation => Key::AboutDilation,
        Field::Groups => Key::AboutGroups,
        Field::Bias => Key::AboutBias,
        _ => Key::AboutPaddingMode,
    }
}
