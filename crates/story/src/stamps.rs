//! A transposed layer as a table: what each input cell gives to each output cell, between one channel and another.
use crate::frame::Sum;
use crate::{Frame, Order};
use conv::{Plan, Source};

/// The products between one input channel and one output channel. Rows are the input's cells, columns the output's and
/// those around it that `padding` crops; both are row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamps {
    /// The input channel, and the output channel.
    pub channels: [usize; 2],
    /// Sizes of what the rows are.
    pub input: [usize; 3],
    /// What the columns are: the first place, before zero where there is something cropped, and the sizes.
    pub first: [i64; 3],
    pub size: [usize; 3],
    /// Row by row, through the stamp.
    pub squares: Vec<Square>,
}

/// One product: input times weight. Indices are flat, into the film's tensors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Square {
    pub row: usize,
    pub column: usize,
    pub input: usize,
    pub weight: usize,
    /// `None` where it is cropped.
    pub output: Option<usize>,
}

impl Stamps {
    /// The table between an input channel and an output channel of its group. It has as many squares as the input
    /// channel has cells, times the kernel's cells.
    pub fn of(plan: &Plan, channels: [usize; 2]) -> Self {
        let (first, size) = columns(plan);
        let cells = volume(plan.input_size());
        let kernel = volume(plan.kernel_size());
        let filter = channels[1] % plan.weight_shape()[1];
        let mut squares = Vec::with_capacity(cells * kernel);
        for row in 0..cells {
            let input = channels[0] * cells + row;
            for slot in filter * kernel..(filter + 1) * kernel {
                let stamp = plan.stamp(input, slot);
                let mut column = 0;
                for axis in 0..3 {
                    column = column * size[axis] + (stamp.at[axis] - first[axis]) as usize;
                }
                squares.push(Square {
                    row,
                    column,
                    input,
                    weight: stamp.weight,
                    output: stamp.output,
                });
            }
        }
        Self {
            channels,
            input: plan.input_size(),
            first,
            size,
            squares,
        }
    }

    /// A column's place, counted from the output's first cell.
    pub fn place(&self, column: usize) -> [i64; 3] {
        let [_, height, width] = self.size;
        let at = [column / (height * width), column / width % height, column % width];
        [0, 1, 2].map(|axis| at[axis] as i64 + self.first[axis])
    }

    /// The output cell, flat, that a column is; `None` where it is cropped.
    pub fn output(&self, plan: &Plan, column: usize) -> Option<usize> {
        let sizes = plan.output_size();
        let mut index = self.channels[1];
        for (size, at) in sizes.into_iter().zip(self.place(column)) {
            let at = usize::try_from(at).ok().filter(|&at| at < size)?;
            index = index * size + at;
        }
        Some(index)
    }
}

/// The first place and the sizes of a transposed layer's output with what `padding` crops around it.
pub fn columns(plan: &Plan) -> ([i64; 3], [usize; 3]) {
    let (pads, mut size) = (plan.pads(), plan.output_size());
    let mut first = [0; 3];
    for axis in 0..3 {
        let reach = reach(plan, axis);
        let (before, after) = ((reach - pads[axis].0).max(0), (reach - pads[axis].1).max(0));
        first[axis] = -before;
        size[axis] += (before + after) as usize;
    }
    (first, size)
}

/// From the kernel's first cell to its last.
fn reach(plan: &Plan, axis: usize) -> i64 {
    ((plan.kernel_size()[axis] - 1) * plan.dilation()[axis]) as i64
}

fn volume(size: [usize; 3]) -> usize {
    size.iter().product()
}

/// How many products of one input channel reach each coordinate of the output, axis by axis: an output cell gets the
/// product of its coordinates' counts.
pub fn overlaps(plan: &Plan) -> [Vec<usize>; 3] {
    let (pads, stride, dilation) = (plan.pads(), plan.stride(), plan.dilation());
    [0, 1, 2].map(|axis| {
        let mut counts = vec![0; plan.output_size()[axis]];
        for input in 0..plan.input_size()[axis] {
            let first = (input * stride[axis]) as i64 + pads[axis].0 - reach(plan, axis);
            for cell in 0..plan.kernel_size()[axis] {
                let at = first + (cell * dilation[axis]) as i64;
                if let Some(count) = usize::try_from(at).ok().and_then(|at| counts.get_mut(at)) {
                    *count += 1;
                }
            }
        }
        counts
    })
}

/// How many of the kernel's cells meet an output coordinate, away from the edges: the same for all that lie as far beyond
/// a multiple of the stride.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    pub least: usize,
    pub most: usize,
    /// In turn, from a multiple of the stride on: the first few.
    pub first: Vec<usize>,
}

impl Shares {
    /// So many are told in turn.
    pub const FEW: usize = 8;

