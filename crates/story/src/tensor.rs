//! Tensors as generated data plus edits: what a person typed is kept by its place, everything else follows from a seed.
//!
//! A change of shape therefore loses nothing: what still fits stays, what is new is generated, and an edit that no
//! longer fits comes back when there is room for it again.
use crate::{Tensor, signal};
use conv::{LayerSpec, Op};
use std::sync::Arc;

/// The place of a value: filter, channel, and the three spatial axes (those a rank lacks are 0).
pub type Place = [u32; 5];

/// The values that a person set, in the order of their places, each place once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits(Arc<Vec<(Place, f32)>>);

/// What a generated value is for: inputs are small and not negative, weights and biases have either sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Input,
    Weight,
    Bias,
    /// An input that is a sine with noise.
    Sine,
}

impl Edits {
    pub fn get(&self, place: Place) -> Option<f32> {
        let at = find(&self.0, place).ok()?;
        Some(self.0[at].1)
    }

    /// All edits, in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = (Place, f32)> + '_ {
        self.0.iter().copied()
    }

    /// The same edits with one value more, or (with `None`) one less.
    #[must_use]
    pub fn with(&self, place: Place, value: Option<f32>) -> Self {
        let mut edits = (*self.0).clone();
        put(&mut edits, place, value);
        Self(Arc::new(edits))
    }

    /// The tensor of this shape, row-major: the edits where there are some, generated values elsewhere.
    pub fn fill(&self, shape: [usize; 5], seed: u32, kind: Kind) -> Vec<f32> {
        let mut data = Vec::with_capacity(shape.iter().product());
        generate(&mut data, start(seed, kind), kind, shape, 0, Place::default());
        for &(place, value) in self.0.iter() {
            if let Some(index) = index_of(shape, place) {
                data[index] = value;
            }
        }
        data
    }
}

/// The sizes of a tensor along a place's axes. They follow from the parameters and the input's spatial sizes alone, so
/// that data can be set for a layer that cannot be yet; what is negative then is empty.
pub fn axes(spec: &LayerSpec, input: &[usize], tensor: Tensor) -> [usize; 5] {
    let size = |number: i64| usize::try_from(number).unwrap_or(0);
    let (ins, outs, groups) = (spec.in_channels, spec.out_channels, spec.groups.max(1));
    let mut axes = [1; 5];
    match tensor {
        Tensor::Input => {
            axes[1] = size(ins);
            for (axis, cells) in axes[2..].iter_mut().rev().zip(input.iter().rev()) {
                *axis = *cells;
            }
        }
        Tensor::Weight | Tensor::Bias if !spec.op.has_weight() => axes[1] = 0,
        Tensor::Weight => {
            let (first, second) = match spec.op {
                Op::ConvTranspose => (ins, outs / groups),
                _ => (outs, ins / groups),
            };
            (axes[0], axes[1]) = (size(first), size(second));
            for (axis, &cells) in axes[2..].iter_mut().rev().zip(spec.kernel_size.iter().rev()) {
                *axis = size(cells);
            }
        }
        Tensor::Bias => axes[4] = size(outs),
        Tensor::Output => axes[1] = 0,
    }
    axes
}

impl FromIterator<(Place, f32)> for Edits {
    fn from_iter<I: IntoIterator<Item = (Place, f32)>>(values: I) -> Self {
        let mut edits = Vec::new();
        for (place, value) in values {
            put(&mut edits, place, Some(value));
        }
        Self(Arc::new(edits))
    }
}

/// Where a place is among the edits, or where it would be.
fn find(edits: &[(Place, f32)], place: Place) -> Result<usize, usize> {
    edits.binary_search_by(|(other, _)| other.cmp(&place))
}

