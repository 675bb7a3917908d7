//! The magnifier: the window of one output cell, its numbers, and their sum, computed by the exact path.
use crate::dom::{Derived, El, el};
use crate::image::lab::{Lab, Place};
use conv::Finish;
use story::image::{Kind, Look, Seen, look};
use story::text::{ImageKey, LaterKey, fill, say};
use story::{number, signed};
use web_sys::KeyboardEvent;

/// A window with more cells in a channel is not written out.
const MOST: usize = 49;
/// Nor more channels than these.
const CHANNELS: usize = 4;
/// Cells of a signal in a row.
const ROW: usize = 5;
/// How far a key goes with Shift.
const FAR: isize = 10;

/// What a key does on the output.
pub fn moved(lab: Lab, event: &KeyboardEvent) {
    let Some(applied) = lab.tried.get_untracked().and_then(Result::ok) else {
        return;
    };
    let [_, rows, columns] = applied.plan.output_size();
    let channels = applied.plan.out_channels();
    let by = if event.shift_key() { FAR } else { 1 };
    let (channel, down, right) = match &*event.key() {
        "ArrowLeft" => (0, 0, -by),
        "ArrowRight" => (0, 0, by),
        "ArrowUp" => (0, -by, 0),
        "ArrowDown" => (0, by, 0),
        "PageUp" => (-1, 0, 0),
        "PageDown" => (1, 0, 0),
        _ => return,
    };
    event.prevent_default();
    let now = lab.place.get_untracked().unwrap_or(Place {
        channel: 0,
        row: rows / 2,
        column: columns / 2,
    });
    let go = |at: usize, by: isize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
    lab.place.set(Some(Place {
        channel: go(now.channel, channel, channels),
        row: go(now.row, down, rows),
        column: go(now.column, right, columns),
    }));
}

/// The place, within the output that is there now.
fn place(lab: Lab) -> Option<Place> {
    let applied = lab.applied()?;
    let [_, rows, columns] = applied.plan.output_size();
    lab.place.get().map(|place| Place {
        channel: place.channel.min(applied.plan.out_channels().saturating_sub(1)),
        row: place.row.min(rows.saturating_sub(1)),
        column: place.column.min(columns.saturating_sub(1)),
    })
}

/// The place and what is seen there.
fn seen(lab: Lab) -> Option<(Place, Look)> {
    let place = place(lab)?;
    let applied = lab.applied()?;
    // What is looked at follows the picture.
    lab.picture.with(|_| ());
    lab.signal.with(|_| ());
    let [_, rows, columns] = applied.plan.output_size();
    let output = (place.channel * rows + place.row) * columns + place.column;
    let channels = applied.plan.channels();
    Some((place, look(&applied, output, |index| lab.cell(channels, index))))
}

pub fn magnifier(lab: Lab) -> El {
    let now = Derived::new(move || seen(lab));
    let words = move || now.with(|now| now.as_ref().map_or_else(hint, |(place, look)| said(lab, *place, look)));
    let tables = move || now.with(|now| now.as_ref().map(|(_, look)| tables(lab, look)).unwrap_or_default());
    el("div.magnifier")
        .live_attr("hidden", move || lab.shown().is_none().then(String::new))
        .child(
            el("p.image-spot")
                .attrs(&[("id", "image-place"), ("aria-live", "polite")])
                .live_text(words),
        )
        // Wider than a narrow window: the keyboard scrolls it.
        .child(
            el("div.image-windows")
                .attrs(&[
                    ("role", "group"),
                    ("tabindex", "0"),
                    ("aria-label", say(ImageKey::Magnifier)),
                ])
                .live(tables),
        )
}

fn hint() -> String {
    say(ImageKey::MagnifierHint).to_owned()
}

/// Where it is and what the window's sum is: in one line.
fn said(lab: Lab, place: Place, look: &Look) -> String {
    let [channel, row, column] = [place.channel, place.row, place.column].map(|at| at.to_string());
    let key = if is_signal(lab) {
        ImageKey::Position
    } else {
        ImageKey::Place
    };
    let at = fill(key, &[("channel", &channel), ("row", &row), ("column", &column)]);
    let mut terms: Vec<String> = look.sums.iter().map(|sum| signed(*sum)).collect();
    terms.extend(look.bias.map(signed));
    let value = number(look.value);
    match &terms[..] {
        [_] => [&at, say(LaterKey::Colon), &value].concat(),
        _ => [&at, say(LaterKey::Colon), &terms.join(" + "), " = ", &value].concat(),
    }
}

