//! What stands still while the film plays.
use crate::beams;
use crate::coord::command;
use crate::fit::cell_number;
use crate::layout::Layout;
use crate::mark::Mark;
use crate::mosaic::{runs, scale, shades};
use crate::plane::{Plane, Rect, Role};
use crate::read::Read;
use crate::shape::{bias_of, index, volume};
use conv::Source;
use story::Film;

/// The marks that change with the layout and the film only: words, the cells of input, kernel and bias, and the
/// output's colours where it has no numbers.
pub fn backdrop(layout: &Layout, film: &Film) -> Vec<Mark> {
    let mut marks = layout.labels.clone();
    beams::wires(&mut marks, layout);
    for plane in &layout.planes {
        match (plane.role, plane.is_mosaic()) {
            (Role::Input, false) => input_cells(&mut marks, layout, film, plane),
            (Role::Input, true) => input_mosaic(&mut marks, layout, film, plane),
            (Role::Kernel, false) => kernel_cells(&mut marks, layout, film, plane),
            (Role::Kernel, true) => kernel_mosaic(&mut marks, layout, film, plane),
            (Role::Output, false) => cropped_cells(&mut marks, layout, plane),
            (Role::Output, true) => output_mosaic(&mut marks, layout, film, plane),
            (Role::Bias, _) => {
                if let (Some(rect), Some(value)) = (plane.cell_rect([0; 3]), bias_of(film, plane.channel)) {
                    cell(&mut marks, "cell k", "num k", &rect, layout.types.bias, Some(value));
                }
            }
        }
    }
    marks
}

/// A cell's rectangle within its share of the grid.
pub(crate) fn body(rect: &Rect) -> Rect {
    rect.inset(if rect.width >= 30.0 { 1.5 } else { 1.0 })
}

/// How round a cell's corners are.
pub(crate) fn radius(rect: &Rect) -> f32 {
    (rect.width * 0.12).round().clamp(2.0, 6.0)
}

pub(crate) fn cell_mark(class: &'static str, rect: &Rect) -> Mark {
    Mark::Rect {
        class,
        rect: body(rect),
        radius: radius(rect),
    }
}

/// A cell and its number.
fn cell(marks: &mut Vec<Mark>, class: &'static str, number: &'static str, rect: &Rect, size: f32, value: Option<f32>) {
    marks.push(cell_mark(class, rect));
    if let Some(value) = value {
        marks.push(Mark::centred(
            number,
            rect.centre(),
            size,
            cell_number(value, rect.width),
        ));
    }
}

/// What an input plane has at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Spot {
    Input(f32),
    Copy(f32),
    Zero,
    /// A zero between the input's cells.
    Inserted,
    /// Where a transposed layer's window reaches beyond them.
    Beyond,
}

/// What lies at a place of an input channel.
pub(crate) fn spot(layout: &Layout, film: &Film, channel: usize, at: [i64; 3]) -> Spot {
    let shape = &layout.shape;
    let base = channel * volume(shape.input);
    let value = |spatial: usize| film.input.get(base + spatial).copied().unwrap_or(0.0);
    if let Some(spatial) = shape.input_at(at) {
        return Spot::Input(value(spatial));
    }
    match film.plan.source(at) {
        Source::Copy(spatial) => Spot::Copy(value(spatial)),
        Source::Hole if is_between(layout, at) => Spot::Inserted,
        Source::Hole => Spot::Beyond,
        Source::Zero | Source::Input(_) => Spot::Zero,
    }
}

fn is_between(layout: &Layout, at: [i64; 3]) -> bool {
    let shape = &layout.shape;
    (0..3).all(|axis| (0..=(shape.input[axis] as i64 - 1) * shape.step[axis]).contains(&at[axis]))
}

fn input_cells(marks: &mut Vec<Mark>, layout: &Layout, film: &Film, plane: &Plane) {
    let (shape, mut hatch) = (&layout.shape, String::new());
    let read = Read::of(film, shape);
    for at in plane.places() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let (class, number, value) = match spot(layout, film, plane.channel, at) {
            Spot::Input(value) if !read.has(shape, at) => {
                hatched(&mut hatch, &body(&rect));
                ("cell in unread", "num in unread", Some(value))
            }
            Spot::Input(value) if plane.active => ("cell in", "num in", Some(value)),
            Spot::Input(value) => ("cell in idle", "num in idle", Some(value)),
            Spot::Copy(value) => ("cell pad copy", "num pad copy", Some(value)),
            Spot::Zero => ("cell pad", "num pad", Some(0.0)),
            Spot::Inserted => ("cell hole", "", None),
            Spot::Beyond => ("cell pad beyond", "", None),
        };
        let rect = if class == "cell hole" {
            rect.inset(rect.width * 0.2)
        } else {
            rect
        };
        cell(marks, class, number, &rect, layout.types.input, value);
    }
    if !hatch.is_empty() {
        marks.push(Mark::Path {
            class: "hatch",
            d: hatch,
        });
    }
}

