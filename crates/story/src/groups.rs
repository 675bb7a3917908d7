//! What groups do to a layer: which channels are connected, what that saves, and that each group is a layer of its own.
use crate::Film;
use crate::difference::{Difference, WORK};
use conv::{LayerSpec, Plan};

/// Which input channel reaches which output channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wiring {
    pub groups: usize,
    /// Input channels of one group.
    pub ins: usize,
    /// Output channels of one group.
    pub outs: usize,
}

/// What a number of groups is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// One group: every output channel sees every input channel.
    All,
    Some,
    /// A group for each input channel, in PyTorch's words depthwise, with so many output channels each.
    Depthwise(usize),
}

impl Wiring {
    /// Of a layer's channels in so many groups, which divide both.
    pub fn of(spec: &LayerSpec, groups: i64) -> Self {
        let size = |number: i64| usize::try_from(number).unwrap_or(1).max(1);
        let groups = groups.max(1);
        Self {
            groups: size(groups),
            ins: size(spec.in_channels / groups),
            outs: size(spec.out_channels / groups),
        }
    }

    pub fn connects(self, input: usize, output: usize) -> bool {
        input / self.ins == output / self.outs
    }

    pub fn grouping(self) -> Grouping {
        match self {
            Self { groups: 1, .. } => Grouping::All,
            Self { ins: 1, outs, .. } => Grouping::Depthwise(outs),
            _ => Grouping::Some,
        }
    }
}

/// What a layer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub weights: u64,
    /// Weights and biases.
    pub params: u64,
    pub macs: u64,
}

impl Cost {
    /// Of a layer on the spatial sizes of a plan's input; `None` where it cannot be, or is far beyond all bounds.
    pub fn of(spec: &LayerSpec, plan: &Plan) -> Option<Self> {
        let layer = spec.layer().ok()?;
        let mut shape = plan.input_shape().to_vec();
        shape[0] = usize::try_from(spec.in_channels).ok()?;
        let params = layer.params();
        let biases = if spec.bias { spec.out_channels.unsigned_abs() } else { 0 };
        Some(Self {
            weights: params.checked_sub(biases)?,
            params,
            macs: layer.plan(&shape, plan.flip()).ok()?.macs(),
        })
    }
}

/// The layer with twice the channels on both sides, and so many times the groups.
#[must_use]
pub fn doubled(spec: &LayerSpec, groups: i64) -> LayerSpec {
    LayerSpec {
        in_channels: spec.in_channels.saturating_mul(2),
        out_channels: spec.out_channels.saturating_mul(2),
        groups: spec.groups.saturating_mul(groups),
        ..spec.clone()
    }
}

/// How far the layer is from its groups, each computed as a layer without groups on its own channels: as many groups as
/// a comparison has room for, `None` where that is not one.
pub fn apart(film: &Film) -> Option<Difference> {
    let plan = &film.plan;
    let spec = plan.spec();
    let Wiring { groups, ins, outs } = Wiring::of(spec, spec.groups);
    let alone = LayerSpec {
        in_channels: ins as i64,
        out_channels: outs as i64,
        groups: 1,
        ..spec.clone()
    };
    let mut shape = plan.input_shape().to_vec();
    shape[0] = ins;
    let alone = alone.layer().ok()?.plan(&shape, plan.flip()).ok()?;
    // Each takes some time by itself, however small it is.
    let room = usize::try_from(WORK / alone.macs().max(512)).unwrap_or(groups);
    let mut outputs = Vec::new();
    for group in 0..groups.min(room) {
        let part = |tensor: &[f32]| -> Vec<f32> {
            let cells = tensor.len() / groups;
            tensor[group * cells..(group + 1) * cells].to_vec()
        };
        let bias = film.bias.as_deref().map(part);
        outputs.extend(
            alone
                .run(&part(&film.input), &part(&film.weight), bias.as_deref())
                .ok()?,
        );
    }
    (!outputs.is_empty()).then(|| Difference::of(&film.output, &outputs))
}
