//! A layer whose kernel is one cell as a product of two matrices: the weights, and the channels at every position.
use crate::difference::{Difference, WORK};
use crate::{Cell, Film, Tensor};
use conv::Source;

/// What an input channel holds where the window of a position is; the cell, and its number. A position is a flat index
/// into one channel of the output.
pub fn at(film: &Film, channel: usize, position: usize) -> (Cell, f32) {
    let plan = &film.plan;
    let [_, height, width] = plan.output_size();
    let place = [position / width / height, position / width % height, position % width];
    let place = plan.window_start(place);
    let cells: usize = plan.input_size().iter().product();
    match plan.source(place) {
        Source::Input(cell) => {
            let index = channel * cells + cell;
            (Cell::Of(Tensor::Input, index), film.value(Tensor::Input, index))
        }
        Source::Copy(cell) => (
            Cell::Padding { channel, at: place },
            film.value(Tensor::Input, channel * cells + cell),
        ),
        Source::Zero | Source::Hole => (Cell::Padding { channel, at: place }, 0.0),
    }
}

/// How far the layer is from the product of matrices `W [out x in] X [in x positions]`, computed row by column, with the
/// bias added: for as many outputs as a comparison has room for. A group is such a product of its own.
pub fn apart(film: &Film) -> Difference {
    let plan = &film.plan;
    let ins = plan.weight_shape()[1];
    let (filters, positions) = (plan.output_shape()[0], plan.output_size().iter().product::<usize>());
    let outs = (filters / (plan.input_shape()[0] / ins.max(1)).max(1)).max(1);
    let some = (WORK as usize / ins.max(1)).clamp(1, film.output.len().max(1));
    let mut outputs = Vec::new();
    for output in 0..some {
        let (filter, position) = (output / positions, output % positions);
        let mut sum = 0.0;
        for local in 0..ins {
            let (_, x) = at(film, filter / outs * ins + local, position);
            sum += film.value(Tensor::Weight, filter * ins + local) * x;
        }
        if film.bias.is_some() {
            sum += film.value(Tensor::Bias, filter);
        }
        outputs.push(sum);
    }
    Difference::of(&film.output, &outputs)
}
