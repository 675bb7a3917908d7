//! Which input cells some window reads, told for many cells at once.
use crate::shape::{Shape, place, volume};
use story::Film;

/// A cell is read if its coordinates are, axis by axis.
#[derive(Debug)]
pub(crate) struct Read([Vec<bool>; 3]);

impl Read {
    pub fn of(film: &Film, shape: &Shape) -> Self {
        let mut cells = (0..volume(shape.input)).map(|cell| place(cell, shape.input));
        let Some(some) = cells.find(|&at| film.plan.is_read(at)) else {
            return Self([vec![], vec![], vec![]]);
        };
        Self([0, 1, 2].map(|axis| {
            let on_axis = |coordinate| {
                let mut at = some;
                at[axis] = coordinate;
                film.plan.is_read(at)
            };
            (0..shape.input[axis]).map(on_axis).collect()
        }))
    }

    /// Whether the input cell at a place of the grid is read.
    pub fn has(&self, shape: &Shape, at: [i64; 3]) -> bool {
        (0..3).all(|axis| {
            let coordinate = usize::try_from(at[axis] / shape.step[axis]).ok();
            coordinate.and_then(|at| self.0[axis].get(at)).copied().unwrap_or(false)
        })
    }
}
