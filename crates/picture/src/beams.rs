//! The ways that lead the eye: from the window to the kernel, from there to the sum, and on to the output.
use crate::coord::{count, trace};
use crate::layout::Layout;
use crate::mark::Marks;
use crate::measure::{BETWEEN, GUTTER};
use crate::plane::{Rect, Role, around};
use crate::shape::{Shape, volume};
use conv::Finish;

/// The radius of the node where products are summed.
const NODE: f32 = 13.0;

/// From the kernels and the bias to the sum, and the node itself: they stand still.
pub(crate) fn wires(marks: &mut Marks, layout: &Layout) {
    let Some((x, y)) = layout.node else { return };
    let mut edge = 0.0;
    for plane in &layout.planes {
        if matches!(plane.role, Role::Input | Role::Kernel) {
            edge = plane.rect().right().max(edge);
        }
    }
    if edge >= x {
        edge = 0.0;
    }
    let mut d = String::new();
    for plane in layout.of(Role::Kernel) {
        let rect = plane.rect();
        let mut from = (rect.right() + 3.0, rect.centre().1);
        // Between the rows where planes lie ahead, and then to the node.
        if let Some(level) = corridor(layout, &rect, y) {
            let aside = (from.0 + ASIDE, level);
            curve(&mut d, from, aside);
            across(&mut d, aside.0, level, edge);
            from = (aside.0.max(edge), level);
        }
        curve(&mut d, from, (x - NODE, y));
    }
    marks.path("wire", d);
    if let Some(bias) = layout.of(Role::Bias).next() {
        let mut d = String::new();
        if bias.x > x {
            trace(&mut d, "M..H.", &[x + NODE, y, bias.x]);
        }
        marks.path("wire k", d);
    }
    let node = Rect {
        x,
        y,
        width: 0.0,
        height: 0.0,
    };
    marks.rect("node", &node.inset(-NODE), NODE);
    let (size, sign) = sign(&layout.shape);
    marks.centred("sigma", (x, y), size, sign);
}

/// What the node does with the cells of a window, and in which size of type.
fn sign(shape: &Shape) -> (f32, String) {
    match shape.finish {
        Finish::Sum => (15.0, "Σ".to_owned()),
        Finish::Mean => (10.0, ["÷", &count(volume(shape.kernel))].concat()),
        Finish::Max => (9.0, "max".to_owned()),
        Finish::Relu => (10.0, "≥0".to_owned()),
        Finish::Copy => (15.0, "=".to_owned()),
    }
}

/// How far a wire goes aside to get between the rows.
const ASIDE: f32 = 20.0;

/// The height between a kernel's row and the next one, on the side of the node, if planes lie ahead in its row.
fn corridor(layout: &Layout, kernel: &Rect, node: f32) -> Option<f32> {
    let middle = kernel.centre().1;
    let (mut row, mut is_blocked) = (*kernel, false);
    for plane in &layout.planes {
        let rect = plane.rect();
        if matches!(plane.role, Role::Input | Role::Kernel) && rect.y <= middle && middle < rect.bottom() {
            is_blocked |= rect.x > kernel.right();
            row = row.and(&rect);
        }
    }
    let half = BETWEEN.1 / 2.0;
    let level = if middle <= node {
        row.bottom() + half
    } else {
        row.y - half
    };
    is_blocked.then_some(level)
}

/// From the sum to an output cell. In a further column the way ends where the planes begin.
pub(crate) fn result(layout: &Layout, plane: &Rect, cell: &Rect) -> String {
    let mut d = String::new();
    let (Some((x, y)), Some(planes)) = (layout.node, around(&layout.planes, Role::Output)) else {
        return d;
    };
    let (middle_x, middle_y) = cell.centre();
    if planes.x > x + NODE {
        let index = if layout.shape.filters > 1 { GUTTER } else { 0.0 };
        curve(&mut d, (x + NODE, y), (planes.x - index - 3.0, middle_y));
    } else {
        let top = if plane.y > planes.y + 1.0 {
            planes.y
        } else {
            cell.y.min(plane.y)
        };
        let (start, end) = (y + NODE, top - 3.0);
        let half = (start + end) / 2.0;
        let way = [x, start, x, half + 8.0, middle_x, half - 8.0, middle_x, end];
        trace(&mut d, "M..C......", &way);
    }
    d
}

/// A curve that leaves and arrives level.
fn curve(d: &mut String, from: (f32, f32), to: (f32, f32)) {
    let half = (from.0 + to.0) / 2.0;
    trace(d, "M..C......", &[from.0, from.1, half, from.1, half, to.1, to.0, to.1]);
}

/// A beam between two planes, from a part of the one to a part of the other: over the planes themselves two thin lines
/// beside the cells, between them a band. It runs to the right or downwards; nothing where other planes lie between.
#[inline(never)]
pub(crate) fn beam(d: &mut String, layout: &Layout, (from, start): (&Rect, &Rect), (to, end): (&Rect, &Rect)) {
    let (from_right, from_bottom, to_right, to_bottom) = (from.right(), from.bottom(), to.right(), to.bottom());
    if start.right() <= end.x {
        let (left, right) = (start.right() + 2.0, end.x - 2.0);
        let half = (left + right) / 2.0;
        across(d, from_right, from.y, left);
        across(d, right, to.y, to.x);
        across(d, from_right, from_bottom, left);
        across(d, right, to_bottom, to.x);
        let band = [
            left,
            from.y,
            half,
            from.y,
            half,
            to.y,
            right,
            to.y,
            to_bottom,
            half,
            to_bottom,
            half,
            from_bottom,
            left,
            from_bottom,
        ];
        trace(d, "M..C......V.C......", &band);
    } else if start.bottom() <= end.y && !is_crowded(layout, start) {
        let (top, bottom) = (start.bottom() + 2.0, end.y - 2.0);
        let half = (top + bottom) / 2.0;
        down(d, from.x, from_bottom, top);
        down(d, to.x, bottom, to.y);
        down(d, from_right, from_bottom, top);
        down(d, to_right, bottom, to.y);
        let band = [
            from.x, top, from.x, half, to.x, half, to.x, bottom, to_right, to_right, half, from_right, half,
            from_right, top,
        ];
        trace(d, "M..C......H.C......", &band);
    }
}

/// Whether planes of the same tensor lie beneath.
fn is_crowded(layout: &Layout, plane: &Rect) -> bool {
    layout.of(Role::Kernel).nth(1).is_some() || layout.of(Role::Input).any(|other| other.y > plane.bottom())
}

/// A straight line to the right, unless it would have no length worth drawing.
#[inline(never)]
fn across(d: &mut String, x: f32, y: f32, to: f32) {
    if to - x > 3.0 {
        trace(d, "M..H.", &[x, y, to]);
    }
}

/// The same downwards.
#[inline(never)]
fn down(d: &mut String, x: f32, y: f32, to: f32) {
    if to - y > 3.0 {
        trace(d, "M..V.", &[x, y, to]);
    }
}
