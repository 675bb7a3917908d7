//! Charts, by plotters. They are drawn in marker colours, which become classes: themes are the style sheet's.
mod bars;
mod estimate;
mod race;
mod staircase;

pub use bars::bars;
pub use race::{Heat, race};
pub use staircase::staircase;

use estimate::Estimate;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The words of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartWords {
    /// What the horizontal axis is.
    pub x: String,
    /// What the vertical axis is.
    pub y: String,
    /// What the chart shows, for those who read it and those who hear it.
    pub title: String,
}

/// A colour that stands for a class until the chart is drawn.
const fn marker(number: u8) -> RGBColor {
    RGBColor(1, 2, number)
}

const CLASSES: [(RGBColor, &str, &str); 14] = [
    (BAR, "#010209", "bar"),
    (GRID, "#01020A", "grid"),
    (AXIS, "#01020B", "axis"),
    (STEP, "#01020C", "step"),
    (DOT, "#01020D", "dot"),
    (PRESENT, "#01020E", "present"),
    (WORD, "#01020F", "word"),
    (SAME, "#010210", "same"),
    (LANES[0], "#010211", "lane0"),
    (LANES[1], "#010212", "lane1"),
    (LANES[2], "#010213", "lane2"),
    (LANES[3], "#010214", "lane3"),
    (LANES[4], "#010215", "lane4"),
    (LANES[5], "#010216", "lane5"),
];
const BAR: RGBColor = marker(9);
const GRID: RGBColor = marker(10);
const SAME: RGBColor = marker(16);
const AXIS: RGBColor = marker(11);
const STEP: RGBColor = marker(12);
const DOT: RGBColor = marker(13);
const PRESENT: RGBColor = marker(14);
const WORD: RGBColor = marker(15);
/// Of those who race.
const LANES: [RGBColor; 6] = [marker(17), marker(18), marker(19), marker(20), marker(21), marker(22)];

/// About 12 pixels: plotters counts a line, SVG a letter.
const TYPE: f64 = 15.0;

type Area<'a> = DrawingArea<Estimate<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<<Estimate<'static> as DrawingBackend>::ErrorType>>;

/// A drawing of this size as SVG with classes; empty where it fails.
fn drawn(size: (u32, u32), title: &str, draw: impl FnOnce(&Area<'_>) -> Drawn) -> String {
    let mut text = String::new();
    let area = Estimate::new(SVGBackend::with_string(&mut text, size)).into_drawing_area();
    if draw(&area).is_err() {
        return String::new();
    }
    drop(area);
    classed(&text, title)
}

/// Words or a number, anchored at a pixel.
fn say(area: &Area<'_>, text: &str, (across, down): (HPos, VPos), at: (i32, i32)) -> Drawn {
    let style = ("system-ui, sans-serif", TYPE).into_font().color(&WORD);
    area.draw_text(text, &style.pos(Pos::new(across, down)), at)
}

/// The drawing with classes in place of its marker colours, and with a name.
fn classed(drawing: &str, title: &str) -> String {
    let mut text = drawing.to_owned();
    for (_, colour, class) in CLASSES {
        for (attribute, kind) in [("fill", ""), ("stroke", " line")] {
            let from = [attribute, "=\"", colour, "\""].concat();
            text = text.replace(&from, &["class=\"", class, kind, "\""].concat());
        }
    }
    let mut name = String::new();
    crate::mark::escape(&mut name, title);
    text.replacen(
        "<svg ",
        &["<svg class=\"chart\" role=\"img\" aria-label=\"", &name, "\" "].concat(),
        1,
    )
}
