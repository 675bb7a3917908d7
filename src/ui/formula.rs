//! The output-size formula with its numbers filled in.
use crate::page::Page;
use crate::ui::shapes::axis_name;
use conv::{Op, Plan};
use leptos::prelude::*;
use story::Formula;
use story::text::{Key, fill, say};

#[component]
pub fn OutputSize() -> impl IntoView {
    let page = Page::here();
    let formulas = move || {
        let plan = page.plan()?;
        let rank = plan.rank();
        let all = formulas(&plan);
        let same = all.iter().all(|formula| *formula == all[0]);
        let shown = if same { &all[..1] } else { &all[..] };
        let rows = shown.iter().enumerate().map(|(axis, formula)| {
            let heading = (!same).then(|| fill(Key::OnAxis, &[("axis", say(axis_name(axis, rank)))]));
            view! { {heading.map(|heading| view! { <h3>{heading}</h3> })}{row(formula)} }
        });
        Some(rows.collect_view())
    };
    let words = move || {
        let transposed = page.plan().is_some_and(|plan| plan.spec().op == Op::ConvTranspose);
        say(if transposed {
            Key::FormulaWordsTransposed
        } else {
            Key::FormulaWords
        })
    };
    view! {
        {formulas}
        <p class="hint">{words}</p>
    }
}

/// The formula on each axis that the layer slides along.
pub fn formulas(plan: &Plan) -> Vec<Formula> {
    (3 - plan.rank()..3).map(|axis| Formula::of(plan, axis)).collect()
}

fn row(formula: &Formula) -> AnyView {
    let reach = formula.effective_kernel().to_string();
    let (before, after) = formula.padding;
    let padding = if before == after {
        format!("2·{before}")
    } else {
        format!("({before}+{after})")
    };
    let output = formula.output.to_string();
    if formula.op == Op::ConvTranspose {
        return view! {
            <p class="formula">
                "("<span class="role-input">{formula.input}</span>" − 1)·"<span class="role-kernel">{formula.stride}</span>
                " − "{padding}" + "<span class="role-kernel">{reach}</span>" + "{formula.output_padding}
                <span class="result">" = "<strong class="role-output">{output}</strong></span>
            </p>
        }
        .into_any();
    }
    let left = formula.left_over();
    let floor = if left == 0 {
        say(Key::NothingLeftOver).to_owned()
    } else {
        fill(Key::LeftOver, &[("count", &left.to_string())])
    };
    view! {
        <p class="formula">
            "⌊"
            <span class="fraction">
                <span><span class="role-input">{formula.input}</span>" + "{padding}" − "<span class="role-kernel">{reach}</span></span>
                <span class="unseen">" ÷ "</span>
                <span class="role-kernel">{formula.stride}</span>
            </span>
            "⌋ + 1"
            <span class="result">" = "<strong class="role-output">{output}</strong></span>
        </p>
        <p class="floor">{floor}</p>
    }
    .into_any()
}
