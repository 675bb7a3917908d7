//! Every product listed beforehand: for layers so small that anything else takes longer to begin than to compute.
use conv::{Plan, Source};

use crate::run::{Run, Weights};
use crate::tensor::{SLACK, Tensor};

/// Products up to which this is the quickest way.
pub(crate) const MOST: u64 = 1024;

pub(crate) struct Tiny {
    /// For each output its products: where the cell lies, padding being a cell of the slack, and the weight.
    products: Vec<Product>,
    /// Products of an output, and of all outputs of a channel.
    slots: usize,
    channel: usize,
}

#[derive(Clone, Copy)]
struct Product {
    cell: usize,
    place: usize,
    weight: f32,
}

impl Tiny {
    pub fn new(plan: &Plan) -> Self {
        let slots = plan.slots();
        let volume: usize = plan.output_size().iter().product();
        let outputs = volume * plan.out_channels();
        let product = |at: usize| {
            let tap = plan.tap(at / slots, at % slots);
            let cell = match tap.source {
                Source::Input(cell) | Source::Copy(cell) => SLACK + cell,
                Source::Zero | Source::Hole => 0,
            };
            Product {
                cell,
                place: tap.weight,
                weight: 0.0,
            }
        };
        Self {
            products: (0..outputs * slots).map(product).collect(),
            slots,
            channel: slots * volume,
        }
    }
}

impl Run for Tiny {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        for product in &mut self.products {
            product.weight = weights.weight[product.place];
        }
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        let cells = input.around();
        let mut outputs = output.cells_mut().iter_mut();
        for (products, bias) in self.products.chunks_exact(self.channel).zip(bias) {
            for (products, output) in products.chunks_exact(self.slots).zip(&mut outputs) {
                *output = products
                    .iter()
                    .fold(*bias, |sum, product| sum + cells[product.cell] * product.weight);
            }
        }
    }
}
