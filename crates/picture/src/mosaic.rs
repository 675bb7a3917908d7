//! Cells too small for numbers: a few paths of one colour class each, and a veil over what is not there yet.
use crate::coord::{push_fine, trace, whole};
use crate::layout::{Layout, output_index};
use crate::mark::{Mark, Marks};
use crate::plane::{Plane, Rect, Role, SLICE_GAP};
use crate::read::Read;
use crate::scatter::Stamped;
use crate::shape::{Shape, place, volume};
use crate::spot::value;
use story::{Film, Frame, Order, Tensor};

/// Colour classes on either side of zero.
const LEVELS: usize = 16;

/// Appends a rectangle to a path.
#[inline(never)]
pub(crate) fn outline(path: &mut String, rect: &Rect) {
    let Rect { x, y, width, height } = *rect;
    trace(path, "M..h.v.h.z", &[x, y, width, height, -width]);
}

/// What is to be seen of a plane's cells, row-major: cells of one kind that touch in a row are drawn as one.
struct Stretches<'a> {
    plane: &'a Plane,
    kinds: &'a [u8],
    next: usize,
}

/// A stretch's kind, its first cell's place from the plane's first, and its length in cells.
type Stretch = (u8, [usize; 3], usize);

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    #[inline(never)]
    fn next(&mut self) -> Option<Stretch> {
        let start = self.next;
        let kind = *self.kinds.get(start)?;
        let width = self.plane.size[2];
        let end = (start / width + 1) * width;
        while self.next < end && self.kinds.get(self.next) == Some(&kind) {
            self.next += 1;
        }
        Some((kind, place(start, self.plane.size), self.next - start))
    }
}

fn stretches<'a>(plane: &'a Plane, kinds: &'a [u8]) -> Stretches<'a> {
    Stretches { plane, kinds, next: 0 }
}

/// Appends the cells of a plane that are marked with 1.
#[inline(never)]
pub(crate) fn runs(path: &mut String, plane: &Plane, kinds: &[u8]) {
    for (kind, [z, y, x], cells) in stretches(plane, kinds) {
        let [z0, y0, x0] = plane.first;
        let first = plane.cell_rect([z0 + z as i64, y0 + y as i64, x0 + x as i64]);
        if let Some(mut rect) = first.filter(|_| kind == 1) {
            rect.width *= cells as f32;
            outline(path, &rect);
        }
    }
}

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

/// The plane's cells in colour classes, given the [`level`] of each: a mark for each class that occurs.
pub(crate) fn shades(marks: &mut Marks, plane: &Plane, levels: &[u8], classes: Classes) {
    for shade in all_shades(plane, levels, classes) {
        if matches!(&shade, Mark::Shade { d, .. } if !d.is_empty()) {
            marks.0.push(shade);
        }
    }
}

/// The same with a mark for every class, for what changes from step to step.
pub(crate) fn all_shades(plane: &Plane, levels: &[u8], classes: Classes) -> Vec<Mark> {
    let mut paths = [const { String::new() }; 2 * LEVELS + 1];
    // From a depth slice to the next, in cells.
    let pitch = plane.size[2] as f32 + SLICE_GAP / plane.cell.0;
    for (level, [z, y, x], cells) in stretches(plane, levels) {
        if let Some(path) = paths.get_mut(usize::from(level)).filter(|_| level != NONE) {
            in_cells(path, (z as f32 * pitch, x as u32), y as u32, cells as u32);
        }
    }
    let first = plane.cell_rect(plane.first).unwrap_or_default();
    let mut shades = Vec::new();
    for (level, d) in paths.into_iter().enumerate() {
        if level != usize::from(NONE) {
            shades.push(Mark::Shade {
                class: classes[usize::from(level < LEVELS)],
                strength: level.abs_diff(LEVELS) as f32 / LEVELS as f32,
                first,
                d,
            });
        }
    }
    shades
}

/// Appends a row's cells to a path that counts in cells: those from the `x`th of a slice.
fn in_cells(path: &mut String, (slice, x): (f32, u32), y: u32, cells: u32) {
    path.push('M');
    if slice == 0.0 {
        whole(path, x);
    } else {
        push_fine(path, slice + x as f32);
    }
    path.push(' ');
    whole(path, y);
    path.push('h');
    whole(path, cells);
    path.push_str("v1h-");
    whole(path, cells);
    path.push('z');
}

/// What has no value, and zero, is left out.
const NONE: u8 = LEVELS as u8;

/// A cell's colour class: from 0, the lowest, to twice [`LEVELS`]. What is not a number counts as zero.
#[inline(never)]
pub(crate) fn level(value: Option<f32>, scale: f32) -> u8 {
    let Some(value) = value.filter(|_| scale > 0.0) else {
        return NONE;
    };
    let share = (value / scale).clamp(-1.0, 1.0);
    let away = (share.abs() * LEVELS as f32).ceil() as u8;
    if share < 0.0 { NONE - away } else { NONE + away }
}

