//! The transposed layer, told twice: each input cell stamps the kernel, or each output cell gathers with a window.
mod grids;
mod mosaic;
mod names;
mod overlap;
mod still;
mod table;

use super::lights::Lights;
use super::sketch::Sketch;
use super::{Ask, Picture};
use crate::coord::count;
use crate::shape::volume;
use conv::Op;
use grids::Grids;
use story::stamps::{Stamps, columns};
use story::text::{ExplainKey, LaterKey, TablesKey, fill, say};
use story::words::cell_name;
use story::{Frame, Shown, Tensor, number, signed};
use table::Table;

pub(super) const PICTURE: Picture = Picture::new(still::still, draw);

/// Between the table and the grids.
const ASIDE: f32 = 44.0;
/// So large are cells at least where the two stand side by side.
const BESIDE: f32 = 26.0;
/// Products of a table, at most.
const MOST: usize = 1 << 14;
/// Products that are looked at for the numbers of an output channel, at most.
const WORK: usize = 1 << 15;
/// So many of a step's products are written out.
const TERMS: usize = 9;

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let frame = ask.frame;
    let plan = &frame.film.plan;
    if plan.spec().op != Op::ConvTranspose {
        sketch.lines.push(say(ExplainKey::NotOfThis).to_owned());
        return;
    }
    sketch.label = say(TablesKey::TransposedLabel).to_owned();
    let channels = frame.channels();
    if plan.rank() > 1 {
        overlap::draw(sketch, frame, channels[1], ask.width);
    }
    let squares = volume(plan.input_size()).saturating_mul(volume(plan.kernel_size()));
    if squares <= MOST && cells(columns(plan).1) <= MOST {
        let stamps = Stamps::of(plan, channels);
        tables(sketch, ask, &stamps);
        made(sketch, ask, &stamps);
    } else {
        too_large(sketch, ask);
    }
}

/// Saturating: what is cropped may be far more than what is left.
fn cells(size: [usize; 3]) -> usize {
    size.iter().fold(1, |cells, &size| cells.saturating_mul(size))
}

/// The table, and with one axis the grids, side by side where there is room.
fn tables(sketch: &mut Sketch, ask: &Ask<'_>, stamps: &Stamps) {
    let (frame, width) = (ask.frame, ask.width);
    let mut lights = Lights::of(frame, ask.pointed);
    let is_line = frame.film.plan.rank() == 1;
    let shown = shown(frame, stamps.channels[1]);
    let grids = |room: f32| Grids::of(frame, stamps.channels, &shown, room).filter(|_| is_line);
    let beneath = grids(width);
    // As large as beneath the table, or if that leaves too little room, in half of the width.
    let large = beneath.clone().filter(|grids| grids.width() <= width * 0.6 - ASIDE);
    if let Some(grids) = large
        .or_else(|| grids(width * 0.5))
        .filter(|grids| grids.pitch() >= BESIDE)
    {
        let table = Table::of(stamps, frame, &shown, width - grids.width() - ASIDE);
        if let Some(table) = table.filter(|table| table.cell() >= BESIDE && table.is_one_line()) {
            let x = table.width() + ASIDE;
            table.draw(sketch, &mut lights, 0.0);
            grids.draw(sketch, &mut lights, (x, 0.0));
            return lights.draw(sketch);
        }
    }
    let top = if is_line { 0.0 } else { sketch.bottom() + 28.0 };
    if let Some(table) = Table::of(stamps, frame, &shown, width) {
        table.draw(sketch, &mut lights, top);
    } else if !mosaic::draw(sketch, stamps, frame, top, width) {
        too_large(sketch, ask);
    }
    if let Some(grids) = beneath {
        let top = sketch.bottom() + 26.0;
        grids.draw(sketch, &mut lights, (0.0, top));
    } else if is_line {
        let [_, _, columns] = columns(&frame.film.plan).1;
        sketch.lines.push(grids::too_large(columns));
    }
    lights.draw(sketch);
}

