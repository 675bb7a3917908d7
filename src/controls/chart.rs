//! Charts. They are drawn by a part of the page that loads when the first one is shown.
use crate::controls::details::details;
use crate::controls::services;
use crate::dom::State;
use crate::dom::{El, el, style, watch};
use crate::page::Page;
use crate::services::{Chart, Staircase};
use std::cell::Cell;
use std::rc::Rc;
use story::text::{LaterKey, fill, say};

/// The chart that there is now, if there is one.
pub fn chart(now: impl Fn() -> Option<Chart> + 'static) -> El {
    let drawn: State<Option<String>> = State::new(None);
    let failed = State::new(false);
    dress();
    watch(move || match now() {
        None => drawn.set(None),
        Some(chart) => {
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
    el("div.chart-place").live(chart)
}

/// Brings the look of charts, once.
fn dress() {
    thread_local! {
        static DRESSED: Cell<bool> = const { Cell::new(false) };
    }
    if !DRESSED.replace(true) {
        style::adopt(&[picture::CHART_STYLE, include_str!("chart.css")]);
    }
}

/// Output size against input size, once it is opened.
pub fn size_chart(page: Page) -> El {
    let open = State::new(false);
    let now = move || open.get().then(|| sizes(page)).flatten();
    details("details.size-chart", LaterKey::SizeChart, open).child(chart(now))
}

/// The sizes on the last axis: the curve, and where the scene is on it.
fn sizes(page: Page) -> Option<Chart> {
    let plan = page.plan()?;
    let axis = plan.rank().checked_sub(1)?;
    if plan.spec().op.takes_any_rank() {
        return None;
    }
    let present = (plan.input_size()[2] as u32, plan.output_size()[2] as u32);
    let title = fill(
        LaterKey::ChartTitle,
        &[("input", &present.0.to_string()), ("output", &present.1.to_string())],
    );
    Some(Chart::Staircase(Staircase {
        points: story::size_curve(&plan, axis),
        present,
        words: [
            say(LaterKey::ChartInput).to_owned(),
            say(LaterKey::ChartOutput).to_owned(),
            title,
        ],
    }))
}
