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
    /// Between the first of some numbers and what else was computed for them.
    pub fn of(outputs: &[f32], others: &[f32]) -> Self {
        let mut largest: f32 = 0.0;
        for (&a, &b) in outputs.iter().zip(others) {
            largest = largest.max(apart(a, b));
        }
        Self {
            largest,
            compared: outputs.len().min(others.len()),
            all: outputs.len(),
        }
    }
}

/// How far two numbers are apart: a NaN not at all from another, and infinitely far from a number.
pub fn apart(a: f32, b: f32) -> f32 {
    if a == b || (a.is_nan() && b.is_nan()) {
        return 0.0;
    }
    let apart = (a - b).abs();
    if apart.is_nan() { f32::INFINITY } else { apart }
}

/// Whether two numbers are the same by bits, where every NaN equals every other.
pub fn is_same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_is_told_with_how_many_were_compared() {
        let difference = Difference::of(&[1.0, 5.0, 2.0], &[1.5, 3.0]);
        assert_eq!((difference.largest, difference.compared, difference.all), (2.0, 2, 3));
    }

    #[test]
    fn zeros_of_both_signs_are_not_the_same() {
        assert!(is_same(f32::NAN, -f32::NAN) && is_same(0.5, 0.5));
        assert!(!is_same(0.0, -0.0) && !is_same(f32::NAN, 1.0));
    }

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
