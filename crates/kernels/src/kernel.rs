//! A plan made ready.
use conv::{Bounds, Plan, Refusal};

use crate::Path;

/// A layer on an input shape, with its tensors, ready to run again and again.
#[derive(Debug)]
pub struct Kernel {
    plan: Plan,
    path: Path,
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
    input: Vec<f32>,
    output: Vec<f32>,
}

impl Kernel {
    /// Chooses a path and packs the weights. The input is 0, and so is the output until the first run.
    ///
    /// # Errors
    /// Where the plan is beyond [`Bounds::WORKER`], or a tensor has another number of numbers than its shape.
    pub fn new(plan: Plan, weight: &[f32], bias: Option<&[f32]>) -> Result<Self, Refusal> {
        plan.check(Bounds::WORKER)?;
        plan.check_weights(weight, bias)?;
        Ok(Self {
            path: Path::Reference,
            weight: weight.to_vec(),
            bias: bias.map(<[f32]>::to_vec),
            input: vec![0.0; plan.input_shape().iter().product()],
            output: vec![0.0; plan.output_shape().iter().product()],
            plan,
        })
    }

    /// Takes other weights, as [`new`](Self::new) would.
    ///
    /// # Errors
    /// Where a tensor has another number of numbers than its shape.
    pub fn set_weights(&mut self, weight: &[f32], bias: Option<&[f32]>) -> Result<(), Refusal> {
        self.plan.check_weights(weight, bias)?;
        self.weight.copy_from_slice(weight);
        self.bias = bias.map(<[f32]>::to_vec);
        Ok(())
    }

    /// The layer on its input shape.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// By which way it computes.
    pub fn path(&self) -> Path {
        self.path
    }

    /// The input, flat, row-major; it never moves.
    pub fn input_mut(&mut self) -> &mut [f32] {
        &mut self.input
    }

    /// Computes the output from the input.
    pub fn run(&mut self) {
        let output = conv::exact::run(&self.plan, &self.input, &self.weight, self.bias.as_deref());
        self.output.copy_from_slice(&output);
    }

    /// The output of the last run, flat, row-major; it never moves.
    pub fn output(&self) -> &[f32] {
        &self.output
    }
}
