//! What stands still while the film plays.
use crate::layout::{Layout, output_index};
use crate::mark::{Mark, Marks, body};
use crate::means::Means;
use crate::mosaic::{level, runs, scale, shades};
use crate::plane::{Plane, Role};
use crate::read::Read;
use crate::shape::{place, volume};
use crate::{beams, hatch};
use conv::Source;
use story::{Film, Tensor};

/// The marks that change with the layout and the film only: words, the cells of input, kernel and bias, and the
/// output's colours where it has no numbers.
pub fn backdrop(layout: &Layout, film: &Film, means: &Means) -> Vec<Mark> {
    let mut marks = Marks(layout.labels.clone());
    beams::wires(&mut marks, layout);
    for plane in &layout.planes {
        if plane.is_mosaic() {
            (means.mosaic)(&mut marks, layout, film, plane);
        } else if plane.role == Role::Input {
            input_cells(&mut marks, layout, film, plane);
        } else {
            other_cells(&mut marks, layout, film, plane);
        }
    }
    marks.0
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
#[inline(never)]
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
    (0..3).all(|axis| at[axis] >= 0 && at[axis] <= (shape.input[axis] as i64 - 1) * shape.step[axis])
}

fn input_cells(marks: &mut Marks, layout: &Layout, film: &Film, plane: &Plane) {
    let mut hatch = String::new();
    let read = Read::of(film, &layout.shape);
    for at in plane.places() {
        let Some(rect) = &plane.cell_rect(at) else { continue };
        let (class, number, value) = match spot(layout, film, plane.channel, at) {
            Spot::Input(value) if !read.has(&layout.shape, at) => {
                hatch::rising(&mut hatch, &body(rect));
                ("cell in unread", "num in unread", value)
            }
            Spot::Input(value) if plane.active => ("cell in", "num in", value),
            Spot::Input(value) => ("cell in idle", "num in idle", value),
            Spot::Copy(value) => ("cell pad copy", "num pad copy", value),
            Spot::Zero => ("cell pad", "num pad", layout.shape.finish.padding()),
            Spot::Inserted => {
                marks.cell("cell hole", &rect.inset(rect.width * 0.2));
                continue;
            }
            Spot::Beyond => {
                marks.cell("cell pad beyond", rect);
                continue;
            }
        };
        marks.cell(class, rect);
        marks.number(number, rect, layout.types.size(Role::Input), Some(value));
    }
    if !hatch.is_empty() {
        marks.path("hatch", hatch);
    }
}

/// The cells of a kernel and of the bias; of an output, those that are cropped.
fn other_cells(marks: &mut Marks, layout: &Layout, film: &Film, plane: &Plane) {
    for at in plane.places() {
        let Some(rect) = &plane.cell_rect(at) else { continue };
        let is_output = plane.role == Role::Output;
        let value = value(layout, film, plane, at);
        if plane.role == Role::Kernel && !layout.shape.has_weight() {
            marks.cell("cell k", rect);
        } else if !is_output && value.is_some() {
            marks.cell("cell k", rect);
            marks.number("num k", rect, layout.types.size(plane.role), value);
        } else if is_output && value.is_none() {
            marks.cell("cell crop", rect);
        }
    }
}

/// What a cell's number or colour tells.
#[inline(never)]
fn value(layout: &Layout, film: &Film, plane: &Plane, at: [i64; 3]) -> Option<f32> {
    let shape = &layout.shape;
    match plane.role {
        Role::Input => match spot(layout, film, plane.channel, at) {
            Spot::Input(value) => Some(value),
            // Quieter than what it copies.
            Spot::Copy(value) => Some(value * 0.5),
            _ => None,
        },
        Role::Output => film.output.get(output_index(shape, plane.channel, at)?).copied(),
        Role::Kernel => film.weight.get(shape.weight(plane.channel, plane.filter, at)).copied(),
        Role::Bias => film.data(Tensor::Bias).get(plane.channel).copied(),
    }
}

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
