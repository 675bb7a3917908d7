//! The output size for every input size, as a staircase.
use super::estimate::Estimate;
use super::{AXIS, Area, ChartWords, DOT, Drawn, GRID, PRESENT, SAME, STEP, drawn, say};
use crate::coord::count;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

type Plane<'a> = DrawingArea<Estimate<'a>, Cartesian2d<RangedCoordu32, RangedCoordu32>>;

/// Pixels around the plane, for the words and numbers there.
const LEFT: i32 = 38;
const TOP: i32 = 28;
const RIGHT: i32 = 14;
const BOTTOM: i32 = 42;

/// The output size for every input size in a range, as a staircase, and the present one on it. Empty where there is
/// nothing to draw, or no room.
pub fn staircase(points: &[(u32, u32)], present: (u32, u32), size: (u32, u32), words: &ChartWords) -> String {
    if points.is_empty() || size.0 < 120 || size.1 < 100 {
        return String::new();
    }
    drawn(size, &words.title, |area| draw(area, points, present, words))
}

fn draw(area: &Area<'_>, points: &[(u32, u32)], present: (u32, u32), words: &ChartWords) -> Drawn {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> ChartWords {
        ChartWords {
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