    pub fn of(plan: &Plan, axis: usize) -> Self {
        let (stride, kernel) = (plan.stride()[axis], plan.kernel_size()[axis]);
        let beyond = |cell: usize| (cell as u64 * plan.dilation()[axis] as u64 % stride as u64) as usize;
        let share = |at: usize| (0..kernel).filter(|&cell| beyond(cell) == at).count();
        Self {
            // A stride may be very long; with fewer cells than places, some place has none.
            least: if stride > kernel {
                0
            } else {
                (0..stride).map(share).min().unwrap_or(0)
            },
            most: (0..kernel).map(|cell| share(beyond(cell))).max().unwrap_or(0),
            first: (0..stride.min(Self::FEW)).map(share).collect(),
        }
    }
}

/// What becomes of one input channel's products at the output's edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edges {
    /// All products, and those of them that `padding` crops.
    pub products: usize,
    pub cropped: usize,
    /// Output cells that `output_padding` adds, and those of them that some product reaches.
    pub added: usize,
    pub reached: usize,
}

impl Edges {
    pub fn of(plan: &Plan) -> Self {
        let counts = overlaps(plan);
        let (mut kept, mut cells, mut reached) = (1, [1; 2], [1; 2]);
        for axis in 0..3 {
            let more = (axis + plan.rank()).checked_sub(3);
            let more = more.map_or(0, |own| plan.spec().output_padding[own]) as usize;
            let counts = &counts[axis];
            kept *= counts.iter().sum::<usize>();
            // Without it there may be no output at all.
            for (side, end) in [counts.len(), counts.len().saturating_sub(more)]
                .into_iter()
                .enumerate()
            {
                cells[side] *= end;
                reached[side] *= counts[..end].iter().filter(|&&count| count > 0).count();
            }
        }
        let products = volume(plan.input_size()) * volume(plan.kernel_size());
        Self {
            products,
            cropped: products - kept,
            added: cells[0] - cells[1],
            reached: reached[0] - reached[1],
        }
    }
}

/// The output by stamps: input cell by input cell, each product added where it lands. Channels from zero and the bias
/// last, as everywhere.
pub fn scattered(film: &crate::Film) -> Vec<f32> {
    let plan = &film.plan;
    let cells = volume(plan.input_size());
    let (ins, outs) = (plan.input_shape()[0], plan.weight_shape()[1]);
    let mut output = vec![0.0; film.output.len()];
    let plane = volume(plan.output_size());
    for channel in 0..ins {
        let group = channel / (ins / plan.spec().groups as usize);
        let mut sums = vec![0.0; outs * plane];
        for input in channel * cells..(channel + 1) * cells {
            for slot in 0..plan.stamps() {
                let stamp = plan.stamp(input, slot);
                if let Some(at) = stamp.output {
                    sums[at - group * outs * plane] += film.input[input] * film.weight[stamp.weight];
                }
            }
        }
        for (total, sum) in output[group * outs * plane..].iter_mut().zip(&sums) {
            *total += sum;
        }
    }
    for (at, total) in output.iter_mut().enumerate() {
        if let Some(bias) = &film.bias {
            *total += bias[at / plane];
        }
    }
    output
}

impl Frame {
    /// The input channel and the output channel that this step is about; where it is about several, the first.
    pub fn channels(&self) -> [usize; 2] {
        let plan = &self.film.plan;
        let Some(cell) = self.cell else { return [0; 2] };
        let groups = plan.spec().groups as usize;
        let in_hand = self.product().or(self.products.first());
        let of_input = |channel: usize| channel / (plan.input_shape()[0] / groups);
        if self.order == Order::Scatter {
            let channel = cell / volume(plan.input_size());
            let outs = plan.weight_shape()[1];
            let local = in_hand.map_or(0, |product| product.weight / volume(plan.kernel_size()) % outs);
            [channel, of_input(channel) * outs + local]
        } else {
            let first = in_hand.map_or(0, |product| product.channel);
            [first, cell / volume(plan.output_size())]
        }
    }

    /// What an output cell has from the input channels beside one, in the reference's order; `None` while that is nothing
    /// yet. It looks at all of the cell's products.
    pub fn others(&self, output: usize, channel: usize) -> Option<f32> {
        let plan = &self.film.plan;
        let is_done = self.is_done(output);
        let mut sum = Sum::default();
        let mut is_there = is_done;
        for slot in 0..plan.slots() {
            let tap = plan.tap(output, slot);
            let Source::Input(input) = tap.source else { continue };
            let is_made = is_done
                || match self.order {
                    Order::Scatter => self.is_stamped(input, tap.weight),
                    _ => self.cell == Some(output) && self.products.get(slot).is_some_and(|product| product.done),
                };
            if is_made && tap.channel != channel {
                sum.add(tap.channel, self.film.input[input] * self.film.weight[tap.weight]);
                is_there = true;
            }
        }
        is_there.then(|| sum.total())
    }

    /// Whether a product has been made: in a scattered film with its input's stamp, otherwise with its output's sum,
    /// where what is cropped is never made.
    pub fn has_made(&self, square: &Square) -> bool {
        if self.order == Order::Scatter {
            return self.is_stamped(square.input, square.weight);
        }
        let Some(output) = square.output else { return false };
        if self.cell != Some(output) {
            return self.is_done(output);
        }
        let is_it = |source| source == Source::Input(square.input);
        let mut products = self.products.iter();
        products.any(|product| product.done && product.weight == square.weight && is_it(product.source))
    }
}
