//! A plan made ready.
use std::fmt::{self, Debug, Formatter};
use std::ops::Range;
use std::rc::Rc;

use conv::{Bounds, Plan, Refusal};

use crate::tensor::{Tensor, zeros};
use crate::window::Tap;
use crate::{Path, choose, tile};

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
