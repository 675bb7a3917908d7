//! Tensors, and the cells of a picture of them.

/// A tensor of the film.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tensor {
    Input,
    Weight,
    Bias,
    Output,
}

impl Tensor {
    /// As PyTorch calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Weight => "weight",
            Self::Bias => "bias",
            Self::Output => "output",
        }
    }
}

/// A cell of the picture. Indices are flat and row-major.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    Of(Tensor, usize),
    /// A cell of the grid that is not of the input itself: padding, or a zero that a transposed layer inserts.
    /// `at` counts from the input's origin.
    Padding {
        channel: usize,
        at: [i64; 3],
    },
}
