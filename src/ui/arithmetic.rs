//! The arithmetic of the step: every product, the sums of the channels, the bias, and what they add up to.
use crate::dom::kept::Line;
use crate::dom::{El, el};
use crate::page::Page;
use crate::page::later::LATER;
use conv::{Finish, Source};
use story::text::{Key, fill, say};
use story::{Frame, Order, Product, number, signed};

/// More products than this are told by their channels' sums alone.
const MOST_TERMS: usize = 32;
/// More channels than this are counted.
const MOST_CHANNELS: usize = 8;

pub fn arithmetic(page: Page) -> El {
    let sum = move |line: &mut Line| {
        page.frame.with(|frame| match frame.as_deref() {
            None => {}
            Some(frame) if frame.cell.is_none() => line.put("sum", say(Key::AllAtOnce)),
            Some(frame) if frame.order == Order::Scatter => scattered(line, frame),
            Some(frame) if frame.film.plan.finish() != Finish::Sum => {
                if let Some(later) = LATER.now() {
                    line.put("sum", &(later.pooled)(frame));
                }
            }
            Some(frame) => gathered(line, frame),
        });
    };
    el("p.arithmetic").kept(sum)
}

fn gathered(line: &mut Line, frame: &Frame) {
    let output = frame.output_cell().unwrap_or(0);
    let counted = frame.products.iter().filter(|product| product.source != Source::Hole);
    line.open("sum");
    for product in counted.clone().take(MOST_TERMS) {
        line.open(term_class(product.x * product.w == 0.0, !product.done));
        line.put("plus", " + ");
        factors(line, product);
        line.close();
    }
    if let Some(more) = more(counted.count(), MOST_TERMS) {
        line.open("term");
        line.words(" + ");
        line.put("more", &more);
        line.close();
    }
    if let Some(bias) = &frame.film.bias {
        let cells: usize = frame.film.plan.output_size().iter().product();
        let value = bias.get(output / cells.max(1)).copied().unwrap_or(0.0);
        line.open(term_class(false, frame.bias.is_none()));
        line.words(" + ");
        line.put("bias", &[say(Key::Bias), " ", &signed(value)].concat());
        line.close();
    }
    line.open("result");
    line.words(" = ");
    // Not an `output`: it would be read aloud at every step, also while the film plays. The narration tells it.
    line.put("total", &number(frame.total));
    line.close();
    line.close();
    if frame.channel_sums.len() > 1 {
        by_channel(line, frame);
    }
}

/// The same sum, channel by channel, as it is really added.
fn by_channel(line: &mut Line, frame: &Frame) {
    line.open("channels");
    for (index, sum) in frame.channel_sums.iter().take(MOST_CHANNELS).enumerate() {
        let text = fill(
            Key::ChannelSum,
            &[("index", &index.to_string()), ("sum", &number(*sum))],
        );
        line.put("channel", &text);
    }
    if let Some(more) = more(frame.channel_sums.len(), MOST_CHANNELS) {
        line.words(&more);
    }
    line.close();
}

/// How many are left out, if any.
fn more(all: usize, most: usize) -> Option<String> {
    (all > most).then(|| fill(Key::MoreTerms, &[("count", &(all - most).to_string())]))
}

fn scattered(line: &mut Line, frame: &Frame) {
    let stamped = frame.products.iter().filter(|product| product.output.is_some());
    line.open("sum stamps");
    for product in stamped.take(MOST_TERMS) {
        line.open(term_class(false, !product.done));
        factors(line, product);
        line.words(" = ");
        line.put("role-output", &number(product.x * product.w));
        line.close();
        line.words(" ");
    }
    line.close();
}

/// A term that adds nothing, or that is still to come.
fn term_class(nothing: bool, ahead: bool) -> &'static str {
    match (nothing, ahead) {
        (false, false) => "term",
        (true, false) => "term nothing",
        (false, true) => "term ahead",
        (true, true) => "term nothing ahead",
    }
}

fn factors(line: &mut Line, product: &Product) {
    line.put("role-input", &signed(product.x));
    line.words("×");
    line.put("role-kernel", &signed(product.w));
}
