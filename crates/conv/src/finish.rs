//! How the cells of a window become a number.
use crate::Op;

/// How the cells of a window become a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finish {
    /// Each times its weight, added up as [`reference`](crate::reference) says.
    Sum,
    /// Added up from zero, row by row, padding cells as zeros, then divided by the number of the window's cells
    /// (PyTorch's `count_include_pad=True`).
    Mean,
    /// The largest; a NaN is larger than any number. Padding cells are minus infinity.
    Max,
    /// The only cell, or 0 where it is negative; NaN stays.
    Relu,
    /// The only cell as it is.
    Copy,
}

impl Finish {
    /// How an operation makes its numbers.
    pub fn of(op: Op) -> Self {
        match op {
            Op::Conv | Op::ConvTranspose | Op::Linear => Self::Sum,
            Op::AvgPool => Self::Mean,
            Op::MaxPool => Self::Max,
            Op::Relu => Self::Relu,
            Op::Pad | Op::Flatten => Self::Copy,
        }
    }

    /// What a padding cell counts as that holds nothing of the input.
    pub fn padding(self) -> f32 {
        match self {
            Self::Max => f32::NEG_INFINITY,
            _ => 0.0,
        }
    }

    /// The number before any cell.
    pub fn start(self) -> f32 {
        self.padding()
    }

    /// The number with a cell more.
    pub fn with(self, so_far: f32, cell: f32) -> f32 {
        match self {
            Self::Sum | Self::Mean => so_far + cell,
            Self::Max if cell > so_far || cell.is_nan() => cell,
            Self::Max => so_far,
            // −0 stays too, as in PyTorch.
            Self::Relu if cell < 0.0 => 0.0,
            Self::Relu | Self::Copy => cell,
        }
    }

    /// The number once all `cells` of the window are in.
    pub fn end(self, so_far: f32, cells: usize) -> f32 {
        match self {
            Self::Mean => so_far / cells as f32,
            _ => so_far,
        }
    }
}
