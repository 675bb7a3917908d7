//! Windows read where they lie, for few channels in a group: to pack them would cost as much as to multiply them.
use conv::Plan;

use crate::lanes::{Lanes, Native, Offsets, store_apart};
use crate::run::{Run, Weights};
use crate::tensor::{Tensor, zeros};
use crate::tile;
use crate::window::{Part, Windows};

/// Outputs of a row that are made before the next channels', roughly.
const CELLS: usize = 1024;

pub(crate) struct Direct {
    windows: Windows,
    part: Part,
    offsets: Offsets,
    outs: usize,
    packed: Vec<f32>,
}

impl Direct {
    pub fn new(plan: &Plan) -> Self {
        let windows = Windows::new(plan);
        let part = windows.whole();
        let offsets = Offsets::new(windows.offsets(&part));
        Self {
            outs: plan.out_channels() / plan.groups(),
            packed: zeros(plan.out_channels() * offsets.len()),
            offsets,
            windows,
            part,
        }
    }
}

impl Run for Direct {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let depth = self.offsets.len();
        for (group, packed) in self.packed.chunks_exact_mut(self.outs * depth).enumerate() {
            weights.pack(group, &self.part.taps, 0..depth, packed);
        }
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        let volume = self.part.columns();
        let depth = self.offsets.len();
        for (group, output) in output.cells_mut().chunks_exact_mut(self.outs * volume).enumerate() {
            let strip = Strip {
                cells: self.windows.fill(group, input),
                offsets: &self.offsets,
                packed: &self.packed[group * self.outs * depth..(group + 1) * self.outs * depth],
                bias: &bias[group * self.outs..(group + 1) * self.outs],
                volume,
            };
            for row in (0..volume).step_by(self.part.count[2]) {
                strip.row(self.part.base(row), row, self.part.count[2], output);
            }
        }
    }
}

/// What all rows of a group share.
struct Strip<'a> {
    cells: &'a [f32],
    offsets: &'a Offsets,
    packed: &'a [f32],
    bias: &'a [f32],
    volume: usize,
}

impl Strip<'_> {
    /// A row of outputs, in blocks as wide as suits it.
    fn row(&self, base: usize, first: usize, width: usize, output: &mut [f32]) {
        let mut column = 0;
        while column < width {
            let vectors = match (self.bias.len(), width - column) {
                (1, 17..) => 8,
                (1, 9..) => 4,
                _ => 2,
            };
            let wide = 4 * vectors;
            // What is read stays in the cache for all rows. The last block of wider ones has few columns: in narrower ones.
            let count = ((width - column) / wide).clamp(1, CELLS / wide);
            for (row, rows) in tile::rows(self.bias.len()) {
                self.blocks(base + column, first + column, [row, rows], vectors, count, output);
            }
            column += wide * count;
        }
    }

    /// Writes whole vectors, and so at a row's end into the rows behind it, which come later.
    fn blocks(
        &self,
        base: usize,
        at: usize,
        [row, rows]: [usize; 2],
        vectors: usize,
        count: usize,
        output: &mut [f32],
    ) {
        let depth = self.offsets.len();
        let wide = 4 * vectors;
        let sums = match (rows, vectors) {
            (1, 8) => sums::<1, 8, 32>,
            (1, 4) => sums::<1, 4, 16>,
            (1, _) => sums::<1, 2, 8>,
            (2, _) => sums::<2, 2, 8>,
            (3, _) => sums::<3, 2, 8>,
            (4, _) => sums::<4, 2, 8>,
            _ => sums::<{ tile::ROWS }, 2, 8>,
        };
        let job = Job {
            cells: self.cells,
            offsets: self.offsets,
            weights: &self.packed[row * depth..(row + rows) * depth],
            bias: &self.bias[row..row + rows],
            base,
            count,
        };
        if at + wide * count <= self.volume {
            sums(job, &mut output[row * self.volume + at..], self.volume);
            return;
        }
        // Behind the last row comes the next channel, which may be done.
        let mut block = [0.0; 8 * 4 * tile::ROWS];
        sums(job, &mut block, wide);
        let rest = self.volume - at;
        for (block, output) in block
            .chunks_exact(wide)
            .zip(output.chunks_exact_mut(self.volume).skip(row))
            .take(rows)
        {
            output[at..].copy_from_slice(&block[..rest]);
        }
    }
}

/// Some blocks of columns and rows.
struct Job<'a> {
    cells: &'a [f32],
    offsets: &'a Offsets,
    weights: &'a [f32],
    bias: &'a [f32],
    base: usize,
    count: usize,
}

/// Sums of `M` rows and `V` vectors of columns, as [`tile::tile`] makes them of packed windows.
#[inline(never)]
fn sums<const M: usize, const V: usize, const N: usize>(job: Job<'_>, output: &mut [f32], stride: usize) {
    let (weights, _) = job.weights.as_chunks::<M>();
    let Some(bias) = job.bias.first_chunk::<M>() else {
        return;
    };
    for at in (0..job.count * N).step_by(N) {
        let mut sums = [[Native::splat(0.0); V]; M];
        for (sums, bias) in sums.iter_mut().zip(bias) {
            *sums = [Native::splat(*bias); V];
        }
        let windows = job.offsets.windows::<N>(job.cells, job.base + at);
        for (cells, weights) in windows.zip(weights) {
            let (cells, _) = cells.as_chunks();
            tile::add(&mut sums, weights, std::array::from_fn(|i| Native::load(&cells[i])));
        }
        store_apart(sums, output, at, stride);
    }
}
