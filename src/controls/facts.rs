//! Beside the stage: the output's size, shapes and cost.
use crate::controls::chart::size_chart;
use crate::controls::formula::output_size;
use crate::controls::shapes::shape;
use crate::controls::shown::governed;
use crate::dom::{El, el};
use crate::page::Page;
use conv::Plan;
use story::text::{LaterKey, say};
use story::{Control, grouped};

pub fn facts(page: Page) -> El {
    let cards = el("div.about")
        .child(output_size(page, card(LaterKey::OutputSize)).child(size_chart(page)))
        .child(card(LaterKey::Cost).child(cost(page)));
    governed(Control::Facts, cards)
}

fn card(heading: LaterKey) -> El {
    el("section.card").child(el("h2").text(say(heading)))
}

fn cost(page: Page) -> El {
    let fact = move |list: El, name, class, value: fn(&Plan) -> String| {
        let value = move || page.plan().as_ref().map(value).unwrap_or_default();
        list.child(el("dt").text(say(name))).child(el(class).live_text(value))
    };
    let list = el("dl.facts");
    let list = fact(list, LaterKey::InputShape, "dd.role-input", |plan| {
        shape(plan.input_shape())
    });
    let list = fact(list, LaterKey::WeightShape, "dd.role-kernel", |plan| {
        if plan.spec().op.has_weight() {
            shape(plan.weight_shape())
        } else {
            say(LaterKey::NoWeights).to_owned()
        }
    });
    let list = fact(list, LaterKey::OutputShape, "dd.role-output", |plan| {
        shape(plan.output_shape())
    });
    let list = fact(list, LaterKey::Parameters, "dd", |plan| grouped(plan.layer().params()));
    fact(list, LaterKey::MultiplyAdds, "dd", |plan| grouped(plan.macs()))
}
