//! Cells too small for numbers: a few paths of one colour class each, and a veil over what is not there yet.
use crate::coord::{command, whole};
use crate::mark::Mark;
use crate::plane::{Plane, Rect};
use crate::scatter::Stamped;
use crate::shape::{Shape, volume};
use story::{Frame, Order};

/// Colour classes on either side of zero.
const LEVELS: usize = 16;

/// Appends a rectangle to a path.
pub(crate) fn outline(path: &mut String, rect: &Rect) {
    command(path, 'M', &[rect.x, rect.y]);
    command(path, 'h', &[rect.width]);
    command(path, 'v', &[rect.height]);
    command(path, 'h', &[-rect.width]);
    path.push('z');
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
    for row in plane.rows() {
        let mut start = row;
        let mut last = kind(row);
        for x in row[2] + 1..row[2] + plane.size[2] as i64 {
            let here = kind([row[0], row[1], x]);
            if here != last {
                emit(last, start, (x - start[2]) as usize);
                (start, last) = ([row[0], row[1], x], here);
            }
        }
        emit(last, start, (row[2] + plane.size[2] as i64 - start[2]) as usize);
    }
}

/// The largest size among the values: full strength.
pub(crate) fn scale(values: &[f32]) -> f32 {
    values
        .iter()
        .map(|value| value.abs())
        .filter(|size| size.is_finite())
        .fold(0.0, f32::max)
}

/// The classes of a tensor's cells: above zero and below.
pub(crate) type Classes = [&'static str; 2];

/// The plane's values in colour classes; what has no value, and zero, is left out.
pub(crate) fn shades(
    marks: &mut Vec<Mark>,
    plane: &Plane,
    scale: f32,
    classes: Classes,
    value: &dyn Fn([i64; 3]) -> Option<f32>,
) {
    let mut paths = vec![String::new(); 2 * LEVELS + 1];
    let level = |at| value(at).map_or(LEVELS, |value| level(value, scale)) as u8;
    stretches(plane, &level, &mut |level, at, cells| {
        if usize::from(level) != LEVELS {
            let place = |axis: usize| (at[axis] - plane.first[axis]) as u32;
            in_cells(&mut paths[usize::from(level)], place(2), place(1), cells as u32);
        }
    });
    let first = plane.cell_rect(plane.first).unwrap_or_default();
    for (level, d) in paths.into_iter().enumerate() {
        if !d.is_empty() {
            let strength = level.abs_diff(LEVELS) as f32 / LEVELS as f32;
            let class = classes[usize::from(level < LEVELS)];
            marks.push(Mark::Shade {
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
    let cells = volume(shape.output);
    let past = frame.cursor.step + usize::from(frame.is_whole());
    let done = past.saturating_sub(plane.channel * cells).min(cells);
    let mut area = |from: [usize; 2], to: [usize; 2]| {
        let corner = |[y, x]: [usize; 2]| plane.cell_rect([0, y as i64, x as i64]);
        if let (Some(first), Some(last)) = (corner(from), corner(to)) {
            outline(&mut path, &first.and(&last));
        }
    };
    match frame.order {
        Order::All => {}
        // What is left is the rest of a line and the lines after it.
        Order::Rows if depth == 1 => {
            let (row, column) = (done / width, done % width);
            if column > 0 {
                area([row, column], [row, width - 1]);
            }
            let next = row + usize::from(column > 0);
            if next < height {
                area([next, 0], [height - 1, width - 1]);
            }
        }
        Order::Columns if depth == 1 => {
            let (column, row) = (done / height, done % height);
            if row > 0 {
                area([row, column], [height - 1, column]);
            }
            let next = column + usize::from(row > 0);
            if next < width {
                area([0, next], [height - 1, width - 1]);
            }
        }
        Order::Scatter => {
            let done = Stamped::of(frame, plane.channel);
            runs(&mut path, plane, &|at| done.is_awaited(at));
        }
        _ => runs(&mut path, plane, &|at| {
            crate::layout::output_index(shape, plane.channel, at).is_some_and(|cell| !frame.is_done(cell))
        }),
    }
    path
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
        let mut marks = Vec::new();
        shades(&mut marks, &plane(), 4.0, ["pos", "neg"], &|[_, y, x]| {
            Some(if y == 0 { 4.0 } else { -(x as f32) })
        });
        let paths: Vec<_> = marks
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
