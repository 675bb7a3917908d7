//! A layer on an input of a known shape: all sizes resolved, nothing computed yet.
use crate::axis::Axis;
use crate::bounds::{cells, product};
use crate::rules;
use crate::{Bounds, Code, Fault, Field, Finish, Layer, LayerSpec, Op, Quantity, Refusal};

/// A [`Layer`] on an input shape.
///
/// Inside, every rank has three spatial axes: those in front that a layer does not have are of size 1. Arrays of three
/// are meant that way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    layer: Layer,
    flip: bool,
    input_shape: Vec<usize>,
    output_shape: Vec<usize>,
    weight_shape: Vec<usize>,
    pub(crate) axes: [Axis; 3],
    pub(crate) channels: Channels,
    pub(crate) volumes: Volumes,
    tensors: Tensors,
    /// Products, or cells looked at.
    work: u64,
}

/// Cells of each tensor, saturating. Counted once: on wasm32 a checked product of 64 bits is dear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tensors {
    input: u64,
    weight: u64,
    output: u64,
}

/// Cells of all spatial axes together; they saturate where the plan is far beyond all bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Volumes {
    pub input: usize,
    pub output: usize,
    pub kernel: usize,
}

/// How channels go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Channels {
    pub groups: usize,
    /// Input channels of one group.
    pub ins: usize,
    /// Output channels of one group.
    pub outs: usize,
}

impl Layer {
    /// The layer on an input of shape `[C, spatial...]`, which fills in what the layer leaves open ([`LayerSpec::on`]);
    /// `flip` mirrors the kernel, as mathematics defines convolution, and is nothing to other layers.
    ///
    /// # Errors
    /// The first rule broken, in the order in which PyTorch checks.
    pub fn plan(&self, input_shape: &[usize], flip: bool) -> Result<Plan, Refusal> {
        let spec = self.spec().on(input_shape);
        rules::forward(&spec, input_shape).map_err(|refusal| refusal.asking(self.spec(), input_shape))?;
        let flip = flip && matches!(spec.op, Op::Conv | Op::ConvTranspose);
        Ok(build(Self::known(spec), input_shape, flip))
    }
}

/// The plan of a layer on an input shape for which the rules are known to hold, without asking them: what a page opens
/// on needs no rules. What they would say is the caller's to test.
pub fn known_plan(spec: &LayerSpec, input_shape: &[usize]) -> Plan {
    build(Layer::known(spec.clone()), input_shape, false)
}

/// The rules hold for this layer and this shape, and so no size is negative.
fn build(layer: Layer, input_shape: &[usize], flip: bool) -> Plan {
    let spec = layer.spec();
    let mut axes = [Axis::ABSENT; 3];
    let rank = spec.rank();
    for (axis, &size) in input_shape.iter().skip(1).enumerate() {
        let pads = rules::pads(spec, axis);
        let ring = rules::effective(spec, axis) - 1;
        let (before, after) = match spec.op {
            Op::ConvTranspose => (ring - pads.0, ring - pads.1 + spec.output_padding[axis]),
            _ => pads,
        };
        axes[3 - rank + axis] = Axis {
            op: spec.op,
            mode: spec.padding_mode,
            input: size,
            output: natural(rules::output(spec, axis, size as i64)),
            kernel: natural(spec.kernel_size[axis]),
            stride: spec.stride[axis],
            dilation: spec.dilation[axis],
            before,
            after,
        };
    }
    let groups = natural(spec.groups);
    let mut channels = Channels {
        groups,
        ins: natural(spec.in_channels) / groups,
        outs: natural(spec.out_channels) / groups,
    };
    if rank == 0 {
        (axes[2], channels) = flat(spec);
    }
    let mut output_shape = vec![natural(spec.out_channels)];
    output_shape.extend_from_slice(&along(&axes, |axis| axis.output)[3 - rank..]);
    if spec.op == Op::Flatten {
        output_shape = vec![usize::try_from(cells(&output_shape)).unwrap_or(usize::MAX)];
    }
    let weight_shape = layer.weight_shape();
    let volume = |of| usize::try_from(cells(&along(&axes, of))).unwrap_or(usize::MAX);
    let volumes = Volumes {
        input: volume(|axis| axis.input),
        output: volume(|axis| axis.output),
        kernel: volume(|axis| axis.kernel),
    };
    let tensors = Tensors {
        input: cells(input_shape),
        weight: if spec.op.has_weight() { cells(&weight_shape) } else { 0 },
        output: cells(&output_shape),
    };
    let (stepped, dealt) = match spec.op {
        Op::ConvTranspose => (tensors.input, channels.outs),
        _ => (tensors.output, channels.ins),
    };
    let work = product(&[stepped, dealt as u64, volumes.kernel as u64]);
    Plan {
        flip,
        input_shape: input_shape.to_vec(),
        output_shape,
        weight_shape,
        axes,
        channels,
        volumes,
        tensors,
        work,
        layer,
    }
}

/// A flat row of features is a row of cells in one channel. A linear layer's window is all of it, and its output features
/// are channels of one cell; what takes cell by cell leaves the row a row.
fn flat(spec: &LayerSpec) -> (Axis, Channels) {
    let features = natural(spec.in_channels);
    let (kernel, output, outs) = match spec.op {
        Op::Linear => (features, 1, natural(spec.out_channels)),
        _ => (1, features, 1),
    };
    let axis = Axis {
        input: features,
        output,
        kernel,
        ..Axis::ABSENT
    };
    let channels = Channels {
        groups: 1,
        ins: 1,
        outs,
    };
    (axis, channels)
}

fn along([a, b, c]: &[Axis; 3], of: fn(&Axis) -> usize) -> [usize; 3] {
    [of(a), of(b), of(c)]
}

