//! The output-size formula with its numbers filled in.
use crate::dom::{El, el};
use crate::page::Page;
use conv::{Op, Plan};
use story::text::{LaterKey, fill, say};
use story::{Formula, words};

/// The formula, in a part of the page that holds more.
pub fn output_size(page: Page, card: El) -> El {
    let meaning = move || {
        let plan = page.plan();
        say(match plan.as_ref().map(|plan| (plan.spec().op, plan.rank())) {
            Some((Op::ConvTranspose, _)) => LaterKey::FormulaWordsTransposed,
            Some((Op::Linear, _)) => LaterKey::FormulaWordsLinear,
            Some((_, 0)) | Some((Op::Relu | Op::Flatten, _)) => LaterKey::FormulaWordsFlat,
            _ => LaterKey::FormulaWords,
        })
        .to_owned()
    };
    card.live(move || page.plan().map(|plan| rows(&plan)).unwrap_or_default())
        .child(el("p.hint").live_text(meaning))
}

fn rows(plan: &Plan) -> Vec<El> {
    let rank = plan.rank();
    let all = formulas(plan);
    if all.is_empty() || plan.spec().op.takes_any_rank() {
        return Vec::new();
    }
    if all.iter().all(|formula| *formula == all[0]) {
        return row(&all[0]);
    }
    let mut rows = Vec::new();
    for (axis, formula) in all.iter().enumerate() {
        let heading = fill(LaterKey::OnAxis, &[("axis", say(words::axis_name(axis, rank)))]);
        rows.push(el("h3").text(&heading));
        rows.extend(row(formula));
    }
    rows
}

/// The formula on each axis that the layer slides along.
pub fn formulas(plan: &Plan) -> Vec<Formula> {
    (3 - plan.rank()..3).map(|axis| Formula::of(plan, axis)).collect()
}

fn row(formula: &Formula) -> Vec<El> {
    let count = |class, count: i64| el(class).text(&count.to_string());
    let padding = words::padding(formula);
    let input = count("span.role-input", formula.input);
    let stride = count("span.role-kernel", formula.stride);
    let reach = count("span.role-kernel", formula.effective_kernel());
    let output = count("strong.role-output", formula.output);
    let result = el("span.result").text(" = ").child(output);
    if formula.op == Op::ConvTranspose {
        return vec![
            el("p.formula")
                .text("(")
                .child(input)
                .text(" − 1)·")
                .child(stride)
                .text(" − ")
                .text(&padding)
                .text(" + ")
                .child(reach)
                .text(" + ")
                .text(&formula.output_padding.to_string())
                .child(result),
        ];
    }
    let above = el("span")
        .child(input)
        .text(" + ")
        .text(&padding)
        .text(" − ")
        .child(reach);
    let fraction = el("span.fraction")
        .child(above)
        .child(el("span.unseen").text(" ÷ "))
        .child(stride);
    vec![
        el("p.formula").text("⌊").child(fraction).text("⌋ + 1").child(result),
        el("p.floor").text(&words::left_over(formula)),
    ]
}
