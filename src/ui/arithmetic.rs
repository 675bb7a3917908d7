//! The arithmetic of the step: every product, the sums of the channels, the bias, and what they add up to.
use crate::dom::{El, el, text};
use crate::page::Page;
use conv::Source;
use story::text::{Key, fill, say};
use story::{Frame, Order, Product, number, signed};

/// More products than this are told by their channels' sums alone.
const MOST_TERMS: usize = 32;
/// More channels than this are counted.
const MOST_CHANNELS: usize = 8;

pub fn arithmetic(page: Page) -> El {
    let sum = move || {
        page.frame.with(|frame| match frame.as_deref() {
            None => Vec::new(),
            Some(frame) if frame.cell.is_none() => vec![el("span.sum").text(say(Key::AllAtOnce))],
            Some(frame) if frame.order == Order::Scatter => vec![scattered(frame)],
            Some(frame) => gathered(frame),
        })
    };
    el("p.arithmetic").live(sum)
}

fn gathered(frame: &Frame) -> Vec<El> {
    let output = frame.output_cell().unwrap_or(0);
    let counted = frame.products.iter().filter(|product| product.source != Source::Hole);
    let shown = counted.clone().take(MOST_TERMS).map(term).collect();
    let more = more(counted.count(), MOST_TERMS);
    let more = more.map(|more| el("span.term").text(" + ").child(el("span.more").text(&more)));
    let bias = frame.film.bias.as_ref().map(|bias| {
        let cells: usize = frame.film.plan.output_size().iter().product();
        let value = bias.get(output / cells.max(1)).copied().unwrap_or(0.0);
        let bias = el("span.bias").text(say(Key::Bias)).text(" ").text(&signed(value));
        el(term_class(false, frame.bias.is_none())).text(" + ").child(bias)
    });
    let total = el("output.total").text(&number(frame.total));
    let sum = el("span.sum")
        .children(shown)
        .maybe(more)
        .maybe(bias)
        .child(el("span.result").text(" = ").child(total));
    let mut parts = vec![sum];
    if frame.channel_sums.len() > 1 {
        parts.push(by_channel(frame));
    }
    parts
}

/// The same sum, channel by channel, as it is really added.
fn by_channel(frame: &Frame) -> El {
    let sums = frame.channel_sums.iter().take(MOST_CHANNELS).enumerate();
    let sums = sums.map(|(index, sum)| {
        let text = fill(
            Key::ChannelSum,
            &[("index", &index.to_string()), ("sum", &number(*sum))],
        );
        el("span.channel").text(&text)
    });
    let more = more(frame.channel_sums.len(), MOST_CHANNELS).map(|more| text(&more));
    el("span.channels").children(sums.collect()).maybe(more)
}

/// How many are left out, if any.
fn more(all: usize, most: usize) -> Option<String> {
    (all > most).then(|| fill(Key::MoreTerms, &[("count", &(all - most).to_string())]))
}

fn scattered(frame: &Frame) -> El {
    let stamped = frame.products.iter().filter(|product| product.output.is_some());
    let mut sum = el("span.sum.stamps");
    for product in stamped.take(MOST_TERMS) {
        let result = el("span.role-output").text(&number(product.x * product.w));
        let term = el(term_class(false, !product.done)).children(factors(product));
        sum = sum.child(term.text(" = ").child(result)).text(" ");
    }
    sum
}

fn term(product: &Product) -> El {
    let is_nothing = product.x * product.w == 0.0;
    el(term_class(is_nothing, !product.done))
        .child(el("span.plus").text(" + "))
        .children(factors(product))
}

/// A term that adds nothing, or that is still to come.
fn term_class(nothing: bool, ahead: bool) -> &'static str {
    match (nothing, ahead) {
        (false, false) => "span.term",
        (true, false) => "span.term.nothing",
        (false, true) => "span.term.ahead",
        (true, true) => "span.term.nothing.ahead",
    }
}

fn factors(product: &Product) -> Vec<El> {
    vec![
        el("span.role-input").text(&signed(product.x)),
        text("×"),
        el("span.role-kernel").text(&signed(product.w)),
    ]
}
