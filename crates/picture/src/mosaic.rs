//! Cells too small for numbers: a few paths of one colour class each, and a veil over what is not there yet.
use crate::coord::command;
use crate::mark::Mark;
use crate::plane::{Plane, Rect};
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
pub(crate) fn runs(path: &mut String, plane: &Plane, mut has: impl FnMut([i64; 3]) -> bool) {
    let mut run: Option<Rect> = None;
    let mut flush = |run: &mut Option<Rect>| {
        if let Some(rect) = run.take() {
            outline(path, &rect);
        }
    };
    for at in plane.places() {
        if at[2] == plane.first[2] {
            flush(&mut run);
        }
        match plane.cell_rect(at).filter(|_| has(at)) {
            None => flush(&mut run),
            Some(rect) => run = Some(run.map_or(rect, |run| run.and(&rect))),
        }
    }
    flush(&mut run);
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
    let mut run: Option<(usize, Rect)> = None;
    for at in plane.places() {
        let level = value(at).map_or(LEVELS, |value| level(value, scale));
        let Some(rect) = plane.cell_rect(at) else { continue };
        let continues = at[2] != plane.first[2];
        run = match run {
            Some((same, run)) if continues && same == level => Some((level, run.and(&rect))),
            other => {
                draw(&mut paths, other);
                Some((level, rect))
            }
        };
    }
    draw(&mut paths, run);
    for (level, d) in paths.into_iter().enumerate() {
        if !d.is_empty() {
            let strength = level.abs_diff(LEVELS) as f32 / LEVELS as f32;
            marks.push(Mark::Shade {
                class: classes[usize::from(level < LEVELS)],
                strength,
                d,
            });
        }
    }
}

fn draw(paths: &mut [String], run: Option<(usize, Rect)>) {
    if let Some((level, rect)) = run.filter(|&(level, _)| level != LEVELS) {
        outline(&mut paths[level], &rect);
    }
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
        _ => runs(&mut path, plane, |at| {
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
        runs(&mut path, &plane(), |[_, y, x]| y == 1 && x > 0 || y == 0 && x == 2);
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
                Mark::Shade { class, strength, d } => (*class, *strength, d.as_str()),
                _ => ("", 0.0, ""),
            })
            .collect();
        assert_eq!(
            paths,
            [
                ("neg", 0.5, "M4 2h2v2h-2z"),
                ("neg", 0.25, "M2 2h2v2h-2z"),
                ("pos", 1.0, "M0 0h6v2h-6z"),
            ]
        );
    }
}
