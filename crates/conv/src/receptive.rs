//! What an output cell sees through layers in a row: the receptive field's size, jump and start by the recurrences of
//! Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks" (Distill, 2019), and the number
//! of ways from cell to cell, counted.
use crate::{LayerSpec, Op, Plan, Source, walk};

/// The receptive field of a layer's output on one axis, in cells of the first layer's input.
///
/// With `k`, `s`, `d`, `p` the layer's kernel, stride, dilation and padding before the first cell, and the layer before it
/// at the right:
/// `size = size + (k - 1) * d * jump`, `start = start - p * jump`, `jump = jump * s`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceptiveField {
    /// Cells from the first that is seen to the last, both included; those between may be holes.
    pub size: u64,
    /// From what one output cell sees to what the next one sees.
    pub jump: u64,
    /// The first cell that output cell 0 sees; negative in the padding.
    pub start: i64,
}

impl ReceptiveField {
    /// Of the input itself: each cell sees itself.
    pub const INPUT: Self = Self {
        size: 1,
        jump: 1,
        start: 0,
    };

    /// After one layer more on this axis. Saturating.
    #[must_use]
    pub fn through(self, kernel: u64, stride: u64, dilation: u64, padding: i64) -> Self {
        let reach = kernel.saturating_sub(1).saturating_mul(dilation);
        let jump = i64::try_from(self.jump).unwrap_or(i64::MAX);
        Self {
            size: self.size.saturating_add(reach.saturating_mul(self.jump)),
            jump: self.jump.saturating_mul(stride),
            start: self.start.saturating_sub(padding.saturating_mul(jump)),
        }
    }
}

/// The receptive fields after every layer, on the three axes of a plan.
///
/// `None` from the first layer on for which the recurrences do not hold: a transposed one spreads its input, and a
/// flattened or linear one sees everything. [`paths_back`] counts those too.
pub fn fields(plans: &[Plan]) -> Vec<Option<[ReceptiveField; 3]>> {
    let mut fields = Vec::new();
    let mut now = Some([ReceptiveField::INPUT; 3]);
    for plan in plans {
        let is_window = !matches!(plan.spec().op, Op::ConvTranspose | Op::Flatten | Op::Linear);
        now = now.filter(|_| is_window);
        if let Some(now) = &mut now {
            let (kernel, stride, dilation, pads) = (plan.kernel_size(), plan.stride(), plan.dilation(), plan.pads());
            for (axis, field) in now.iter_mut().enumerate() {
                let padding = pads[axis].0;
                *field = field.through(kernel[axis] as u64, stride[axis] as u64, dilation[axis] as u64, padding);
            }
        }
        fields.push(now);
    }
    fields
}

/// The plans of layers in a row, as far as they can be.
pub fn plans(layers: &[LayerSpec], input_shape: &[usize]) -> Vec<Plan> {
    let steps = walk::walk(layers, input_shape, 1);
    steps.into_iter().filter_map(|step| step.plan.ok()).collect()
}

/// In how many ways each cell of each tensor reaches the output cell `output` of the last layer: the counts over the first
/// layer's input, then over every layer's output, the last being 1 at `output` alone. Each is flat, row-major, of its
/// tensor's size.
///
/// A way takes one product (of a pool: one cell of the window) in every layer. Copies in a padding count for the cell that
/// they copy; other padding and inserted zeros are on no way. Counts saturate. It costs the products of all cells that are
/// on a way, and memory for the counts; hold the plans against [`Bounds`](crate::Bounds) first.
pub fn paths_back(plans: &[Plan], output: usize) -> Vec<Vec<u64>> {
    let mut counts = Vec::new();
    let Some(last) = plans.last() else {
        return counts;
    };
    let mut now = vec![0; volume(last.output_shape())];
    if let Some(cell) = now.get_mut(output) {
        *cell = 1;
    }
    for plan in plans.iter().rev() {
        let mut before: Vec<u64> = vec![0; volume(plan.input_shape())];
        for (cell, &ways) in now.iter().enumerate() {
            if ways == 0 {
                continue;
            }
            for slot in 0..plan.slots() {
                if let Source::Input(input) | Source::Copy(input) = plan.tap(cell, slot).source {
                    before[input] = before[input].saturating_add(ways);
                }
            }
        }
        counts.push(std::mem::replace(&mut now, before));
    }
    counts.push(now);
    counts.reverse();
    counts
}

/// The cone of an input cell: in how many ways it reaches each cell of each tensor after it. The first counts are over the
/// input, 1 at `input` alone; then over every layer's output. As [`paths_back`] otherwise.
pub fn paths_on(plans: &[Plan], input: usize) -> Vec<Vec<u64>> {
    let mut counts = Vec::new();
    let Some(first) = plans.first() else {
        return counts;
    };
    let mut now = vec![0; volume(first.input_shape())];
    if let Some(cell) = now.get_mut(input) {
        *cell = 1;
    }
    for plan in plans {
        let mut after: Vec<u64> = vec![0; volume(plan.output_shape())];
        for (cell, ways) in after.iter_mut().enumerate() {
            for slot in 0..plan.slots() {
                if let Source::Input(input) | Source::Copy(input) = plan.tap(cell, slot).source {
                    *ways = ways.saturating_add(now[input]);
                }
            }
        }
        counts.push(std::mem::replace(&mut now, after));
    }
    counts.push(now);
    counts
}

fn volume(shape: &[usize]) -> usize {
    shape.iter().product()
}

/// The size of the receptive field after each of these layers of one kernel, one after the other with stride 1 and these
/// dilations: how it grows with depth. The first entry is of the input, 1.
pub fn growth(kernel: u64, dilations: &[u64]) -> Vec<u64> {
    let mut field = ReceptiveField::INPUT;
    let mut sizes = vec![field.size];
    for &dilation in dilations {
        field = field.through(kernel, 1, dilation, 0);
        sizes.push(field.size);
    }
    sizes
}
