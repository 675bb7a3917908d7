//! Cells too small for numbers: a few paths of one colour class each, and a veil over what is not there yet.
use crate::coord::{trace, whole};
use crate::mark::{Mark, Marks};
use crate::plane::{Plane, Rect};
use crate::scatter::Stamped;
use crate::shape::Shape;
use story::{Frame, Order};

/// Colour classes on either side of zero.
const LEVELS: usize = 16;

/// Appends a rectangle to a path.
#[inline(never)]
pub(crate) fn outline(path: &mut String, rect: &Rect) {
    let Rect { x, y, width, height } = *rect;
    trace(path, "M..h.v.h.z", &[x, y, width, height, -width]);
}

/// Appends the cells of a plane that have a property, those that touch in a row as one.
pub(crate) fn runs(path: &mut String, plane: &Plane, has: &dyn Fn([i64; 3]) -> bool) {
    stretches(plane, &|at| u8::from(has(at)), &mut |kind, at, cells| {
        if kind == 1 {
            outline(path, &plane.stretch(at, cells));
        }
    });
}

/// Cuts every row where the kind of its cells changes: the kind, the first cell's place, and how many there are.
fn stretches(plane: &Plane, kind: &dyn Fn([i64; 3]) -> u8, emit: &mut dyn FnMut(u8, [i64; 3], usize)) {
    plane.each_row(&mut |row| {
        let end = row[2] + plane.size[2] as i64;
        let (mut start, mut last) = (row, kind(row));
        let mut at = row;
        while at[2] < end {
            at[2] += 1;
            let here = if at[2] < end { kind(at) } else { OUTSIDE };
            if here != last {
                emit(last, start, (at[2] - start[2]) as usize);
                (start, last) = (at, here);
            }
        }
    });
}

/// The kind of what follows a row's last cell.
const OUTSIDE: u8 = u8::MAX;

/// The largest size among the values: full strength.
pub(crate) fn scale(values: &[f32]) -> f32 {
    let mut scale = 0.0;
    for value in values {
        let size = value.abs();
        if size.is_finite() && size > scale {
            scale = size;
        }
    }
    scale
}

