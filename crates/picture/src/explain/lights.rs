//! Frames around what belongs to the cell that a person points at.
use super::Act;
use super::sketch::Sketch;
use crate::mark::body;
use crate::plane::{NUMBER, Rect};
use crate::window::rounded;
use story::{Cell, Frame, Lit, Tensor};

/// Of the inputs, the weights, the outputs, and of the cell itself.
const CLASSES: [&str; 4] = ["lit in", "lit k", "lit out", "lit here"];

/// The frames, one path a tensor, and one for the cell itself.
#[derive(Debug, Default)]
pub(super) struct Lights {
    /// Its lists ascend.
    pub lit: Lit,
    paths: [String; 4],
}

impl Lights {
    pub fn of(frame: &Frame, pointed: Option<Cell>) -> Self {
        let mut lit = pointed.map(|cell| Lit::of(frame, cell)).unwrap_or_default();
        for cells in [&mut lit.inputs, &mut lit.weights, &mut lit.outputs] {
            cells.sort_unstable();
        }
        Self {
            lit,
            paths: Default::default(),
        }
    }

    /// The path that a cell's light is a part of, if it has one.
    pub fn path(&mut self, cell: Cell) -> Option<&mut String> {
        let has = |cells: &[usize], cell| cells.binary_search(&cell).is_ok();
        let path = match cell {
            _ if self.lit.cell == Some(cell) => 3,
            Cell::Of(Tensor::Input, cell) if has(&self.lit.inputs, cell) => 0,
            Cell::Of(Tensor::Weight, cell) if has(&self.lit.weights, cell) => 1,
            Cell::Of(Tensor::Output, cell) if has(&self.lit.outputs, cell) => 2,
            _ => return None,
        };
        self.paths.get_mut(path)
    }

    /// A place that is a cell of the film.
    pub fn cell(&mut self, cell: Cell, rect: &Rect) {
        if let Some(path) = self.path(cell) {
            frame(path, rect);
        }
    }

    /// All places of a sketch that are cells of the film.
    pub fn spots(&mut self, sketch: &Sketch) {
        for spot in &sketch.spots {
            if let Act::Cell(cell) = spot.act {
                self.cell(cell, &spot.rect);
            }
        }
    }

    /// The same of cells that are no spots: where each of them is, as far as it is in the picture.
    pub fn places(&mut self, place: &dyn Fn(Cell) -> Option<Rect>) {
        let lists = [
            (Tensor::Input, &self.lit.inputs),
            (Tensor::Weight, &self.lit.weights),
            (Tensor::Output, &self.lit.outputs),
        ];
        for (path, (tensor, cells)) in self.paths.iter_mut().zip(lists) {
            for &cell in cells {
                let cell = Cell::Of(tensor, cell);
                if let Some(rect) = place(cell).filter(|_| self.lit.cell != Some(cell)) {
                    frame(path, &rect);
                }
            }
        }
        if let Some(rect) = self.lit.cell.and_then(place) {
            frame(&mut self.paths[3], &rect);
        }
    }

    /// A place where a weight is used, in whose row and column these cells are.
    pub fn weight(&mut self, weight: usize, input: usize, output: Option<usize>, rect: &Rect) {
        let belongs = match self.lit.cell {
            Some(Cell::Of(Tensor::Input, cell)) => cell == input,
            Some(Cell::Of(Tensor::Output, cell)) => output == Some(cell),
            Some(Cell::Of(Tensor::Weight, cell)) => cell == weight,
            _ => false,
        };
        if belongs {
            frame(&mut self.paths[1], rect);
        }
    }

    pub fn draw(self, sketch: &mut Sketch) {
        for (class, d) in CLASSES.into_iter().zip(self.paths) {
            sketch.marks.path(class, d);
        }
    }
}

fn frame(path: &mut String, rect: &Rect) {
    if rect.width >= NUMBER {
        rounded(path, &body(rect), 4.0);
    } else {
        rounded(path, rect, 0.0);
    }
}
