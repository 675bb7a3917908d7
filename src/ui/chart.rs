//! The chart of output size against input size. It is drawn by a part of the page that loads when it is first opened.
use crate::dom::{El, el, watch};
use crate::page::Page;
use crate::platform::charts::Staircase;
use crate::ui::details::details;
use leptos::prelude::*;
use story::text::{Key, fill, say};

pub fn size_chart(page: Page) -> El {
    let open = RwSignal::new(false);
    let drawn: RwSignal<Option<Result<String, ()>>> = RwSignal::new(None);
    let wanted = Memo::new(move |_| chart_of(page).filter(|_| open.get()));
    watch(move || {
        if let Some((points, input, output)) = wanted.get() {
            let title = fill(
                Key::ChartTitle,
                &[("input", &input.to_string()), ("output", &output.to_string())],
            );
            let chart = Staircase {
                points,
                present: (input, output),
                words: [say(Key::ChartInput).to_owned(), say(Key::ChartOutput).to_owned(), title],
            };
            chart.draw(move |svg| {
                drawn.try_set(Some(svg));
            });
        }
    });
    let chart = move || match drawn.get() {
        None => Vec::new(),
        Some(Ok(svg)) => {
            let chart = el("div.chart");
            chart.element().set_inner_html(&svg);
            vec![chart]
        }
        Some(Err(())) => vec![el("p.wrong").text(say(Key::ChartFailed))],
    };
    details("details.size-chart", Key::SizeChart, open).child(el("div.chart-place").live(chart))
}

/// The sizes on the last axis: the curve, and where the scene is on it.
fn chart_of(page: Page) -> Option<(Vec<(u32, u32)>, u32, u32)> {
    let plan = page.plan()?;
    let axis = plan.rank() - 1;
    let (input, output) = (plan.input_shape()[axis + 1], plan.output_shape()[axis + 1]);
    Some((story::size_curve(&plan, axis), input as u32, output as u32))
}
