//! Tap by tap, for what no other path suits; layers without weights as the core computes them.
use std::rc::Rc;

use conv::{Finish, Plan, Source, pool};

use crate::run::{Run, Weights};
use crate::tensor::Tensor;

pub(crate) struct Reference {
    plan: Rc<Plan>,
    weight: Vec<f32>,
}

impl Reference {
    pub fn new(plan: &Rc<Plan>) -> Self {
        Self {
            plan: Rc::clone(plan),
            weight: Vec::new(),
        }
    }
}

impl Reference {
    /// As [`conv::reference`] adds up: channel by channel.
    fn sums(&self, input: &[f32], bias: &[f32], output: &mut [f32]) {
        let kernel: usize = self.plan.kernel_size().iter().product();
        let volume = output.len() / self.plan.out_channels();
        for (at, output) in output.iter_mut().enumerate() {
            let mut total = 0.0;
            for first in (0..self.plan.slots()).step_by(kernel) {
                let mut sum = 0.0;
                for slot in first..first + kernel {
                    let tap = self.plan.tap(at, slot);
                    let cell = match tap.source {
                        Source::Input(cell) | Source::Copy(cell) => input[cell],
                        Source::Zero => 0.0,
                        Source::Hole => continue,
                    };
                    sum += cell * self.weight[tap.weight];
                }
                total += sum;
            }
            *output = total + bias[at / volume];
        }
    }
}

impl Run for Reference {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        self.weight = weights.weight.to_vec();
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        if self.plan.finish() == Finish::Sum {
            self.sums(input.cells(), bias, output.cells_mut());
        } else {
            output
                .cells_mut()
                .copy_from_slice(&pool::run(&self.plan, input.cells()));
        }
    }
}
