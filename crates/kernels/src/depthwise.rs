//! Each channel by itself, without a copy: 3x3 kernels that move cell by cell.
//!
//! Four columns of outputs are made from top to bottom: a row of cells is read once, and adds to the three rows of outputs
//! that it is under the kernel of.
use conv::{Op, PaddingMode, Plan};

use crate::kernel::{Run, Weights};
use crate::lanes::{Columns, Lanes, Native};
use crate::tensor::{SLACK, Tensor};

/// Columns and rows of a kernel.
const KERNEL: usize = 3;
/// Outputs of a row that are made together.
const WIDE: usize = 4;
/// Cells of a row that they read.
const REACH: usize = WIDE + KERNEL - 1;
/// Rows made in one go.
const BAND: [usize; 2] = [6, 32];
/// Cells of all rows that they read, so that these find room in the nearest cache even where they are a power of two apart.
const READ: usize = 8 << 10;

pub(crate) struct Depthwise {
    outs: usize,
    /// Rows and columns.
    input: [usize; 2],
    output: [usize; 2],
    /// Rows of padding above, columns to the left.
    pads: [usize; 2],
    /// Where four columns begin that find all their cells, and those that do not.
    inner: Vec<usize>,
    edges: Vec<Edge>,
    /// A row of padding.
    nothing: Vec<f32>,
    weights: Vec<Kernel>,
    bias: Vec<f32>,
}

/// Four columns, and for each column of the kernel which of them find cells.
struct Edge {
    column: usize,
    masks: [[f32; WIDE]; KERNEL],
}

/// The weights of a channel, row by row, each in all lanes.
type Kernel = [[[f32; WIDE]; KERNEL]; KERNEL];

/// Whether a plan's layer is one of these.
pub(crate) fn fits(plan: &Plan) -> bool {
    let is_plane = |size: [usize; 3]| size[0] == 1;
    let is_narrow = |&(before, after): &(i64, i64)| before.max(after) < KERNEL as i64;
    let pads = plan.pads();
    plan.spec().op == Op::Conv
        && plan.channels() == plan.groups()
        && is_plane(plan.input_size())
        && is_plane(plan.output_size())
        && plan.kernel_size() == [1, KERNEL, KERNEL]
        && (plan.stride(), plan.dilation()) == ([1; 3], [1; 3])
        && pads[1..].iter().all(is_narrow)
        && (plan.spec().padding_mode == PaddingMode::Zeros || pads == [(0, 0); 3])
        && plan.output_size()[2] >= WIDE
}

impl Depthwise {
    pub fn new(plan: &Plan) -> Self {
        let [_, height, width] = plan.input_size();
        let [_, rows, columns] = plan.output_size();
        let [_, above, left] = plan.pads().map(|(before, _)| before as usize);
        let first = (0..columns).step_by(WIDE).map(|column| column.min(columns - WIDE));
        let is_inner = |column: &usize| *column >= left && column + REACH <= width + left;
        let (inner, edges): (Vec<_>, Vec<_>) = first.partition(is_inner);
        Self {
            outs: plan.out_channels() / plan.groups(),
            input: [height, width],
            output: [rows, columns],
            pads: [above, left],
            inner,
            edges: edges.into_iter().map(|column| Edge::new(column, left, width)).collect(),
            nothing: vec![0.0; columns + REACH],
            weights: Vec::new(),
            bias: vec![0.0; plan.out_channels()],
        }
    }

