//! The core's definition in plain loops: for what no other path suits, and for layers without weights.
use std::rc::Rc;

use conv::{Plan, reference};

use crate::kernel::{Run, Weights};
use crate::tensor::Tensor;

pub(crate) struct Reference {
    plan: Rc<Plan>,
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
}

impl Reference {
    pub fn new(plan: &Rc<Plan>) -> Self {
        Self {
            plan: Rc::clone(plan),
            weight: Vec::new(),
            bias: None,
        }
    }
}

impl Run for Reference {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        self.weight = weights.weight.to_vec();
        self.bias = weights.bias.map(<[f32]>::to_vec);
    }

    fn run(&mut self, input: &Tensor, output: &mut Tensor) {
        let computed = reference::run(&self.plan, input.cells(), &self.weight, self.bias.as_deref());
        output.cells_mut().copy_from_slice(&computed);
    }
}
