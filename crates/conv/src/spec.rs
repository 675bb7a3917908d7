//! What a layer says about itself, before anybody asks whether it can be built.
use std::slice::{from_mut, from_ref};

use crate::parse::fields;
use crate::{Field, Op, Padding, PaddingMode};

/// The `in_features` of a linear layer that is still to be found out, as `nn.LazyLinear` has it: `?` in the text.
pub const UNKNOWN: i64 = i64::MIN;

/// A layer as written: any numbers at all, also those that no layer can have.
///
/// Vectors have one entry a spatial axis, slowest axis first. What a layer without weights leaves open it takes from its
/// input, see [`on`](Self::on): its channels, and for ReLU and Flatten the number of axes. As written they are 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LayerSpec {
    /// The operation.
    pub op: Op,
    /// Channels of the input; of a linear layer its `in_features`, which may be [`UNKNOWN`].
    pub in_channels: i64,
    /// Channels of the output; of a linear layer its `out_features`.
    pub out_channels: i64,
    /// Cells of the kernel along each axis; their number is the layer's rank, 0 for a linear layer.
    pub kernel_size: Vec<i64>,
    /// Cells from one window to the next (transposed: from one stamp to the next).
    pub stride: Vec<i64>,
    /// Cells added around the input (transposed: cut off around the output).
    pub padding: Padding,
    /// Transposed only: cells added at the end of the output; zeros otherwise.
    pub output_padding: Vec<i64>,
    /// Cells from one kernel cell to the next.
    pub dilation: Vec<i64>,
    /// Parts into which the channels are split.
    pub groups: i64,
    /// Whether a number is added to each output channel.
    pub bias: bool,
    /// What the padding cells hold.
    pub padding_mode: PaddingMode,
}

impl LayerSpec {
    /// A layer of `rank` spatial axes with an equal-sided kernel, all else as PyTorch has it by default. What the
    /// operation does not have is as if it did nothing.
    pub fn new(op: Op, rank: usize, in_channels: i64, out_channels: i64, kernel: i64) -> Self {
        let kernel = if op.has_weight() || op.is_pool() { kernel } else { 1 };
        let mut spec = Self {
            op,
            in_channels,
            out_channels,
            kernel_size: vec![kernel; rank],
            stride: vec![if op.is_pool() { kernel } else { 1 }; rank],
            padding: match op {
                Op::Pad => Padding::Sides(vec![0; 2 * rank]),
                _ => Padding::Cells(vec![0; rank]),
            },
            output_padding: vec![0; rank],
            dilation: vec![1; rank],
            groups: 1,
            bias: op.has_weight(),
            padding_mode: PaddingMode::Zeros,
        };
        if !op.has_weight() {
            spec.set_channels(in_channels);
        }
        spec
    }

    /// For a layer without weights: so many channels, each by itself.
    pub fn set_channels(&mut self, channels: i64) {
        (self.in_channels, self.out_channels, self.groups) = (channels, channels, channels);
    }

    /// The layer as it is on an input of shape `[C, spatial...]`: with what it leaves open filled in.
    #[must_use]
    pub fn on(&self, input_shape: &[usize]) -> Self {
        let mut spec = self.clone();
        let Some(&channels) = input_shape.first() else {
            return spec;
        };
        let channels = i64::try_from(channels).unwrap_or(i64::MAX);
        let rank = input_shape.len() - 1;
        if spec.op.takes_any_rank() && rank <= 3 {
            spec = Self::new(spec.op, rank, channels, channels, 1);
        } else if !spec.op.has_weight() {
            spec.set_channels(channels);
        } else if spec.in_channels == UNKNOWN && rank == 0 {
            spec.in_channels = channels;
        }
        spec
    }

    /// The number of spatial axes.
    pub fn rank(&self) -> usize {
        self.kernel_size.len()
    }

    /// The parameters of the layer's class, in the order of PyTorch's positional ones.
    pub fn fields(&self) -> impl Iterator<Item = Field> + use<> {
        fields(self.op)
    }

    /// Whether the layer's class has such a parameter.
    pub fn has(&self, field: Field) -> bool {
        self.fields().any(|own| own == field)
    }

    /// Whether it is a pool that steps by its kernel, as PyTorch's do unless somebody says otherwise.
    pub fn steps_by_kernel(&self) -> bool {
        self.op.is_pool() && self.stride == self.kernel_size
    }

    /// A parameter's numbers, one or one an axis; none where it is a word, or not of the layer's class.
    pub fn numbers(&self, field: Field) -> &[i64] {
        if !self.has(field) {
            return &[];
        }
        match (field, &self.padding) {
            (Field::InChannels, _) => from_ref(&self.in_channels),
            (Field::OutChannels, _) => from_ref(&self.out_channels),
            (Field::Groups, _) => from_ref(&self.groups),
            (Field::KernelSize, _) => &self.kernel_size,
            (Field::Stride, _) => &self.stride,
            (Field::OutputPadding, _) => &self.output_padding,
            (Field::Dilation, _) => &self.dilation,
            (Field::Padding, Padding::Cells(cells) | Padding::Sides(cells)) => cells,
            _ => &[],
        }
    }

    /// The same, to be set.
    pub fn numbers_mut(&mut self, field: Field) -> &mut [i64] {
        if !self.has(field) {
            return &mut [];
        }
        match (field, &mut self.padding) {
            (Field::InChannels, _) => from_mut(&mut self.in_channels),
            (Field::OutChannels, _) => from_mut(&mut self.out_channels),
            (Field::Groups, _) => from_mut(&mut self.groups),
            (Field::KernelSize, _) => &mut self.kernel_size,
            (Field::Stride, _) => &mut self.stride,
            (Field::OutputPadding, _) => &mut self.output_padding,
            (Field::Dilation, _) => &mut self.dilation,
            (Field::Padding, Padding::Cells(cells) | Padding::Sides(cells)) => cells,
            _ => &mut [],
        }
    }
}