/// Diagonal lines across a cell: what nobody reads is told apart without its colour.
fn hatched(path: &mut String, rect: &Rect) {
    let side = rect.width;
    for part in [0.35, 0.7, 1.05, 1.4, 1.75] {
        // The line where `x + y` is constant, from the lower or right end to the upper or left one.
        let sum = part * side;
        let (low, high) = ((sum - side).max(0.0), sum.min(side));
        command(path, 'M', &[rect.x + low, rect.y + high]);
        command(path, 'L', &[rect.x + high, rect.y + low]);
    }
}

fn input_mosaic(marks: &mut Vec<Mark>, layout: &Layout, film: &Film, plane: &Plane) {
    let shape = &layout.shape;
    if plane.size != shape.input {
        marks.push(Mark::Rect {
            class: "plane pad",
            rect: plane.rect(),
            radius: 3.0,
        });
    }
    let mut cells = String::new();
    runs(&mut cells, plane, &|at| shape.input_at(at).is_some());
    marks.push(Mark::Path {
        class: if plane.active { "plane in" } else { "plane in idle" },
        d: cells,
    });
    let classes = if plane.active {
        ["q in", "q in neg"]
    } else {
        ["q in idle", "q in neg idle"]
    };
    let values = |at| match spot(layout, film, plane.channel, at) {
        Spot::Input(value) => Some(value),
        // Quieter than what it copies.
        Spot::Copy(value) => Some(value * 0.5),
        _ => None,
    };
    shades(marks, plane, scale(&film.input), classes, &values);
    let mut unread = String::new();
    let read = Read::of(film, shape);
    runs(&mut unread, plane, &|at| {
        shape.input_at(at).is_some() && !read.has(shape, at)
    });
    if !unread.is_empty() {
        marks.push(Mark::Path {
            class: "veil unread",
            d: unread,
        });
    }
}

fn kernel_cells(marks: &mut Vec<Mark>, layout: &Layout, film: &Film, plane: &Plane) {
    for at in plane.places() {
        let weight = layout.shape.weight(plane.channel, plane.filter, at);
        if let (Some(rect), Some(&value)) = (plane.cell_rect(at), film.weight.get(weight)) {
            cell(marks, "cell k", "num k", &rect, layout.types.kernel, Some(value));
        }
    }
}

fn kernel_mosaic(marks: &mut Vec<Mark>, layout: &Layout, film: &Film, plane: &Plane) {
    marks.push(Mark::Rect {
        class: "plane k",
        rect: plane.rect(),
        radius: 2.0,
    });
    let values = |at| {
        film.weight
            .get(layout.shape.weight(plane.channel, plane.filter, at))
            .copied()
    };
    shades(marks, plane, scale(&film.weight), ["q k", "q k neg"], &values);
}

fn cropped_cells(marks: &mut Vec<Mark>, layout: &Layout, plane: &Plane) {
    for at in plane.places() {
        let is_inside = crate::layout::output_index(&layout.shape, plane.channel, at).is_some();
        if let Some(rect) = plane.cell_rect(at).filter(|_| !is_inside) {
            marks.push(cell_mark("cell crop", &rect));
        }
    }
}

fn output_mosaic(marks: &mut Vec<Mark>, layout: &Layout, film: &Film, plane: &Plane) {
    let shape = &layout.shape;
    if plane.size != shape.output {
        marks.push(Mark::Rect {
            class: "plane crop",
            rect: plane.rect(),
            radius: 3.0,
        });
    }
    let last = shape.output.map(|size| size as i64 - 1);
    if let (Some(first), Some(last)) = (plane.cell_rect([0; 3]), plane.cell_rect(last)) {
        marks.push(Mark::Rect {
            class: "plane out",
            rect: first.and(&last),
            radius: 0.0,
        });
    }
    let inside = |at: [i64; 3]| {
        let spatial = [0, 1, 2].map(|axis| usize::try_from(at[axis]).unwrap_or(usize::MAX));
        (0..3)
            .all(|axis| spatial[axis] < shape.output[axis])
            .then(|| plane.channel * volume(shape.output) + index(spatial, shape.output))
    };
    let values = |at| inside(at).and_then(|cell| film.output.get(cell)).copied();
    shades(marks, plane, scale(&film.output), ["q out", "q out neg"], &values);
}
