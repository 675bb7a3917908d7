//! Who was how fast at what: a line a heat, a dot a contestant, on a scale where equal steps are equal ratios.
use super::{AXIS, Area, ChartWords, Drawn, GRID, LANES, drawn, say};
use crate::fit::{short_number, words_width};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

/// Pixels around the lines, for the words and numbers there.
const LEFT: i32 = 64;
const TOP: i32 = 66;
const RIGHT: i32 = 96;
const BOTTOM: i32 = 44;
const RADIUS: i32 = 5;
/// Between what stands side by side above.
const GAP: i32 = 18;

/// One of the things raced at.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    pub name: String,
    /// Of each contestant; what is not above 0 is left out.
    pub values: Vec<f64>,
    /// What stands at the end of the line.
    pub note: String,
}

/// Heats as lines from top to bottom, with a dot for each contestant in the order of `names`; the first ones are drawn
/// over the others. The words of the vertical axis stand over the notes. Empty where there is nothing to draw, no room,
/// or more contestants than there are classes for.
pub fn race(heats: &[Heat], names: &[String], size: (u32, u32), words: &ChartWords) -> String {
    let mut values = heats.iter().flat_map(|heat| &heat.values).copied().filter(is_value);
    let Some(first) = values.next() else {
        return String::new();
    };
    let room = (size.0 as i32 - LEFT - RIGHT, size.1 as i32 - TOP - BOTTOM);
    if room.0 < 120 || room.1 < heats.len() as i32 || names.len() > LANES.len() {
        return String::new();
    }
    let (low, high) = values.fold((first, first), |(low, high), value| (low.min(value), high.max(value)));
    let scale = Scale {
        low: (low / 1.25).ln(),
        high: (high * 1.25).ln(),
        right: size.0 as i32 - RIGHT,
    };
    drawn(size, &words.title, |area| draw(area, heats, names, &scale, words))
}

fn is_value(value: &f64) -> bool {
    value.is_finite() && *value > 0.0
}

/// From values to pixels, by their logarithms.
struct Scale {
    low: f64,
    high: f64,
    right: i32,
}

impl Scale {
    fn x(&self, value: f64) -> i32 {
        let share = (value.ln() - self.low) / (self.high - self.low);
        LEFT + (share * f64::from(self.right - LEFT)).round() as i32
    }

    /// 1, 2 and 5 times the powers of ten.
    fn ticks(&self) -> impl Iterator<Item = f64> {
        let powers = (self.low / std::f64::consts::LN_10).floor() as i32..=(self.high / std::f64::consts::LN_10) as i32;
        let all = powers.flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
        all.filter(|tick| (self.low..=self.high).contains(&tick.ln()))
    }
}

fn draw(area: &Area<'_>, heats: &[Heat], names: &[String], scale: &Scale, words: &ChartWords) -> Drawn {
    let (width, height) = area.dim_in_pixel();
    let (width, bottom) = (width as i32, height as i32 - BOTTOM);
    say(area, &words.title, (HPos::Left, VPos::Top), (8, 8))?;
    legend(area, names)?;
    say(
        area,
        &words.x,
        (HPos::Right, VPos::Bottom),
        (scale.right, height as i32 - 4),
    )?;
    say(area, &words.y, (HPos::Right, VPos::Bottom), (width - 8, TOP - 4))?;
    for tick in scale.ticks() {
        let x = scale.x(tick);
        area.draw(&PathElement::new([(x, TOP), (x, bottom)], GRID))?;
        let number = short_number(tick as f32, 5);
        say(area, &number, (HPos::Center, VPos::Top), (x, bottom + 6))?;
    }
    for (at, heat) in heats.iter().enumerate() {
        let y = TOP + (bottom - TOP) * (2 * at as i32 + 1) / (2 * heats.len() as i32);
        area.draw(&PathElement::new([(LEFT, y), (scale.right, y)], GRID))?;
        say(area, &heat.name, (HPos::Right, VPos::Center), (LEFT - 8, y))?;
        say(area, &heat.note, (HPos::Right, VPos::Center), (width - 8, y))?;
        for (&value, lane) in heat.values.iter().zip(LANES).rev() {
            if is_value(&value) {
                area.draw(&Circle::new((scale.x(value), y), RADIUS, lane.filled()))?;
            }
        }
    }
    area.draw(&PathElement::new([(LEFT, bottom), (scale.right, bottom)], AXIS))
}

/// Who has which dot.
fn legend(area: &Area<'_>, names: &[String]) -> Drawn {
    let y = TOP - 28;
    let mut x = 8 + RADIUS;
    for (name, lane) in names.iter().zip(LANES) {
        area.draw(&Circle::new((x, y), RADIUS, lane.filled()))?;
        say(area, name, (HPos::Left, VPos::Center), (x + RADIUS + 5, y))?;
        x += 2 * RADIUS + 5 + words_width(name, 12.0).ceil() as i32 + GAP;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[f64], names: usize) -> String {
        let heats: Vec<_> = (0..3)
            .map(|at| Heat {
                name: format!("R{at}"),
                values: values.to_vec(),
                note: "2.4".into(),
            })
            .collect();
        let names: Vec<_> = (0..names).map(|at| format!("who{at}")).collect();
        let words = ChartWords {
            x: "GF/s".into(),
            y: "times".into(),
            title: "A race".into(),
        };
        race(&heats, &names, (640, 200), &words)
    }

    fn across(chart: &str, class: &str) -> Vec<i32> {
        let class = format!("class=\"{class}\"");
        let dots = chart
            .lines()
            .filter(|line| line.contains("<circle") && line.contains(&class));
        let centre = |line: &str| line.split(" cx=\"").nth(1)?.split('"').next()?.parse().ok();
        dots.filter_map(centre).collect()
    }

    #[test]
    fn equal_ratios_are_equal_steps() {
        let text = chart(&[100.0, 10.0, 1.0], 3);
        // The first of each is the legend's.
        let [a, b, c] = ["lane0", "lane1", "lane2"].map(|class| across(&text, class));
        assert_eq!([a.len(), b.len(), c.len()], [4; 3], "{text}");
        assert!((a[1] - 2 * b[1] + c[1]).abs() <= 1 && a[1] > b[1], "{text}");
        assert!(!text.contains("#0102"), "{text}");
        for word in ["R2", "2.4", "who2", "GF/s", "times", "A race", "50"] {
            assert!(text.lines().any(|line| line.trim() == word), "{word}: {text}");
        }
    }

    #[test]
    fn what_is_no_rate_is_left_out() {
        assert_eq!(chart(&[0.0, f64::NAN, -1.0], 3), "");
        assert_eq!(chart(&[], 0), "");
        assert_eq!(chart(&[1.0], LANES.len() + 1), "");
        assert_eq!(across(&chart(&[4.0, f64::INFINITY], 2), "lane1").len(), 1);
    }
}
