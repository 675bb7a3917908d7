//! What a step's products say for the match and against it, as bars on a scale of all that the filter could reach.
use super::super::sketch::{NOTE, Sketch};
use super::Pattern;
use crate::coord::{count, trace};
use crate::fit::words_width;
use crate::hatch;
use crate::plane::Rect;
use crate::words;
use story::matching::{Balance, reach, span};
use story::text::{LaterKey, NumbersKey, fill, say};
use story::words::cell_name;
use story::{Frame, Tensor, apart, number};

const ROW: f32 = 24.0;
const BAR: f32 = 14.0;
/// Room for the words before the bars, and for the numbers behind them.
const WORDS: f32 = 82.0;
const NUMBERS: f32 = 58.0;

/// A bar's words, its classes and its number.
type Row = (&'static str, &'static str, f32);

pub(super) fn bars(
    sketch: &mut Sketch,
    pattern: &Pattern<'_>,
    (balance, has_bias): (Balance, bool),
    filter: usize,
    (left, top): (f32, f32),
) {
    let bias = pattern.film.bias.as_ref().and_then(|bias| bias.get(filter)).copied();
    let bias = bias.unwrap_or(0.0);
    let (least, most) = reach(pattern.film, filter, span(pattern.film));
    let (low, high) = ((least + bias.min(0.0)).min(0.0), (most + bias.max(0.0)).max(0.0));
    let from = left + WORDS;
    let room = (pattern.ask.width - from - NUMBERS).min(360.0);
    let scale = if high > low { room / (high - low) } else { 0.0 };
    let x_of = |value: f32| from + ((value.clamp(low, high) - low) * scale).max(0.0);
    let mut rows: Vec<Row> = vec![
        (say(NumbersKey::MatchPositive), "bar plus", balance.positive),
        (say(NumbersKey::MatchNegative), "bar minus", balance.negative),
    ];
    if has_bias {
        rows.push((words::bias(), "bar bias", balance.bias));
    }
    rows.push((say(NumbersKey::MatchTotal), "bar total", pattern.ask.frame.total));
    let height = rows.len() as f32 * ROW;
    let mut hatch = String::new();
    for (index, (name, class, value)) in rows.into_iter().enumerate() {
        let y = top + index as f32 * ROW;
        let (a, b) = (x_of(0.0), x_of(value));
        let bar = Rect {
            x: a.min(b),
            y: y + (ROW - BAR) / 2.0,
            width: (a - b).abs(),
            height: BAR,
        };
        let is_total = class == "bar total";
        sketch.marks.rect(class, &bar, 2.0);
        if class == "bar minus" {
            hatch::falling(&mut hatch, &bar);
        }
        let (words, figure) = if is_total {
            ("title out", "score out")
        } else {
            ("note", "score")
        };
        let base = y + ROW / 2.0 + NOTE * 0.36;
        sketch.words(words, (left, base), NOTE, name);
        let right = from + room + NUMBERS - 4.0;
        sketch.marks.text(figure, right, base, NOTE + 1.0, number(value));
    }
    sketch.marks.path("hatch minus", hatch);
    let mut axis = String::new();
    trace(&mut axis, "M..v.", &[x_of(0.0), top, height]);
    let bottom = top + height + 3.0;
    // What the products alone can reach, as the sentence says it; a bias may take the sum beyond.
    let (start, end) = (x_of(least), x_of(most));
    trace(&mut axis, "M..v.h.v.", &[start, bottom + 4.0, -4.0, end - start, 4.0]);
    sketch.marks.path("matching scale", axis);
    sketch.hold(&Rect {
        x: left,
        y: top,
        width: WORDS + room + NUMBERS - 4.0,
        height: height + 8.0,
    });
    let base = bottom + 4.0 + NOTE;
    let size = NOTE - 1.0;
    let ends = [number(least), number(most)];
    let widths = ends.each_ref().map(|end| words_width(end, size));
    // The numbers stand within the bracket, or where it is narrow to both sides of it.
    let is_narrow = widths[0] + widths[1] + size > end - start;
    let (low_end, high_end) = if is_narrow {
        let middle = f32::midpoint(start, end);
        (middle - size / 2.0, middle + size / 2.0 + widths[1])
    } else {
        (start + widths[0], end)
    };
    let [low, high] = ends;
    sketch.marks.text("note end", low_end, base, size, low);
    sketch.marks.text("note end", high_end, base, size, high);
}

/// The ends of the scale in words.
pub(super) fn scale_sentence(pattern: &Pattern<'_>, filter: usize) -> String {
    let (low, high) = span(pattern.film);
    let (least, most) = reach(pattern.film, filter, (low, high));
    fill(
        NumbersKey::MatchReach,
        &[
            ("low", &number(low)),
            ("high", &number(high)),
            ("filter", &count(filter)),
            ("least", &number(least)),
            ("most", &number(most)),
        ],
    )
}

/// The step in words: the output, and the same products added by sign.
pub(super) fn sentence(frame: &Frame, balance: &Balance, output: usize) -> String {
    let difference = balance.total() - frame.total;
    let is_equal = apart(balance.total(), frame.total) == 0.0;
    let bias = match frame.bias {
        Some(bias) => [say(LaterKey::Comma), words::bias(), " ", &number(bias)].concat(),
        None => String::new(),
    };
    let key = if is_equal {
        NumbersKey::MatchEqual
    } else {
        NumbersKey::MatchRounded
    };
    fill(
        key,
        &[
            ("cell", &cell_name(&frame.film, Tensor::Output, output)),
            ("total", &number(frame.total)),
            ("positive", &number(balance.positive)),
            ("negative", &number(balance.negative)),
            ("bias", &bias),
            ("difference", &number(difference)),
        ],
    )
}
