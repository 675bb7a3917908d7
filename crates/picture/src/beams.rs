//! The ways that lead the eye: from the window to the kernel, from there to the sum, and on to the output.
use crate::coord::command;
use crate::layout::Layout;
use crate::mark::Mark;
use crate::plane::{Plane, Rect, Role};

/// The radius of the node where products are summed.
const NODE: f32 = 13.0;

/// From the kernels and the bias to the sum, and the node itself: they stand still.
pub(crate) fn wires(marks: &mut Vec<Mark>, layout: &Layout) {
    let Some((x, y)) = layout.node else { return };
    let kernels: Vec<Rect> = layout.of(Role::Kernel).map(Plane::rect).collect();
    let last = kernels.iter().map(Rect::right).fold(0.0, f32::max);
    let mut d = String::new();
    // Only from the last column: the others' wires would cross its cells.
    for rect in kernels.iter().filter(|rect| rect.right() > last - 1.0) {
        curve(&mut d, (rect.right() + 3.0, rect.centre().1), (x - NODE, y));
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

/// From the sum to an output cell. In a further column the way ends where the planes begin.
pub(crate) fn result(layout: &Layout, plane: &Plane, cell: &Rect) -> String {
    let mut d = String::new();
    let Some((x, y)) = layout.node else { return d };
    let (middle_x, middle_y) = cell.centre();
    let first = layout
        .of(Role::Output)
        .map(|plane| plane.x)
        .fold(f32::INFINITY, f32::min);
    if first > x + NODE {
        let end = if plane.x > first + 1.0 {
            first - 8.0
        } else {
            cell.x.min(plane.x - 4.0)
        };
        curve(&mut d, (x + NODE, y), (end, middle_y));
    } else {
        let top = layout
            .of(Role::Output)
            .map(|plane| plane.y)
            .fold(f32::INFINITY, f32::min);
        let end = if plane.y > top + 1.0 {
            top - 4.0
        } else {
            cell.y.min(plane.y - 3.0)
        };
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

/// A beam that opens from one rectangle to another one, to its right or beneath it; nothing where planes of the same
/// tensor lie between.
pub(crate) fn beam(layout: &Layout, from: &Rect, to: &Rect) -> String {
    let mut d = String::new();
    if from.right() < to.x {
        let (left, right) = (from.right() + 1.0, to.x - 2.0);
        let half = (left + right) / 2.0;
        command(&mut d, 'M', &[left, from.y]);
        command(&mut d, 'C', &[half, from.y, half, to.y, right, to.y]);
        command(&mut d, 'V', &[to.bottom()]);
        command(
            &mut d,
            'C',
            &[half, to.bottom(), half, from.bottom(), left, from.bottom()],
        );
        d.push('z');
    } else if from.bottom() < to.y && !is_crowded(layout) {
        let (top, bottom) = (from.bottom() + 1.0, to.y - 2.0);
        let half = (top + bottom) / 2.0;
        command(&mut d, 'M', &[from.x, top]);
        command(&mut d, 'C', &[from.x, half, to.x, half, to.x, bottom]);
        command(&mut d, 'H', &[to.right()]);
        command(&mut d, 'C', &[to.right(), half, from.right(), half, from.right(), top]);
        d.push('z');
    }
    d
}

fn is_crowded(layout: &Layout) -> bool {
    layout.of(Role::Kernel).count() > 1
}
