//! The ways to compute a layer.

/// By which way a [`Kernel`](crate::Kernel) computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Path {
    /// Windows packed as the columns of a matrix.
    Gemm,
    /// Winograd's F(4x4, 3x3).
    Winograd2,
    /// Winograd's F(4, 3) along the last axis.
    Winograd1,
    /// Each channel by itself, a kernel of 3x3 or 5x5.
    Depthwise,
    /// Windows read where they lie: few channels in a group.
    Direct,
    /// A transposed layer, one phase of its stride after the other.
    Transposed,
    /// One number after the other: too few to prepare anything.
    Tiny,
    /// Tap by tap, as [`conv::reference`] adds up; a layer without weights by [`conv::pool`], which allocates at each run.
    Reference,
}

impl Path {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Gemm,
        Self::Winograd2,
        Self::Winograd1,
        Self::Depthwise,
        Self::Direct,
        Self::Transposed,
        Self::Tiny,
        Self::Reference,
    ];

    /// `gemm`, `winograd2`, and so on.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gemm => "gemm",
            Self::Winograd2 => "winograd2",
            Self::Winograd1 => "winograd1",
            Self::Depthwise => "depthwise",
            Self::Direct => "direct",
            Self::Transposed => "transposed",
            Self::Tiny => "tiny",
            Self::Reference => "reference",
        }
    }

    /// How far an output is at most from the true sum, as a part of the largest output.
    pub fn tolerance(self) -> f32 {
        match self {
            Self::Winograd2 => 2e-5,
            _ => 4e-6,
        }
    }
}
