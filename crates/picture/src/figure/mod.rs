//! Figures: pictures that stand alone, for slides, papers and print, drawn with the marks that the screen has.
//!
//! A [`Sheet`] is marks on paper with the words that belong to them; [`Sheet::svg`] and [`Sheet::tikz`] write it, all
//! colours worked out.
mod colour;
mod exercise;
mod look;
mod path;
mod sheet;
mod strip;
mod style;
mod svg;
mod tex;
mod tikz;
#[cfg(test)]
mod vision;

pub use exercise::{EXERCISE_WIDTH, exercise};
pub use sheet::Sheet;
pub use strip::{STRIP_WIDTH, strip};
pub use style::Scheme;

use crate::explain::Explained;
use crate::{ALL, Viewport, backdrop, layout, overlay};
use story::Frame;
use story::words;

/// How wide a figure is where nobody says otherwise, and how wide it can be.
pub const WIDTH: f32 = 720.0;
pub const WIDTHS: [f32; 2] = [16.0, 4096.0];
/// How wide a drawing is that goes between the words of a paper: at 0.75 pt a pixel it fits the column of an article.
const COLUMN: f32 = 460.0;

/// Between these widths a figure is laid out anew; smaller and larger ones are the same, smaller and larger.
const LAID_OUT: [f32; 2] = [280.0, 800.0];

/// Around a picture.
const MARGIN: f32 = 16.0;

/// A step as a figure, with the layer's line and the step in words beneath it; and beneath that an explaining picture.
pub fn figure(frame: &Frame, explained: Option<&Explained>, width: f32) -> Sheet {
    let mut sheet = captioned(frame, width, &words::step(frame));
    if let Some(Explained { drawing, style }) = explained {
        sheet.styles.push(style);
        sheet.gap(MARGIN);
        let left = (inner(width) - drawing.size.0) / 2.0;
        sheet.put(MARGIN + left, drawing.size.1, drawing.marks.clone());
        for line in &drawing.lines {
            sheet.words("note", 13.0, line);
        }
    }
    sheet.gap(MARGIN);
    sheet
}

/// A step as one of a film: what is said beneath it is short, so that it stays in its place.
pub fn still(frame: &Frame, width: f32) -> Sheet {
    let mut sheet = captioned(frame, width, &words::step_result(frame));
    sheet.gap(MARGIN);
    sheet
}

fn captioned(frame: &Frame, width: f32, step: &str) -> Sheet {
    let width = width.clamp(WIDTHS[0], WIDTHS[1]);
    let shown = laid_out(width);
    let mut sheet = Sheet::new(&words::shapes(&frame.film), &words::alt(frame), shown).scaled(width / shown);
    picture(&mut sheet, frame, shown);
    sheet.words("title", 14.0, &frame.film.plan.spec().to_string());
    sheet.words("note", 13.0, step);
    sheet
}

/// How wide an explaining picture is in a figure of a width.
pub fn inner(width: f32) -> f32 {
    laid_out(width) - 2.0 * MARGIN
}

fn laid_out(width: f32) -> f32 {
    width.clamp(LAID_OUT[0], LAID_OUT[1])
}

/// A step for a paper written in LaTeX, which has captions of its own.
pub fn tikz(frame: &Frame, scheme: Scheme) -> String {
    let mut sheet = Sheet::new(&words::shapes(&frame.film), &words::alt(frame), COLUMN);
    picture(&mut sheet, frame, COLUMN);
    sheet.tikz(scheme)
}

fn picture(sheet: &mut Sheet, frame: &Frame, width: f32) {
    let view = Viewport {
        width: width - 2.0 * MARGIN,
        height: if width < 560.0 { width * 1.4 } else { width * 0.6 },
    };
    let layout = layout(frame, view);
    let mut marks = backdrop(&layout, &frame.film, &ALL);
    marks.extend(overlay(&layout, frame, &ALL));
    let (across, down) = layout.size();
    sheet.gap(MARGIN);
    sheet.put((width - across) / 2.0, down + 6.0, marks);
}
