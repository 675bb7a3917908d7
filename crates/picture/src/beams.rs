//! The ways that lead the eye: from the window to the kernel, from there to the sum, and on to the output.
use crate::coord::command;
use crate::layout::Layout;
use crate::mark::Mark;
use crate::measure::GUTTER;
use crate::plane::{Plane, Rect, Role};

/// The radius of the node where products are summed.
const NODE: f32 = 13.0;

/// From the kernels and the bias to the sum, and the node itself: they stand still.
pub(crate) fn wires(marks: &mut Vec<Mark>, layout: &Layout) {
    let Some((x, y)) = layout.node else { return };
    let mut d = String::new();
    let pairs = layout
        .planes
        .iter()
        .filter(|plane| matches!(plane.role, Role::Input | Role::Kernel));
    let edge = pairs.map(|plane| plane.rect().right()).fold(0.0, f32::max);
    let edge = if edge < x { edge } else { 0.0 };
    for rect in layout.of(Role::Kernel).map(Plane::rect) {
        // Behind the planes that lie between, which are drawn later, and then to the node.
        let level = level(layout, &rect);
        let start = rect.right() + 3.0;
        line(&mut d, 'H', (start, level), edge);
        curve(&mut d, (start.max(edge), level), (x - NODE, y));
    }
    marks.push(Mark::Path { class: "wire", d });
    if let Some(bias) = layout.of(Role::Bias).next().map(Plane::rect) {
        let mut d = String::new();
        if bias.x > x {
            command(&mut d, 'M', &[x + NODE, y]);
            command(&mut d, 'H', &[bias.x]);
        }
        marks.push(Mark::Path { class: "wire k", d });
    }
    let rect = Rect {
        x: x - NODE,
        y: y - NODE,
        width: 2.0 * NODE,
        height: 2.0 * NODE,
    };
    marks.push(Mark::Rect {
        class: "node",
        rect,
        radius: NODE,
    });
    marks.push(Mark::centred("sigma", (x, y), 15.0, "Σ".to_owned()));
}

/// The height at which a wire leaves a kernel: where it passes behind a plane, behind a row's cells, not between two.
fn level(layout: &Layout, kernel: &Rect) -> f32 {
    let middle = kernel.centre().1;
    let behind = layout.of(Role::Input).find(|plane| {
        let rect = plane.rect();
        rect.x > kernel.right() && (rect.y..rect.bottom()).contains(&middle)
    });
    behind.map_or(middle, |plane| {
        let row = ((middle - plane.y) / plane.cell.1).floor();
        plane.y + (row + 0.5) * plane.cell.1
    })
}

/// From the sum to an output cell. In a further column the way ends where the planes begin.
pub(crate) fn result(layout: &Layout, plane: &Plane, cell: &Rect) -> String {
    let mut d = String::new();
    let Some((x, y)) = layout.node else { return d };
    let (middle_x, middle_y) = cell.centre();
    let planes = layout
        .of(Role::Output)
        .map(Plane::rect)
        .reduce(|all, rect| all.and(&rect));
    let Some(planes) = planes else { return d };
    let index = if layout.shape.filters > 1 { GUTTER } else { 0.0 };
    if planes.x > x + NODE {
        let end = planes.x - index - 3.0;
        curve(&mut d, (x + NODE, y), (end, middle_y));
    } else {
        let end = if plane.y > planes.y + 1.0 {
            planes.y
        } else {
            cell.y.min(plane.y)
        } - 3.0;
        let start = y + NODE;
        let half = (start + end) / 2.0;
        command(&mut d, 'M', &[x, start]);
        command(&mut d, 'C', &[x, half + 8.0, middle_x, half - 8.0, middle_x, end]);
    }
    d
}

/// A curve that leaves and arrives level.
fn curve(d: &mut String, from: (f32, f32), to: (f32, f32)) {
    let half = (from.0 + to.0) / 2.0;
    command(d, 'M', &[from.0, from.1]);
    command(d, 'C', &[half, from.1, half, to.1, to.0, to.1]);
}

/// A beam between two planes, from a part of the one to a part of the other: over the planes themselves two thin lines
/// beside the cells, between them a band. It runs to the right or downwards; nothing where other planes lie between.
pub(crate) fn beam(layout: &Layout, (from, start): (&Rect, &Rect), (to, end): (&Rect, &Rect)) -> String {
    let mut d = String::new();
    if start.right() <= end.x {
        let (left, right) = (start.right() + 2.0, end.x - 2.0);
        let half = (left + right) / 2.0;
        for (y, to_y) in [(from.y, to.y), (from.bottom(), to.bottom())] {
            line(&mut d, 'H', (from.right(), y), left);
            line(&mut d, 'H', (right, to_y), to.x);
        }
        command(&mut d, 'M', &[left, from.y]);
        command(&mut d, 'C', &[half, from.y, half, to.y, right, to.y]);
        command(&mut d, 'V', &[to.bottom()]);
        command(
            &mut d,
            'C',
            &[half, to.bottom(), half, from.bottom(), left, from.bottom()],
        );
    } else if start.bottom() <= end.y && !is_crowded(layout, start) {
        let (top, bottom) = (start.bottom() + 2.0, end.y - 2.0);
        let half = (top + bottom) / 2.0;
        for (x, to_x) in [(from.x, to.x), (from.right(), to.right())] {
            line(&mut d, 'V', (x, from.bottom()), top);
            line(&mut d, 'V', (to_x, bottom), to.y);
        }
        command(&mut d, 'M', &[from.x, top]);
        command(&mut d, 'C', &[from.x, half, to.x, half, to.x, bottom]);
        command(&mut d, 'H', &[to.right()]);
        command(&mut d, 'C', &[to.right(), half, from.right(), half, from.right(), top]);
    }
    d
}

/// Whether planes of the same tensor lie beneath.
fn is_crowded(layout: &Layout, plane: &Rect) -> bool {
    layout.of(Role::Kernel).count() > 1 || layout.of(Role::Input).any(|other| other.y > plane.bottom())
}

/// A straight line, unless it would have no length worth drawing.
fn line(d: &mut String, direction: char, from: (f32, f32), to: f32) {
    let start = if direction == 'H' { from.0 } else { from.1 };
    if to - start > 3.0 {
        command(d, 'M', &[from.0, from.1]);
        command(d, direction, &[to]);
    }
}
