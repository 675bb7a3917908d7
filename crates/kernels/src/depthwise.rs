//! Each channel by itself, without a copy: kernels of 3x3 or 5x5 that move cell by cell.
//!
//! Rows follow each other in memory, so that many are swept as one. What lies left and right of a row belongs to other rows:
//! the sums over a column of the kernel are masked where it does.
use conv::{Op, PaddingMode, Plan};

use crate::kernel::{Run, Weights};
use crate::lanes::{Lanes, Native, Rows};
use crate::tensor::{SLACK, Tensor};

/// The largest kernel.
const LARGEST: usize = 5;
/// Cells of a row that a vector of outputs reads, at most.
const REACH: usize = LARGEST + 3;
/// What is read before and behind a row at most.
const AROUND: usize = REACH;
/// Outputs swept in one go, roughly: the masks are as many, for each column of the kernel, and stay in the cache.
const SWEEP: usize = 1024;

pub(crate) struct Depthwise {
    /// The kernel's size on both axes.
    kernel: usize,
    outs: usize,
    height: usize,
    width: usize,
    /// Rows swept in one go at most.
    rows: usize,
    /// For each column of the kernel, the outputs of such rows that find a cell there.
    masks: Vec<Vec<f32>>,
    /// A row of padding.
    nothing: Vec<f32>,
    weights: Vec<Kernel>,
    bias: Vec<f32>,
}

type Kernel = [[[f32; 4]; LARGEST]; LARGEST];

/// Whether a plan's layer is one of these: it keeps its input's size.
pub(crate) fn fits(plan: &Plan) -> bool {
    let [depth, height, width] = plan.kernel_size();
    let spec = plan.spec();
    let half = (width / 2) as i64;
    spec.op == Op::Conv
        && plan.channels() == plan.groups()
        && (depth, plan.input_size()[0], plan.output_size()[0]) == (1, 1, 1)
        && height == width
        && matches!(width, 3 | LARGEST)
        && (plan.stride(), plan.dilation()) == ([1; 3], [1; 3])
        && plan.pads()[1..] == [(half, half); 2]
        && spec.padding_mode == PaddingMode::Zeros
        && plan.output_size()[2] >= 4
}

impl Depthwise {
    pub fn new(plan: &Plan) -> Self {
        let kernel = plan.kernel_size()[2];
        let [_, height, width] = plan.input_size();
        let rows = (SWEEP / width).clamp(1, height);
        let mask = |cell: usize, at: usize| (at % width + cell).wrapping_sub(kernel / 2) < width;
        let bits = |is_inside: bool| f32::from_bits(if is_inside { u32::MAX } else { 0 });
        let masks = |cell: usize| (0..rows * width).map(|at| bits(mask(cell, at))).collect();
        Self {
            outs: plan.out_channels() / plan.groups(),
            masks: (0..kernel).map(masks).collect(),
            nothing: vec![0.0; width + 2 * AROUND],
            weights: Vec::new(),
            bias: vec![0.0; plan.out_channels()],
            kernel,
            height,
            width,
            rows,
        }
    }

    fn channel<const K: usize>(&self, cells: &[f32], channel: usize, output: &mut [f32]) {
        let first = SLACK - AROUND + channel / self.outs * self.height * self.width;
        let weights = &self.weights[channel];
        let bias = Native::splat(self.bias[channel]);
        let masks = Rows::<K>::new(std::array::from_fn(|cell| &self.masks[cell][..]));
        let mut row = 0;
        while row < self.height {
            // Rows whose windows reach beyond the first or the last row are swept one by one.
            let inner = (self.height - K / 2).saturating_sub(row).min(self.rows);
            let count = if row < K / 2 { 1 } else { inner.max(1) };
            let rows = Rows::<K>::new(std::array::from_fn(|i| {
                let at = (row + i).wrapping_sub(K / 2);
                if at < self.height {
                    &cells[first + at * self.width..][..count * self.width + 2 * AROUND]
                } else {
                    &self.nothing[..]
                }
            }));
            let output = &mut output[row * self.width..(row + count) * self.width];
            sweep(&rows, &masks, weights, bias, 0, output);
            if !output.len().is_multiple_of(4) {
                let last = output.len() - 4;
                sweep(&rows, &masks, weights, bias, last, &mut output[last..]);
            }
            row += count;
        }
    }
}

impl Run for Depthwise {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let plan = weights.plan;
        let turned = |at| if plan.flip() { self.kernel - 1 - at } else { at };
        let kernel = |channel: usize| -> Kernel {
            let at = |h, w| weights.at(channel / self.outs, 0, channel % self.outs, [0, turned(h), turned(w)]);
            let number = |h: usize, w: usize| if h.max(w) < self.kernel { at(h, w) } else { 0.0 };
            std::array::from_fn(|h| std::array::from_fn(|w| [number(h, w); 4]))
        };
        self.weights = (0..self.bias.len()).map(kernel).collect();
        weights.bias(&mut self.bias);
    }

    fn run(&mut self, input: &Tensor, output: &mut Tensor) {
        let volume = self.height * self.width;
        for (channel, output) in output.cells_mut().chunks_exact_mut(volume).enumerate() {
            match self.kernel {
                3 => self.channel::<3>(input.around(), channel, output),
                _ => self.channel::<LARGEST>(input.around(), channel, output),
            }
        }
    }
}

/// Makes outputs from `from` on, as many as there is room for in whole vectors.
#[inline(never)]
fn sweep<const K: usize>(
    rows: &Rows<'_, K>,
    masks: &Rows<'_, K>,
    weights: &Kernel,
    bias: Native,
    from: usize,
    output: &mut [f32],
) {
    let weights: [[Native; K]; K] = std::array::from_fn(|h| std::array::from_fn(|w| Native::load(&weights[h][w])));
    let (output, _) = output.as_chunks_mut();
    let cells = rows.windows::<REACH>(from + AROUND - K / 2, output.len());
    let masks = masks.windows::<4>(from, output.len());
    for ((cells, masks), output) in cells.zip(masks).zip(output) {
        let mut sum = bias;
        for cell in 0..K {
            let first = Native::load(window(cells[0], cell)).mul(weights[0][cell]);
            let add =
                |column: Native, line: usize| column.madd(Native::load(window(cells[line], cell)), weights[line][cell]);
            let column = (1..K).fold(first, add);
            sum = sum.add(if cell == K / 2 {
                column
            } else {
                column.and(Native::load(masks[cell]))
            });
        }
        sum.store(output);
    }
}

#[inline(always)]
fn window(cells: &[f32; REACH], at: usize) -> &[f32; 4] {
    let (window, _) = cells[at..at + 4].as_chunks();
    &window[0]
}
