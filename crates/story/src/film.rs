//! A scene with every number computed.
use crate::scene::opening;
use crate::tensor::{Kind, axes};
use crate::{Edits, Fill, Net, Scene, Stage, Tensor};
use conv::{Bounds, LayerSpec, Op, Plan, Refusal};
use std::sync::Arc;

/// A layer on its data, computed. All tensors are row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    pub plan: Plan,
    /// Of a later layer: what the one before it gives.
    pub input: Vec<f32>,
    /// Empty where the layer has none.
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

    /// A tensor's shape as PyTorch has it.
    pub fn shape(&self, tensor: Tensor) -> &[usize] {
        match tensor {
            Tensor::Input => self.plan.input_shape(),
            Tensor::Weight => self.plan.weight_shape(),
            Tensor::Bias => &self.plan.output_shape()[..1],
            Tensor::Output => self.plan.output_shape(),
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
            Tensor::Output if plan.output_shape().len() == 1 => [1, 1, 1, 1, self.output.len()],
            Tensor::Output => [1, plan.out_channels(), z, y, x],
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
        let output = conv::reference::sums(&plan, &input, &weight, None);
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
pub(crate) const LARGEST: [usize; 3] = [256, 128, 16];
pub(crate) const LARGEST_KERNEL: usize = 11;
/// Multiply-adds of the layers up to the one in hand. They are computed at every change, which shall not be felt: so many
/// take some 35 ms.
const WORK: u64 = 160 << 20;

/// A layer of the scene that cannot be there, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// Its index.
    pub stage: usize,
    pub refusal: Refusal,
}

impl Scene {
    /// What can be shown of the layer in hand, or what is wrong with it or one before it.
    pub fn show(&self) -> Result<Showing, Refusal> {
        let wrong = |wrong: Wrong| wrong.refusal;
        let stage = self.in_hand();
        let mut plans = self.net.plans(stage + 1, self.view.flip).map_err(wrong)?;
        let limit = limit(&plans);
        // There is a plan for each.
        let plan = plans.remove(stage);
        if let Some(limit) = limit {
            return Ok(Showing::Shapes(Box::new(plan), limit));
        }
        let film = self.net.film(&plans, plan)?;
        Ok(Showing::Film(Arc::new(film)))
    }

    /// The plan of the layer in hand.
    ///
    /// # Errors
    /// The first refusal of any layer, also of a later one.
    pub fn plan(&self) -> Result<Plan, Refusal> {
        let plans = self.plans().map_err(|wrong| wrong.refusal);
        Ok(plans?.remove(self.in_hand()))
    }

    /// The plans of all layers, one a stage.
    ///
    /// # Errors
    /// The first layer that cannot be, with its index.
    pub fn plans(&self) -> Result<Vec<Plan>, Wrong> {
        self.net.plans(self.net.stages.len(), self.view.flip)
    }
}

impl Net {
    /// The input's shape with its channels, `[C, spatial...]`.
    pub fn input_shape(&self) -> Vec<usize> {
        let channels = usize::try_from(self.stages[0].spec.in_channels).unwrap_or(0);
        std::iter::once(channels).chain(self.size.iter().copied()).collect()
    }

    /// The layers as they are written.
    pub fn specs(&self) -> Vec<LayerSpec> {
        self.stages.iter().map(|stage| stage.spec.clone()).collect()
    }

    /// The plans of the first layers.
    pub(crate) fn plans(&self, count: usize, flip: bool) -> Result<Vec<Plan>, Wrong> {
        let mut plans: Vec<Plan> = Vec::new();
        let input = self.input_shape();
        for (index, stage) in self.stages.iter().take(count).enumerate() {
            let shape = plans.last().map_or(&input[..], Plan::output_shape);
            let plan = stage.spec.layer().and_then(|layer| layer.plan(shape, flip));
            plans.push(plan.map_err(|refusal| Wrong { stage: index, refusal })?);
        }
        Ok(plans)
    }

    /// A layer with what it takes from its input filled in, as far as that can be known.
    pub(crate) fn filled(&self, stage: usize) -> LayerSpec {
        let spec = &self.stages[stage].spec;
        let before = if stage == 0 {
            Some(self.input_shape())
        } else {
            let plans = self.plans(stage, false).ok();
            plans.and_then(|plans| Some(plans.last()?.output_shape().to_vec()))
        };
        before.map_or_else(|| spec.clone(), |shape| spec.on(&shape))
    }

    /// The sizes of a tensor that can be edited, as an edit's place has them. Of a later layer's input there is nothing to
    /// edit.
    pub(crate) fn axes(&self, stage: usize, tensor: Tensor) -> [usize; 5] {
        if tensor == Tensor::Input && stage > 0 {
            return [0; 5];
        }
        axes(&self.filled(stage), &self.size, tensor)
    }

    /// The film of the layer after those of `before`.
    fn film(&self, before: &[Plan], plan: Plan) -> Result<Film, Refusal> {
        let kind = match self.fill {
            Fill::Numbers => Kind::Input,
            Fill::Sine => Kind::Sine,
        };
        let mut input = self.input.fill(self.axes(0, Tensor::Input), self.seed, kind);
        for (stage, plan) in before.iter().enumerate() {
            let (weight, bias) = self.learned(stage, plan);
            input = plan.run(&input, &weight, bias.as_deref())?;
        }
        let (weight, bias) = self.learned(before.len(), &plan);
        let output = plan.run(&input, &weight, bias.as_deref())?;
        Ok(Film {
            plan,
            input,
            weight,
            bias,
            output,
        })
    }

    /// A layer's weights and bias. The first layer's generated numbers are the seed's own; each later one has a seed of
    /// its own, which follows from it.
    pub(crate) fn learned(&self, stage: usize, plan: &Plan) -> (Vec<f32>, Option<Vec<f32>>) {
        let Stage { weight, bias, .. } = &self.stages[stage];
        let seed = self.seed.wrapping_add((stage as u32).wrapping_mul(0x9e37_79b9));
        let fill = |edits: &Edits, tensor, kind| edits.fill(axes(plan.spec(), &[], tensor), seed, kind);
        (
            fill(weight, Tensor::Weight, Kind::Weight),
            plan.spec().bias.then(|| fill(bias, Tensor::Bias, Kind::Bias)),
        )
    }
}

/// Why the layers are not computed, if together they are more than the page does at once.
fn work(plans: &[Plan]) -> Option<Limit> {
    let mut macs: u64 = 0;
    for plan in plans {
        macs = macs.saturating_add(plan.macs());
        if macs > WORK || plan.check(Bounds::PAGE).is_err() {
            return Some(Limit::Work);
        }
    }
    None
}

/// Why the last of these plans is not shown cell by cell, if it is not.
pub(crate) fn limit(plans: &[Plan]) -> Option<Limit> {
    plans.last().and_then(undrawn).or_else(|| work(plans))
}

/// How many output cells a transposed layer's stamps reach on an axis before `padding` crops them: a scattered film shows
/// all of them.
fn uncropped(plan: &Plan, axis: usize) -> usize {
    let spread = (plan.input_size()[axis] - 1).saturating_mul(plan.stride()[axis]);
    let reach = (plan.kernel_size()[axis] - 1).saturating_mul(plan.dilation()[axis]);
    spread.saturating_add(reach).saturating_add(1)
}

fn undrawn(plan: &Plan) -> Option<Limit> {
    // A flat row of features is as a row of cells.
    let largest = LARGEST[plan.rank().max(1) - 1];
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
    if plan.spec().op == Op::ConvTranspose && (0..3).any(|axis| uncropped(plan, axis) > 2 * largest + LARGEST_KERNEL) {
        return Some(Limit::Size { limit: largest });
    }
    // A linear layer's window is the whole row.
    if plan.rank() > 0 && plan.kernel_size().iter().any(|&size| size > LARGEST_KERNEL) {
        return Some(Limit::Kernel { limit: LARGEST_KERNEL });
    }
    None
}
