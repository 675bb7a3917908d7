//! Why a layer or a computation is refused: typed, with the numbers that a sentence needs.
use std::ops::Deref;

use crate::{Field, LayerSpec, PaddingMode};

/// What stage of the way from a spec to numbers refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The constructor: no such layer exists.
    Layer,
    /// The layer exists, but not on an input of this shape.
    Shape,
    /// A tensor has the wrong number of numbers.
    Data,
    /// Valid, but larger than what is computed here.
    Bound,
}

impl Code {
    /// `layer`, `shape`, `data`, `bound`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layer => "layer",
            Self::Shape => "shape",
            Self::Data => "data",
            Self::Bound => "bound",
        }
    }
}

/// What is counted where a [`Fault::Exceeds`] is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// One parameter or one size.
    Value,
    /// Multiply-adds of the layer.
    Macs,
    /// Bytes of the input tensor.
    InputBytes,
    /// Bytes of the weight tensor.
    WeightBytes,
    /// Bytes of the output tensor.
    OutputBytes,
}

/// The rule that is broken. The refusal's field and axis say where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A layer has one to three spatial axes.
    Rank { rank: usize },
    /// A parameter has another number of entries than the kernel.
    Entries { expected: usize, got: usize },
    /// Transposed layers pad with zeros only.
    TransposedPaddingMode { mode: PaddingMode },
    /// Transposed layers take padding in cells only.
    TransposedPaddingName,
    /// Only transposed layers have an output padding.
    OutputPaddingOfConv { output_padding: i64 },
    /// `groups` is at least 1.
    GroupsNotPositive { groups: i64 },
    /// Each group takes equally many input channels.
    InChannelsNotDivisible { in_channels: i64, groups: i64 },
    /// Each group gives equally many output channels.
    OutChannelsNotDivisible { out_channels: i64, groups: i64 },
    /// `padding='same'` needs stride 1.
    SameWithStride { stride: i64 },
    /// A layer has channels.
    ChannelsNotPositive { channels: i64 },
    /// A kernel has cells.
    KernelNotPositive { kernel: i64 },
    /// Windows move forward.
    StrideNotPositive { stride: i64 },
    /// Kernel cells lie side by side or further apart.
    DilationNotPositive { dilation: i64 },
    /// With zeros, and when transposed, padding is at least 0.
    PaddingNegative { padding: i64 },
    /// `output_padding` is at least 0.
    OutputPaddingNegative { output_padding: i64 },
    /// The input has another number of axes than channels and the layer's rank.
    InputRank { expected: usize, got: usize },
    /// The input has no cells.
    EmptyInput,
    /// The input has other channels than the layer takes.
    ChannelMismatch { expected: i64, got: i64 },
    /// A linear layer takes a flat row of features; the input has `got` axes.
    NotFlat { got: usize },
    /// The input has other features than the linear layer takes.
    FeatureMismatch { expected: i64, got: i64 },
    /// A pool pads by at most half of its kernel.
    PoolPadding { padding: i64, kernel: i64 },
    /// A mirrored padding stays below the size that it mirrors.
    ReflectTooLarge { padding: i64, size: i64 },
    /// A circular padding goes round at most once.
    CircularTooLarge { padding: i64, size: i64 },
    /// A negative padding cuts away all cells; `size` is what would be left, 0 or less.
    PaddingCutsAll { padding: i64, size: i64 },
    /// The kernel, spread by its dilation, does not fit into the padded input.
    KernelTooLarge { effective: i64, padded: i64 },
    /// `output_padding` is below `bound`, the larger of stride and dilation.
    OutputPaddingTooLarge { output_padding: i64, bound: i64 },
    /// The padding cuts off all of the output; `size` is what would be left, 0 or less.
    OutputTooSmall { size: i64 },
    /// A tensor of `got` numbers where the shape asks for `expected`.
    Length { expected: u64, got: u64 },
    /// A bias is given to a layer that has none, or is missing where there is one.
    BiasPresence { expected: bool },
    /// More than is computed here.
    Exceeds { what: Quantity, value: u64, limit: u64 },
}

/// A ready replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Change this one parameter: the whole layer as it would be.
    Layer { field: Field, spec: LayerSpec },
    /// Keep the layer and take an input of this shape, channels first.
    Input(Vec<usize>),
}

/// A layer or a computation that is refused: a [`Reason`], in a box because it is handed on through many results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(Box<Reason>);

/// Why, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The parameter or the tensor at fault.
    pub field: Field,
    /// The spatial axis at fault, from 0, where it is one.
    pub axis: Option<usize>,
    /// The stage that refused.
    pub code: Code,
    /// The rule broken.
    pub fault: Fault,
    /// What was refused, where the rules of PyTorch refused it.
    pub(crate) asked: Option<Asked>,
}

impl Deref for Refusal {
    type Target = Reason;

    fn deref(&self) -> &Reason {
        &self.0
    }
}

/// A layer, and the input shape that it was asked to work on: empty where the layer itself was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub spec: LayerSpec,
    pub shape: Vec<usize>,
}

impl Refusal {
    /// Refused by a bound or for its data, without any rule of PyTorch.
    pub fn plain(field: Field, code: Code, fault: Fault) -> Self {
        let mut refusal = Self::of(field, None, fault);
        refusal.0.code = code;
        refusal
    }

    /// Refused by a rule, of a layer that is not said yet.
    #[inline(never)]
    pub(crate) fn of(field: Field, axis: Option<usize>, fault: Fault) -> Self {
        let code = if matches!(fault, Fault::Exceeds { .. }) {
            Code::Bound
        } else {
            Code::Shape
        };
        Self(Box::new(Reason {
            field,
            axis,
            code,
            fault,
            asked: None,
        }))
    }

    /// The same of this layer on this shape, which is empty where the constructor's rules were asked.
    pub(crate) fn asking(mut self, spec: &LayerSpec, shape: &[usize]) -> Self {
        if self.code == Code::Shape && shape.is_empty() && self.field != Field::Input {
            self.0.code = Code::Layer;
        }
        let (spec, shape) = (spec.clone(), shape.to_vec());
        self.0.asked = Some(Asked { spec, shape });
        self
    }

    /// The same with another parameter at fault.
    pub(crate) fn blaming(mut self, field: Field) -> Self {
        self.0.field = field;
        self
    }
}
