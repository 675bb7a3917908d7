//! Windows read where they lie, for few channels in a group: to pack them would cost as much as to multiply them.
use conv::Plan;

use crate::kernel::{Run, Weights};
use crate::lanes::{Lanes, Native};
use crate::tensor::Tensor;
use crate::tile;
use crate::window::{Part, Windows};

#[derive(Debug)]
pub(crate) struct Direct {
    windows: Windows,
    part: Part,
    offsets: Vec<usize>,
    groups: usize,
    outs: usize,
    packed: Vec<f32>,
    bias: Vec<f32>,
}

impl Direct {
    pub fn new(plan: &Plan) -> Self {
        let windows = Windows::new(plan);
        // A convolution is of one part.
        let part = windows.parts().swap_remove(0);
        Self {
            offsets: windows.offsets(&part),
            groups: plan.groups(),
            outs: plan.out_channels() / plan.groups(),
            packed: Vec::new(),
            bias: vec![0.0; plan.out_channels()],
            windows,
            part,
        }
    }
}

impl Run for Direct {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let taps = &self.part.taps;
        self.packed.clear();
        for group in 0..self.groups {
            for (first, count) in tile::rows(self.outs) {
                for product in 0..self.offsets.len() {
                    let (local, cell) = (product / taps.len(), taps[product % taps.len()].0);
                    let rows = first..first + count;
                    self.packed.extend(rows.map(|row| weights.at(group, local, row, cell)));
                }
            }
        }
        weights.bias(&mut self.bias);
    }

    fn run(&mut self, input: &Tensor, output: &mut Tensor) {
        let volume = self.part.columns();
        let depth = self.offsets.len();
        for (group, output) in output.cells_mut().chunks_exact_mut(self.outs * volume).enumerate() {
            let strip = Strip {
                cells: self.windows.fill(group, input),
                offsets: &self.offsets,
                packed: &self.packed[group * self.outs * depth..(group + 1) * self.outs * depth],
                bias: &self.bias[group * self.outs..(group + 1) * self.outs],
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
    offsets: &'a [usize],
    packed: &'a [f32],
    bias: &'a [f32],
    volume: usize,
}

impl Strip<'_> {
    fn row(&self, base: usize, first: usize, width: usize, output: &mut [f32]) {
        let mut column = 0;
        while column < width {
            let vectors = match (self.bias.len(), width - column) {
                (1, 25..) => 8,
                (1 | 2, 9..) => 4,
                _ => 2,
            };
            for (row, rows) in tile::rows(self.bias.len()) {
                self.block(base + column, first + column, row, rows, vectors, output);
            }
            column += 4 * vectors;
        }
    }

    /// Writes whole vectors, and so at a row's end into the rows behind it, which come later.
    fn block(&self, base: usize, at: usize, row: usize, rows: usize, vectors: usize, output: &mut [f32]) {
        let depth = self.offsets.len();
        let (weights, bias) = (&self.packed[row * depth..], &self.bias[row..]);
        let (weights, cells) = (&weights[..rows * depth], &self.cells[base..]);
        let tile = match (rows, vectors) {
            (1, 8) => sums::<1, 8>,
            (1, 4) => sums::<1, 4>,
            (1, _) => sums::<1, 2>,
            (2, 4) => sums::<2, 4>,
            (2, _) => sums::<2, 2>,
            (3, _) => sums::<3, 2>,
            (4, _) => sums::<4, 2>,
            (5, _) => sums::<5, 2>,
            _ => sums::<6, 2>,
        };
        let wide = 4 * vectors;
        if at + wide <= self.volume {
            let output = &mut output[row * self.volume + at..];
            tile(cells, self.offsets, weights, bias, output, self.volume);
            return;
        }
        let mut block = [0.0; 8 * tile::ROWS * 4];
        tile(cells, self.offsets, weights, bias, &mut block, wide);
        for (lane, block) in block.chunks_exact(wide).take(rows).enumerate() {
            let first = (row + lane) * self.volume + at;
            let rest = self.volume - at;
            output[first..first + rest].copy_from_slice(&block[..rest]);
        }
    }
}

/// Sums of `M` rows and `V` vectors of columns, as [`tile::tile`] makes them of packed windows.
#[inline(never)]
fn sums<const M: usize, const V: usize>(
    cells: &[f32],
    offsets: &[usize],
    weights: &[f32],
    bias: &[f32],
    output: &mut [f32],
    stride: usize,
) {
    let mut sums = [[Native::splat(0.0); V]; M];
    for (sums, bias) in sums.iter_mut().zip(bias) {
        *sums = [Native::splat(*bias); V];
    }
    for (offset, weights) in offsets.iter().zip(weights.as_chunks::<M>().0) {
        let (cells, _) = cells[*offset..*offset + 4 * V].as_chunks();
        let cells: [Native; V] = std::array::from_fn(|i| Native::load(&cells[i]));
        for (sums, weight) in sums.iter_mut().zip(weights) {
            let weight = Native::splat(*weight);
            for (sum, cells) in sums.iter_mut().zip(cells) {
                *sum = sum.madd(weight, cells);
            }
        }
    }
    for (row, sums) in sums.iter().enumerate() {
        let (to, _) = output[row * stride..row * stride + 4 * V].as_chunks_mut();
        for (sum, to) in sums.iter().zip(to) {
            sum.store(to);
        }
    }
}
