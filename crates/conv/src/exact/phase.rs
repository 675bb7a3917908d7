//! Splits an axis so that neighbouring outputs read neighbouring cells with the same weights.
//!
//! A convolution is one phase. A transposed one has `stride` of them: outputs that are `stride` apart meet the same
//! kernel cells, and each phase is a convolution of stride 1 over the input itself, without holes.
use crate::Op;
use crate::axis::{Axis, Place};

/// What the padded line holds where there is no input.
pub(super) const NOTHING: u32 = u32::MAX;

/// Some outputs of an axis: `first`, `first + step`, and so on.
#[derive(Debug)]
pub(super) struct Phase {
    pub first: usize,
    pub count: usize,
    /// Kernel cell and the place on the padded line that the phase's first output reads with it, in order of summation.
    pub taps: Vec<(usize, usize)>,
}

/// An axis as the fast path goes through it.
#[derive(Debug)]
pub(super) struct Line {
    /// From one output of a phase to the next.
    pub output_step: usize,
    /// From one output's cells to the next one's, on the padded line.
    pub read_step: usize,
    /// The input cell at each place of the padded line.
    pub cells: Vec<u32>,
    pub phases: Vec<Phase>,
}

/// Cells of the padded line of an axis, without building it.
pub(super) fn length(axis: &Axis) -> usize {
    match axis.op {
        Op::Conv => axis.grid(),
        Op::ConvTranspose => {
            let (low, high) = reach(axis);
            (high - low + 1) as usize
        }
    }
}

/// Transposed: the first and last place that any output reads, counted in input cells. The input's own are always in.
fn reach(axis: &Axis) -> (i64, i64) {
    let last = axis.window(axis.output - 1) + (axis.kernel as i64 - 1) * axis.dilation;
    (
        (-axis.before).div_euclid(axis.stride).min(0),
        last.div_euclid(axis.stride).max(axis.input as i64 - 1),
    )
}

impl Line {
    /// Nothing to go through.
    pub const EMPTY: Self = Self {
        output_step: 1,
        read_step: 1,
        cells: vec![],
        phases: vec![],
    };

    pub fn new(axis: &Axis, flip: bool) -> Self {
        match axis.op {
            Op::Conv => Self::window(axis, flip),
            Op::ConvTranspose => Self::transposed(axis, flip),
        }
    }

    fn window(axis: &Axis, flip: bool) -> Self {
        let cells = (0..axis.grid() as i64).map(|at| match axis.place(at - axis.before) {
            Place::Input(cell) | Place::Copy(cell) => cell as u32,
            Place::Zero | Place::Hole => NOTHING,
        });
        let taps = (0..axis.kernel)
            .map(|cell| (axis.kernel_at(cell, flip), cell * axis.dilation as usize))
            .collect();
        Self {
            output_step: 1,
            read_step: axis.stride as usize,
            cells: cells.collect(),
            phases: vec![Phase {
                first: 0,
                count: axis.output,
                taps,
            }],
        }
    }

    fn transposed(axis: &Axis, flip: bool) -> Self {
        let (low, high) = reach(axis);
        let stride = axis.stride;
        let phases = (0..axis.output.min(stride as usize)).map(|first| {
            let start = axis.window(first);
            let at = |cell: usize| start + cell as i64 * axis.dilation;
            let met = (0..axis.kernel).filter(|&cell| at(cell).rem_euclid(stride) == 0);
            Phase {
                first,
                count: (axis.output - first).div_ceil(stride as usize),
                taps: met
                    .map(|cell| (axis.kernel_at(cell, flip), (at(cell).div_euclid(stride) - low) as usize))
                    .collect(),
            }
        });
        let cells = (low..=high).map(|at| {
            if (0..axis.input as i64).contains(&at) {
                at as u32
            } else {
                NOTHING
            }
        });
        Self {
            output_step: stride as usize,
            read_step: 1,
            cells: cells.collect(),
            phases: phases.collect(),
        }
    }

    /// Sorts the line's places by their remainder on division by the step, so that what neighbouring outputs read lies
    /// side by side. Afterwards the step is 1.
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
