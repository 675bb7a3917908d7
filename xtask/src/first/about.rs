//! The cards about the layer: its output size, its shapes and cost.
use super::html::{El, el};
use anyhow::{Result, bail};
use conv::{Op, Plan};
use story::text::{LaterKey, say};
use story::{Control, Formula, grouped, words};

pub fn about(plan: &Plan) -> Result<El> {
    let chart = el("details.size-chart")
        .child(el("summary").text(say(LaterKey::SizeChart)))
        .child(el("div.chart-place"));
    let size = card(LaterKey::OutputSize)
        .children(formula(plan)?)
        .child(el("p.hint").text(say(LaterKey::FormulaWords)))
        .child(chart);
    Ok(el("div.about")
        .governed(Control::Facts)
        .child(size)
        .child(card(LaterKey::Cost).child(cost(plan))))
}

fn card(heading: LaterKey) -> El {
    el("section.card").child(el("h2").text(say(heading)))
}

/// The formula of a convolution that is the same on all axes, as the opening example's is.
fn formula(plan: &Plan) -> Result<[El; 2]> {
    let formula = Formula::of(plan, 2);
    if formula.op != Op::Conv || (3 - plan.rank()..3).any(|axis| Formula::of(plan, axis) != formula) {
        bail!("the opening example needs another formula than is drawn here")
    }
    let count = |class, count: i64| el(class).text(&count.to_string());
    let above = el("span")
        .child(count("span.role-input", formula.input))
        .text(" + ")
        .text(&words::padding(&formula))
        .text(" − ")
        .child(count("span.role-kernel", formula.effective_kernel()));
    let fraction = el("span.fraction")
        .child(above)
        .child(el("span.unseen").text(" ÷ "))
        .child(count("span.role-kernel", formula.stride));
    let output = count("strong.role-output", formula.output);
    Ok([
        el("p.formula")
            .text("⌊")
            .child(fraction)
            .text("⌋ + 1")
            .child(el("span.result").text(" = ").child(output)),
        el("p.floor").text(&words::left_over(&formula)),
    ])
}

fn cost(plan: &Plan) -> El {
    let shape = |shape: &[usize]| format!("[{}]", words::list(shape));
    [
        (LaterKey::InputShape, "dd.role-input", shape(plan.input_shape())),
        (LaterKey::WeightShape, "dd.role-kernel", shape(plan.weight_shape())),
        (LaterKey::OutputShape, "dd.role-output", shape(plan.output_shape())),
        (LaterKey::Parameters, "dd", grouped(plan.layer().params())),
        (LaterKey::MultiplyAdds, "dd", grouped(plan.macs())),
    ]
    .into_iter()
    .fold(el("dl.facts"), |list, (name, class, value)| {
        list.child(el("dt").text(say(name))).child(el(class).text(&value))
    })
}
