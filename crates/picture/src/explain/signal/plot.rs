//! A plot of numbers over cells: a curve where cells are narrow, else stems with dots.
use super::super::sketch::{NOTE, Sketch, number_size};
use crate::coord::trace;
use crate::fit::short_number;
use crate::mosaic::outline;
use crate::plane::{NUMBER, Rect};

/// Room for the numbers of the vertical scale.
pub(super) const MARGIN: f32 = 38.0;
/// Cells of at least this width have a stem each.
const STEM: f32 = 5.0;
/// Room for the numbers beyond the highest and the lowest dot.
const HEADROOM: f32 = 19.0;

/// Where cells are, from left to right: places of the grid that the window slides over, counted from the input's first
/// cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Across {
    /// The middle of place 0.
    pub zero: f32,
    pub cell: f32,
    /// From where to where the plot reaches.
    pub ends: (f32, f32),
}

impl Across {
    pub fn x(&self, place: f32) -> f32 {
        self.zero + place * self.cell
    }
}

/// The upright scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Up {
    pub top: f32,
    pub height: f32,
    pub low: f32,
    pub high: f32,
    /// Whether numbers stand at the dots.
    pub is_numbered: bool,
}

impl Up {
    pub fn y(&self, value: f32) -> f32 {
        let pad = if self.is_numbered { HEADROOM } else { 4.0 };
        let range = self.high - self.low;
        let share = if range > 0.0 {
            ((value - self.low) / range).clamp(0.0, 1.0)
        } else {
            0.5
        };
        let share = if share.is_nan() { 0.5 } else { share };
        self.top + pad + (1.0 - share) * (self.height - 2.0 * pad)
    }

    /// The line of zero, with the ends of the scale beside it.
    pub fn scale(&self, sketch: &mut Sketch, (left, right): (f32, f32)) {
        let mut axis = String::new();
        let zero = self.y(0.0);
        trace(&mut axis, "M..h.", &[left, zero, right - left]);
        sketch.marks.path("signal axis", axis);
        let mut last = f32::NEG_INFINITY;
        for value in [self.high, 0.0, self.low] {
            let y = self.y(value);
            let text = if y - last < NOTE {
                String::new()
            } else {
                last = y;
                short_number(value, 5)
            };
            sketch
                .marks
                .text("note end", left - 6.0, y + NOTE * 0.33, NOTE - 1.0, text);
        }
        sketch.hold(&Rect {
            x: left,
            y: self.top,
            width: right - left,
            height: self.height,
        });
    }
}

/// The lowest and the highest of the numbers, 0 among them.
pub(super) fn span(values: &[f32]) -> (f32, f32) {
    let (mut low, mut high) = (0.0_f32, 0.0_f32);
    for &value in values {
        if value.is_finite() {
            (low, high) = (low.min(value), high.max(value));
        }
    }
    (low, high)
}

/// One number at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub place: f32,
    pub value: f32,
    /// Whether the window is on it, or it is present.
    pub is_now: bool,
    /// Whether it is there yet.
    pub is_there: bool,
}

