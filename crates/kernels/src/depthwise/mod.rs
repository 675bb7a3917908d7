//! Each channel by itself, without a copy: kernels of 3x3 and 5x5 that move cell by cell.
//!
//! Outputs are made four columns at a time. Rows follow each other in memory: what lies left and right of one belongs to
//! others, and is masked where a kernel reaches there.
mod across;
mod down;

use conv::{Op, PaddingMode, Plan};

use crate::run::{Run, Weights};
use crate::tensor::{SLACK, Tensor, zeros};

/// Outputs of a row that are made together.
const WIDE: usize = 4;
/// Columns of the largest kernel.
const LARGEST: usize = across::KERNEL;

pub(crate) struct Depthwise {
    shape: Shape,
    outs: usize,
    /// Rows with padding between them.
    padded: Vec<f32>,
    /// For each channel, column by column.
    weights: Vec<Four>,
}

/// A number, or what masks one, for each of the columns.
type Four = [f32; WIDE];

/// What all channels have in common.
struct Shape {
    kernel: usize,
    /// Rows and columns.
    input: [usize; 2],
    output: [usize; 2],
    /// Rows of padding above, columns to the left.
    pads: [usize; 2],
    /// Where four columns begin that find all their cells, and those that do not.
    inner: Vec<usize>,
    edges: Vec<Edge>,
}

/// Four columns, and for each column of the kernel which of them find cells.
struct Edge {
    column: usize,
    masks: [Four; LARGEST],
}

/// Whether a plan's layer is one of these.
pub(crate) fn fits(plan: &Plan) -> bool {
    let [_, kernel, _] = plan.kernel_size();
    let least = match kernel {
        down::KERNEL => 1,
        across::KERNEL => across::ROWS,
        _ => return false,
    };
    let [depth, rows, columns] = plan.output_size();
    let pads = plan.pads();
    let is_narrow = |&(before, after): &(i64, i64)| before.max(after) < kernel as i64;
    plan.spec().op == Op::Conv
        && plan.channels() == plan.groups()
        && (plan.input_size()[0], depth) == (1, 1)
        && plan.kernel_size() == [1, kernel, kernel]
        && (plan.stride(), plan.dilation()) == ([1; 3], [1; 3])
        && pads[1..].iter().all(is_narrow)
        && (plan.spec().padding_mode == PaddingMode::Zeros || pads == [(0, 0); 3])
        && rows >= least
        && columns >= WIDE
}

impl Depthwise {
    pub fn new(plan: &Plan) -> Self {
        let shape = Shape::new(plan);
        Self {
            outs: plan.out_channels() / plan.groups(),
            padded: zeros(across::READ * shape.input[1] + shape.reach() + shape.kernel),
            weights: Vec::new(),
            shape,
        }
    }
}

impl Shape {
    fn new(plan: &Plan) -> Self {
        let [_, kernel, _] = plan.kernel_size();
        let [_, height, width] = plan.input_size();
        let [_, rows, columns] = plan.output_size();
        let [_, above, left] = plan.pads().map(|(before, _)| before as usize);
        let (mut inner, mut edges) = (Vec::new(), Vec::new());
        for column in (0..columns).step_by(WIDE) {
            let column = column.min(columns - WIDE);
            if column >= left && column + WIDE + kernel - 1 <= left + width {
                inner.push(column);
                continue;
            }
            let mut masks = [[0.0; WIDE]; LARGEST];
            for (at, mask) in masks.as_flattened_mut().iter_mut().enumerate() {
                let cell = column + at / WIDE + at % WIDE;
                if cell.wrapping_sub(left) < width {
                    *mask = f32::from_bits(u32::MAX);
                }
            }
            edges.push(Edge { column, masks });
        }
        Self {
            kernel,
            input: [height, width],
            output: [rows, columns],
            pads: [above, left],
            inner,
            edges,
        }
    }

    /// Cells that a row of outputs reads of a row.
    fn reach(&self) -> usize {
        self.output[1] + self.kernel - 1
    }

    /// Which row of the input is that many rows below the padding's first.
    fn row(&self, row: usize) -> Option<usize> {
        row.checked_sub(self.pads[0]).filter(|row| *row < self.input[0])
    }
}

impl Run for Depthwise {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        let (kernel, outs) = (self.shape.kernel, self.outs);
        let turned = |at| if weights.plan.flip() { kernel - 1 - at } else { at };
        self.weights.clear();
        for channel in 0..weights.plan.out_channels() {
            for at in 0..kernel * kernel {
                let cell = [0, turned(at % kernel), turned(at / kernel)];
                self.weights
                    .push([weights.at(channel / outs, 0, channel % outs, cell); WIDE]);
            }
        }
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        let shape = &self.shape;
        let [inputs, outputs] = [shape.input, shape.output].map(|[rows, columns]| rows * columns);
        let channels = self.weights.chunks_exact(shape.kernel * shape.kernel).zip(bias);
        let outputs = output.cells_mut().chunks_exact_mut(outputs);
        for (channel, ((weights, &bias), output)) in channels.zip(outputs).enumerate() {
            let cells = &input.around()[SLACK + channel / self.outs * inputs - shape.pads[1]..];
            if shape.kernel == down::KERNEL {
                down::channel(shape, cells, &self.padded, weights, bias, output);
            } else {
                across::channel(shape, cells, &mut self.padded, weights, bias, output);
            }
        }
    }
}