/// Sets a place's value, or (with `None`) takes it away. Numbers mostly come in order, and the last place is found at
/// once.
fn put(edits: &mut Vec<(Place, f32)>, place: Place, value: Option<f32>) {
    let ahead = edits.last().is_none_or(|(last, _)| *last < place);
    let found = if ahead { Err(edits.len()) } else { find(edits, place) };
    match (found, value) {
        (Ok(at), Some(value)) => edits[at].1 = value,
        (Ok(at), None) => {
            edits.remove(at);
        }
        (Err(at), Some(value)) => edits.insert(at, (place, value)),
        (Err(_), None) => {}
    }
}

/// All places of a shape, row-major.
pub fn places(shape: [usize; 5]) -> impl Iterator<Item = Place> {
    let count = shape.iter().product();
    (0..count).map(move |index| place_of(shape, index))
}

/// The place of a flat index in a shape without empty axes.
pub fn place_of(shape: [usize; 5], index: usize) -> Place {
    let mut rest = index;
    let mut place = [0; 5];
    for axis in (0..5).rev() {
        let size = shape[axis].max(1);
        place[axis] = u32::try_from(rest % size).unwrap_or(u32::MAX);
        rest /= size;
    }
    place
}

fn index_of(shape: [usize; 5], place: Place) -> Option<usize> {
    let mut index = 0;
    for (size, at) in shape.into_iter().zip(place) {
        let at = at as usize;
        if at >= size {
            return None;
        }
        index = index * size + at;
    }
    Some(index)
}

/// Appends the values that a seed gives to the places of a shape: hashes of the places, so that they do not depend on the
/// shape. What places have in common is hashed once: `hash` is that of the axes before.
fn generate(data: &mut Vec<f32>, hash: u64, kind: Kind, shape: [usize; 5], axis: usize, mut place: Place) {
    for at in 0..shape[axis] {
        // No tensor that is filled has more cells on an axis.
        place[axis] = at as u32;
        let hash = mix(hash ^ (at as u64).wrapping_add(0x9e37_79b9));
        if axis == 4 {
            data.push(value(hash, kind, place));
        } else {
            generate(data, hash, kind, shape, axis + 1, place);
        }
    }
}

fn start(seed: u32, kind: Kind) -> u64 {
    (u64::from(seed) << 2 | kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A place's value, by its hash.
fn value(hash: u64, kind: Kind, place: Place) -> f32 {
    let pick = (hash >> 40) as usize;
    if kind == Kind::Sine {
        return signal::noisy_sine(place[1], place[4], pick);
    }
    let choices: &[i8] = match kind {
        Kind::Input | Kind::Sine => &[0, 1, 2, 3, 4, 5],
        Kind::Weight => &[-2, -1, -1, 0, 1, 1, 2],
        Kind::Bias => &[-2, -1, 1, 2, 3],
    };
    f32::from(choices[pick % choices.len()])
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_shape_keeps_what_overlaps() {
        let small = Edits::default().fill([1, 1, 1, 3, 3], 7, Kind::Input);
        let large = Edits::default().fill([1, 2, 1, 5, 4], 7, Kind::Input);
        for y in 0..3 {
            for x in 0..3 {
                assert_eq!(small[y * 3 + x], large[y * 4 + x]);
            }
        }
    }

    #[test]
    fn an_edit_that_does_not_fit_comes_back_when_it_does() {
        let edits = Edits::default().with([0, 0, 0, 0, 4], Some(9.0));
        assert!(!edits.fill([1, 1, 1, 1, 4], 1, Kind::Input).contains(&9.0));
        assert_eq!(edits.fill([1, 1, 1, 1, 5], 1, Kind::Input)[4], 9.0);
    }

    #[test]
    fn removing_an_edit_brings_the_generated_value_back() {
        let shape = [1, 1, 1, 1, 4];
        let edits = Edits::default().with([0, 0, 0, 0, 1], Some(9.0));
        let back = edits.with([0, 0, 0, 0, 1], None);
        assert_eq!(
            back.fill(shape, 3, Kind::Weight),
            Edits::default().fill(shape, 3, Kind::Weight)
        );
    }
}
