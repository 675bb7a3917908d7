//! Windows as the columns of a matrix, weights as its other factor.
//!
//! Rows are output channels, columns outputs. The windows of as many outputs as a tile has columns are copied side by
//! side, into the nearest cache, and meet all rows there.
use std::ops::Range;

use conv::Plan;

use crate::lanes::{Lanes, Native, Offsets, load_apart, store_apart};
use crate::run::{Run, Weights};
use crate::tensor::Tensor;
use crate::tile::{self, COLUMNS, ROWS, Start, VECTORS};
use crate::window::{Part, Windows};

/// Products of an output that are added up in one go: with more, the windows would not stay in the nearest cache.
const DEPTH: usize = 576;
/// Numbers of windows that are packed before they are multiplied, roughly: what stays in the second cache. The more of a row
/// they are, the better is the rest of it fetched ahead.
const PACKED: usize = 32 << 10;

pub(crate) struct Gemm {
    windows: Windows,
    parts: Vec<Strip>,
    groups: usize,
    outs: usize,
    size: [usize; 3],
    packed: Tensor,
    panel: Tensor,
}

/// A part with what its windows' cells are multiplied by.
struct Strip {
    part: Part,
    /// Where each product of a window is found, from the window's beginning.
    offsets: Offsets,
    /// Products in one go, and panels of columns; where the weights of a group begin.
    depth: usize,
    panels: usize,
    weights: usize,
}

impl Gemm {
    pub fn new(plan: &Plan) -> Self {
        let windows = Windows::new(plan);
        let size = plan.output_size();
        let outs = plan.out_channels() / plan.groups();
        let mut weights = 0;
        let mut most = 0;
        let mut parts = Vec::new();
        windows.each_part(|part| {
            let offsets = windows.offsets(&part);
            let depth = offsets.len().div_ceil(offsets.len().div_ceil(DEPTH).max(1)).max(1);
            let panels = (PACKED / (depth * COLUMNS)).max(1);
            most = most.max(panels * depth + 1);
            let strip = Strip {
                depth,
                panels,
                weights,
                part,
                offsets: Offsets::new(offsets),
            };
            weights += strip.offsets.len() * outs;
            parts.push(strip);
        });
        Self {
            windows,
            parts,
            groups: plan.groups(),
            outs,
            size,
            packed: Tensor::new(weights * plan.groups()),
            panel: Tensor::new(most * COLUMNS),
        }
    }
}

impl Run for Gemm {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let mut packed = self.packed.cells_mut();
        for group in 0..self.groups {
            for strip in &self.parts {
                let depth = strip.offsets.len();
                for from in (0..depth).step_by(strip.depth) {
                    let products = from..depth.min(from + strip.depth);
                    let (block, behind) = packed.split_at_mut(self.outs * products.len());
                    weights.pack(group, &strip.part.taps, products, block);
                    packed = behind;
                }
            }
        }
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        let volume: usize = self.size.iter().product();
        let per_group = self.packed.cells().len() / self.groups;
        for (group, output) in output.cells_mut().chunks_exact_mut(self.outs * volume).enumerate() {
            let cells = self.windows.fill(group, input);
            let packed = &self.packed.cells()[group * per_group..];
            let bias = &bias[group * self.outs..(group + 1) * self.outs];
            for strip in &self.parts {
                strip.run(
                    cells,
                    &packed[strip.weights..],
                    bias,
                    &mut self.panel,
                    output,
                    self.size,
                );
            }
        }
    }
}

impl Strip {
    fn run(
        &self,
        cells: &[f32],
        mut packed: &[f32],
        bias: &[f32],
        panel: &mut Tensor,
        output: &mut [f32],
        size: [usize; 3],
    ) {
        let columns = self.part.columns();
        let all = self.offsets.len();
        for first in (0..all.max(1)).step_by(self.depth) {
            let products = first..all.min(first + self.depth);
            let (weights, behind) = packed.split_at(products.len() * bias.len());
            for column in (0..columns).step_by(COLUMNS * self.panels) {
                let panel = panel.cells_mut();
                let columns = column..columns.min(column + COLUMNS * self.panels);
                self.pack(cells, products.clone(), columns.clone(), panel);
                self.tiles(weights, panel, (first == 0).then_some(bias), columns, output, size);
            }
            packed = behind;
        }
    }

