//! Channels as tokens: each input channel has a hue and a pattern, and what is made of it carries its mark.
use super::super::Act;
use super::*;
use crate::coord::trace;
use crate::fit::words_width;
use crate::plane::Rect;
use crate::words;
use std::ops::Range;
use story::mixing::{ChannelSet, mixing, sources};
use story::{Cursor, Timeline};

/// Marks that are told apart: as many as there are hues and patterns.
const MARKS: usize = 6;
/// About so wide is a token.
const TOKEN: f32 = 70.0;
const HEIGHT: f32 = 42.0;
const APART: f32 = 8.0;
/// Between two rows, for the wires.
const WIRES: f32 = 42.0;
const HEADING: f32 = 21.0;
const HUES: [&str; MARKS] = ["hue c0", "hue c1", "hue c2", "hue c3", "hue c4", "hue c5"];

/// The output channel of the step, which is lit up with what it is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Focus {
    /// The layer that makes it.
    pub layer: usize,
    pub channel: usize,
    /// The first of the channels that the layer in hand makes it from.
    pub from: usize,
}

impl Focus {
    pub fn of(ask: &Ask<'_>, layer: usize) -> Option<Self> {
        let plan = &ask.frame.film.plan;
        let cells: usize = plan.output_size().iter().product();
        let channel = ask.frame.output_cell()? / cells.max(1);
        let from = sources(plan.spec(), channel).start;
        Some(Self { layer, channel, from })
    }

    /// For the input, and then for each layer, the channels that lead to it.
    fn lit(self, layers: &[&LayerSpec]) -> Vec<Range<usize>> {
        let mut lit = vec![0..0; layers.len() + 1];
        let mut now = self.channel..self.channel + 1;
        for row in (0..lit.len().min(self.layer + 2)).rev() {
            lit[row] = now.clone();
            if let Some(layer) = row.checked_sub(1).and_then(|layer| layers.get(layer)) {
                let last = now.end.saturating_sub(1);
                now = sources(layer, now.start).start..sources(layer, last).end;
            }
        }
        lit
    }
}

/// A row of tokens: the channels that are drawn, and where.
struct Row {
    channels: Range<usize>,
    y: f32,
    width: f32,
    left: f32,
}

impl Row {
    fn token(&self, channel: usize) -> Option<Rect> {
        let place = self.channels.clone().position(|other| other == channel)?;
        Some(Rect {
            x: self.left + place as f32 * (self.width + APART),
            y: self.y,
            width: self.width,
            height: HEIGHT,
        })
    }
}

/// Layers in a row: the input's channels and, under each layer, the channels that it makes. `focus` is what is
/// lit up, if the step makes one channel.
pub(super) fn column(
    sketch: &mut Sketch,
    ask: &Ask<'_>,
    title: &str,
    layers: &[&LayerSpec],
    (left, top): (f32, f32),
    room: f32,
    focus: Option<Focus>,
) {
    sketch.words("title", (left, top + TITLE), TITLE, title);
    let sets = mixing(layers);
    let most = (((room + APART) / (TOKEN + APART)) as usize).clamp(2, MARKS);
    let width = ((room - 2.0 + APART) / most as f32 - APART).min(TOKEN * 1.2);
    let plan = &ask.frame.film.plan;
    let cells: usize = plan.output_size().iter().product();
    let lit = focus.map_or_else(|| vec![0..0; layers.len() + 1], |focus| focus.lit(layers));
    let mut y = top + HEADING + 4.0;
    let mut above: Option<Row> = None;
    for (index, row_sets) in sets.iter().enumerate() {
        let made_by = index.checked_sub(1).and_then(|index| layers.get(index));
        let all = row_sets.len();
        // The present channel is among those that are drawn, with what it is made from.
        let lit = lit.get(index).cloned().unwrap_or(0..0);
        let shown = all.min(most);
        let makes_present = focus.is_some_and(|focus| index == focus.layer + 1);
        let wanted = focus.map_or(0, |focus| focus.from);
        let wanted = if lit.contains(&wanted) { wanted } else { lit.start };
        let first = (wanted / shown.max(1) * shown).min(all - shown);
        let name = match made_by {
            None => words::input().to_owned(),
            Some(spec) => line(spec, room),
        };
        if made_by.is_some() {
            y += WIRES;
        }
        let row = Row {
            channels: first..first + shown,
            y: y + HEADING,
            width,
            left: left + (room - shown as f32 * (width + APART) + APART) / 2.0,
        };
        if let (Some(above), Some(spec)) = (&above, made_by) {
            wires(sketch, spec, above, &row, &lit);
        }
        heading(sketch, &name, made_by.is_some(), all, all - shown, (left, y), room);
        for channel in row.channels.clone() {
            let (Some(rect), Some(set)) = (row.token(channel), row_sets.get(channel)) else {
                continue;
            };
            let is_input = made_by.is_none();
            let all = sets.first().map_or(0, Vec::len);
            token(sketch, &rect, channel, set, all, is_input);
            if makes_present && ask.frame.output_cell().is_some() {
                let timeline = Timeline::new(Arc::clone(&ask.frame.film), ask.frame.order, ask.scene.net.seed);
                let step = timeline.step_of(channel * cells);
                sketch.spot(&rect, Act::Step(Cursor::whole(step)));
            }
        }
        if makes_present {
            let ring = focus.and_then(|focus| row.token(focus.channel));
            sketch
                .marks
                .rect("ring", &ring.map(|rect| rect.inset(1.5)).unwrap_or_default(), 7.0);
        }
        y = row.y + HEIGHT;
        above = Some(row);
    }
}

