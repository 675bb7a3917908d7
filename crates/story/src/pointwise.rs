//! A layer whose kernel is one cell as a product of two matrices: the weights, and the channels at every position.
use crate::difference::{Difference, WORK};
use crate::{Film, Tensor};
use conv::Source;

/// What lies in an input channel where the window of each position is; positions are flat indices into one output channel.
fn places(film: &Film) -> Vec<Source> {
    let plan = &film.plan;
    let [depth, height, width] = plan.output_size();
    let mut places = Vec::new();
    for position in 0..depth * height * width {
        let at = [position / width / height, position / width % height, position % width];
        places.push(plan.source(plan.window_start(at)));
    }
    places
}

/// How far the layer is from the product of matrices `W [out x in] X [in x positions]`, computed row by column, with the
/// bias added: for as many outputs as a comparison has room for. A group is such a product of its own.
pub fn apart(film: &Film) -> Difference {
    let plan = &film.plan;
    let ins = plan.weight_shape()[1];
    let (filters, positions) = (plan.output_shape()[0], plan.output_size().iter().product::<usize>());
    let outs = (filters / (plan.input_shape()[0] / ins.max(1)).max(1)).max(1);
    let some = (WORK as usize / ins.max(1)).clamp(1, film.output.len().max(1));
    let cells: usize = plan.input_size().iter().product();
    let places = places(film);
    let mut outputs = Vec::new();
    for output in 0..some {
        let (filter, position) = (output / positions, output % positions);
        let mut sum = 0.0;
        for local in 0..ins {
            let channel = filter / outs * ins + local;
            let x = match places[position] {
                Source::Input(cell) | Source::Copy(cell) => film.value(Tensor::Input, channel * cells + cell),
                Source::Zero | Source::Hole => 0.0,
            };
            sum += film.value(Tensor::Weight, filter * ins + local) * x;
        }
        if film.bias.is_some() {
            sum += film.value(Tensor::Bias, filter);
        }
        outputs.push(sum);
    }
    Difference::of(&film.output, &outputs)
}
