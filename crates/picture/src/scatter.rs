//! A scattered film: one input cell stamps the kernel onto the output.
use crate::backdrop::cell_mark;
use crate::beams::beam;
use crate::fit::cell_number;
use crate::layout::Layout;
use crate::mark::Mark;
use crate::plane::{Plane, Rect, Role};
use crate::shape::{place, volume};
use story::{Cell, Frame, Tensor};

/// The input cell, the stamps' outlines, and the beams between them.
pub(crate) fn marks(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame) {
    let Some(input) = frame.input_cell() else { return };
    let Some(source) = layout.cell_rect(Cell::Of(Tensor::Input, input)) else {
        return;
    };
    let input_rect = layout
        .input_plane(input / volume(layout.shape.input))
        .map_or(source, Plane::rect);
    for kernel in layout.of(Role::Kernel) {
        let rect = kernel.rect();
        marks.push(Mark::Path {
            class: "beam k",
            d: beam(layout, (&source, &input_rect), (&rect, &rect)),
        });
        let output = layout.output_plane(kernel.filter);
        let stamp = output.and_then(|plane| stamp_rect(layout, frame, plane));
        let d = match (stamp, output) {
            (Some(stamp), Some(output)) => beam(layout, (&rect, &rect), (&stamp, &output.rect())),
            _ => String::new(),
        };
        marks.push(Mark::Path { class: "beam out", d });
        if let Some(rect) = stamp {
            marks.push(Mark::Rect {
                class: "outline stamp",
                rect: rect.inset(-0.5),
                radius: 8.0_f32.min(rect.width / 3.0),
            });
        }
    }
    if source.width >= crate::plane::NUMBER {
        marks.push(cell_mark("cell in window", &source));
        let value = frame.film.input.get(input).copied().unwrap_or(0.0);
        let text = cell_number(value, source.width);
        marks.push(Mark::centred(
            "num in window",
            source.centre(),
            layout.types.input,
            text,
        ));
    }
    marks.push(Mark::Rect {
        class: "outline",
        rect: source.inset((source.width - 9.0).min(-1.0) / 2.0),
        radius: 6.0,
    });
}

/// Whether this step adds to a place of an output channel.
pub(crate) fn is_stamped(layout: &Layout, frame: &Frame, plane: &Plane, at: [i64; 3]) -> bool {
    let shape = &layout.shape;
    let Some(first) = frame.products.first().filter(|_| plane.active && shape.scatter) else {
        return false;
    };
    (0..3).all(|axis| {
        let from = at[axis] - first.at[axis];
        let reach = (shape.kernel[axis] as i64 - 1) * shape.dilation[axis];
        (0..=reach).contains(&from) && from % shape.dilation[axis] == 0
    })
}

/// What of a plane the present stamp covers, with the parts that are cropped.
fn stamp_rect(layout: &Layout, frame: &Frame, plane: &Plane) -> Option<Rect> {
    let shape = &layout.shape;
    let first = frame.products.first()?.at;
    let last = place(volume(shape.kernel) - 1, shape.kernel);
    let end = [0, 1, 2].map(|axis| first[axis] + last[axis] as i64 * shape.dilation[axis]);
    Some(plane.cell_rect(first)?.and(&plane.cell_rect(end)?))
}
