//! How much is computed at most.

/// Limits that a plan is held against before anything is allocated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Multiply-adds of the layer.
    pub macs: u64,
    /// Bytes of each tensor: input, weight, output.
    pub bytes: u64,
}

impl Bounds {
    /// On the page, where a computation must not be felt.
    pub const PAGE: Self = Self {
        macs: 1 << 28,
        bytes: 64 << 20,
    };
    /// In a worker.
    pub const WORKER: Self = Self {
        macs: 1 << 34,
        bytes: 256 << 20,
    };
    /// What a 32-bit machine can address at all.
    pub(crate) const ADDRESSABLE: Self = Self {
        macs: u64::MAX,
        bytes: i32::MAX as u64,
    };
}

/// The largest value of a parameter, and the largest size of an axis: PyTorch's backends hold these as 32-bit integers.
///
/// It also keeps every product of two of them, and the sum of two such products, within 64 bits.
pub(crate) const LARGEST: i64 = i32::MAX as i64;

/// The product, or `u64::MAX` from about 2^63 on: what overflows is found in floating point, as wasm32 has no product of 128
/// bits.
#[inline(never)]
pub(crate) fn times(a: u64, b: u64) -> u64 {
    if (a as f64) * (b as f64) < i64::MAX as f64 {
        a.wrapping_mul(b)
    } else {
        u64::MAX
    }
}

/// The product of several, as [`times`].
pub(crate) fn product(factors: &[u64]) -> u64 {
    factors.iter().fold(1, |product, &factor| times(product, factor))
}

/// Cells of a tensor of this shape, as [`times`].
pub(crate) fn cells(shape: &[usize]) -> u64 {
    shape.iter().fold(1, |cells, &size| times(cells, size as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_exact_or_as_large_as_can_be() {
        let (large, half) = ((1 << 53) + 1, 1 << 32);
        assert_eq!(times(large, 1023), large * 1023);
        assert_eq!(times(half, half / 2 - 1), half * (half / 2 - 1));
        assert_eq!(times(half, half), u64::MAX);
        assert_eq!(product(&[half, half, half, 0]), 0);
        assert_eq!(product(&[half, half, half, 1]), u64::MAX);
    }
}
