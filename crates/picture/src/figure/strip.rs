//! All steps of a film on one sheet, for paper.
use super::sheet::{height, set, wrapped};
use super::{MARGIN, Sheet, WIDTHS};
use crate::{ALL, Layout, Mark, Viewport, backdrop, layout, overlay};
use story::text::{ExportKey, fill};
use story::{Cursor, Frame, Timeline, words};

/// How wide a strip is where nobody says otherwise.
pub const STRIP_WIDTH: f32 = 1000.0;
/// So many steps can be on it; of a film that has more, so many of the first ones.
const MOST: usize = 30;
const FIRST: usize = 24;
/// What a step needs, at the least.
const NARROWEST: f32 = 290.0;
/// Between one step and the next.
const GAP: f32 = 18.0;
const TYPE: f32 = 12.0;
/// How high a step may be, against its width.
const HEIGHTS: [f32; 3] = [0.8, 1.15, 1.5];

/// The first steps of a film, or all of them, in rows.
pub fn strip(timeline: &Timeline, width: f32) -> Sheet {
    let shown = width.clamp(WIDTHS[0], WIDTHS[1]);
    let width = shown.clamp(NARROWEST + 2.0 * MARGIN, STRIP_WIDTH);
    let scale = shown / width;
    let steps = timeline.steps();
    let shown = if steps > MOST { FIRST } else { steps };
    let shapes = words::shapes(timeline.film());
    let note = (shown < steps).then(|| {
        let counts = [("shown", &*shown.to_string()), ("steps", &*steps.to_string())];
        fill(ExportKey::StripFirst, &counts)
    });
    let about = [&shapes, note.as_deref().unwrap_or_default()].join(" ");
    let mut sheet = Sheet::new(&shapes, about.trim_end(), width).scaled(scale);
    sheet.gap(MARGIN * 0.6);
    sheet.words("title", 15.0, &timeline.film().plan.spec().to_string());
    if let Some(note) = &note {
        sheet.words("note", 13.0, note);
    }
    let columns = ((width - 2.0 * MARGIN + GAP) / (NARROWEST + GAP)).max(1.0) as usize;
    let across = (width - 2.0 * MARGIN + GAP) / columns as f32 - GAP;
    let panels: Vec<Panel> = (0..shown)
        .map(|step| Panel::new(&timeline.at(Cursor::whole(step)), across))
        .collect();
    for row in panels.chunks(columns) {
        let tall = |of: fn(&Panel) -> f32| row.iter().map(of).fold(0.0, f32::max);
        let (picture, words) = (tall(|panel| panel.size.1), tall(|panel| panel.below));
        sheet.gap(GAP);
        let top = sheet.extent().1;
        for (column, panel) in row.iter().enumerate() {
            let left = MARGIN + column as f32 * (across + GAP);
            let (x, y) = (left + (across - panel.size.0) / 2.0, top + picture - panel.size.1);
            sheet.place(x, y, panel.marks.clone());
            sheet.place(left, top + picture + 4.0, panel.words.clone());
        }
        sheet.gap(picture + 4.0 + words);
    }
    sheet.gap(MARGIN);
    sheet
}

/// One step: its picture and what is said beneath it.
struct Panel {
    marks: Vec<Mark>,
    size: (f32, f32),
    words: Vec<Mark>,
    below: f32,
}

/// The lowest layout in which all cells show their numbers; where none does, the lowest.
fn low(frame: &Frame, across: f32) -> Layout {
    let layouts = HEIGHTS.iter().map(|height| {
        let view = Viewport {
            width: across,
            height: across * height,
        };
        layout(frame, view)
    });
    let mut layouts: Vec<Layout> = layouts.collect();
    let first = layouts.iter().position(|layout| !layout.has_mosaic());
    layouts.swap_remove(first.unwrap_or(0))
}

impl Panel {
    fn new(frame: &Frame, across: f32) -> Self {
        let layout = low(frame, across);
        let mut marks = backdrop(&layout, &frame.film, &ALL);
        marks.extend(overlay(&layout, frame, &ALL));
        let step = (frame.cursor.step + 1).to_string();
        let said = fill(
            ExportKey::StripStep,
            &[("step", &step), ("what", &words::result(frame))],
        );
        let lines = wrapped(&said, TYPE, across);
        Self {
            marks,
            size: layout.size(),
            below: height(TYPE, lines.len()),
            words: set("note", TYPE, lines),
        }
    }
}