/// A layer's line, as short as there is room for.
fn line(spec: &LayerSpec, room: f32) -> String {
    let fits = |line: &str| words_width(line, NOTE) < room - 84.0;
    let mut line = spec.to_string();
    for (more, less) in [("nn.", ""), ("kernel_size=", ""), (", bias=False", "")] {
        if !fits(&line) {
            line = line.replace(more, less);
        }
    }
    if !fits(&line) {
        let (ins, outs) = (spec.in_channels.unsigned_abs(), spec.out_channels.unsigned_abs());
        let channels = [&count(ins as usize), ", ", &count(outs as usize)].concat();
        line = [&spec.class_name(), "(", &channels, ", …)"].concat();
    }
    line
}

/// A row's name, how many channels it has, and how many of them are not drawn.
fn heading(
    sketch: &mut Sketch,
    name: &str,
    is_made: bool,
    all: usize,
    hidden: usize,
    (left, y): (f32, f32),
    room: f32,
) {
    let mut text = fill(ChannelsKey::SeparableChannels, &[("count", &count(all))]);
    if hidden > 0 {
        text = story::words::listed(&[&text, &words::more(hidden)]);
    }
    if words_width(name, NOTE) + words_width(&text, NOTE) + 10.0 > room {
        text = if hidden > 0 { words::more(hidden) } else { String::new() };
    }
    let (right, base) = (left + room - 2.0, y + NOTE + 1.0);
    if is_made {
        // The wires pass behind the words.
        for (x, words) in [(left, name), (right - words_width(&text, NOTE), text.as_str())] {
            let plate = Rect {
                x,
                y: y - 1.0,
                width: words_width(words, NOTE),
                height: NOTE + 6.0,
            };
            sketch.marks.rect("mixing plate", &plate, 3.0);
        }
    }
    let class = if is_made { "title k" } else { "title in" };
    sketch.words(class, (left, base), NOTE, name);
    sketch.marks.text("note end", right, base, NOTE, text);
}

/// What goes from a row to the one below it.
fn wires(sketch: &mut Sketch, spec: &LayerSpec, above: &Row, below: &Row, lit: &Range<usize>) {
    let (mut rest, mut now) = (String::new(), String::new());
    for channel in below.channels.clone() {
        for source in sources(spec, channel) {
            let (Some(from), Some(to)) = (above.token(source), below.token(channel)) else {
                continue;
            };
            let (x, y) = (from.centre().0, from.bottom());
            let (to_x, to_y) = (to.centre().0, to.y);
            let end = y + WIRES - 6.0;
            let bend = f32::midpoint(y, end);
            let path = if lit.contains(&channel) { &mut now } else { &mut rest };
            trace(path, "M..C......V.", &[x, y, x, bend, to_x, bend, to_x, end, to_y]);
        }
    }
    sketch.marks.path("mixing wire", rest);
    sketch.marks.path("mixing wire now", now);
}

