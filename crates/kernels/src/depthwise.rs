//! Each channel by itself, without a copy: 3x3 kernels that keep the input's size.
//!
//! Rows follow each other in memory, so that many are swept as one. What lies left and right of a row belongs to other rows:
//! the sums over a column of the kernel are masked where it does.
use conv::{Op, PaddingMode, Plan};

use crate::kernel::{Run, Weights};
use crate::lanes::{Lanes, Native, Rows};
use crate::tensor::{SLACK, Tensor};

/// Columns and rows of a kernel.
const KERNEL: usize = 3;
/// Outputs made together.
const WIDE: usize = 4;
/// Cells of a row that they read.
const REACH: usize = WIDE + KERNEL - 1;
/// What is read before and behind a row at most.
const AROUND: usize = REACH;
/// Outputs swept in one go, roughly: the masks are as many, on each side, and stay in the cache.
const SWEEP: usize = 1024;

pub(crate) struct Depthwise {
    outs: usize,
    height: usize,
    width: usize,
    /// Rows swept in one go at most.
    rows: usize,
    /// The outputs of such rows that find a cell to their left, and those that find one to their right.
    masks: [Vec<f32>; 2],
    /// A row of padding.
    nothing: Vec<f32>,
    weights: Vec<Kernel>,
    bias: Vec<f32>,
}

/// The weights of a channel, row by row, each in all lanes.
type Kernel = [[[f32; WIDE]; KERNEL]; KERNEL];

/// Whether a plan's layer is one of these.
pub(crate) fn fits(plan: &Plan) -> bool {
    let spec = plan.spec();
    let is_plane = |size: [usize; 3]| size[0] == 1;
    spec.op == Op::Conv
        && plan.channels() == plan.groups()
        && is_plane(plan.input_size())
        && is_plane(plan.output_size())
        && plan.kernel_size() == [1, KERNEL, KERNEL]
        && (plan.stride(), plan.dilation()) == ([1; 3], [1; 3])
        && plan.pads()[1..] == [(1, 1); 2]
        && spec.padding_mode == PaddingMode::Zeros
        && plan.output_size()[2] >= WIDE
}

impl Depthwise {
    pub fn new(plan: &Plan) -> Self {
        let [_, height, width] = plan.input_size();
        let rows = (SWEEP / width).clamp(1, height);
        let bits = |is_inside: bool| f32::from_bits(if is_inside { u32::MAX } else { 0 });
        let masks = |end: usize| (0..rows * width).map(|at| bits(at % width != end)).collect();
        Self {
            outs: plan.out_channels() / plan.groups(),
            masks: [0, width - 1].map(masks),
            nothing: vec![0.0; width + 2 * AROUND],
            weights: Vec::new(),
            bias: vec![0.0; plan.out_channels()],
            height,
            width,
            rows,
        }
    }

    fn channel(&self, cells: &[f32], channel: usize, output: &mut [f32]) {
        let first = SLACK - AROUND + channel / self.outs * self.height * self.width;
        let masks = Rows::new(self.masks.each_ref().map(|mask| &mask[..]));
        let mut row = 0;
        while row < self.height {
            // The first and the last row have windows that reach beyond, and are swept alone.
            let inner = (self.height - 1).saturating_sub(row).min(self.rows);
            let count = if row == 0 { 1 } else { inner.max(1) };
            let rows = Rows::new(std::array::from_fn(|i| {
                let at = (row + i).wrapping_sub(1);
                if at < self.height {
                    &cells[first + at * self.width..][..count * self.width + 2 * AROUND]
                } else {
                    &self.nothing[..]
                }
            }));
            let sweep = Sweep {
                rows,
                masks,
                weights: &self.weights[channel],
                bias: self.bias[channel],
            };
            let output = &mut output[row * self.width..(row + count) * self.width];
            sweep.run(0, output);
            if !output.len().is_multiple_of(WIDE) {
                // The last outputs together with some that are there already.
                let last = output.len() - WIDE;
                sweep.run(last, &mut output[last..]);
            }
            row += count;
        }
    }
}

impl Run for Depthwise {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let outs = self.outs;
        let turned = |at| if weights.plan.flip() { KERNEL - 1 - at } else { at };
        let number = |channel: usize, h, w| weights.at(channel / outs, 0, channel % outs, [0, turned(h), turned(w)]);
        let kernel = |channel| std::array::from_fn(|h| std::array::from_fn(|w| [number(channel, h, w); WIDE]));
        self.weights = (0..self.bias.len()).map(kernel).collect();
        weights.bias(&mut self.bias);
    }

    fn run(&mut self, input: &Tensor, output: &mut Tensor) {
        let volume = self.height * self.width;
        for (channel, output) in output.cells_mut().chunks_exact_mut(volume).enumerate() {
            self.channel(input.around(), channel, output);
        }
    }
}

/// Rows that are swept as one.
struct Sweep<'a> {
    rows: Rows<'a, KERNEL>,
    masks: Rows<'a, 2>,
    weights: &'a Kernel,
    bias: f32,
}

impl Sweep<'_> {
    /// Makes outputs from `from` on, as many as there is room for in whole vectors.
    #[inline(never)]
    fn run(&self, from: usize, output: &mut [f32]) {
        let weights: [[Native; KERNEL]; KERNEL] = self.weights.each_ref().map(|row| row.each_ref().map(Native::load));
        let bias = Native::splat(self.bias);
        let (output, _) = output.as_chunks_mut::<WIDE>();
        let cells = self.rows.windows::<REACH>(from + AROUND - 1, output.len());
        let masks = self.masks.windows::<WIDE>(from, output.len());
        for ((cells, [left, right]), output) in cells.zip(masks).zip(output) {
            let column = |at: usize| {
                let cell = |line: usize| Native::load(window(cells[line], at));
                (1..KERNEL).fold(cell(0).mul(weights[0][at]), |sum, line| {
                    sum.madd(cell(line), weights[line][at])
                })
            };
            let sum = bias.add(column(0).and(Native::load(left))).add(column(1));
            sum.add(column(2).and(Native::load(right))).store(output);
        }
    }
}

#[inline(always)]
fn window(cells: &[f32; REACH], at: usize) -> &[f32; WIDE] {
    let (window, _) = cells[at..at + WIDE].as_chunks();
    &window[0]
}