/// The classes of a tensor's cells: above zero and below.
pub(crate) type Classes = [&'static str; 2];

/// The plane's values in colour classes; what has no value, and zero, is left out.
pub(crate) fn shades(
    marks: &mut Marks,
    plane: &Plane,
    scale: f32,
    classes: Classes,
    value: &dyn Fn([i64; 3]) -> Option<f32>,
) {
    let mut paths = [const { String::new() }; 2 * LEVELS + 1];
    let level = |at| value(at).map_or(LEVELS, |value| level(value, scale)) as u8;
    stretches(plane, &level, &mut |level, at, cells| {
        if usize::from(level) != LEVELS {
            let place = |axis: usize| (at[axis] - plane.first[axis]) as u32;
            in_cells(&mut paths[usize::from(level)], place(2), place(1), cells as u32);
        }
    });
    let first = plane.cell_rect(plane.first).unwrap_or_default();
    for (level, d) in paths.iter_mut().enumerate() {
        if !d.is_empty() {
            let strength = level.abs_diff(LEVELS) as f32 / LEVELS as f32;
            let class = classes[usize::from(level < LEVELS)];
            let d = std::mem::take(d);
            marks.0.push(Mark::Shade {
                class,
                strength,
                first,
                d,
            });
        }
    }
}

/// Appends a row's cells to a path that counts in cells.
fn in_cells(path: &mut String, x: u32, y: u32, cells: u32) {
    path.push('M');
    whole(path, x);
    path.push(' ');
    whole(path, y);
    path.push('h');
    whole(path, cells);
    path.push_str("v1h-");
    whole(path, cells);
    path.push('z');
}

/// From 0, the lowest, to twice [`LEVELS`]. What is not a number counts as zero.
fn level(value: f32, scale: f32) -> usize {
    let share = if scale > 0.0 {
        (value / scale).clamp(-1.0, 1.0)
    } else {
        0.0
    };
    let away = (share.abs() * LEVELS as f32).ceil() as usize;
    if share < 0.0 {
        LEVELS - away.min(LEVELS)
    } else {
        LEVELS + away.min(LEVELS)
    }
}

/// What covers the output cells that are not done.
pub(crate) fn veil(frame: &Frame, shape: &Shape, plane: &Plane) -> String {
    let mut path = String::new();
    let [depth, height, width] = shape.output;
    match frame.order {
        Order::All => {}
        Order::Rows if depth == 1 => rest(&mut path, frame, plane, (width, height), false),
        Order::Columns if depth == 1 => rest(&mut path, frame, plane, (height, width), true),
        Order::Scatter => {
            let done = Stamped::of(frame, shape, plane.channel);
            runs(&mut path, plane, &|at| done.is_awaited(at));
        }
        _ => runs(&mut path, plane, &|at| {
            crate::layout::output_index(shape, plane.channel, at).is_some_and(|cell| !frame.is_done(cell))
        }),
    }
    path
}

/// Where lines are filled one after the other: the rest of one and all after it. A line is a row or a column.
#[inline(never)]
fn rest(path: &mut String, frame: &Frame, plane: &Plane, (line, lines): (usize, usize), is_column: bool) {
    let past = frame.cursor.step + usize::from(frame.is_whole());
    let done = past.saturating_sub(plane.channel * line * lines).min(line * lines);
    let mut area = |from: (usize, usize), to: (usize, usize)| {
        let corner = |(number, along): (usize, usize)| {
            let (y, x) = if is_column { (along, number) } else { (number, along) };
            plane.cell_rect([0, y as i64, x as i64])
        };
        if let (Some(first), Some(last)) = (corner(from), corner(to)) {
            outline(path, &first.and(&last));
        }
    };
    let (mut next, along) = (done / line, done % line);
    if along > 0 {
        area((next, along), (next, line - 1));
        next += 1;
    }
    if next < lines {
        area((next, 0), (lines - 1, line - 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::Role;

    fn plane() -> Plane {
        Plane {
            role: Role::Output,
            channel: 0,
            filter: 0,
            first: [0; 3],
            size: [1, 2, 3],
            x: 0.0,
            y: 0.0,
            cell: (2.0, 2.0),
            active: true,
        }
    }

    #[test]
    fn equal_neighbours_in_a_row_are_one_run() {
        let mut path = String::new();
        runs(&mut path, &plane(), &|[_, y, x]| y == 1 && x > 0 || y == 0 && x == 2);
        assert_eq!(path, "M4 0h2v2h-2zM2 2h4v2h-4z");
    }

    #[test]
    fn levels_are_symmetric_and_only_zero_is_none() {
        assert_eq!(level(0.0, 5.0), LEVELS);
        assert_eq!(level(5.0, 5.0), 2 * LEVELS);
        assert_eq!(level(-5.0, 5.0), 0);
        assert_eq!(level(0.001, 5.0), LEVELS + 1);
        assert_eq!(level(-0.001, 5.0), LEVELS - 1);
        assert_eq!(level(f32::NAN, 5.0), LEVELS);
        assert_eq!(level(3.0, 0.0), LEVELS);
    }

    #[test]
    fn a_shade_is_one_path_a_level() {
        let mut marks = Marks::default();
        shades(&mut marks, &plane(), 4.0, ["pos", "neg"], &|[_, y, x]| {
            Some(if y == 0 { 4.0 } else { -(x as f32) })
        });
        let paths: Vec<_> = marks
            .0
            .iter()
            .map(|mark| match mark {
                Mark::Shade { class, strength, d, .. } => (*class, *strength, d.as_str()),
                _ => ("", 0.0, ""),
            })
            .collect();
        assert_eq!(
            paths,
            [
                ("neg", 0.5, "M2 1h1v1h-1z"),
                ("neg", 0.25, "M1 1h1v1h-1z"),
                ("pos", 1.0, "M0 0h3v1h-3z"),
            ]
        );
    }
}
