//! A frame as tables: every number of the picture and of the arithmetic, with headers that say what it is.
mod step;
mod tensor;

use crate::{Frame, Tensor};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The tensor that it shows; none where it is of the step.
    pub tensor: Option<Tensor>,
    pub caption: String,
    /// What the headers are, above those of the rows.
    pub corner: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// What is left out, in a sentence.
    pub cut: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub head: String,
    pub cells: Vec<String>,
}

/// The step, then the tensors. What is too large for a table is cut to what is around the step.
pub fn grids(frame: &Frame) -> Vec<Grid> {
    let mut grids = step::grids(frame);
    for tensor in [Tensor::Input, Tensor::Weight, Tensor::Output] {
        grids.extend(tensor::grids(frame, tensor));
    }
    grids
}