/// An output channel as far as it is there; none where that is too much for a step.
fn shown(frame: &Frame, channel: usize) -> Vec<Shown> {
    let plan = &frame.film.plan;
    let cells = volume(plan.output_size());
    if cells.saturating_mul(plan.slots()) > WORK {
        return Vec::new();
    }
    let mut shown = Vec::with_capacity(cells);
    for cell in channel * cells..(channel + 1) * cells {
        shown.push(frame.output(cell));
    }
    shown
}

/// This step's products in the table: what an output gathers, or an input stamps.
fn terms(ask: &Ask<'_>, stamps: &Stamps) -> Option<String> {
    let frame = ask.frame;
    let film = &frame.film;
    let (key, tensor, join) = match frame.input_cell() {
        Some(_) => (TablesKey::TransposedStamps, Tensor::Input, ", "),
        None if film.plan.slots() > volume(film.plan.kernel_size()) => {
            (TablesKey::TransposedTermsOf, Tensor::Output, " + ")
        }
        None => (TablesKey::TransposedTerms, Tensor::Output, " + "),
    };
    let mut text = String::new();
    let (mut terms, mut sum) = (0, 0.0);
    for square in &stamps.squares {
        let is_mine = frame.input_cell() == Some(square.input)
            || frame.output_cell().is_some_and(|cell| square.output == Some(cell));
        if !is_mine || square.output.is_none() || !frame.has_made(square) {
            continue;
        }
        let (x, w) = (film.input[square.input], film.weight[square.weight]);
        sum += x * w;
        terms += 1;
        if terms <= TERMS {
            text.push_str(if terms > 1 { join } else { "" });
            text.push_str(&[&number(x), " × ", &signed(w)].concat());
        }
    }
    if terms > TERMS {
        text.push_str(&[join, "…"].concat());
    }
    if terms == 0 {
        text.push_str(say(TablesKey::TransposedNothing));
    } else if tensor == Tensor::Output {
        text.push_str(&[" = ", &number(sum)].concat());
    }
    let cell = cell_name(film, tensor, frame.cell?);
    let channel = count(stamps.channels[0]);
    Some(fill(key, &[("cell", &cell), ("channel", &channel), ("terms", &text)]))
}

/// This step's products and how far the film is, and of which channels the table is.
fn made(sketch: &mut Sketch, ask: &Ask<'_>, stamps: &Stamps) {
    let (mut made, mut all) = (0, 0);
    for square in &stamps.squares {
        if square.output.is_some() {
            all += 1;
            made += usize::from(ask.frame.has_made(square));
        }
    }
    let arguments = [("made", &*count(made)), ("all", &count(all))];
    let mut line = terms(ask, stamps).map_or_else(String::new, |terms| terms + say(LaterKey::Stop));
    line += &fill(TablesKey::TransposedMade, &arguments);
    sketch.lines.push(line);
    let plan = &ask.frame.film.plan;
    let (ins, outs) = (plan.input_shape()[0], plan.output_shape()[0]);
    if ins > 1 || outs > 1 {
        let [input, output] = stamps.channels.map(count);
        let arguments = [
            ("in", input.as_str()),
            ("ins", &count(ins)),
            ("out", &output),
            ("outs", &count(outs)),
        ];
        let mut line = fill(TablesKey::TransposedPair, &arguments);
        if ins > plan.spec().groups as usize {
            line += say(TablesKey::TransposedOthers);
        }
        sketch.lines.push(line);
    }
}

fn too_large(sketch: &mut Sketch, ask: &Ask<'_>) {
    let plan = &ask.frame.film.plan;
    let arguments = [
        ("rows", count(volume(plan.input_size()))),
        ("columns", count(cells(columns(plan).1))),
    ];
    let [rows, columns] = &arguments;
    sketch.lines.push(fill(
        TablesKey::TransposedTooLarge,
        &[(rows.0, &rows.1), (columns.0, &columns.1)],
    ));
}
