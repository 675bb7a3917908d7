//! The names under which things can be wrong.
use crate::Op;

/// A parameter of a layer, or one of the tensors that it meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Which operation, and of what rank.
    Op,
    /// `in_channels`
    InChannels,
    /// `out_channels`
    OutChannels,
    /// `kernel_size`
    KernelSize,
    /// `stride`
    Stride,
    /// `padding`
    Padding,
    /// `output_padding`
    OutputPadding,
    /// `dilation`
    Dilation,
    /// `groups`
    Groups,
    /// `bias`: the parameter, and its numbers.
    Bias,
    /// `padding_mode`
    PaddingMode,
    /// The tensor that the layer is given.
    Input,
    /// The layer's kernel.
    Weight,
}

impl Field {
    /// What a constructor can be given, in the order of the canonical line.
    pub const ARGUMENTS: [Self; 10] = [
        Self::InChannels,
        Self::OutChannels,
        Self::KernelSize,
        Self::Stride,
        Self::Padding,
        Self::OutputPadding,
        Self::Dilation,
        Self::Groups,
        Self::Bias,
        Self::PaddingMode,
    ];

    /// As PyTorch spells the parameter; `op`, `input`, `weight` for the rest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Op => "op",
            Self::InChannels => "in_channels",
            Self::OutChannels => "out_channels",
            Self::KernelSize => "kernel_size",
            Self::Stride => "stride",
            Self::Padding => "padding",
            Self::OutputPadding => "output_padding",
            Self::Dilation => "dilation",
            Self::Groups => "groups",
            Self::Bias => "bias",
            Self::PaddingMode => "padding_mode",
            Self::Input => "input",
            Self::Weight => "weight",
        }
    }

    /// As PyTorch spells it for such a layer: a linear one has features, not channels.
    pub fn name_of(self, op: Op) -> &'static str {
        match (self, op) {
            (Self::InChannels, Op::Linear) => "in_features",
            (Self::OutChannels, Op::Linear) => "out_features",
            _ => self.name(),
        }
    }
}
