//! A layer that PyTorch's constructor accepts.
use crate::bounds::cells;
use crate::rules::{self, weight_shape};
use crate::{LayerSpec, Refusal};

/// A [`LayerSpec`] for which the constructor's rules hold. It may still refuse every input (a kernel of size 0 does).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    spec: LayerSpec,
}

impl Layer {
    /// Of parameters for which the rules are known to hold.
    pub(crate) fn known(spec: LayerSpec) -> Self {
        Self { spec }
    }

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
}

impl LayerSpec {
    /// The layer, if PyTorch's constructor accepts it.
    ///
    /// # Errors
    /// The first rule broken, in the order in which PyTorch checks.
    pub fn layer(&self) -> Result<Layer, Refusal> {
        rules::constructor(self).map_err(|refusal| refusal.asking(self, &[]))?;
        Ok(Layer::known(self.clone()))
    }
}
