//! A scene with every number computed.
use crate::scene::opening;
use crate::tensor::{Kind, axes};
use crate::{Edits, Fill, Net, Scene, Tensor};
use conv::{Bounds, Op, Plan, Refusal};
use std::sync::Arc;

/// A layer on its data, computed. All tensors are row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    pub plan: Plan,
    pub input: Vec<f32>,
    pub weight: Vec<f32>,
    pub bias: Option<Vec<f32>>,
    pub output: Vec<f32>,
}

impl Film {
    /// A tensor's numbers; none for a bias that the layer does not have.
    pub fn data(&self, tensor: Tensor) -> &[f32] {
        match tensor {
            Tensor::Input => &self.input,
            Tensor::Weight => &self.weight,
            Tensor::Bias => self.bias.as_deref().unwrap_or(&[]),
            Tensor::Output => &self.output,
        }
    }

    /// The value of a cell; 0 where there is no such one.
    pub fn value(&self, tensor: Tensor, index: usize) -> f32 {
        self.data(tensor).get(index).copied().unwrap_or(0.0)
    }

    /// The sizes of a tensor along a place's axes.
    pub(crate) fn axes(&self, tensor: Tensor) -> [usize; 5] {
        let plan = &self.plan;
        let [z, y, x] = plan.output_size();
        match tensor {
            Tensor::Output => [1, plan.output_shape()[0], z, y, x],
            _ => axes(plan.spec(), &plan.input_shape()[1..], tensor),
        }
    }
}

/// What of a valid scene can be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Showing {
    /// Step by step.
    Film(Arc<Film>),
    /// Its shapes alone, and why.
    Shapes(Box<Plan>, Limit),
}

/// Why a scene is not shown cell by cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// An axis has more cells than the stage draws.
    Size { limit: usize },
    /// The kernel has more cells on an axis than the stage draws.
    Kernel { limit: usize },
    /// There is more to compute than the page does at once.
    Work,
}

impl Showing {
    /// What a fresh page shows: the default scene, computed by the plainest way, without asking rules and bounds.
    pub fn opening() -> Self {
        let (spec, [input, weight]) = opening();
        let plan = conv::known_plan(&spec, &[1, 5, 5]);
        let [input, weight] = [input.concat(), weight.concat()];
        let output = conv::reference::run(&plan, &input, &weight, None);
        Self::Film(Arc::new(Film {
            plan,
            input,
            weight,
            bias: None,
            output,
        }))
    }
}

/// Cells on the only axis of a 1-D input or output, on each axis in 2-D and in 3-D; cells on an axis of a kernel.
const LARGEST: [usize; 3] = [256, 128, 16];
const LARGEST_KERNEL: usize = 11;

impl Scene {
    /// What can be shown of this scene, or what is wrong with it.
    pub fn show(&self) -> Result<Showing, Refusal> {
        let plan = self.plan()?;
        if let Some(limit) = limit(&plan) {
            return Ok(Showing::Shapes(Box::new(plan), limit));
        }
        let film = self.net.film(plan)?;
        Ok(Showing::Film(Arc::new(film)))
    }

    pub fn plan(&self) -> Result<Plan, Refusal> {
        let layer = self.spec().layer()?;
        layer.plan(&self.net.input_shape(), self.view.flip)
    }
}

impl Net {
    /// The input's shape with its channels, `[C, spatial...]`.
    pub fn input_shape(&self) -> Vec<usize> {
        let channels = usize::try_from(self.stages[0].spec.in_channels).unwrap_or(0);
        std::iter::once(channels).chain(self.size.iter().copied()).collect()
    }

    /// The sizes of a tensor that can be edited, as an edit's place has them.
    pub(crate) fn axes(&self, tensor: Tensor) -> [usize; 5] {
        axes(&self.stages[0].spec, &self.size, tensor)
    }

    fn film(&self, plan: Plan) -> Result<Film, Refusal> {
        let stage = &self.stages[0];
        let fill = |edits: &Edits, tensor, kind| edits.fill(self.axes(tensor), self.seed, kind);
        let kind = match self.fill {
            Fill::Numbers => Kind::Input,
            Fill::Sine => Kind::Sine,
        };
        let input = fill(&self.input, Tensor::Input, kind);
        let weight = fill(&stage.weight, Tensor::Weight, Kind::Weight);
        let bias = plan.spec().bias.then(|| fill(&stage.bias, Tensor::Bias, Kind::Bias));
        let output = plan.run(&input, &weight, bias.as_deref())?;
        Ok(Film {
            plan,
            input,
            weight,
            bias,
            output,
        })
    }
}

fn limit(plan: &Plan) -> Option<Limit> {
    let largest = LARGEST[plan.rank() - 1];
    let sizes = [plan.input_size(), plan.output_size()];
    // A transposed layer grows: its output may be larger than any input may be.
    let growth = if plan.spec().op == Op::ConvTranspose { 2 } else { 1 };
    if sizes[0].iter().any(|&size| size > largest) || sizes[1].iter().any(|&size| size > growth * largest) {
        return Some(Limit::Size { limit: largest });
    }
    // Padding and dilation make the grid large around a small input. First its ends, which are true on every machine:
    // where addresses have 32 bits, the size of such a grid does not fit into one.
    let end = 2 * largest as i64;
    if plan.pads().iter().any(|&(before, after)| before.max(after) > end)
        || plan.grid_size().iter().any(|&size| size > 2 * largest)
    {
        return Some(Limit::Size { limit: largest });
    }
    if plan.kernel_size().iter().any(|&size| size > LARGEST_KERNEL) {
        return Some(Limit::Kernel { limit: LARGEST_KERNEL });
    }
    plan.check(Bounds::PAGE).is_err().then_some(Limit::Work)
}
