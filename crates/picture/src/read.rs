//! Which input cells some window reads, told for many cells at once.
use crate::shape::{Shape, place};
use conv::Source;
use story::Film;

/// A cell is read if its coordinates are, axis by axis.
#[derive(Debug)]
pub(crate) struct Read([Vec<bool>; 3]);

impl Read {
    pub fn of(film: &Film, shape: &Shape) -> Self {
        let (stride, pads) = (film.plan.stride(), film.plan.pads());
        let mut read = [const { Vec::new() }; 3];
        for (axis, read) in read.iter_mut().enumerate() {
            read.resize(shape.input[axis], false);
            let window_step = if shape.transposed { 1 } else { stride[axis] };
            for window in 0..shape.output[axis] {
                // On the other axes: at the input's first cell.
                let mut at = [0; 3];
                at[axis] = (window * window_step) as i64 - pads[axis].0;
                for _ in 0..shape.kernel[axis] {
                    if let Source::Input(cell) | Source::Copy(cell) = film.plan.source(at) {
                        read[place(cell, shape.input)[axis]] = true;
                    }
                    at[axis] += shape.dilation[axis];
                }
            }
        }
        Self(read)
    }

    /// Whether the input cell at a place of the grid is read.
    pub fn has(&self, shape: &Shape, at: [i64; 3]) -> bool {
        let is_read = |axis: usize| {
            let coordinate = at[axis] / shape.step[axis];
            self.0[axis].get(coordinate as usize) == Some(&true)
        };
        is_read(0) && is_read(1) && is_read(2)
    }
}
