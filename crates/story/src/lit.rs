//! The cells that belong to the one that a person points at.
use crate::{Cell, Film, Frame, Tensor};
use conv::Source;

/// The cells that light up with the one a person points at, that one included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit {
    /// The cell pointed at.
    pub cell: Option<Cell>,
    pub inputs: Vec<usize>,
    pub weights: Vec<usize>,
    pub outputs: Vec<usize>,
}

impl Cell {
    /// Whether a film has such a cell: a person may still point at one that a change has just taken away.
    pub fn is_in(self, film: &Film) -> bool {
        match self {
            Self::Of(tensor, index) => index < film.data(tensor).len(),
            Self::Padding { channel, .. } => channel < film.plan.channels(),
        }
    }
}

impl Lit {
    /// What belongs to a cell: an input's every reader and the weights that meet it in this step; an output's window and
    /// filter; what a weight multiplies in this step. Nothing where the film does not have the cell.
    pub fn of(frame: &Frame, cell: Cell) -> Self {
        if !cell.is_in(&frame.film) {
            return Self::default();
        }
        let mut lit = Self {
            cell: Some(cell),
            ..Self::default()
        };
        match cell {
            Cell::Of(Tensor::Input, input) => {
                lit.inputs.push(input);
                lit.outputs = frame.film.plan.readers(input);
                lit.weights = met(
                    frame,
                    |source| matches!(source, Source::Input(at) | Source::Copy(at) if at == input),
                );
            }
            Cell::Of(Tensor::Output, output) => {
                lit.outputs.push(output);
                let plan = &frame.film.plan;
                for slot in 0..plan.slots() {
                    let tap = plan.tap(output, slot);
                    if let Source::Input(input) | Source::Copy(input) = tap.source {
                        lit.inputs.push(input);
                    }
                    if tap.source != Source::Hole {
                        lit.weights.push(tap.weight);
                    }
                }
            }
            Cell::Of(Tensor::Weight, weight) => {
                lit.weights.push(weight);
                for product in frame.products.iter().filter(|product| product.weight == weight) {
                    if let Source::Input(input) | Source::Copy(input) = product.source {
                        lit.inputs.push(input);
                    }
                    lit.outputs.extend(product.output);
                }
            }
            Cell::Of(Tensor::Bias, bias) => {
                let cells: usize = frame.film.plan.output_size().iter().product();
                lit.outputs.extend(bias * cells..(bias + 1) * cells);
            }
            Cell::Padding { channel, at } => {
                let size = frame.film.plan.input_size();
                if let Source::Copy(spatial) = frame.film.plan.source(at) {
                    lit.inputs.push(channel * size.iter().product::<usize>() + spatial);
                }
                lit.weights.extend(
                    frame
                        .products
                        .iter()
                        .filter(|product| product.at == at && product.channel == channel)
                        .map(|product| product.weight),
                );
            }
        }
        lit
    }
}

fn met(frame: &Frame, is_it: impl Fn(Source) -> bool) -> Vec<usize> {
    frame
        .products
        .iter()
        .filter(|product| is_it(product.source))
        .map(|product| product.weight)
        .collect()
}
