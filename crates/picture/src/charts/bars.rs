//! Numbers as bars.
use super::{AXIS, Area, BAR, ChartWords, Drawn, GRID, PRESENT, drawn, say};
use crate::fit::short_number;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

/// Pixels around the bars, for the words and numbers there.
const LEFT: i32 = 14;
const TOP: i32 = 42;
const RIGHT: i32 = 14;
const BOTTOM: i32 = 42;
/// How much of its place a bar takes.
const SHARE: f64 = 0.66;

/// Numbers from 0 on as bars, each with its name under it and its number above, and the present one told apart. Empty
/// where there is nothing to draw, no room, or a number that has no height.
pub fn bars(values: &[(String, f64)], present: Option<usize>, size: (u32, u32), words: &ChartWords) -> String {
    let is_bar = |(_, value): &(String, f64)| value.is_finite() && *value >= 0.0;
    if values.is_empty() || !values.iter().all(is_bar) || size.0 < 120 || size.1 < 120 {
        return String::new();
    }
    drawn(size, &words.title, |area| draw(area, values, present, words))
}

fn draw(area: &Area<'_>, values: &[(String, f64)], present: Option<usize>, words: &ChartWords) -> Drawn {
    let (width, height) = area.dim_in_pixel();
    let (right, bottom) = (width as i32 - RIGHT, height as i32 - BOTTOM);
    let most = values.iter().fold(0.0, |most: f64, (_, value)| most.max(*value));
    let scale = if most > 0.0 {
        f64::from(bottom - TOP) / most
    } else {
        0.0
    };
    let pitch = f64::from(right - LEFT) / values.len() as f64;
    say(area, &words.y, (HPos::Left, VPos::Top), (4, 6))?;
    say(area, &words.x, (HPos::Right, VPos::Bottom), (right, height as i32 - 4))?;
    area.draw(&PathElement::new([(LEFT, TOP), (right, TOP)], GRID))?;
    for (index, (name, value)) in values.iter().enumerate() {
        let middle = f64::from(LEFT) + (index as f64 + 0.5) * pitch;
        let half = pitch * SHARE / 2.0;
        let top = f64::from(bottom) - value * scale;
        let corners = [(middle - half, top), (middle + half, f64::from(bottom))];
        let corners = corners.map(|(x, y)| (x.round() as i32, y.round() as i32));
        let colour = if present == Some(index) { PRESENT } else { BAR };
        area.draw(&Rectangle::new(corners, colour.filled()))?;
        let middle = middle.round() as i32;
        let number = short_number(*value as f32, 5);
        say(area, &number, (HPos::Center, VPos::Bottom), (middle, corners[0].1 - 3))?;
        say(area, name, (HPos::Center, VPos::Top), (middle, bottom + 6))?;
    }
    area.draw(&PathElement::new([(LEFT, bottom), (right, bottom)], AXIS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[f64], present: Option<usize>) -> String {
        let values: Vec<_> = values.iter().map(|&value| (format!("k{value}"), value)).collect();
        let words = ChartWords {
            x: "kernel".into(),
            y: "cost".into(),
            title: "Cost <by> kernel".into(),
        };
        bars(&values, present, (264, 196), &words)
    }

    /// Tops and bottoms of the bars.
    fn heights(chart: &str, class: &str) -> Vec<i32> {
        let attribute = |line: &str, name: &str| {
            let value = line.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
            value.parse().ok()
        };
        let class = format!("class=\"{class}\"");
        let bars = chart
            .lines()
            .filter(|line| line.contains("<rect") && line.contains(&class));
        bars.filter_map(|line| attribute(line, "height")).collect()
    }

    #[test]
    fn a_bar_is_as_high_as_its_number_and_the_present_one_is_told_apart() {
        let text = chart(&[100.0, 50.0, 25.0, 0.0], Some(1));
        assert!(
            text.starts_with("<svg class=\"chart\" role=\"img\" aria-label=\"Cost &lt;by&gt; kernel\""),
            "{text}"
        );
        assert!(!text.contains("#0102"), "{text}");
        let (others, present) = (heights(&text, "bar"), heights(&text, "present"));
        assert_eq!((others.len(), present.len()), (3, 1), "{text}");
        assert!(
            (others[0] - 2 * present[0]).abs() <= 1 && (present[0] - 2 * others[1]).abs() <= 1,
            "{text}"
        );
        for name in ["k100", "k50", "k25", "100", "kernel", "cost"] {
            assert!(text.lines().any(|line| line.trim() == name), "{name}: {text}");
        }
    }

    #[test]
    fn nothing_to_draw_is_no_chart() {
        assert_eq!(chart(&[], None), "");
        assert_eq!(chart(&[1.0, f64::NAN], None), "");
        assert_eq!(chart(&[-1.0], None), "");
        assert!(!chart(&[0.0], Some(7)).is_empty());
    }
}
