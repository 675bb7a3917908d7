//! The chart of output size against input size. It is drawn by a part of the page that loads when it is first opened.
use crate::controls::details::details;
use crate::controls::services;
use crate::dom::State;
use crate::dom::{El, el, watch};
use crate::page::Page;
use crate::services::{Points, Staircase};
use std::rc::Rc;
use story::text::{LaterKey, fill, say};

pub fn size_chart(page: Page) -> El {
    let open = State::new(false);
    let drawn: State<Option<String>> = State::new(None);
    let failed = State::new(false);
    watch(move || {
        if let Some((points, input, output)) = open.get().then(|| chart_of(page)).flatten() {
            let title = fill(
                LaterKey::ChartTitle,
                &[("input", &input.to_string()), ("output", &output.to_string())],
            );
            let chart = Staircase {
                points,
                present: (input, output),
                words: [
                    say(LaterKey::ChartInput).to_owned(),
                    say(LaterKey::ChartOutput).to_owned(),
                    title,
                ],
            };
            let show = move |svg: Result<String, ()>| {
                failed.try_set(svg.is_err());
                drawn.try_set(svg.ok());
            };
            (services().draw)(&chart, Rc::new(show));
        }
    });
    let chart = move || match drawn.get() {
        Some(svg) => {
            let chart = el("div.chart");
            chart.element().set_inner_html(&svg);
            vec![chart]
        }
        None if failed.get() => vec![el("p.wrong").text(say(LaterKey::ChartFailed))],
        None => Vec::new(),
    };
    details("details.size-chart", LaterKey::SizeChart, open).child(el("div.chart-place").live(chart))
}

/// The sizes on the last axis: the curve, and where the scene is on it.
fn chart_of(page: Page) -> Option<(Points, u32, u32)> {
    let plan = page.plan()?;
    let axis = plan.rank().checked_sub(1)?;
    if plan.spec().op.takes_any_rank() {
        return None;
    }
    let (input, output) = (plan.input_size()[2], plan.output_size()[2]);
    Some((story::size_curve(&plan, axis), input as u32, output as u32))
}