    fn channel(&self, cells: &[f32], channel: usize, output: &mut [f32]) {
        let [height, width] = self.input;
        let [rows, columns] = self.output;
        let [above, left] = self.pads;
        let first = SLACK + channel / self.outs * height * width - left;
        let row = |row: usize| {
            let row = row.checked_sub(above).filter(|row| *row < height);
            row.map_or(&self.nothing[..], |row| &cells[first + row * width..])
        };
        let band = (READ / width).saturating_sub(KERNEL - 1).clamp(BAND[0], BAND[1]);
        for from in (0..rows).step_by(band) {
            let to = rows.min(from + band);
            let next = from + KERNEL - 1;
            let count = (height + above).min(to + KERNEL - 1).saturating_sub(next);
            let output = &mut output[from * columns..to * columns];
            let (output, rest) = output.split_at_mut((count * columns).min(output.len()));
            let mut band = Band {
                before: [row(from), row(from + 1)].map(|row| &row[..columns + KERNEL - 1]),
                columns: Columns::new(row(next), output, [width, columns], count, columns - WIDE),
                rest,
                width: columns,
                weights: &self.weights[channel],
                bias: self.bias[channel],
            };
            band.inner(&self.inner);
            band.edges(&self.edges);
        }
    }
}

impl Edge {
    fn new(column: usize, left: usize, width: usize) -> Self {
        let is_inside = |cell: usize| (column + cell).wrapping_sub(left) < width;
        let bits = |cell| f32::from_bits(if is_inside(cell) { u32::MAX } else { 0 });
        Self {
            column,
            masks: std::array::from_fn(|w| std::array::from_fn(|lane| bits(w + lane))),
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
        let volume = self.output[0] * self.output[1];
        for (channel, output) in output.cells_mut().chunks_exact_mut(volume).enumerate() {
            self.channel(input.around(), channel, output);
        }
    }
}

/// Some rows of a channel, from the cells that their kernels begin at.
struct Band<'a> {
    /// The rows of cells above those that finish a row of outputs each.
    before: [&'a [f32]; KERNEL - 1],
    /// Those, with their outputs.
    columns: Columns<'a, REACH, WIDE>,
    /// Rows of outputs that no cells are left for.
    rest: &'a mut [f32],
    width: usize,
    weights: &'a Kernel,
    bias: f32,
}

/// A row of cells as each column of the kernel sees it.
type Cells = [Native; KERNEL];

impl Band<'_> {
    #[inline(never)]
    fn inner(&mut self, columns: &[usize]) {
        for column in columns {
            self.strip(*column, |cells| cells);
        }
    }

    #[inline(never)]
    fn edges(&mut self, edges: &[Edge]) {
        for edge in edges {
            let masks: Cells = edge.masks.each_ref().map(Native::load);
            self.strip(edge.column, |cells| std::array::from_fn(|w| cells[w].and(masks[w])));
        }
    }

    /// Four columns of outputs, from top to bottom.
    #[inline(always)]
    fn strip(&mut self, column: usize, inside: impl Fn(Cells) -> Cells) {
        let bias = Native::splat(self.bias);
        let [top, middle, bottom]: [Cells; KERNEL] = self.weights.each_ref().map(|row| row.each_ref().map(Native::load));
        let row = |cells: &[f32; REACH]| {
            inside(std::array::from_fn(|w| {
                let (windows, _) = cells[w..w + WIDE].as_chunks();
                Native::load(&windows[0])
            }))
        };
        let add = |sum: Native, weights: Cells, cells: Cells| {
            let sum = sum.madd(cells[0], weights[0]).madd(cells[1], weights[1]);
            sum.madd(cells[2], weights[2])
        };
        let [first, second] = self.before.map(|cells| {
            let (windows, _) = cells[column..column + REACH].as_chunks();
            row(&windows[0])
        });
        let mut next = add(add(bias, top, first), middle, second);
        let mut later = add(bias, top, second);
        self.columns.down(column, |cells, output| {
            let cells = row(cells);
            add(next, bottom, cells).store(output);
            next = add(later, middle, cells);
            later = add(bias, top, cells);
        });
        for (sum, output) in [next, later].into_iter().zip(self.rest.chunks_mut(self.width)) {
            let (to, _) = output[column..column + WIDE].as_chunks_mut();
            sum.store(&mut to[0]);
        }
    }
}