/// What covers the output cells that are not done.
pub(crate) fn veil(frame: &Frame, shape: &Shape, plane: &Plane) -> String {
    let mut path = String::new();
    let [depth, height, width] = shape.output;
    match frame.order {
        Order::All => {}
        Order::Rows if depth == 1 => rest(&mut path, frame, plane, (width, height), false),
        Order::Columns if depth == 1 => rest(&mut path, frame, plane, (height, width), true),
        order => {
            let stamped = (order == Order::Scatter).then(|| Stamped::of(frame, shape, plane.channel));
            let mut waits = Vec::new();
            for at in plane.places() {
                let is_awaited = match &stamped {
                    Some(stamped) => stamped.is_awaited(at),
                    None => output_index(shape, plane.channel, at).is_some_and(|cell| !frame.is_done(cell)),
                };
                waits.push(u8::from(is_awaited));
            }
            runs(&mut path, plane, &waits);
        }
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

/// A plane as colours.
pub(crate) fn mosaic(marks: &mut Marks, layout: &Layout, film: &Film, plane: &Plane) {
    let shape = &layout.shape;
    let mut unread = String::new();
    let (tensor, classes) = match plane.role {
        Role::Input => {
            if plane.size != shape.input {
                marks.rect("plane pad", &plane.rect(), 3.0);
            }
            let read = Read::of(film, shape);
            let (mut is_inside, mut is_unread) = (Vec::new(), Vec::new());
            for at in plane.places() {
                let inside = shape.input_at(at).is_some();
                is_inside.push(u8::from(inside));
                is_unread.push(u8::from(inside && !read.has(shape, at)));
            }
            let mut inside = String::new();
            runs(&mut inside, plane, &is_inside);
            runs(&mut unread, plane, &is_unread);
            let (class, classes) = if plane.active {
                ("plane in", ["q in", "q in neg"])
            } else {
                ("plane in idle", ["q in idle", "q in neg idle"])
            };
            marks.path(class, inside);
            (Tensor::Input, classes)
        }
        Role::Output => {
            if plane.size != shape.output {
                marks.rect("plane crop", &plane.rect(), 3.0);
            }
            let last = place(volume(shape.output) - 1, shape.output).map(|at| at as i64);
            if let (Some(first), Some(last)) = (plane.cell_rect([0; 3]), plane.cell_rect(last)) {
                marks.rect("plane out", &first.and(&last), 0.0);
            }
            (Tensor::Output, ["q out", "q out neg"])
        }
        _ => {
            marks.rect("plane k", &plane.rect(), 2.0);
            (Tensor::Weight, ["q k", "q k neg"])
        }
    };
    let scale = scale(film.data(tensor));
    let mut levels = Vec::new();
    for at in plane.places() {
        levels.push(level(value(layout, film, plane, at), scale));
    }
    shades(marks, plane, &levels, classes);
    if !unread.is_empty() {
        marks.path("veil unread", unread);
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
        runs(&mut path, &plane(), &[0, 0, 1, 0, 1, 1]);
        assert_eq!(path, "M4 0h2v2h-2zM2 2h4v2h-4z");
    }

    #[test]
    fn levels_are_symmetric_and_only_zero_is_none() {
        for (value, scale, wanted) in [
            (0.0, 5.0, NONE),
            (5.0, 5.0, 2 * NONE),
            (-5.0, 5.0, 0),
            (0.001, 5.0, NONE + 1),
            (-0.001, 5.0, NONE - 1),
            (f32::NAN, 5.0, NONE),
            (3.0, 0.0, NONE),
        ] {
            assert_eq!(level(Some(value), scale), wanted);
        }
        assert_eq!(level(None, 5.0), NONE);
    }

    #[test]
    fn a_shade_is_one_path_a_level() {
        let mut marks = Marks::default();
        let levels = [4.0, 4.0, 4.0, 0.0, -1.0, -2.0].map(|value| level(Some(value), 4.0));
        shades(&mut marks, &plane(), &levels, ["pos", "neg"]);
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
    #[test]
    fn each_depth_slice_has_its_own_place() {
        let plane = Plane {
            size: [2, 1, 3],
            ..plane()
        };
        let mut marks = Marks::default();
        let levels = [1.0, 0.0, 0.0, 0.0, 1.0, 1.0].map(|value| level(Some(value), 1.0));
        shades(&mut marks, &plane, &levels, ["pos", "neg"]);
        let [Mark::Shade { d, first, .. }] = &marks.0[..] else {
            panic!("{marks:?}");
        };
        // A gap of 10 pixels is five cells of 2.
        assert_eq!(d, "M0 0h1v1h-1zM9 0h2v1h-2z");
        let cell = plane.cell_rect([1, 0, 1]).expect("a cell");
        assert_eq!(first.x + 9.0 * first.width, cell.x);
    }

    #[test]
    fn where_levels_change_the_marks_stay() {
        let of = |levels: &[u8]| all_shades(&plane(), levels, ["pos", "neg"]).len();
        assert_eq!(of(&[NONE; 6]), 2 * LEVELS);
        assert_eq!(of(&[0, 5, NONE, 2, 1, 2 * NONE]), 2 * LEVELS);
    }
}
