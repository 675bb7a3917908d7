//! Windows as the columns of a matrix, weights as its other factor.
//!
//! Rows are output channels, columns outputs. The windows of as many outputs as a tile has columns are copied side by
//! side, into the nearest cache, and meet all rows there.
use std::ops::Range;

use conv::Plan;

use crate::kernel::{Run, Weights};
use crate::lanes::{Lanes, Native, Offsets, load_apart, store_apart};
use crate::tensor::Tensor;
use crate::tile::{self, COLUMNS, ROWS, Start};
use crate::window::{Part, Windows};

/// Products of an output that are added up in one go: with more, the windows would not stay in the nearest cache.
const DEPTH: usize = 576;
/// Numbers of windows that are packed before they are multiplied, roughly: what stays in the nearest cache. Together they
/// write whole lines of the output.
const PACKED: usize = 8 << 10;

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
    fn pack(&self, cells: &[f32], products: Range<usize>, columns: Range<usize>, mut panels: &mut [f32]) {
        let width = self.part.together();
        let mut column = columns.start;
        while column < columns.end {
            let end = columns.end.min(column / width * width + width);
            if column + COLUMNS <= end {
                let from = self
                    .offsets
                    .some::<COLUMNS>(products.clone(), cells, self.part.base(column));
                for (from, to) in from.zip(panels.as_chunks_mut().0) {
                    copy(from, to);
                }
            } else {
                self.gather(
                    cells,
                    products.clone(),
                    column..columns.end.min(column + COLUMNS),
                    panels,
                );
            }
            panels = &mut panels[products.len() * COLUMNS..];
            column += COLUMNS;
        }
    }

    /// Copies the windows of columns of several rows.
    fn gather(&self, cells: &[f32], products: Range<usize>, columns: Range<usize>, panel: &mut [f32]) {
        let width = self.part.together();
        // Each row's beginning is copied as if it went on; what is too much the next row covers.
        let mut pieces = [(0, 0); COLUMNS];
        let mut count = 0;
        let mut at = columns.start;
        while at < columns.end {
            pieces[count] = (at - columns.start, self.part.base(at));
            count += 1;
            at = at / width * width + width;
        }
        for (product, offset) in self.offsets.all()[products].iter().enumerate() {
            for (place, base) in &pieces[..count] {
                if let Some((to, _)) = panel[product * COLUMNS + place..].split_first_chunk_mut() {
                    copy(&cells[base + offset..], to);
                }
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

#[inline(always)]
fn copy(from: &[f32], to: &mut [f32; COLUMNS]) {
    let (from, _) = from[..COLUMNS].as_chunks();
    let (to, _) = to.as_chunks_mut();
    for (from, to) in from.iter().zip(to) {
        Native::load(from).store(to);
    }
}
