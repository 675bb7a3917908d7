//! One spatial axis as a window sees it that slides over a grid.
//!
//! All operations are such windows. A convolution's grid is the padded input, and its windows lie `stride` apart. A
//! transposed convolution's grid is the input with `stride - 1` holes between its cells; its windows lie one apart,
//! and see the kernel from its end. A pool's windows lie as a convolution's; what takes cell by cell has windows of one cell.
use crate::{Op, PaddingMode};
use std::ops::Range;

/// What a window finds in a place of one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Input(usize),
    Copy(usize),
    Zero,
    Hole,
}

/// Sizes and steps of one axis. All places are relative to the input's first cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Axis {
    pub op: Op,
    pub mode: PaddingMode,
    /// Cells of the input, at least 1.
    pub input: usize,
    /// Cells of the output, at least 1.
    pub output: usize,
    /// Cells of the kernel, at least 1.
    pub kernel: usize,
    pub stride: i64,
    pub dilation: i64,
    /// Cells of the grid before the input's first cell; negative where the grid begins inside the input.
    pub before: i64,
    /// Cells of the grid after the input's last cell.
    pub after: i64,
}

impl Axis {
    /// An axis that is not there: what a layer of a lower rank has in its place.
    pub const ABSENT: Self = Self {
        op: Op::Conv,
        mode: PaddingMode::Zeros,
        input: 1,
        output: 1,
        kernel: 1,
        stride: 1,
        dilation: 1,
        before: 0,
        after: 0,
    };

    /// From one window to the next.
    pub fn window_step(&self) -> i64 {
        match self.op {
            Op::ConvTranspose => 1,
            _ => self.stride,
        }
    }

    /// From one input cell to the next.
    pub fn input_step(&self) -> i64 {
        match self.op {
            Op::ConvTranspose => self.stride,
            _ => 1,
        }
    }

    /// Cells that the windows slide over.
    pub fn grid(&self) -> usize {
        let inside = (self.input as i64 - 1) * self.input_step() + 1;
        usize::try_from(inside + self.before + self.after).unwrap_or(0)
    }

    /// The first place of an output cell's window.
    pub fn window(&self, output: usize) -> i64 {
        output as i64 * self.window_step() - self.before
    }

    /// The kernel's cell that meets the window's cell `cell`; also the inverse. `flip` mirrors a convolution's kernel,
    /// and takes back the mirroring that a transposed one has by itself.
    pub fn kernel_at(&self, cell: usize, flip: bool) -> usize {
        if (self.op == Op::ConvTranspose) != flip {
            self.kernel - 1 - cell
        } else {
            cell
        }
    }

    /// What is in a place.
    #[inline]
    pub fn place(&self, at: i64) -> Place {
        let size = self.input as i64;
        if self.op == Op::ConvTranspose {
            let inside = at >= 0 && at % self.stride == 0 && at / self.stride < size;
            return if inside {
                Place::Input((at / self.stride) as usize)
            } else {
                Place::Hole
            };
        }
        if (0..size).contains(&at) {
            Place::Input(at as usize)
        } else {
            self.ring(at)
        }
    }

    /// What is in a place before or after a convolution's input.
    fn ring(&self, at: i64) -> Place {
        let size = self.input as i64;
        let from = match self.mode {
            PaddingMode::Zeros => return Place::Zero,
            PaddingMode::Replicate => at.clamp(0, size - 1),
            PaddingMode::Reflect if at < 0 => -at,
            PaddingMode::Reflect => 2 * (size - 1) - at,
            PaddingMode::Circular if at < 0 => at + size,
            PaddingMode::Circular => at - size,
        };
        // Beyond the ring, where no window comes, a mirror may point outside.
        if (0..size).contains(&from) {
            Place::Copy(from as usize)
        } else {
            Place::Zero
        }
    }

    /// The places that show the input cell `input`, as up to three closed ranges: itself, and its copies in the ring.
    fn shown(&self, input: usize) -> [(i64, i64); 3] {
        const NOWHERE: (i64, i64) = (0, -1);
        let (own, size) = (input as i64 * self.input_step(), self.input as i64);
        let ring = |from: i64, to: i64| (from.max(-self.before), to.min(size - 1 + self.after));
        let (head, tail) = match (self.op, self.mode) {
            (Op::ConvTranspose, _) | (_, PaddingMode::Zeros) => (NOWHERE, NOWHERE),
            (_, PaddingMode::Replicate) => (
                if input == 0 { ring(i64::MIN, -1) } else { NOWHERE },
                if own == size - 1 { ring(size, i64::MAX) } else { NOWHERE },
            ),
            // The edge cells mirror themselves in their own place, which is no copy.
            (_, PaddingMode::Reflect) => (
                if own > 0 { ring(-own, -own) } else { NOWHERE },
                if own < size - 1 {
                    ring(2 * (size - 1) - own, 2 * (size - 1) - own)
                } else {
                    NOWHERE
                },
            ),
            (_, PaddingMode::Circular) => (ring(own - size, own - size), ring(own + size, own + size)),
        };
        [(own, own), head, tail]
    }

    /// The output cells whose windows read the input cell `input`, ascending.
    pub fn readers(&self, input: usize) -> Vec<usize> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (from, to) in self.shown(input) {
            for cell in 0..self.kernel as i64 {
                let range = self.readers_by(cell, from, to);
                let at = ranges.iter().take_while(|other| other.start < range.start).count();
                ranges.insert(at, range);
            }
        }
        let mut readers = Vec::new();
        let mut next = 0;
        for range in ranges {
            readers.extend(range.start.max(next)..range.end);
            next = range.end.max(next);
        }
        readers
    }

    /// Whether any window reads the input cell `input`.
    pub fn is_read(&self, input: usize) -> bool {
        let reads = |(from, to)| (0..self.kernel as i64).any(|cell| !self.readers_by(cell, from, to).is_empty());
        self.shown(input).into_iter().any(reads)
    }

    /// The output cells whose windows' cell `cell` lies in the places `from..=to`.
    fn readers_by(&self, cell: i64, from: i64, to: i64) -> Range<usize> {
        if from > to {
            return 0..0;
        }
        // window(output) + cell * dilation lies in from..=to
        let shift = self.before - cell * self.dilation;
        let step = self.window_step();
        let first = ((from + shift).max(0) + step - 1) / step;
        let end = (to + shift).div_euclid(step).min(self.output as i64 - 1) + 1;
        if first < end {
            first as usize..end as usize
        } else {
            0..0
        }
    }
}
