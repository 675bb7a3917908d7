//! Splits an axis so that neighbouring outputs read neighbouring cells with the same weights.
//!
//! A convolution is one phase. A transposed one has `stride` of them: outputs that are `stride` apart meet the same
//! kernel cells, and each phase is a convolution of stride 1 over the input itself, without holes.
use crate::Op;
use crate::axis::{Axis, Place};

/// What the padded line holds where there is no input.
pub const NOTHING: u32 = u32::MAX;

/// Some outputs of an axis: `first`, `first + step`, and so on.
#[derive(Clone, Debug)]
pub struct Phase {
    /// The first of them.
    pub first: usize,
    /// How many there are.
    pub count: usize,
    /// Kernel cell and the place on the padded line that the phase's first output reads with it, in order of summation.
    pub taps: Vec<(usize, usize)>,
}

/// An axis as the fast path goes through it.
#[derive(Clone, Debug)]
pub struct Line {
    /// From one output of a phase to the next.
    pub output_step: usize,
    /// From one output's cells to the next one's, on the padded line.
    pub read_step: usize,
    /// The input cell at each place of the padded line, or [`NOTHING`].
    pub cells: Vec<u32>,
    /// Together they have every output.
    pub phases: Vec<Phase>,
}

/// Cells of the padded line of an axis, without building it.
pub(super) fn length(axis: &Axis) -> usize {
    let (low, high) = reach(axis);
    usize::try_from(high - low + 1).unwrap_or(0)
}

/// The first and last place of the padded line, counted in input cells. A transposed layer's holes are left out, and
/// the input's own cells are always in.
fn reach(axis: &Axis) -> (i64, i64) {
    let last = axis.input as i64 - 1;
    match axis.op {
        Op::ConvTranspose => {
            let read = axis.window(axis.output - 1) + (axis.kernel as i64 - 1) * axis.dilation;
            (
                (-axis.before).div_euclid(axis.stride).min(0),
                read.div_euclid(axis.stride).max(last),
            )
        }
        _ => (-axis.before, last + axis.after),
    }
}

impl Line {
    /// Nothing to go through.
    pub(super) const EMPTY: Self = Self {
        output_step: 1,
        read_step: 1,
        cells: vec![],
        phases: vec![],
    };

    pub(super) fn new(axis: &Axis, flip: bool) -> Self {
        // Places of the grid from one input cell to the next: outputs so far apart read alike.
        let unit = axis.input_step();
        let (low, high) = reach(axis);
        let mut cells = Vec::new();
        for at in low..high + 1 {
            cells.push(match axis.place(at * unit) {
                Place::Input(cell) | Place::Copy(cell) => cell as u32,
                Place::Zero | Place::Hole => NOTHING,
            });
        }
        let mut phases = Vec::new();
        for first in 0..axis.output.min(unit as usize) {
            let mut taps = Vec::new();
            for cell in 0..axis.kernel {
                let at = axis.window(first) + cell as i64 * axis.dilation;
                if at.rem_euclid(unit) == 0 {
                    taps.push((axis.kernel_at(cell, flip), (at.div_euclid(unit) - low) as usize));
                }
            }
            phases.push(Phase {
                first,
                count: (axis.output - first).div_ceil(unit as usize),
                taps,
            });
        }
        Self {
            output_step: unit as usize,
            read_step: axis.window_step() as usize,
            cells,
            phases,
        }
    }

    /// Whether the line is the axis of an input of this size as it lies there.
    #[inline(never)]
    pub fn is_identity(&self, size: usize) -> bool {
        self.cells.len() == size && self.cells.iter().enumerate().all(|(at, cell)| *cell as usize == at)
    }

    /// Sorts the line's places by their remainder on division by the step, so that what neighbouring outputs read lies
    /// side by side. Afterwards the step is 1.
    #[inline(never)]
    pub fn interleave(&mut self) {
        let (step, length) = (self.read_step, self.cells.len());
        if step == 1 {
            return;
        }
        // Remainders beyond the line's length do not occur.
        let part = length.div_ceil(step);
        let parts = step.min(length);
        let mut cells = vec![NOTHING; parts * part];
        for (at, cell) in self.cells.iter().enumerate() {
            cells[at % step * part + at / step] = *cell;
        }
        for tap in self.phases.iter_mut().flat_map(|phase| &mut phase.taps) {
            tap.1 = tap.1 % step * part + tap.1 / step;
        }
        self.cells = cells;
        self.read_step = 1;
    }
}
