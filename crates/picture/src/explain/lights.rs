//! Frames around what belongs to the cell that a person points at.
use super::sketch::Sketch;
use crate::mark::body;
use crate::plane::{NUMBER, Rect};
use crate::window::rounded;
use story::{Cell, Frame, Lit, Tensor};

const CLASSES: [&str; 4] = ["lit in", "lit k", "lit out", "lit here"];

/// The frames, one path a tensor, and one for the cell itself.
#[derive(Debug, Default)]
pub(super) struct Lights {
    pub lit: Lit,
    paths: [String; 4],
}

impl Lights {
    pub fn of(frame: &Frame, pointed: Option<Cell>) -> Self {
        Self {
            lit: pointed.map(|cell| Lit::of(frame, cell)).unwrap_or_default(),
            paths: Default::default(),
        }
    }

    /// A place that is a cell of the film.
    pub fn cell(&mut self, cell: Cell, rect: &Rect) {
        let Lit {
            inputs,
            weights,
            outputs,
            ..
        } = &self.lit;
        let path = match cell {
            _ if self.lit.cell == Some(cell) => 3,
            Cell::Of(Tensor::Input, cell) if inputs.contains(&cell) => 0,
            Cell::Of(Tensor::Weight, cell) if weights.contains(&cell) => 1,
            // They ascend, and may be very many.
            Cell::Of(Tensor::Output, cell) if outputs.binary_search(&cell).is_ok() => 2,
            _ => return,
        };
        self.frame(path, rect);
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
            self.frame(1, rect);
        }
    }

    fn frame(&mut self, path: usize, rect: &Rect) {
        let (rect, radius) = if rect.width >= NUMBER {
            (body(rect), 4.0)
        } else {
            (*rect, 0.0)
        };
        rounded(&mut self.paths[path], &rect, radius);
    }

    pub fn draw(self, sketch: &mut Sketch) {
        for (class, d) in CLASSES.into_iter().zip(self.paths) {
            sketch.marks.path(class, d);
        }
    }
}
