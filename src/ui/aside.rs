//! Beside the stage, always in step with it: the step in words, the output's size, shapes and cost, the code.
use crate::page::Page;
use crate::ui::chart::SizeChart;
use crate::ui::formula::OutputSize;
use crate::ui::shapes::shape;
use conv::Plan;
use leptos::prelude::*;
use story::text::{Key, say};
use story::{grouped, words};

#[component]
pub fn Aside() -> impl IntoView {
    view! {
        <aside class="aside">
            <section class="card">
                <h2>{say(Key::OutputSize)}</h2>
                <OutputSize />
                <SizeChart />
            </section>
            <section class="card">
                <h2>{say(Key::Cost)}</h2>
                <Cost />
            </section>
            <section class="card">
                <h2>{say(Key::ThisStep)}</h2>
                <Narration />
            </section>
        </aside>
    }
}

/// The step in one sentence. It is read aloud on a person's own step, not while the film plays.
#[component]
fn Narration() -> impl IntoView {
    let page = Page::here();
    let sentence = move || {
        page.frame
            .with(|frame| frame.as_ref().map(|frame| words::narrate(frame)))
    };
    let live = move || if page.playing.get() { "off" } else { "polite" };
    view! { <p id="narration" class="narration" aria-live=live>{sentence}</p> }
}

#[component]
fn Cost() -> impl IntoView {
    let page = Page::here();
    let plan = Memo::new(move |_| page.plan());
    let of = move |value: fn(&Plan) -> String| move || plan.with(|plan| plan.as_ref().map(value));
    view! {
        <dl class="facts">
            <dt>{say(Key::InputShape)}</dt>
            <dd class="role-input">{of(|plan| shape(plan.input_shape()))}</dd>
            <dt>{say(Key::WeightShape)}</dt>
            <dd class="role-kernel">{of(|plan| shape(plan.weight_shape()))}</dd>
            <dt>{say(Key::OutputShape)}</dt>
            <dd class="role-output">{of(|plan| shape(plan.output_shape()))}</dd>
            <dt>{say(Key::Parameters)}</dt>
            <dd>{of(|plan| grouped(plan.layer().params()))}</dd>
            <dt>{say(Key::MultiplyAdds)}</dt>
            <dd>{of(|plan| grouped(plan.macs()))}</dd>
        </dl>
    }
}
