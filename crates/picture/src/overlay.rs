//! What changes from step to step. Between two steps of one layout the marks differ in their attributes only.
use crate::backdrop::cell_mark;
use crate::beams::result;
use crate::fit::cell_number;
use crate::layout::{Layout, output_index};
use crate::mark::Mark;
use crate::mosaic::{runs, veil};
use crate::plane::{Plane, Rect, Role};
use crate::scatter;
use crate::shape::volume;
use crate::window;
use story::{Cell, Frame, Lit, Shown, Tensor};

/// The marks of a step: the output as far as it is done, the window, the ways between them, and what is lit by hand.
pub fn overlay(layout: &Layout, frame: &Frame, lit: &Lit) -> Vec<Mark> {
    let mut marks = Vec::new();
    for plane in layout.of(Role::Output) {
        if plane.is_mosaic() {
            marks.push(Mark::Path {
                class: "veil",
                d: veil(frame, &layout.shape, plane),
            });
        } else {
            output_cells(&mut marks, layout, frame, plane);
        }
    }
    if layout.shape.scatter {
        scatter::marks(&mut marks, layout, frame);
    } else {
        window::marks(&mut marks, layout, frame);
        present(&mut marks, layout, frame);
    }
    tapped(&mut marks, layout, frame);
    lights(&mut marks, layout, lit);
    marks
}

/// Every output cell, there or not, so that a step adds no marks.
fn output_cells(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame, plane: &Plane) {
    for at in plane.places() {
        let cell = output_index(&layout.shape, plane.channel, at);
        let (Some(rect), Some(cell)) = (plane.cell_rect(at), cell) else {
            continue;
        };
        let shown = frame.output(cell);
        let is_present = frame.output_cell() == Some(cell);
        let (class, number) = match shown {
            Shown::Partial(_) if is_present => ("cell out now part", "num out now part"),
            _ if is_present => ("cell out now", "num out now"),
            _ if scatter::is_stamped(layout, frame, plane, at) => ("cell out stamp", "num out stamp"),
            Shown::Empty => ("cell out", "num out"),
            Shown::Partial(_) => ("cell out part", "num out part"),
            Shown::Done(_) => ("cell out done", "num out"),
        };
        marks.push(cell_mark(class, &rect));
        let text = shown
            .value()
            .map(|value| cell_number(value, rect.width))
            .unwrap_or_default();
        marks.push(Mark::centred(number, rect.centre(), layout.types.output, text));
    }
}

/// The present output cell: the way to it, and where it is too small for its number, that number beside it.
fn present(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame) {
    let Some(cell) = frame.output_cell() else { return };
    let plane = layout.output_plane(cell / volume(layout.shape.output));
    let (Some(plane), Some(rect)) = (plane, layout.cell_rect(Cell::Of(Tensor::Output, cell))) else {
        return;
    };
    marks.push(Mark::Path {
        class: "link",
        d: result(layout, plane, &rect),
    });
    if !plane.is_mosaic() {
        return;
    }
    let ring = rect.inset((rect.width.min(rect.height) - 10.0).min(0.0) / 2.0);
    marks.push(Mark::Rect {
        class: "ring",
        rect: ring,
        radius: 2.0,
    });
    let text = frame.output(cell).value().map(story::number).unwrap_or_default();
    marks.push(callout(&ring, &plane.rect(), layout.size().1, text));
}

/// A number beside a small cell, on the side where there is room.
fn callout(ring: &Rect, plane: &Rect, lowest: f32, text: String) -> Mark {
    let above = ring.y - plane.y > 22.0;
    let y = if above {
        ring.y - 5.0
    } else {
        (ring.bottom() + 16.0).min(lowest - 4.0)
    };
    let half = text.chars().count() as f32 * 4.6;
    let x = ring.centre().0.max(plane.x + half).min(plane.right() - half);
    Mark::Text {
        class: "callout",
        x,
        y,
        size: 15.0,
        text,
    }
}

/// The weight of the product in hand.
fn tapped(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame) {
    let mut d = String::new();
    let rect = frame
        .product()
        .and_then(|product| layout.cell_rect(Cell::Of(Tensor::Weight, product.weight)));
    if let Some(rect) = rect {
        window::rounded(&mut d, &rect.inset(0.5), 4.0_f32.min(rect.width / 4.0));
    }
    marks.push(Mark::Path { class: "taps now", d });
}

/// What belongs to the cell that a person points at.
fn lights(marks: &mut Vec<Mark>, layout: &Layout, lit: &Lit) {
    for (role, class, cells, tensor) in [
        (Role::Input, "lit in", &lit.inputs, Tensor::Input),
        (Role::Kernel, "lit k", &lit.weights, Tensor::Weight),
        (Role::Output, "lit out", &lit.outputs, Tensor::Output),
    ] {
        let mut d = String::new();
        if cells.len() <= 200 {
            for rect in cells
                .iter()
                .filter_map(|&cell| layout.cell_rect(Cell::Of(tensor, cell)))
            {
                let inset = if rect.width >= crate::plane::NUMBER { 1.5 } else { 0.0 };
                window::rounded(&mut d, &rect.inset(inset), if inset > 0.0 { 4.0 } else { 0.0 });
            }
        } else {
            let mut sorted = cells.clone();
            sorted.sort_unstable();
            for plane in layout.of(role) {
                runs(&mut d, plane, &|at| match layout.cell_at(plane, at) {
                    Some(Cell::Of(_, cell)) => sorted.binary_search(&cell).is_ok(),
                    _ => false,
                });
            }
        }
        marks.push(Mark::Path { class, d });
    }
    let mut d = String::new();
    if let Some(rect) = lit.cell.and_then(|cell| layout.cell_rect(cell)) {
        window::rounded(&mut d, &rect.inset(0.5), 5.0_f32.min(rect.width / 4.0));
    }
    marks.push(Mark::Path { class: "lit here", d });
}
