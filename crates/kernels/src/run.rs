//! What a path is: it takes weights, and runs.
use std::ops::Range;

use conv::Plan;

use crate::tensor::Tensor;
use crate::tile;
use crate::window::Tap;

/// A path made ready for a plan.
pub(crate) trait Run {
    /// Takes in weights.
    fn set_weights(&mut self, weights: &Weights<'_>);
    /// Computes an output from an input, both of the plan's shapes, and a number for each output channel.
    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor);
}

/// What a layer has learned, of the shapes that its plan says.
pub(crate) struct Weights<'a> {
    pub plan: &'a Plan,
    pub weight: &'a [f32],
}

impl Weights<'_> {
    /// The kernel between two channels of a group, and what follows it.
    #[inline(never)]
    pub fn between(&self, group: usize, local: usize, out: usize) -> &[f32] {
        let groups = self.plan.groups();
        let (ins, outs) = (self.plan.channels() / groups, self.plan.out_channels() / groups);
        &self.weight[self.plan.weight(group * ins + local, group * outs + out, [0; 3])..]
    }

    /// The weight between two channels of a group in a place of the kernel.
    pub fn at(&self, group: usize, local: usize, out: usize, [d, h, w]: [usize; 3]) -> f32 {
        let [_, height, width] = self.plan.kernel_size();
        self.between(group, local, out)[(d * height + h) * width + w]
    }

    /// Packs some products of a group's outputs: for each tile of rows, for each product, its rows. A channel has as many
    /// products as there are taps.
    #[inline(never)]
    pub fn pack(&self, group: usize, taps: &[Tap], products: Range<usize>, packed: &mut [f32]) {
        let mut packed = packed.iter_mut();
        for (first, count) in tile::rows(self.plan.out_channels() / self.plan.groups()) {
            for product in products.clone() {
                let (local, cell) = (product / taps.len(), taps[product % taps.len()].0);
                for (row, packed) in (first..first + count).zip(&mut packed) {
                    *packed = self.at(group, local, row, cell);
                }
            }
        }
    }
}
