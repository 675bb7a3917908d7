//! How far two computations of the same numbers are apart.

/// So many products are computed for a comparison, at most.
pub(crate) const WORK: u64 = 1 << 18;

/// The result of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The largest absolute difference between two numbers that should be the same; 0 where all are.
    pub largest: f32,
    /// How many numbers were compared, and how many there are.
    pub compared: usize,
    pub all: usize,
}

impl Difference {
    /// Between the first of a film's outputs and what else was computed for them. A NaN differs from nothing but numbers.
    pub fn of(outputs: &[f32], others: &[f32]) -> Self {
        let mut largest: f32 = 0.0;
        for (&a, &b) in outputs.iter().zip(others) {
            let same = a == b || (a.is_nan() && b.is_nan());
            let apart = (a - b).abs();
            if !same {
                largest = largest.max(if apart.is_nan() { f32::INFINITY } else { apart });
            }
        }
        Self {
            largest,
            compared: outputs.len().min(others.len()),
            all: outputs.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_the_same_is_apart() {
        for (a, b, largest) in [
            (1.0, 1.0, 0.0),
            (0.0, -0.0, 0.0),
            (1.0, -2.0, 3.0),
            (f32::NAN, f32::NAN, 0.0),
            (f32::INFINITY, f32::INFINITY, 0.0),
            (f32::NAN, 1.0, f32::INFINITY),
            (f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY),
        ] {
            assert_eq!(Difference::of(&[a], &[b]).largest, largest, "{a} {b}");
        }
    }
}
