//! Beside the stage, always in step with it: the step in words, the output's size, shapes and cost, the code.
use crate::dom::{El, el};
use crate::page::Page;
use crate::ui::chart::size_chart;
use crate::ui::formula::output_size;
use crate::ui::shapes::shape;
use conv::Plan;
use story::text::{Key, say};
use story::{grouped, words};

pub fn aside(page: Page) -> El {
    el("aside.aside")
        .child(output_size(page, card(Key::OutputSize)).child(size_chart(page)))
        .child(card(Key::Cost).child(cost(page)))
        .child(card(Key::ThisStep).child(narration(page)))
}

fn card(heading: Key) -> El {
    el("section.card").child(el("h2").text(say(heading)))
}

/// The step in one sentence. It is read aloud on a person's own step, not while the film plays.
fn narration(page: Page) -> El {
    let sentence = move || {
        page.frame
            .with(|frame| frame.as_ref().map(|frame| words::narrate(frame)))
            .unwrap_or_default()
    };
    let live = move || Some(if page.playing.get() { "off" } else { "polite" }.to_owned());
    el("p.narration")
        .attr("id", "narration")
        .live_attr("aria-live", live)
        .live_text(sentence)
}

fn cost(page: Page) -> El {
    let fact = move |list: El, name, class, value: fn(&Plan) -> String| {
        let value = move || page.plan().as_ref().map(value).unwrap_or_default();
        list.child(el("dt").text(say(name))).child(el(class).live_text(value))
    };
    let list = el("dl.facts");
    let list = fact(list, Key::InputShape, "dd.role-input", |plan| shape(plan.input_shape()));
    let list = fact(list, Key::WeightShape, "dd.role-kernel", |plan| {
        shape(plan.weight_shape())
    });
    let list = fact(list, Key::OutputShape, "dd.role-output", |plan| {
        shape(plan.output_shape())
    });
    let list = fact(list, Key::Parameters, "dd", |plan| grouped(plan.layer().params()));
    fact(list, Key::MultiplyAdds, "dd", |plan| grouped(plan.macs()))
}
