//! A layer that PyTorch's constructor accepts.
use crate::bounds::cells;
use crate::rules;
use crate::{LayerSpec, Op, Plan, Refusal, plan};

/// A [`LayerSpec`] for which the constructor's rules hold. It may still refuse every input (a kernel of size 0 does).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    spec: LayerSpec,
}

impl Layer {
    /// The layer's parameters.
    pub fn spec(&self) -> &LayerSpec {
        &self.spec
    }

    /// Convolution: `[out, in / groups, kernel...]`; transposed: `[in, out / groups, kernel...]`; linear: `[out, in]`;
    /// empty for a layer without weights.
    pub fn weight_shape(&self) -> Vec<usize> {
        if !self.spec.op.has_weight() {
            return Vec::new();
        }
        let shape = weight_shape(&self.spec);
        shape.iter().map(|&size| usize::try_from(size).unwrap_or(0)).collect()
    }

    /// How many numbers the layer learns: its weights and its biases. Saturating.
    pub fn params(&self) -> u64 {
        if !self.spec.op.has_weight() {
            return 0;
        }
        let biases = if self.spec.bias {
            self.spec.out_channels.unsigned_abs()
        } else {
            0
        };
        cells(&self.weight_shape()).saturating_add(biases)
    }

    /// The layer on an input of shape `[C, spatial...]`, which fills in what the layer leaves open ([`LayerSpec::on`]);
    /// `flip` mirrors the kernel, as mathematics defines convolution, and is nothing to other layers.
    ///
    /// # Errors
    /// The first rule broken, in the order in which PyTorch checks.
    pub fn plan(&self, input_shape: &[usize], flip: bool) -> Result<Plan, Refusal> {
        let spec = self.spec.on(input_shape);
        rules::forward(&spec, input_shape).map_err(|refusal| refusal.asking(&self.spec, input_shape))?;
        let flip = flip && matches!(spec.op, Op::Conv | Op::ConvTranspose);
        Ok(plan::build(Self { spec }, input_shape, flip))
    }
}

/// The plan of a layer on an input shape for which the rules are known to hold, without asking them: what a page opens
/// on needs no rules. What they would say is the caller's to test.
pub fn known_plan(spec: &LayerSpec, input_shape: &[usize]) -> Plan {
    plan::build(Layer { spec: spec.clone() }, input_shape, false)
}

pub(crate) fn build(spec: &LayerSpec) -> Result<Layer, Refusal> {
    rules::constructor(spec).map_err(|refusal| refusal.asking(spec, &[]))?;
    Ok(Layer { spec: spec.clone() })
}

/// As written, so possibly with negative sizes.
pub(crate) fn weight_shape(spec: &LayerSpec) -> Vec<i64> {
    let groups = spec.groups.max(1);
    let (first, second) = match spec.op {
        Op::ConvTranspose => (spec.in_channels, spec.out_channels / groups),
        // It has no groups.
        Op::Linear => (spec.out_channels, spec.in_channels),
        _ => (spec.out_channels, spec.in_channels / groups),
    };
    let mut shape = vec![first, second];
    shape.extend_from_slice(&spec.kernel_size);
    shape
}
