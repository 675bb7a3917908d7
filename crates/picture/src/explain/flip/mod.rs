//! Convolution or cross-correlation: whether the kernel is mirrored before it slides.
mod crossing;
mod facts;
mod table;
mod turned;

use super::sketch::Sketch;
use super::{Ask, Picture};
use crate::coord::count;
use crate::shape::volume;
use story::Tensor;
use story::text::{WindowsKey, fill, say};

pub(super) const PICTURE: Picture = Picture::new(facts::still, draw);

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let plan = &ask.frame.film.plan;
    if plan.rank() == 1 {
        table::draw(sketch, ask);
    } else {
        turned::draw(sketch, ask);
    }
    sketch.label = say(if plan.flip() {
        WindowsKey::FlipLabelConvolution
    } else {
        WindowsKey::FlipLabelCross
    })
    .to_owned();
}

/// Says why there is no picture, and what kernels have room.
fn too_far(sketch: &mut Sketch, most: usize) {
    sketch
        .lines
        .push(fill(WindowsKey::FlipTooFar, &[("count", &count(most))]));
}

/// The flat indices of one channel's weights, in the order in which the window meets them: of the filter and the channel
/// that the step begins with.
fn weights(ask: &Ask<'_>) -> Vec<usize> {
    let plan = &ask.frame.film.plan;
    let cells = volume(plan.kernel_size());
    match ask.frame.products.get(..cells) {
        Some(products) => products.iter().map(|product| product.weight).collect(),
        None => (0..cells).map(|slot| plan.tap(0, slot).weight).collect(),
    }
}

/// Their numbers.
fn values(ask: &Ask<'_>, weights: &[usize]) -> Vec<f32> {
    let value = |&weight: &usize| ask.frame.film.value(Tensor::Weight, weight);
    weights.iter().map(value).collect()
}
