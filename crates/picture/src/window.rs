//! The window over the input: its cells with their weights, its outline, and the beams to the kernel.
use crate::beams::beam;
use crate::coord::trace;
use crate::fit::short_number;
use crate::layout::Layout;
use crate::mark::{Marks, body};
use crate::mosaic::outline;
use crate::plane::{Plane, Rect, Role};
use crate::shape::volume;
use story::{Frame, Product};

/// The cells under the window in every visible channel, in the order of summation.
pub(crate) fn marks(marks: &mut Marks, layout: &Layout, frame: &Frame) {
    let cells = volume(layout.shape.kernel);
    for products in frame.products.chunks(cells.max(1)) {
        let channel = products[0].channel;
        let Some(plane) = layout.plane(Role::Input, channel) else {
            continue;
        };
        let kernel = layout.plane(Role::Kernel, channel);
        let slices = reach(plane, products);
        beams(marks, layout, plane, kernel, &slices);
        if plane.is_mosaic() {
            values_on_kernel(marks, layout, kernel, products);
        } else {
            for product in products {
                window_cell(marks, layout, frame, plane, product);
            }
        }
        outlines(marks, layout, plane, &slices, products);
    }
}

fn is_now(frame: &Frame, product: &Product) -> bool {
    frame
        .product()
        .is_some_and(|now| now.weight == product.weight && now.at == product.at)
}

/// The cell's number shows through: a step moves the window and writes no number.
fn window_cell(marks: &mut Marks, layout: &Layout, frame: &Frame, plane: &Plane, product: &Product) {
    let Some(rect) = plane.cell_rect(product.at) else {
        return;
    };
    let class = if is_now(frame, product) {
        "cell read now"
    } else if product.done {
        "cell read"
    } else {
        "cell read wait"
    };
    marks.cell(class, &rect);
    let class = if product.counts() { "corner k" } else { "corner k idle" };
    corner(marks, layout, class, &rect, product.w);
}

/// The other factor in a cell's corner, if there is room.
#[inline(never)]
fn corner(marks: &mut Marks, layout: &Layout, class: &'static str, rect: &Rect, value: f32) {
    let size = layout.types.corner;
    if size > 0.0 && layout.shape.has_weight() {
        let inner = body(rect);
        let mut text = short_number(value, layout.types.corner_characters);
        text.insert(0, '×');
        marks.text(class, inner.right() - 3.0, inner.y + size * 0.72 + 3.0, size, text);
    }
}

/// Where the input shows colours, its numbers stand in the corners of the kernel's cells.
fn values_on_kernel(marks: &mut Marks, layout: &Layout, kernel: Option<&Plane>, products: &[Product]) {
    let Some(kernel) = kernel else { return };
    for product in products {
        if let Some(rect) = kernel.cell_rect(layout.shape.in_window(product.kernel_at)) {
            let class = if product.counts() {
                "corner in"
            } else {
                "corner in idle"
            };
            corner(marks, layout, class, &rect, product.x);
        }
    }
}

/// The part of a plane that the products cover, slice by slice.
fn reach(plane: &Plane, products: &[Product]) -> Vec<Rect> {
    let mut slices: Vec<Rect> = Vec::new();
    let mut last = None;
    for product in products {
        let Some(rect) = plane.cell_rect(product.at) else {
            continue;
        };
        match slices.last_mut() {
            // The products of a slice follow one another.
            Some(slice) if last == Some(product.at[0]) => *slice = slice.and(&rect),
            _ => slices.push(rect),
        }
        last = Some(product.at[0]);
    }
    slices
}

/// Smaller outlines would not be seen.
const SMALLEST: f32 = 9.0;

fn outlines(marks: &mut Marks, layout: &Layout, plane: &Plane, slices: &[Rect], products: &[Product]) {
    let mut is_dilated = false;
    for axis in 0..3 {
        is_dilated |= layout.shape.dilation[axis] > 1 && layout.shape.kernel[axis] > 1;
    }
    let class = if is_dilated { "reach" } else { "outline" };
    for rect in slices {
        let around = rect.at_least(SMALLEST).inset(-0.5);
        marks.rect(class, &around, 8.0_f32.min(rect.width / 3.0));
    }
    if is_dilated {
        let mut d = String::new();
        for product in products {
            if let Some(rect) = plane.cell_rect(product.at) {
                if plane.is_mosaic() {
                    outline(&mut d, &rect);
                } else {
                    rounded(&mut d, &body(&rect), 4.0);
                }
            }
        }
        marks.path("taps", d);
    }
}

/// A rectangle with round corners as a part of a path.
#[inline(never)]
pub(crate) fn rounded(d: &mut String, rect: &Rect, radius: f32) {
    if radius <= 0.0 {
        return outline(d, rect);
    }
    let (r, w, h) = (radius, rect.width - 2.0 * radius, rect.height - 2.0 * radius);
    let corners = [
        rect.x + r,
        rect.y,
        w,
        r,
        0.0,
        r,
        r,
        h,
        0.0,
        r,
        -r,
        r,
        -w,
        -r,
        0.0,
        -r,
        -r,
        -h,
        0.0,
        -r,
        r,
        -r,
    ];
    trace(d, "M..h.q....v.q....h.q....v.q....z", &corners);
}

fn beams(marks: &mut Marks, layout: &Layout, plane: &Plane, kernel: Option<&Plane>, slices: &[Rect]) {
    let mut d = String::new();
    if let (Some(kernel), [first, rest @ ..]) = (kernel, slices) {
        let whole = rest.iter().fold(*first, |whole, slice| whole.and(slice));
        let rect = kernel.rect();
        beam(
            &mut d,
            layout,
            (&whole.at_least(SMALLEST), &plane.rect()),
            (&rect, &rect),
        );
    }
    marks.path("beam k", d);
}
