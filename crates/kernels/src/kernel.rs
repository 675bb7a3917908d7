//! A plan made ready.
use std::fmt::{self, Debug, Formatter};
use std::rc::Rc;

use conv::{Bounds, Plan, Refusal};

use crate::run::{Run, Weights};
use crate::tensor::{Tensor, zeros};
use crate::{Path, choose};

/// A layer on an input shape, with its tensors, ready to run again and again.
pub struct Kernel {
    plan: Rc<Plan>,
    path: Path,
    input: Tensor,
    /// 0 where the layer has none.
    bias: Vec<f32>,
    output: Tensor,
    run: Box<dyn Run>,
}

impl Debug for Kernel {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let kernel = &mut f.debug_struct("Kernel");
        kernel
            .field("plan", &self.plan)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Kernel {
    /// Chooses a path and packs the weights. The input is 0, and so is the output until the first run.
    ///
    /// # Errors
    /// Where the plan is beyond [`Bounds::WORKER`], or a tensor has another number of numbers than its shape.
    pub fn new(plan: Plan, weight: &[f32], bias: Option<&[f32]>) -> Result<Self, Refusal> {
        let mut kernel = Self::empty(plan, Path::Reference)?;
        kernel.set_weights(weight, bias)?;
        Ok(kernel)
    }

    /// The same by a path that is given; none where it cannot compute the layer. It holds until other weights are set.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn by(path: Path, plan: Plan, weight: &[f32], bias: Option<&[f32]>) -> Result<Option<Self>, Refusal> {
        plan.check_weights(weight, bias)?;
        if !choose::fits(path, &plan, weight) {
            return Ok(None);
        }
        let mut kernel = Self::empty(plan, path)?;
        kernel.take(weight, bias);
        Ok(Some(kernel))
    }

    fn empty(plan: Plan, path: Path) -> Result<Self, Refusal> {
        plan.check(Bounds::WORKER)?;
        let plan = Rc::new(plan);
        Ok(Self {
            path,
            input: Tensor::input(plan.input_shape().iter().product()),
            bias: zeros(plan.out_channels()),
            output: Tensor::output(plan.output_shape().iter().product()),
            run: choose::make(path, &plan),
            plan,
        })
    }

    /// Takes other weights, as [`new`](Self::new) would.
    ///
    /// # Errors
    /// Where a tensor has another number of numbers than its shape.
    pub fn set_weights(&mut self, weight: &[f32], bias: Option<&[f32]>) -> Result<(), Refusal> {
        self.plan.check_weights(weight, bias)?;
        let path = choose::path(&self.plan, weight);
        if path != self.path {
            self.path = path;
            self.run = choose::make(path, &self.plan);
        }
        self.take(weight, bias);
        Ok(())
    }

    fn take(&mut self, weight: &[f32], bias: Option<&[f32]>) {
        let plan = &self.plan;
        self.run.set_weights(&Weights { plan, weight });
        if let Some(bias) = bias {
            self.bias.copy_from_slice(bias);
        }
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
        self.input.cells_mut()
    }

    /// Computes the output from the input.
    pub fn run(&mut self) {
        self.run.run(&self.input, &self.bias, &mut self.output);
    }

    /// The output of the last run, flat, row-major; it never moves.
    pub fn output(&self) -> &[f32] {
        self.output.cells()
    }
}
