//! Charts, by plotters. They are drawn in marker colours, which become classes: themes are the style sheet's.
mod estimate;

use crate::coord::count;
use estimate::Estimate;
use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;
use plotters::drawing::DrawingAreaErrorKind;
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

const CLASSES: [(RGBColor, &str, &str); 7] = [
    (GRID, "#01020A", "grid"),
    (AXIS, "#01020B", "axis"),
    (STEP, "#01020C", "step"),
    (DOT, "#01020D", "dot"),
    (PRESENT, "#01020E", "present"),
    (WORD, "#01020F", "word"),
    (SAME, "#010210", "same"),
];
const GRID: RGBColor = marker(10);
const AXIS: RGBColor = marker(11);
const STEP: RGBColor = marker(12);
const DOT: RGBColor = marker(13);
const PRESENT: RGBColor = marker(14);
const WORD: RGBColor = marker(15);
const SAME: RGBColor = marker(16);

/// About 12 pixels: plotters counts a line, SVG a letter.
const TYPE: f64 = 15.0;

type Area<'a> = DrawingArea<Estimate<'a>, Shift>;
type Plane<'a> = DrawingArea<Estimate<'a>, Cartesian2d<RangedCoordu32, RangedCoordu32>>;
type Drawn = Result<(), DrawingAreaErrorKind<<Estimate<'static> as DrawingBackend>::ErrorType>>;

/// Pixels around the plane, for the words and numbers there.
const LEFT: i32 = 38;
const TOP: i32 = 28;
const RIGHT: i32 = 14;
const BOTTOM: i32 = 42;

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

fn draw(area: &Area<'_>, points: &[(u32, u32)], present: (u32, u32), words: &StaircaseWords) -> Drawn {
    let (width, height) = area.dim_in_pixel();
    let (right, bottom) = (width as i32 - RIGHT, height as i32 - BOTTOM);
    let inputs = points.iter().map(|point| point.0).chain([present.0]);
    let outputs = points.iter().map(|point| point.1).chain([present.1]);
    let low = inputs.clone().min().unwrap_or(0).saturating_sub(1);
    let high = inputs.max().unwrap_or(0).saturating_add(1);
    let top = outputs.max().unwrap_or(0).saturating_add(1);
    let pixels = (LEFT..right, bottom..TOP);
    let plane = area.apply_coord_spec(Cartesian2d::new(low..high, 0..top, pixels));

    say(area, &words.y, (HPos::Left, VPos::Top), (4, 6))?;
    say(area, &words.x, (HPos::Right, VPos::Bottom), (right, height as i32 - 4))?;
    for &tick in &RangedCoordu32::from(0..top).key_points((height as usize / 36).min(8)) {
        let (_, y) = plane.map_coordinate(&(low, tick));
        line(
            &plane,
            &[(low, tick), (high, tick)],
            if tick == 0 { AXIS } else { GRID },
            1,
        )?;
        say(area, &count(tick as usize), (HPos::Right, VPos::Center), (LEFT - 8, y))?;
    }
    for &tick in &RangedCoordu32::from(low..high).key_points((width as usize / 40).min(12)) {
        let (x, y) = plane.map_coordinate(&(tick, 0));
        area.draw(&PathElement::new([(x, y), (x, y + 5)], AXIS))?;
        say(area, &count(tick as usize), (HPos::Center, VPos::Top), (x, y + 8))?;
    }
    // Input sizes that give the same output share a line: what the floor leaves over.
    for run in points.chunk_by(|a, b| a.1 == b.1) {
        if let [first, .., last] = run {
            line(&plane, &[*first, *last], STEP, 3)?;
        }
    }
    line(&plane, &[(present.0, 0), present, (low, present.1)], PRESENT, 1)?;
    for &point in points {
        // What shares the present output is hollow: the output alone does not tell these inputs apart.
        let (radius, style) = if point.1 == present.1 {
            (5, SAME.stroke_width(2))
        } else {
            (3, DOT.filled())
        };
        plane.draw(&Circle::new(point, radius, style))?;
    }
    plane.draw(&Circle::new(present, 6, PRESENT.filled()))
}

fn line(plane: &Plane<'_>, points: &[(u32, u32)], colour: RGBColor, width: u32) -> Drawn {
    plane.draw(&PathElement::new(points, colour.stroke_width(width)))
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
    fn inputs_that_give_the_present_output_are_marked() {
        // Of 3 to 14, with kernel and stride 3, the inputs 6, 7 and 8 give 2.
        let text = chart((320, 220));
        assert_eq!(text.matches("class=\"same line\"").count(), 3, "{text}");
        assert_eq!(text.matches("class=\"dot\"").count(), 9, "{text}");
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