fn natural(size: i64) -> usize {
    usize::try_from(size).unwrap_or(0).max(1)
}

impl Plan {
    /// The layer.
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// The layer's parameters.
    pub fn spec(&self) -> &LayerSpec {
        self.layer.spec()
    }

    /// The number of true spatial axes: 1 to 3, and 0 where the input is a flat row of features.
    pub fn rank(&self) -> usize {
        self.spec().rank()
    }

    /// Whether the kernel is mirrored.
    pub fn flip(&self) -> bool {
        self.flip
    }

    /// `[in_channels, spatial...]`, or `[features]`
    pub fn input_shape(&self) -> &[usize] {
        &self.input_shape
    }

    /// `[out_channels, spatial...]`, for `Flatten` `[features]`.
    pub fn output_shape(&self) -> &[usize] {
        &self.output_shape
    }

    /// The channels in which the input's cells lie, each of [`input_size`](Self::input_size): its shape's first entry, but 1
    /// for a flat row of features.
    pub fn channels(&self) -> usize {
        self.channels.groups * self.channels.ins
    }

    /// The parts into which the channels are split.
    pub fn groups(&self) -> usize {
        self.channels.groups
    }

    /// The channels in which the output's cells lie, each of [`output_size`](Self::output_size). They are the output
    /// shape's first entry, but for `Flatten`, which gives its input's channels one after the other, and for a flat row.
    pub fn out_channels(&self) -> usize {
        self.channels.groups * self.channels.outs
    }

    /// How the cells of a window become a number.
    pub fn finish(&self) -> Finish {
        Finish::of(self.spec().op)
    }

    /// As [`Layer::weight_shape`]: empty where there are no weights.
    pub fn weight_shape(&self) -> &[usize] {
        &self.weight_shape
    }

    fn along(&self, of: fn(&Axis) -> usize) -> [usize; 3] {
        along(&self.axes, of)
    }

    /// Spatial size of the input.
    pub fn input_size(&self) -> [usize; 3] {
        self.along(|axis| axis.input)
    }

    /// Spatial size of the output.
    pub fn output_size(&self) -> [usize; 3] {
        self.along(|axis| axis.output)
    }

    /// Size of the kernel.
    pub fn kernel_size(&self) -> [usize; 3] {
        self.along(|axis| axis.kernel)
    }

    /// The layer's stride.
    pub fn stride(&self) -> [usize; 3] {
        self.along(|axis| natural(axis.stride))
    }

    /// The layer's dilation.
    pub fn dilation(&self) -> [usize; 3] {
        self.along(|axis| natural(axis.dilation))
    }

    /// Cells of the grid before and after the input.
    ///
    /// Convolution: the padding, which `same` may split unevenly, and which is negative where a copying mode cuts.
    /// Transposed: the ring `dilation * (kernel - 1) - padding` in which the windows reach beyond the input, negative
    /// where they do not reach all of it; at the end with `output_padding` added.
    pub fn pads(&self) -> [(i64, i64); 3] {
        let [a, b, c] = &self.axes;
        [(a.before, a.after), (b.before, b.after), (c.before, c.after)]
    }

    /// Cells that the window slides over: the padded input; transposed, the input with `stride - 1` holes between its
    /// cells and the ring around it.
    pub fn grid_size(&self) -> [usize; 3] {
        self.along(Axis::grid)
    }

    /// Multiply-adds, saturating. Convolution: for each output cell its window, padding included. Transposed: for each
    /// input cell its stamp, cropped cells included. None where there are no weights.
    pub fn macs(&self) -> u64 {
        if self.spec().op.has_weight() { self.work } else { 0 }
    }

    /// Whether the plan stays within bounds.
    ///
    /// # Errors
    /// A [`Fault::Exceeds`] with what is too large.
    pub fn check(&self, bounds: Bounds) -> Result<(), Refusal> {
        let bytes = |cells: u64| cells.saturating_mul(4);
        for &(field, what, value, limit) in &[
            (
                Field::Input,
                Quantity::InputBytes,
                bytes(self.tensors.input),
                bounds.bytes,
            ),
            (
                Field::Weight,
                Quantity::WeightBytes,
                bytes(self.tensors.weight),
                bounds.bytes,
            ),
            (
                Field::Input,
                Quantity::OutputBytes,
                bytes(self.tensors.output),
                bounds.bytes,
            ),
            (Field::Input, Quantity::Macs, self.work, bounds.macs),
        ] {
            if value > limit {
                return Err(Refusal::plain(
                    field,
                    Code::Bound,
                    Fault::Exceeds { what, value, limit },
                ));
            }
        }
        Ok(())
    }

    /// Whether an input is of the plan's shape.
    pub(crate) fn check_input(&self, input: &[f32]) -> Result<(), Refusal> {
        length(Field::Input, self.tensors.input, input)
    }

    /// Whether the learned tensors are of the layer's shapes.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn check_weights(&self, weight: &[f32], bias: Option<&[f32]>) -> Result<(), Refusal> {
        length(Field::Weight, self.tensors.weight, weight)?;
        let expected = self.spec().bias;
        if bias.is_some() != expected {
            return Err(Refusal::plain(
                Field::Bias,
                Code::Data,
                Fault::BiasPresence { expected },
            ));
        }
        if let Some(bias) = bias {
            length(Field::Bias, self.out_channels() as u64, bias)?;
        }
        Ok(())
    }
}

fn length(field: Field, expected: u64, data: &[f32]) -> Result<(), Refusal> {
    let got = data.len() as u64;
    if expected == got {
        Ok(())
    } else {
        Err(Refusal::plain(field, Code::Data, Fault::Length { expected, got }))
    }
}
