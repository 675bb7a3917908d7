//! What an explaining picture can be about.
use crate::text::ExplainKey;
use conv::{Field, LayerSpec, Op};

/// What an explaining picture is about. A link's `picture` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// One sum over all input channels, and a filter for each output channel.
    Channels,
    /// Which input channel reaches which output channel.
    Groups,
    /// Depthwise and 1x1 against the standard layer.
    Separable,
    /// A kernel of one cell.
    Pointwise,
    /// What stands around the input.
    Padding,
    /// Where windows start, and what none of them reads.
    Stride,
    /// The holes in the kernel.
    Dilation,
    /// The transposed layer, told by input and by output.
    Transposed,
    /// Convolution or cross-correlation.
    Flip,
    /// From an input cell to all outputs that it feeds.
    Feeds,
    /// The layer as a matrix.
    Matrix,
    /// The order of the steps does not matter.
    Order,
    /// Layers in a row: shapes and the receptive field.
    Stack,
    /// Windows without weights.
    Pooling,
    /// Another scene beside this one.
    Compare,
    /// Input, kernel and output as curves.
    Signal,
    /// How well a patch matches the filter's pattern.
    Match,
}

impl Topic {
    /// Those that there are pictures of, in the order in which they are offered.
    pub const ALL: &[Self] = &[
        Self::Match,
        Self::Channels,
        Self::Groups,
        Self::Separable,
        Self::Pointwise,
        Self::Padding,
        Self::Stride,
        Self::Dilation,
        Self::Flip,
        Self::Feeds,
        Self::Transposed,
        Self::Matrix,
        Self::Signal,
        Self::Pooling,
        Self::Order,
        Self::Stack,
        Self::Compare,
    ];

    /// Its name in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Channels => "channels",
            Self::Groups => "groups",
            Self::Separable => "separable",
            Self::Pointwise => "pointwise",
            Self::Padding => "padding",
            Self::Stride => "stride",
            Self::Dilation => "dilation",
            Self::Transposed => "transposed",
            Self::Flip => "flip",
            Self::Feeds => "feeds",
            Self::Matrix => "matrix",
            Self::Order => "order",
            Self::Stack => "stack",
            Self::Pooling => "pooling",
            Self::Compare => "compare",
            Self::Signal => "signal",
            Self::Match => "match",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|topic| topic.name() == name)
    }

    /// What its picture is called, and what it shows.
    pub fn words(self) -> [ExplainKey; 2] {
        match self {
            Self::Channels => [ExplainKey::ChannelsName, ExplainKey::ChannelsAbout],
            Self::Compare => [ExplainKey::CompareName, ExplainKey::CompareAbout],
            Self::Dilation => [ExplainKey::DilationName, ExplainKey::DilationAbout],
            Self::Feeds => [ExplainKey::FeedsName, ExplainKey::FeedsAbout],
            Self::Flip => [ExplainKey::FlipName, ExplainKey::FlipAbout],
            Self::Groups => [ExplainKey::GroupsName, ExplainKey::GroupsAbout],
            Self::Match => [ExplainKey::MatchName, ExplainKey::MatchAbout],
            Self::Matrix => [ExplainKey::MatrixName, ExplainKey::MatrixAbout],
            Self::Order => [ExplainKey::OrderName, ExplainKey::OrderAbout],
            Self::Padding => [ExplainKey::PaddingName, ExplainKey::PaddingAbout],
            Self::Pointwise => [ExplainKey::PointwiseName, ExplainKey::PointwiseAbout],
            Self::Pooling => [ExplainKey::PoolName, ExplainKey::PoolAbout],
            Self::Separable => [ExplainKey::SeparableName, ExplainKey::SeparableAbout],
            Self::Signal => [ExplainKey::SignalName, ExplainKey::SignalAbout],
            Self::Stack => [ExplainKey::StackName, ExplainKey::StackAbout],
            Self::Stride => [ExplainKey::StrideName, ExplainKey::StrideAbout],
            Self::Transposed => [ExplainKey::TransposedName, ExplainKey::TransposedAbout],
        }
    }

    /// The topic that explains an argument of a layer.
    pub fn of(field: Field, spec: &LayerSpec) -> Option<Self> {
        let topic = match field {
            Field::InChannels | Field::OutChannels | Field::Bias => Self::Channels,
            Field::KernelSize if spec.op.is_pool() => Self::Pooling,
            Field::KernelSize if spec.kernel_size.iter().all(|&cells| cells == 1) => Self::Pointwise,
            Field::KernelSize => Self::Match,
            Field::Groups => Self::Groups,
            Field::Padding if spec.op == Op::ConvTranspose => Self::Transposed,
            Field::Padding | Field::PaddingMode => Self::Padding,
            Field::Stride if spec.op == Op::ConvTranspose => Self::Transposed,
            Field::Stride => Self::Stride,
            Field::Dilation => Self::Dilation,
            Field::OutputPadding => Self::Transposed,
            _ => return None,
        };
        (topic.fits(spec) && Self::ALL.contains(&topic)).then_some(topic)
    }

    /// Whether it has something to say of a layer in hand.
    pub fn fits(self, spec: &LayerSpec) -> bool {
        match self {
            Self::Order | Self::Stack | Self::Compare => true,
            Self::Pooling => spec.op.is_pool(),
            _ if !matches!(spec.op, Op::Conv | Op::ConvTranspose) => false,
            Self::Separable | Self::Padding | Self::Stride | Self::Flip | Self::Match => spec.op == Op::Conv,
            Self::Transposed => spec.op == Op::ConvTranspose,
            Self::Signal => spec.rank() == 1,
            Self::Pointwise => spec.op == Op::Conv && spec.kernel_size.iter().all(|&cells| cells == 1),
            _ => true,
        }
    }
}