    /// Copies the windows of some columns side by side.
    fn pack(&self, cells: &[f32], products: Range<usize>, columns: Range<usize>, panels: &mut [f32]) {
        let width = self.part.together();
        let panels = panels.chunks_exact_mut((products.len() * COLUMNS).max(1));
        for (column, panel) in columns.clone().step_by(COLUMNS).zip(panels) {
            let (panel, _) = panel.as_chunks_mut();
            let mut at = column;
            while at < columns.end.min(column + COLUMNS) {
                // Each row is copied as if it had begun with the first column and went on to the last.
                let before = at - column;
                let base = self.part.base(at) - before;
                let windows = self.offsets.some::<COLUMNS>(products.clone(), cells, base);
                if before == 0 {
                    for (from, to) in windows.zip(panel.iter_mut()) {
                        copy(from, to);
                    }
                } else {
                    let masks = load_apart(&LATER, COLUMNS - before, 4);
                    for (from, to) in windows.zip(panel.iter_mut()) {
                        replace(from, masks, to);
                    }
                }
                at = at / width * width + width;
            }
        }
    }

    /// Multiplies packed columns with all rows.
    fn tiles(
        &self,
        mut weights: &[f32],
        packed: &[f32],
        bias: Option<&[f32]>,
        columns: Range<usize>,
        output: &mut [f32],
        size: [usize; 3],
    ) {
        let volume: usize = size.iter().product();
        let outs = output.len() / volume;
        let products = weights.len() / outs;
        for (row, rows) in tile::rows(outs) {
            let (a, behind) = weights.split_at(products * rows);
            weights = behind;
            let start = bias.map(|bias| &bias[row..row + rows]);
            for (at, column) in columns.clone().step_by(COLUMNS).enumerate() {
                let b = &packed[at * products * COLUMNS..][..products * COLUMNS];
                let output = &mut output[row * volume..];
                if self.part.step == [1; 3] && column + COLUMNS <= volume {
                    tile::tile(rows, a, b, start, &mut output[column..], volume);
                } else {
                    self.scattered(rows, a, b, start, column, output, size);
                }
            }
        }
    }

    /// A tile whose columns do not lie side by side in the output, or not all of them are there.
    #[allow(clippy::too_many_arguments)]
    fn scattered(
        &self,
        rows: usize,
        a: &[f32],
        b: &[f32],
        start: Start<'_>,
        column: usize,
        output: &mut [f32],
        size: [usize; 3],
    ) {
        let mut block = [0.0; ROWS * COLUMNS];
        tile::tile(rows, a, b, start.or(Some(tile::ZERO)), &mut block, COLUMNS);
        let volume: usize = size.iter().product();
        let (width, step) = (self.part.count[2], self.part.step[2]);
        let last = self.part.columns().min(column + COLUMNS);
        let mut at = column;
        while at < last {
            // What lies in one row.
            let count = last.min(at / width * width + width) - at;
            let first = self.part.output(at, size);
            for (block, output) in block.chunks_exact(COLUMNS).zip(output.chunks_mut(volume)).take(rows) {
                if start.is_some() && count == COLUMNS {
                    store_apart::<f32, COLUMNS>(load_apart(block, 0, 1), output, first, step);
                    continue;
                }
                for (place, sum) in block[at - column..][..count].iter().enumerate() {
                    let to = &mut output[first + place * step];
                    *to = sum + if start.is_some() { 0.0 } else { *to };
                }
            }
            at += count;
        }
    }
}

/// Masks nothing of as many columns as a tile has, then all of as many.
const LATER: [f32; 2 * COLUMNS] = {
    let mut later = [0.0; 2 * COLUMNS];
    let mut at = COLUMNS;
    while at < 2 * COLUMNS {
        later[at] = f32::from_bits(u32::MAX);
        at += 1;
    }
    later
};

#[inline(always)]
fn copy(from: &[f32; COLUMNS], to: &mut [f32; COLUMNS]) {
    store_apart(load_apart::<Native, VECTORS>(from, 0, 4), to, 0, 4);
}

/// The same for the columns that the masks have.
#[inline(always)]
fn replace(from: &[f32; COLUMNS], masks: [Native; VECTORS], to: &mut [f32; COLUMNS]) {
    let (from, old): ([Native; VECTORS], [Native; VECTORS]) = (load_apart(from, 0, 4), load_apart(to, 0, 4));
    let new = std::array::from_fn(|at| from[at].select(old[at], masks[at]));
    store_apart::<Native, VECTORS>(new, to, 0, 4);
}
