//! What belongs to the cell that a person points at, wherever a picture has it.
use super::sketch::Sketch;
use super::{Act, Ask};
use crate::mark::body;
use crate::plane::NUMBER;
use crate::window::rounded;
use story::{Cell, Lit, Tensor};

/// A frame around each of these cells: drawn last, always as four marks.
pub(super) fn lights(sketch: &mut Sketch, ask: &Ask<'_>) {
    let mut lit = ask.pointed.map(|cell| Lit::of(ask.frame, cell)).unwrap_or_default();
    for cells in [&mut lit.inputs, &mut lit.weights, &mut lit.outputs] {
        cells.sort_unstable();
    }
    let mut paths = [const { String::new() }; 4];
    for spot in &sketch.spots {
        let Act::Cell(cell) = spot.act else { continue };
        let has = |cells: &[usize], index| cells.binary_search(&index).is_ok();
        let kind = match cell {
            _ if lit.cell == Some(cell) => 3,
            Cell::Of(Tensor::Input, index) if has(&lit.inputs, index) => 0,
            Cell::Of(Tensor::Weight, index) if has(&lit.weights, index) => 1,
            Cell::Of(Tensor::Output, index) if has(&lit.outputs, index) => 2,
            _ => continue,
        };
        let radius = if spot.rect.width >= NUMBER { 4.0 } else { 0.0 };
        rounded(&mut paths[kind], &body(&spot.rect), radius);
    }
    for (class, d) in ["lit in", "lit k", "lit out", "lit here"].into_iter().zip(paths) {
        sketch.marks.path(class, d);
    }
}
