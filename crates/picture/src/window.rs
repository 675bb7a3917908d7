//! The window over the input: its cells with their weights, its outline, and the beams to the kernel.
use crate::backdrop::{Spot, body, cell_mark, spot};
use crate::beams::beam;
use crate::coord::command;
use crate::fit::{cell_number, short_number};
use crate::layout::Layout;
use crate::mark::Mark;
use crate::mosaic::outline;
use crate::plane::{Plane, Rect, Role};
use crate::shape::volume;
use story::{Frame, Product};

/// Cells of this size have room for a second number.
pub(crate) const WITH_CORNER: f32 = 30.0;

/// The cells under the window in every visible channel, in the order of summation.
pub(crate) fn marks(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame) {
    let cells = volume(layout.shape.kernel);
    for products in frame.products.chunks(cells.max(1)) {
        let Some(plane) = products.first().and_then(|product| layout.input_plane(product.channel)) else {
            continue;
        };
        let kernel = layout.of(Role::Kernel).find(|kernel| kernel.channel == plane.channel);
        beams(marks, layout, plane, kernel, products);
        if plane.is_mosaic() {
            values_on_kernel(marks, layout, kernel, products);
        } else {
            for (place, product) in products.iter().enumerate() {
                window_cell(marks, layout, frame, plane, product, is_now(frame, product, place));
            }
        }
        outlines(marks, layout, plane, products);
    }
}

fn is_now(frame: &Frame, product: &Product, _place: usize) -> bool {
    frame
        .product()
        .is_some_and(|now| now.weight == product.weight && now.at == product.at)
}

fn window_cell(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame, plane: &Plane, product: &Product, now: bool) {
    let Some(rect) = plane.cell_rect(product.at) else {
        return;
    };
    let spot = spot(layout, &frame.film, product.channel, product.at);
    let (done, class, number) = match spot {
        Spot::Input(_) => (product.done, "cell in window", "num in window"),
        Spot::Copy(_) | Spot::Zero => (product.done, "cell pad window", "num pad window"),
        Spot::Inserted | Spot::Beyond => (product.done, "cell hole window", "num hole window"),
    };
    let class = match (done, now, class) {
        (_, true, "cell in window") => "cell in window now",
        (_, true, "cell pad window") => "cell pad window now",
        (_, true, _) => "cell hole window now",
        (false, _, "cell in window") => "cell in window wait",
        (false, _, "cell pad window") => "cell pad window wait",
        _ => class,
    };
    marks.push(cell_mark(class, &rect));
    let counts = product.counts();
    let text = if counts {
        cell_number(product.x, rect.width)
    } else {
        String::new()
    };
    marks.push(Mark::centred(number, rect.centre(), layout.types.input, text));
    if layout.types.corner > 0.0 {
        let class = if counts { "corner k" } else { "corner k idle" };
        marks.push(corner(layout, class, &rect, product.w));
    }
}

/// The other factor in a cell's corner.
fn corner(layout: &Layout, class: &'static str, rect: &Rect, value: f32) -> Mark {
    let inner = body(rect);
    let size = layout.types.corner;
    let text = ["×", &short_number(value, layout.types.corner_characters)].concat();
    Mark::Text {
        class,
        x: inner.right() - 3.0,
        y: inner.y + size * 0.72 + 3.0,
        size,
        text,
    }
}

/// Where the input shows colours, its numbers stand in the corners of the kernel's cells.
fn values_on_kernel(marks: &mut Vec<Mark>, layout: &Layout, kernel: Option<&Plane>, products: &[Product]) {
    let Some(kernel) = kernel.filter(|_| layout.types.corner > 0.0) else {
        return;
    };
    for product in products {
        if let Some(rect) = kernel.cell_rect(layout.shape.in_window(product.kernel_at)) {
            let class = if product.counts() {
                "corner in"
            } else {
                "corner in idle"
            };
            marks.push(corner(layout, class, &rect, product.x));
        }
    }
}

/// The part of a plane that the products cover, slice by slice.
fn reach(plane: &Plane, products: &[Product]) -> Vec<Rect> {
    let mut slices: Vec<(i64, Rect)> = Vec::new();
    for product in products {
        let Some(rect) = plane.cell_rect(product.at) else {
            continue;
        };
        match slices.iter_mut().find(|(z, _)| *z == product.at[0]) {
            Some((_, slice)) => *slice = slice.and(&rect),
            None => slices.push((product.at[0], rect)),
        }
    }
    slices.into_iter().map(|(_, rect)| rect).collect()
}

/// The same, but never too small to be seen.
fn visible(rect: &Rect) -> Rect {
    rect.inset((rect.width.min(rect.height) - 9.0).min(0.0) / 2.0)
}

fn outlines(marks: &mut Vec<Mark>, layout: &Layout, plane: &Plane, products: &[Product]) {
    let is_dilated = (0..3).any(|axis| layout.shape.dilation[axis] > 1 && layout.shape.kernel[axis] > 1);
    for rect in reach(plane, products) {
        let class = if is_dilated { "reach" } else { "outline" };
        marks.push(Mark::Rect {
            class,
            rect: visible(&rect).inset(-0.5),
            radius: 8.0_f32.min(rect.width / 3.0),
        });
    }
    if is_dilated {
        let mut d = String::new();
        for rect in products.iter().filter_map(|product| plane.cell_rect(product.at)) {
            let rect = if plane.is_mosaic() { rect } else { body(&rect) };
            rounded(&mut d, &rect, if plane.is_mosaic() { 0.0 } else { 4.0 });
        }
        marks.push(Mark::Path { class: "taps", d });
    }
}

/// A rectangle with round corners as a part of a path.
pub(crate) fn rounded(d: &mut String, rect: &Rect, radius: f32) {
    if radius <= 0.0 {
        return outline(d, rect);
    }
    let (r, w, h) = (radius, rect.width - 2.0 * radius, rect.height - 2.0 * radius);
    command(d, 'M', &[rect.x + r, rect.y]);
    command(d, 'h', &[w]);
    command(d, 'q', &[r, 0.0, r, r]);
    command(d, 'v', &[h]);
    command(d, 'q', &[0.0, r, -r, r]);
    command(d, 'h', &[-w]);
    command(d, 'q', &[-r, 0.0, -r, -r]);
    command(d, 'v', &[-h]);
    command(d, 'q', &[0.0, -r, r, -r]);
    d.push('z');
}

fn beams(marks: &mut Vec<Mark>, layout: &Layout, plane: &Plane, kernel: Option<&Plane>, products: &[Product]) {
    let whole = reach(plane, products).into_iter().reduce(|all, rect| all.and(&rect));
    let d = match (whole, kernel) {
        (Some(whole), Some(kernel)) => {
            let rect = kernel.rect();
            beam(layout, (&visible(&whole), &plane.rect()), (&rect, &rect))
        }
        _ => String::new(),
    };
    marks.push(Mark::Path { class: "beam k", d });
}
