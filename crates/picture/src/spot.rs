//! What lies at a place of a plane.
use crate::layout::{Layout, output_index};
use crate::plane::{Plane, Role};
use crate::shape::volume;
use conv::Source;
use story::{Film, Tensor};

/// What an input plane has at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Spot {
    Input(f32),
    Copy(f32),
    Zero,
    /// A zero between the input's cells.
    Inserted,
    /// Where a transposed layer's window reaches beyond them.
    Beyond,
}

/// What lies at a place of an input channel.
#[inline(never)]
pub(crate) fn spot(layout: &Layout, film: &Film, channel: usize, at: [i64; 3]) -> Spot {
    let shape = &layout.shape;
    let base = channel * volume(shape.input);
    let value = |spatial: usize| film.input.get(base + spatial).copied().unwrap_or(0.0);
    if let Some(spatial) = shape.input_at(at) {
        return Spot::Input(value(spatial));
    }
    match film.plan.source(at) {
        Source::Copy(spatial) => Spot::Copy(value(spatial)),
        Source::Hole if is_between(layout, at) => Spot::Inserted,
        Source::Hole => Spot::Beyond,
        Source::Zero | Source::Input(_) => Spot::Zero,
    }
}

fn is_between(layout: &Layout, at: [i64; 3]) -> bool {
    let shape = &layout.shape;
    (0..3).all(|axis| at[axis] >= 0 && at[axis] <= (shape.input[axis] as i64 - 1) * shape.step[axis])
}

/// What a cell's number or colour tells.
#[inline(never)]
pub(crate) fn value(layout: &Layout, film: &Film, plane: &Plane, at: [i64; 3]) -> Option<f32> {
    let shape = &layout.shape;
    match plane.role {
        Role::Input => match spot(layout, film, plane.channel, at) {
            Spot::Input(value) => Some(value),
            // Quieter than what it copies.
            Spot::Copy(value) => Some(value * 0.5),
            _ => None,
        },
        Role::Output => film.output.get(output_index(shape, plane.channel, at)?).copied(),
        Role::Kernel => film.weight.get(shape.weight(plane.channel, plane.filter, at)).copied(),
        Role::Bias => film.data(Tensor::Bias).get(plane.channel).copied(),
    }
}
