//! The arithmetic of the step: every product, the sums of the channels, the bias, and what they add up to.
use crate::page::Page;
use conv::Source;
use leptos::prelude::*;
use story::text::{Key, fill, say};
use story::{Frame, Order, Product, number, signed};

/// More products than this are told by their channels' sums alone.
const MOST_TERMS: usize = 32;

#[component]
pub fn Arithmetic() -> impl IntoView {
    let page = Page::here();
    let sum = move || {
        page.frame.with(|frame| {
            let frame = frame.as_ref()?;
            if frame.cell.is_none() {
                return Some(view! { <span class="sum">{say(Key::AllAtOnce)}</span> }.into_any());
            }
            Some(if frame.order == Order::Scatter {
                scattered(frame)
            } else {
                gathered(frame)
            })
        })
    };
    view! { <p class="arithmetic">{sum}</p> }
}

fn gathered(frame: &Frame) -> AnyView {
    let output = frame.output_cell().unwrap_or(0);
    let counted = frame.products.iter().filter(|product| product.source != Source::Hole);
    let shown = counted.clone().take(MOST_TERMS).map(term).collect_view();
    let left = counted.count().saturating_sub(MOST_TERMS);
    let more = (left > 0).then(|| {
        let text = fill(Key::MoreTerms, &[("count", &left.to_string())]);
        view! { <span class="term">" + "<span class="more">{text}</span></span> }
    });
    let bias = frame.film.bias.as_ref().map(|bias| {
        let cells: usize = frame.film.plan.output_size().iter().product();
        let value = bias.get(output / cells.max(1)).copied().unwrap_or(0.0);
        view! {
            <span class="term" class:ahead=frame.bias.is_none()>
                " + "<span class="bias">{say(Key::Bias)}" "{signed(value)}</span>
            </span>
        }
    });
    let channels = (frame.channel_sums.len() > 1).then(|| by_channel(frame));
    view! {
        <span class="sum">
            {shown}{more}{bias}
            <span class="result">" = "<output class="total">{number(frame.total)}</output></span>
        </span>
        {channels}
    }
    .into_any()
}

/// The same sum, channel by channel, as it is really added.
fn by_channel(frame: &Frame) -> impl IntoView {
    let sums = frame.channel_sums.iter().take(8).enumerate().map(|(index, sum)| {
        let text = fill(
            Key::ChannelSum,
            &[("index", &index.to_string()), ("sum", &number(*sum))],
        );
        view! { <span class="channel">{text}</span> }
    });
    let left = frame.channel_sums.len().saturating_sub(8);
    let more = (left > 0).then(|| fill(Key::MoreTerms, &[("count", &left.to_string())]));
    view! { <span class="channels">{sums.collect_view()}{more}</span> }
}

fn scattered(frame: &Frame) -> AnyView {
    let terms = frame
        .products
        .iter()
        .filter(|product| product.output.is_some())
        .take(MOST_TERMS)
        .map(|product| {
            view! {
                <span class="term" class:ahead=!product.done>
                    {factors(product)}" = "<span class="role-output">{number(product.x * product.w)}</span>
                </span>
                " "
            }
        });
    view! { <span class="sum stamps">{terms.collect_view()}</span> }.into_any()
}

fn term(product: &Product) -> impl IntoView + use<> {
    let is_nothing = product.x * product.w == 0.0;
    view! {
        <span class="term" class:nothing=is_nothing class:ahead=!product.done>
            <span class="plus">" + "</span>
            {factors(product)}
        </span>
    }
}

fn factors(product: &Product) -> impl IntoView + use<> {
    view! { <span class="role-input">{signed(product.x)}</span>"×"<span class="role-kernel">{signed(product.w)}</span> }
}