/// A channel with the marks of the input channels that reached it.
fn token(sketch: &mut Sketch, rect: &Rect, channel: usize, set: &ChannelSet, all: usize, is_input: bool) {
    let class = if is_input { "cell in" } else { "cell out done" };
    sketch.marks.rect(class, rect, 6.0);
    sketch.hold(rect);
    let count_of = set.len();
    let shown = count_of.min(MARKS);
    let strips = Rect {
        x: rect.x + 5.0,
        y: rect.y + 5.0,
        width: rect.width - 10.0,
        height: 14.0,
    };
    let width = strips.width / shown.max(1) as f32;
    let mut pattern = String::new();
    let mut members = (0..all).filter(|&member| set.has(member));
    for index in 0..MARKS {
        let member = members.next().filter(|_| index < shown);
        let strip = member.map(|member| {
            let strip = Rect {
                x: strips.x + index as f32 * width,
                width: width - if shown > 1 { 1.0 } else { 0.0 },
                ..strips
            };
            patterned(&mut pattern, &strip, member % MARKS);
            (HUES[member % MARKS], strip)
        });
        let (class, strip) = strip.unwrap_or((HUES[0], Rect::default()));
        sketch.marks.rect(class, &strip, 2.0);
    }
    sketch.marks.path("mixing pattern", pattern);
    let text = if is_input {
        count(channel)
    } else {
        fill(
            ChannelsKey::SeparableFrom,
            &[("channel", &count(channel)), ("from", &from(set, all))],
        )
    };
    let at = (rect.centre().0, rect.bottom() - 12.0);
    let class = if is_input { "num in" } else { "num out" };
    sketch.marks.centred(class, at, NOTE, text);
}

/// Which channels are in a set, in a few letters.
fn from(set: &ChannelSet, all: usize) -> String {
    let members: Vec<usize> = (0..all).filter(|&member| set.has(member)).collect();
    match members.as_slice() {
        [] => say(ChannelsKey::SeparableNone).to_owned(),
        [one] => count(*one),
        _ if members.len() == all => say(ChannelsKey::SeparableAll).to_owned(),
        [first, .., last] if last - first + 1 == members.len() => [&count(*first), "–", &count(*last)].concat(),
        _ => fill(
            ChannelsKey::SeparableOf,
            &[("some", &count(members.len())), ("all", &count(all))],
        ),
    }
}

/// Appends a mark's pattern: none, upright lines, level lines, lines that rise, lines that fall, a lattice.
fn patterned(path: &mut String, rect: &Rect, mark: usize) {
    let (right, bottom) = (rect.right(), rect.bottom());
    if mark == 1 || mark == 5 {
        let mut x = rect.x + 2.5;
        while x < right {
            trace(path, "M..V.", &[x, rect.y, bottom]);
            x += 4.0;
        }
    }
    if mark == 2 || mark == 5 {
        let mut y = rect.y + 2.5;
        while y < bottom {
            trace(path, "M..H.", &[rect.x, y, right]);
            y += 4.0;
        }
    }
    if mark == 3 || mark == 4 {
        let mut at = 2.0 - rect.height;
        while at < rect.width {
            let (from, to) = (at.max(0.0), (at + rect.height).min(rect.width));
            let ys = if mark == 4 {
                [rect.y + from - at, rect.y + to - at]
            } else {
                [bottom - from + at, bottom - to + at]
            };
            trace(path, "M..L..", &[rect.x + from, ys[0], rect.x + to, ys[1]]);
            at += 5.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Vec<ChannelSet>> {
        let layers: Vec<LayerSpec> = lines.iter().map(|line| LayerSpec::parse(line).expect(line)).collect();
        mixing(&layers.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_set_is_said_in_a_few_letters() {
        for (layers, wanted) in [
            (&["Conv1d(4, 4, 1, groups=4)"][..], "0"),
            (&["Conv1d(4, 4, 1, groups=2)"], "0–1"),
            (&["Conv1d(4, 4, 1)"], "all"),
            (&["Conv1d(3, 2, 1, groups=2)"], "none"),
        ] {
            let rows = rows(layers);
            assert_eq!(from(&rows[1][0], rows[0].len()), wanted, "{layers:?}");
        }
    }

    #[test]
    fn patterns_differ_and_stay_inside() {
        let rect = Rect {
            x: 10.0,
            y: 20.0,
            width: 12.0,
            height: 14.0,
        };
        let mut seen: Vec<String> = Vec::new();
        for mark in 0..MARKS {
            let mut path = String::new();
            patterned(&mut path, &rect, mark);
            assert!(!seen.contains(&path), "{mark}");
            for number in path
                .split(['M', 'L', 'V', 'H', ' '])
                .filter_map(|number| number.parse::<f32>().ok())
            {
                assert!((10.0..=34.0).contains(&number), "{path}");
            }
            seen.push(path);
        }
    }
}
