//! The chart of output size against input size. It is drawn by a part of the page that loads when it is first opened.
use crate::page::Page;
use crate::platform::charts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use story::text::{Key, fill, say};
use wasm_bindgen::JsCast;

#[component]
pub fn SizeChart() -> impl IntoView {
    let page = Page::here();
    let open = RwSignal::new(false);
    let drawn: RwSignal<Option<Result<String, ()>>> = RwSignal::new(None);
    let on_toggle = move |event: web_sys::Event| {
        let details = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        open.set(details.is_some_and(|details| details.open()));
    };
    let sizes = Memo::new(move |_| {
        let plan = page.plan()?;
        let axis = plan.rank() - 1;
        Some((
            story::size_curve(&plan, axis),
            plan.input_shape()[axis + 1],
            plan.output_shape()[axis + 1],
        ))
    });
    Effect::new(move |_| {
        let Some((points, input, output)) = sizes.get().filter(|_| open.get()) else {
            return;
        };
        let title = fill(
            Key::ChartTitle,
            &[("input", &input.to_string()), ("output", &output.to_string())],
        );
        spawn_local(async move {
            let words = [say(Key::ChartInput), say(Key::ChartOutput), &title];
            let chart = charts::staircase(&points, (input as u32, output as u32), words).await;
            drawn.try_set(Some(chart));
        });
    });
    let chart = move || {
        drawn.get().map(|drawn| match drawn {
            Ok(svg) => view! { <div class="chart" inner_html=svg></div> }.into_any(),
            Err(()) => view! { <p class="wrong">{say(Key::ChartFailed)}</p> }.into_any(),
        })
    };
    view! {
        <details class="size-chart" on:toggle=on_toggle>
            <summary>{say(Key::SizeChart)}</summary>
            <div class="chart-place">{chart}</div>
        </details>
    }
}
