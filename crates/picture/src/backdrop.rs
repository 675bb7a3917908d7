//! What stands still while the film plays.
use crate::layout::Layout;
use crate::mark::{Mark, Marks, body};
use crate::means::Means;
use crate::plane::{Plane, Role};
use crate::read::Read;
use crate::spot::{Spot, spot, value};
use crate::{beams, hatch};
use story::Film;

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
