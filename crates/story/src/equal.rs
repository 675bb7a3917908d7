//! A layer written another way, on the same input: what it computes, held against the film.
use crate::difference::apart;
use crate::frame::Sum;
use crate::{Difference, Film};
use conv::{Plan, Refusal, Source};

/// Another layer for the film's input and bias.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    pub plan: Plan,
    pub weight: Vec<f32>,
}

/// More weights are not laid out for a comparison.
const WEIGHTS: usize = 1 << 21;
/// A product that is looked up by itself takes about so many times as long as one among all.
const ALONE: usize = 8;

impl Other {
    /// The layer whose kernel has zeros in the holes: `dilation·(kernel − 1) + 1` cells on each axis, dilation 1. `None`
    /// where there would be too many weights.
    ///
    /// # Errors
    /// Where PyTorch refuses it: a transposed layer's `output_padding` may be within the dilation alone.
    pub fn zero_stuffed(film: &Film) -> Result<Option<Self>, Refusal> {
        let plan = &film.plan;
        let (kernel, dilation) = (plan.kernel_size(), plan.dilation());
        let mut spec = plan.spec().clone();
        for (cells, apart) in spec.kernel_size.iter_mut().zip(&mut spec.dilation) {
            *cells = *apart * (*cells - 1) + 1;
            *apart = 1;
        }
        let plan = spec.layer()?.plan(plan.input_shape(), plan.flip())?;
        let shape = plan.weight_shape();
        let weights = shape.iter().try_fold(1_usize, |cells, &size| cells.checked_mul(size));
        let Some(weights) = weights.filter(|&weights| weights <= WEIGHTS) else {
            return Ok(None);
        };
        let stuffed = plan.kernel_size();
        let mut weight = vec![0.0; weights];
        let volume: usize = kernel.iter().product();
        for (index, &value) in film.weight.iter().enumerate() {
            let (pair, cell) = (index / volume, index % volume);
            let at = [
                cell / (kernel[1] * kernel[2]),
                cell / kernel[2] % kernel[1],
                cell % kernel[2],
            ];
            let mut to = pair;
            for axis in 0..3 {
                to = to * stuffed[axis] + at[axis] * dilation[axis];
            }
            weight[to] = value;
        }
        Ok(Some(Self { plan, weight }))
    }

    /// The same weights in the other sense: a convolution in place of a cross-correlation, or the other way round.
    ///
    /// # Errors
    /// None that the film's own layer did not have.
    pub fn mirrored(film: &Film) -> Result<Self, Refusal> {
        let plan = &film.plan;
        let plan = plan.layer().plan(plan.input_shape(), !plan.flip())?;
        let weight = film.weight.clone();
        Ok(Self { plan, weight })
    }

    /// As [`mirrored`](Self::mirrored), with each kernel turned by 180° as well: two turns that undo each other.
    ///
    /// # Errors
    /// None that the film's own layer did not have.
    pub fn mirrored_and_turned(film: &Film) -> Result<Self, Refusal> {
        let mut other = Self::mirrored(film)?;
        let volume: usize = other.plan.kernel_size().iter().product();
        for kernel in other.weight.chunks_mut(volume.max(1)) {
            kernel.reverse();
        }
        Ok(other)
    }

    /// Its outputs against the film's: all of them where that takes at most so many products, else as many of the first ones
    /// as take about the same time.
    ///
    /// # Errors
    /// Where it is larger than can be computed.
    pub fn compared(&self, film: &Film, products: usize) -> Result<Difference, Refusal> {
        let bias = film.bias.as_deref();
        let output = if self.plan.macs() <= products as u64 {
            self.plan.run(&film.input, &self.weight, bias)?
        } else {
            let some = (products / ALONE / self.plan.slots().max(1)).clamp(1, film.output.len());
            (0..some).map(|output| self.at(film, output)).collect()
        };
        Ok(Difference::of(&film.output, &output))
    }

    /// One output, summed in the reference's order.
    fn at(&self, film: &Film, output: usize) -> f32 {
        let mut sum = Sum::default();
        for slot in 0..self.plan.slots() {
            let tap = self.plan.tap(output, slot);
            let x = match tap.source {
                Source::Input(input) | Source::Copy(input) => film.input[input],
                Source::Zero => 0.0,
                Source::Hole => continue,
            };
            sum.add(tap.channel, x * self.weight[tap.weight]);
        }
        let cells: usize = self.plan.output_size().iter().product();
        let bias = film.bias.as_ref().map_or(0.0, |bias| bias[output / cells]);
        sum.total() + bias
    }
}

/// Whether every kernel of a layer is the same when it is turned by 180°, so that convolution and cross-correlation do not
/// differ.
pub fn is_symmetric(film: &Film) -> bool {
    let volume: usize = film.plan.kernel_size().iter().product();
    film.weight.chunks(volume.max(1)).all(|kernel| {
        let turned = kernel.iter().rev();
        kernel.iter().zip(turned).all(|(&a, &b)| apart(a, b) == 0.0)
    })
}
