//! What changes from step to step. Between two steps of one layout the marks differ in their attributes only.
use crate::beams::result;
use crate::fit::letters;
use crate::layout::{Layout, output_index};
use crate::mark::{Mark, Marks};
use crate::means::Means;
use crate::mosaic::runs;
use crate::plane::{NUMBER, Plane, Rect, Role};
use crate::scatter;
use crate::window;
use story::{Cell, Frame, Lit, Shown, Tensor};

/// The marks of a step: the output as far as it is done, the window, and the ways between them.
pub fn overlay(layout: &Layout, frame: &Frame, means: &Means) -> Vec<Mark> {
    let mut marks = Marks::default();
    for plane in layout.of(Role::Output) {
        if plane.is_mosaic() {
            marks.path("veil", (means.veil)(frame, &layout.shape, plane));
        } else {
            output_cells(&mut marks, layout, frame, plane);
        }
    }
    if layout.shape.scatter {
        (means.scatter)(&mut marks, layout, frame);
    } else {
        window::marks(&mut marks, layout, frame);
        present(&mut marks, layout, frame);
    }
    tapped(&mut marks, layout, frame);
    marks.0
}

/// Every output cell, there or not, so that a step adds no marks.
fn output_cells(marks: &mut Marks, layout: &Layout, frame: &Frame, plane: &Plane) {
    for at in plane.places() {
        let cell = output_index(&layout.shape, plane.channel, at);
        let (Some(cell), Some(rect)) = (cell, &plane.cell_rect(at)) else {
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
        marks.cell(class, rect);
        marks.number(number, rect, layout.types.size(Role::Output), shown.value());
    }
}

/// The present output cell: the way to it, and where it is too small for its number, that number beside it.
fn present(marks: &mut Marks, layout: &Layout, frame: &Frame) {
    let Some(cell) = frame.output_cell() else { return };
    let Some((plane, rect)) = layout.place(Cell::Of(Tensor::Output, cell)) else {
        return;
    };
    let whole = plane.rect();
    marks.path("link", result(layout, &whole, &rect));
    if !plane.is_mosaic() {
        return;
    }
    let ring = rect.at_least(10.0);
    marks.rect("ring", &ring, 2.0);
    let text = frame.output(cell).value().map(story::number).unwrap_or_default();
    callout(marks, &ring, &whole, layout.size().1, text);
}

/// A number beside a small cell, on the side where there is room.
fn callout(marks: &mut Marks, ring: &Rect, plane: &Rect, lowest: f32, text: String) {
    let above = ring.y - plane.y > 22.0;
    let y = if above {
        ring.y - 5.0
    } else {
        (ring.bottom() + 16.0).min(lowest - 4.0)
    };
    let half = letters(&text) as f32 * 4.6;
    let x = ring.centre().0.max(plane.x + half).min(plane.right() - half);
    marks.text("callout", x, y, 15.0, text);
}

/// The weight of the product in hand.
fn tapped(marks: &mut Marks, layout: &Layout, frame: &Frame) {
    let weight = frame.product().map(|product| Cell::Of(Tensor::Weight, product.weight));
    marked(marks, layout, "taps now", weight, 4.0);
}

/// A frame around a cell, if there is one to be seen.
fn marked(marks: &mut Marks, layout: &Layout, class: &'static str, cell: Option<Cell>, radius: f32) {
    let mut d = String::new();
    if let Some((_, rect)) = cell.and_then(|cell| layout.place(cell)) {
        window::rounded(&mut d, &rect.inset(0.5), radius.min(rect.width / 4.0));
    }
    marks.path(class, d);
}

/// What belongs to the cell that a person points at. It lies over the overlay.
pub fn lights(layout: &Layout, lit: &Lit) -> Vec<Mark> {
    let mut marks = Marks::default();
    light(&mut marks, layout, "lit in", (Role::Input, Tensor::Input), &lit.inputs);
    light(
        &mut marks,
        layout,
        "lit k",
        (Role::Kernel, Tensor::Weight),
        &lit.weights,
    );
    light(
        &mut marks,
        layout,
        "lit out",
        (Role::Output, Tensor::Output),
        &lit.outputs,
    );
    marked(&mut marks, layout, "lit here", lit.cell, 5.0);
    marks.0
}

#[inline(never)]
fn light(marks: &mut Marks, layout: &Layout, class: &'static str, (role, tensor): (Role, Tensor), cells: &[usize]) {
    let mut d = String::new();
    if cells.len() <= 200 {
        for &cell in cells {
            if let Some((_, rect)) = layout.place(Cell::Of(tensor, cell)) {
                let (inset, radius) = if rect.width >= NUMBER { (1.5, 4.0) } else { (0.0, 0.0) };
                window::rounded(&mut d, &rect.inset(inset), radius);
            }
        }
    } else {
        let mut is_lit = vec![0; cells.iter().fold(0, |most, &cell| most.max(cell)) + 1];
        for &cell in cells {
            is_lit[cell] = 1;
        }
        for plane in layout.of(role) {
            let mut kinds = Vec::new();
            for at in plane.places() {
                kinds.push(match layout.cell_at(plane, at) {
                    Some(Cell::Of(_, cell)) if cell < is_lit.len() => is_lit[cell],
                    _ => 0,
                });
            }
            runs(&mut d, plane, &kinds);
        }
    }
    marks.path(class, d);
}
