//! Charts, by plotters. They are drawn in marker colours, which become classes: themes are the style sheet's.
mod estimate;

use estimate::Estimate;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordu32;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The words of the staircase.
#[derive(Clone, Debug, PartialEq)]
pub struct StaircaseWords {
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

const CLASSES: [(RGBColor, &str, &str); 6] = [
    (GRID, "#01020A", "grid"),
    (AXIS, "#01020B", "axis"),
    (STEP, "#01020C", "step"),
    (DOT, "#01020D", "dot"),
    (PRESENT, "#01020E", "present"),
    (WORD, "#01020F", "word"),
];
const GRID: RGBColor = marker(10);
const AXIS: RGBColor = marker(11);
const STEP: RGBColor = marker(12);
const DOT: RGBColor = marker(13);
const PRESENT: RGBColor = marker(14);
const WORD: RGBColor = marker(15);

/// About 12 pixels: plotters counts a line, SVG a letter.
const TYPE: f64 = 15.0;

type Plane<'a, 'b> = ChartContext<'a, Estimate<'b>, Cartesian2d<RangedCoordu32, RangedCoordu32>>;
type Drawn<T> = Result<T, Box<dyn std::error::Error>>;

/// The output size for every input size in a range, as a staircase, and the present one on it. Empty where there is
/// nothing to draw, or no room.
pub fn staircase(points: &[(u32, u32)], present: (u32, u32), size: (u32, u32), words: &StaircaseWords) -> String {
    let mut text = String::new();
    if points.is_empty() || size.0 < 120 || size.1 < 100 {
        return text;
    }
    let area = Estimate::new(SVGBackend::with_string(&mut text, size)).into_drawing_area();
    if draw(&area, points, present, words).is_err() {
        return String::new();
    }
    drop(area);
    classed(&text, &words.title)
}

fn draw(
    area: &DrawingArea<Estimate<'_>, Shift>,
    points: &[(u32, u32)],
    present: (u32, u32),
    words: &StaircaseWords,
) -> Drawn<()> {
    let style = ("system-ui, sans-serif", TYPE).into_font().color(&WORD);
    let (width, height) = area.dim_in_pixel();
    let corner = |h, v| style.pos(Pos::new(h, v));
    area.draw_text(&words.y, &corner(HPos::Left, VPos::Top), (4, 6))?;
    area.draw_text(
        &words.x,
        &corner(HPos::Right, VPos::Bottom),
        (width as i32 - 8, height as i32 - 4),
    )?;

    let inputs = points.iter().map(|point| point.0).chain([present.0]);
    let outputs = points.iter().map(|point| point.1).chain([present.1]);
    let (low, high) = (inputs.clone().min().unwrap_or(0), inputs.max().unwrap_or(1));
    let top = outputs.max().unwrap_or(1);
    let mut chart: Plane<'_, '_> = ChartBuilder::on(area)
        .margin_top(26)
        .margin_right(14)
        .margin_left(2)
        .margin_bottom(18)
        .x_label_area_size(22)
        .y_label_area_size(34)
        .build_cartesian_2d(low.saturating_sub(1)..high + 1, 0..top + 1)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(AXIS)
        .label_style(style)
        .x_labels((width as usize / 40).min(12))
        .y_labels((height as usize / 36).min(8))
        .draw()?;
    steps(&chart, points)?;
    let area = chart.plotting_area();
    area.draw(&PathElement::new(
        [(present.0, 0), present, (low.saturating_sub(1), present.1)],
        PRESENT,
    ))?;
    for &point in points {
        area.draw(&Circle::new(point, 3, DOT.filled()))?;
    }
    area.draw(&Circle::new(present, 6, PRESENT.filled()))?;
    Ok(())
}

/// Input sizes that give the same output share a line: what the floor leaves over.
fn steps(chart: &Plane<'_, '_>, points: &[(u32, u32)]) -> Drawn<()> {
    for run in points.chunk_by(|a, b| a.1 == b.1) {
        if let [first, .., last] = run {
            chart
                .plotting_area()
                .draw(&PathElement::new([*first, *last], STEP.stroke_width(3)))?;
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> StaircaseWords {
        StaircaseWords {
            x: "input size".into(),
            y: "output size".into(),
            title: "Sizes: 8 gives \"2\"".into(),
        }
    }

    fn chart(size: (u32, u32)) -> String {
        let points: Vec<_> = (3..=14).map(|input| (input, (input - 3) / 3 + 1)).collect();
        staircase(&points, (8, 2), size, &words())
    }

    #[test]
    fn no_marker_colour_is_left() {
        let text = chart((320, 220));
        assert!(
            text.starts_with("<svg class=\"chart\" role=\"img\" aria-label=\"Sizes: 8 gives &quot;2&quot;\""),
            "{text}"
        );
        assert!(!text.contains("#0102"), "{text}");
        assert!(text.contains("class=\"present\""));
    }

    #[test]
    fn ticks_are_whole_numbers() {
        for size in [(280, 180), (320, 220), (800, 400)] {
            let text = chart(size);
            let words: Vec<&str> = text
                .split('\n')
                .filter(|line| !line.starts_with('<'))
                .map(str::trim)
                .collect();
            assert!(
                words.iter().filter(|word| word.parse::<u32>().is_ok()).count() > 4,
                "{words:?}"
            );
            assert!(!words.iter().any(|word| word.contains('.')), "{words:?}");
        }
    }

    #[test]
    fn nothing_to_draw_is_no_chart() {
        assert_eq!(staircase(&[], (1, 1), (320, 200), &words()), "");
        assert_eq!(staircase(&[(1, 1)], (1, 1), (20, 20), &words()), "");
    }
}