/// The classes of a plot's line, dots and numbers: at rest, and of the present ones.
pub(super) struct Look {
    pub line: [&'static str; 2],
    pub dots: [&'static str; 2],
    pub numbers: [&'static str; 2],
}

pub(super) const INPUT: Look = Look {
    line: ["signal in", "signal in now"],
    dots: ["signal dot in", "signal dot in now"],
    numbers: ["num in", "num in window"],
};
pub(super) const PADDING: Look = Look {
    line: ["signal pad", "signal pad now"],
    dots: ["signal dot pad", "signal dot pad now"],
    numbers: ["num pad", "num pad window"],
};
pub(super) const KERNEL: Look = Look {
    line: ["signal k", "signal k"],
    dots: ["signal dot k", "signal dot k"],
    numbers: ["num k", "num k"],
};
pub(super) const OUTPUT: Look = Look {
    line: ["signal out", "signal out now"],
    dots: ["signal dot out", "signal dot out now"],
    numbers: ["num out clear", "num out present clear"],
};

/// Draws points from left to right. `pitch` is the width that each has.
pub(super) fn points(sketch: &mut Sketch, look: &Look, across: &Across, up: &Up, pitch: f32, points: &[Point]) {
    let mut lines = [const { String::new() }; 2];
    let mut dots = [const { String::new() }; 2];
    let radius = if pitch >= 12.0 { 3.5 } else { 2.0 };
    let zero = up.y(0.0);
    let mut last: Option<f32> = None;
    for point in points {
        let now = usize::from(point.is_now);
        let at = (across.x(point.place), up.y(point.value));
        if !point.is_there {
            last = None;
            continue;
        }
        if pitch >= STEM {
            trace(&mut lines[now], "M..V.", &[at.0, zero, at.1]);
            circle(&mut dots[now], at, radius);
        } else {
            // One line, so that its dashes run on; a lone point, too, is seen.
            if last.is_none() {
                trace(&mut lines[0], "M..h.", &[at.0, at.1, 0.0]);
            } else {
                trace(&mut lines[0], "L..", &[at.0, at.1]);
            }
            if point.is_now {
                circle(&mut dots[1], at, radius);
            }
        }
        last = Some(at.0);
    }
    for (index, line) in lines.into_iter().enumerate() {
        sketch.marks.path(look.line[index], line);
    }
    for (index, dot) in dots.into_iter().enumerate() {
        sketch.marks.path(look.dots[index], dot);
    }
    if up.is_numbered {
        let mut values = Vec::new();
        for point in points {
            values.push(point.value);
        }
        let size = number_size(&values, pitch).min(13.0);
        for point in points {
            let (x, y) = (across.x(point.place), up.y(point.value));
            let below = point.value < 0.0;
            let rect = Rect {
                x: x - pitch / 2.0,
                y: if below { y + radius + 2.0 } else { y - radius - 14.0 },
                width: pitch,
                height: 12.0,
            };
            let class = look.numbers[usize::from(point.is_now)];
            sketch
                .marks
                .number(class, &rect, size, point.is_there.then_some(point.value));
        }
    }
}

/// Whether points of this width have numbers.
pub(super) fn has_numbers(pitch: f32) -> bool {
    pitch >= NUMBER + 4.0
}

pub(super) fn circle(path: &mut String, (x, y): (f32, f32), radius: f32) {
    let (r, d) = (radius, 2.0 * radius);
    trace(path, "M..a..", &[x - r, y, r, r]);
    trace(path, " 0 1 0 ..a..", &[d, 0.0, r, r]);
    trace(path, " 0 1 0 ..z", &[-d, 0.0]);
}

/// Index numbers under some of the cells: as many as have room.
pub(super) fn indices(sketch: &mut Sketch, across: &Across, y: f32, places: &[f32]) {
    let pitch = match places {
        [first, second, ..] => (second - first) * across.cell,
        _ => 100.0,
    };
    let mut every = 1;
    for step in [2, 5, 10, 20, 50, 100, 200] {
        if every as f32 * pitch < 24.0 {
            every = step;
        }
    }
    for (index, &place) in places.iter().enumerate() {
        if index.is_multiple_of(every) {
            let mut text = String::new();
            crate::coord::whole(&mut text, index as u32);
            sketch
                .marks
                .text("note middle clear", across.x(place), y, NOTE - 1.0, text);
        }
    }
    sketch.hold(&Rect {
        x: 0.0,
        y: y - NOTE,
        width: 1.0,
        height: NOTE + 2.0,
    });
}

/// Words that end at a point.
pub(super) fn ending(sketch: &mut Sketch, class: &'static str, (right, y): (f32, f32), size: f32, text: String) {
    sketch.marks.text(class, right, y, size, text);
}

/// A place over which a person points at a cell: as wide as what it stands for, within the plot.
pub(super) fn column(across: &Across, up: &Up, place: f32, pitch: f32) -> Rect {
    let left = (across.x(place) - pitch / 2.0).max(across.ends.0);
    let right = (across.x(place) + pitch / 2.0).min(across.ends.1);
    Rect {
        x: left,
        y: up.top,
        width: right - left,
        height: up.height,
    }
}

/// A band from one place to another, over the whole height of a plot.
pub(super) fn band(path: &mut String, across: &Across, up: &Up, (first, last): (f32, f32)) {
    let (left, right) = (across.x(first) - across.cell / 2.0, across.x(last) + across.cell / 2.0);
    let rect = Rect {
        x: left,
        y: up.top,
        width: right - left,
        height: up.height,
    };
    outline(path, &rect);
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Up = Up {
        top: 10.0,
        height: 48.0,
        low: -1.0,
        high: 3.0,
        is_numbered: false,
    };

    #[test]
    fn higher_numbers_are_higher_up_and_all_are_inside() {
        assert_eq!((UP.y(3.0), UP.y(1.0), UP.y(-1.0)), (14.0, 34.0, 54.0));
        for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30] {
            assert!((10.0..=58.0).contains(&UP.y(value)), "{value}");
        }
        let flat = Up {
            low: 0.0,
            high: 0.0,
            ..UP
        };
        assert_eq!(flat.y(0.0), 34.0);
    }

    #[test]
    fn a_span_has_zero_in_it_and_only_numbers() {
        assert_eq!(span(&[2.0, f32::NAN, 5.0, f32::INFINITY]), (0.0, 5.0));
        assert_eq!(span(&[-2.0]), (-2.0, 0.0));
        assert_eq!(span(&[]), (0.0, 0.0));
    }

    #[test]
    fn narrow_cells_make_one_curve_and_wide_ones_stems() {
        let shown = [0.0, 1.0, 2.0].map(|place| Point {
            place,
            value: 3.0,
            is_now: false,
            is_there: place != 1.0,
        });
        for (cell, wanted) in [(2.0, "M0 14h0M4 14h0"), (20.0, "M0 44V14M40 44V14")] {
            let mut sketch = Sketch::default();
            let ends = (0.0, 3.0 * cell);
            let across = Across { zero: 0.0, cell, ends };
            points(&mut sketch, &INPUT, &across, &UP, cell, &shown);
            let mut paths = Vec::new();
            sketch.marks.0[0].attrs(&mut |name, value| paths.push((name, value.to_owned())));
            assert!(paths.contains(&("d", wanted.to_owned())), "{paths:?}");
        }
    }
}