fn is_signal(lab: Lab) -> bool {
    lab.kind.get() == Some(Kind::Signal)
}

/// The window, a table for each channel of the input.
fn tables(lab: Lab, look: &Look) -> Vec<El> {
    let cells: usize = look.window.iter().product();
    let finish = lab.applied().map(|applied| applied.plan.finish());
    let is_signal = is_signal(lab);
    let heading = match finish {
        Some(Finish::Mean) => ImageKey::Mean,
        Some(Finish::Max) => ImageKey::Max,
        Some(Finish::Relu) => ImageKey::Relu,
        Some(Finish::Copy) => ImageKey::Copy,
        _ if is_signal => ImageKey::SumOfCells,
        _ => ImageKey::Sum,
    };
    if cells > MOST || look.channels.len() > CHANNELS {
        let count = (cells * look.channels.len()).to_string();
        return vec![el("p.hint").text(&fill(ImageKey::Wide, &[("count", &count)]))];
    }
    let is_grey = lab.applied().is_some_and(|applied| applied.plan.channels() == 1);
    // A signal's row is broken as a text is.
    let columns = if is_signal { ROW } else { look.window[1] };
    let tables = look.channels.iter().zip(&look.sums).map(|((channel, seen), sum)| {
        let name = match channel {
            _ if is_signal => ImageKey::Signal,
            _ if is_grey => ImageKey::Grey,
            0 => ImageKey::Red,
            1 => ImageKey::Green,
            _ => ImageKey::Blue,
        };
        let table = table(say(name), seen, columns, *sum);
        if is_signal {
            table.attr("data-signal", "")
        } else {
            table
        }
    });
    let mut parts = vec![el("p.hint").text(say(heading))];
    parts.extend(tables);
    parts
}

fn table(name: &str, seen: &[Seen], columns: usize, sum: f32) -> El {
    let rows = seen
        .chunks(columns.max(1))
        .map(|row| el("tr").children(row.iter().map(cell).collect()));
    let caption = fill(ImageKey::SumOf, &[("name", name), ("sum", &number(sum))]);
    el("table.image-window")
        .child(el("caption").text(&caption))
        .child(el("tbody").children(rows.collect()))
}

fn cell(seen: &Seen) -> El {
    let cell = el(if seen.is_padding { "td.pad" } else { "td" });
    let Some(value) = seen.value else {
        return cell.text(say(ImageKey::Empty));
    };
    let share = value.clamp(0.0, 1.0);
    let swatch = el("i.image-swatch").live_style("--light", move || Some(format!("{}%", (share * 100.0).round())));
    let cell = cell.child(swatch).text(&number(value));
    match seen.weight {
        Some(weight) => cell.child(el("span.image-weight").text(" × ").text(&signed(weight))),
        None => cell,
    }
}

/// What marks the place: the pixel on the output's channel, or (with `None`) the window on the input.
pub fn marks(lab: Lab, output: Option<Option<usize>>) -> El {
    let at = Derived::new(move || {
        let place = place(lab)?;
        let applied = lab.applied()?;
        let (span, [_, rows, columns]) = match output {
            Some(channel) if channel.is_none_or(|channel| channel == place.channel) => {
                ([place.row, place.column, 1, 1], applied.plan.output_size())
            }
            Some(_) => return None,
            None => (reach(lab)?, applied.plan.input_size()),
        };
        let share = |at: usize, of: usize| at as f32 / of.max(1) as f32 * 100.0;
        Some([
            share(span[1], columns),
            share(span[0], rows),
            share(span[3], columns),
            share(span[2], rows),
        ])
    });
    let side = move |index: usize| move || at.with(|at| at.map(|at| format!("{}%", at[index])));
    el("i.image-mark")
        .live_attr("hidden", move || at.with(Option::is_none).then(String::new))
        .live_style("left", side(0))
        .live_style("top", side(1))
        .live_style("width", side(2))
        .live_style("height", side(3))
}

/// Rows and columns of the input that the window reaches: the first ones, and how many.
fn reach(lab: Lab) -> Option<[usize; 4]> {
    let (_, look) = seen(lab)?;
    look.reach
}
