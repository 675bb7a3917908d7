//! Grids of numbers whose cells are the deeper, the larger their number; those below zero are hatched as well.
use super::super::sketch::{Sketch, number_size};
use crate::hatch;
use crate::mark::body;
use crate::mosaic::level;
use crate::plane::{NUMBER, Plane, Rect, Role, SLICE_GAP};

/// What a grid's cells are, from the palest to the deepest; then the same below zero.
pub(super) type Look = [[&'static str; 5]; 2];

pub(super) const INPUT: Look = [
    [
        "cell in",
        "cell in deep1",
        "cell in deep2",
        "cell in deep3",
        "cell in deep4",
    ],
    MINUS,
];
pub(super) const FILTER: Look = [
    ["cell k", "cell k deep1", "cell k deep2", "cell k deep3", "cell k deep4"],
    MINUS,
];
pub(super) const PRODUCT: Look = [
    [
        "cell zero",
        "cell plus deep1",
        "cell plus deep2",
        "cell plus deep3",
        "cell plus deep4",
    ],
    MINUS,
];
const MINUS: [&str; 5] = [
    "cell zero",
    "cell minus deep1",
    "cell minus deep2",
    "cell minus deep3",
    "cell minus deep4",
];

/// Cells of a mosaic that are drawn, at most.
pub(super) const MOST: usize = 4096;
/// The frame around small cells.
pub(super) const RING: f32 = 9.0;

/// An empty grid at a place.
pub(super) fn grid(size: [usize; 3], at: (f32, f32), cell: f32) -> Plane {
    Plane::grid(Role::Kernel, size, at, (cell, cell))
}

/// The largest cell with which a grid fits into a width and a height.
pub(super) fn fitting(size: [usize; 3], width: f32, height: f32, largest: f32) -> f32 {
    let [depth, rows, columns] = [size[0] as f32, size[1] as f32, size[2] as f32];
    let across = (width - (depth - 1.0) * SLICE_GAP) / (depth * columns);
    across.min(height / rows).min(largest).max(0.1)
}

/// A frame around cells of a plane, large enough to be seen, that does not reach beyond the plane on the right.
pub(super) fn ring(cells: &Rect, plane: &Plane) -> Rect {
    let ring = cells.at_least(RING);
    let x = ring.x.min(plane.rect().right() - ring.width).max(plane.x);
    Rect { x, ..ring }
}

/// How deep a number is: from 0 to 4, where `scale` is the deepest.
pub(super) fn depth(value: f32, scale: f32) -> usize {
    if scale <= 0.0 || value.is_nan() {
        return 0;
    }
    ((value.abs() / scale * 4.0).ceil() as usize).min(4)
}

/// Draws a grid's cells. A cell without a number is pale, and a grid always makes the same number of marks.
pub(super) fn tiles(sketch: &mut Sketch, plane: &Plane, look: &Look, values: &[Option<f32>], scale: f32) {
    let mut shown = Vec::new();
    for value in values {
        shown.push(value.unwrap_or(0.0));
    }
    let size = number_size(&shown, plane.cell.0);
    let mut hatch = String::new();
    for (index, at) in plane.places().enumerate() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let value = values.get(index).copied().flatten();
        let number = value.unwrap_or(0.0);
        let is_minus = number < 0.0;
        sketch
            .marks
            .cell(look[usize::from(is_minus)][depth(number, scale)], &rect);
        if is_minus {
            hatch::falling(&mut hatch, &body(&rect));
        }
        if plane.cell.0 >= NUMBER {
            let class = if number == 0.0 { "num idle" } else { "num" };
            sketch.marks.number(class, &rect, size, value);
        }
    }
    sketch.marks.path("hatch minus", hatch);
    sketch.hold(&plane.rect());
}

/// Draws a grid of small cells in colour classes; nothing but its outline where there are more than [`MOST`]. It always
/// makes the same number of marks.
pub(super) fn mosaic(sketch: &mut Sketch, plane: &Plane, values: &[f32], scale: f32, class: &'static str) {
    let is_input = class == "plane in";
    sketch.marks.rect(class, &plane.rect(), 2.0);
    sketch.hold(&plane.rect());
    if values.len() > MOST {
        return;
    }
    let classes = if is_input {
        ["q in", "q neg"]
    } else {
        ["q out", "q neg"]
    };
    let levels: Vec<u8> = values.iter().map(|&value| level(Some(value), scale)).collect();
    sketch.shades(plane, &levels, classes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_deeper_the_larger_it_is_and_only_zero_is_pale() {
        for (value, wanted) in [
            (0.0, 0),
            (0.01, 1),
            (1.0, 1),
            (2.5, 3),
            (-4.0, 4),
            (9.0, 4),
            (f32::NAN, 0),
        ] {
            assert_eq!(depth(value, 4.0), wanted, "{value}");
        }
        assert_eq!(depth(3.0, 0.0), 0);
    }

    #[test]
    fn a_grid_fits_where_it_is_put() {
        for size in [[1, 3, 3], [1, 1, 200], [4, 4, 4], [1, 11, 2]] {
            let plane = grid(size, (10.0, 20.0), fitting(size, 200.0, 150.0, 34.0));
            assert!(
                plane.rect().right() <= 210.01 && plane.rect().bottom() <= 170.01,
                "{size:?}"
            );
        }
    }
}
