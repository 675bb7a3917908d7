//! The kinds of layers, and what their parameters can be besides numbers.

/// What a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// `nn.Conv1d`, `nn.Conv2d`, `nn.Conv3d`.
    Conv,
    /// `nn.ConvTranspose1d`, `nn.ConvTranspose2d`, `nn.ConvTranspose3d`.
    ConvTranspose,
    /// `nn.AvgPool1d`, `nn.AvgPool2d`, `nn.AvgPool3d`.
    AvgPool,
    /// `nn.MaxPool1d`, `nn.MaxPool2d`, `nn.MaxPool3d`.
    MaxPool,
    /// `nn.ZeroPad1d`, `nn.ReflectionPad2d`, `nn.ReplicationPad3d`, `nn.CircularPad1d` and the others of these families.
    Pad,
    /// `nn.ReLU`, on any number of axes.
    Relu,
    /// `nn.Flatten`: `[C, spatial...]` becomes `[C * spatial...]`.
    Flatten,
    /// `nn.Linear`, on a flat row of features: a layer without spatial axes.
    Linear,
}

impl Op {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Conv,
        Self::ConvTranspose,
        Self::AvgPool,
        Self::MaxPool,
        Self::Pad,
        Self::Relu,
        Self::Flatten,
        Self::Linear,
    ];

    /// Whether it learns weights. One that does not takes as many channels as come, and works on each by itself.
    pub fn has_weight(self) -> bool {
        matches!(self, Self::Conv | Self::ConvTranspose | Self::Linear)
    }

    /// Whether its window takes several cells together without weights.
    pub fn is_pool(self) -> bool {
        matches!(self, Self::AvgPool | Self::MaxPool)
    }

    /// Whether it works on as many axes as come.
    pub fn takes_any_rank(self) -> bool {
        matches!(self, Self::Relu | Self::Flatten)
    }
}

/// What stands in the padding cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaddingMode {
    /// The number 0.
    Zeros,
    /// The input mirrored at its edge cell, which is not repeated.
    Reflect,
    /// The edge cell again and again.
    Replicate,
    /// The input from its other end.
    Circular,
}

impl PaddingMode {
    /// In the order in which PyTorch documents them.
    pub const ALL: [Self; 4] = [Self::Zeros, Self::Reflect, Self::Replicate, Self::Circular];

    /// As PyTorch spells it: `zeros`, `reflect`, `replicate`, `circular`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zeros => "zeros",
            Self::Reflect => "reflect",
            Self::Replicate => "replicate",
            Self::Circular => "circular",
        }
    }

    /// The inverse of [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// How much padding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Padding {
    /// Cells on both ends of each axis, one entry an axis.
    Cells(Vec<i64>),
    /// Cells on each end by itself, which only padding layers have: two entries an axis, in PyTorch's order, the last axis
    /// first: left, right, top, bottom, front, back. Negative ones cut.
    Sides(Vec<i64>),
    /// As much as keeps the size; an odd cell goes to the end.
    Same,
    /// None.
    Valid,
}
