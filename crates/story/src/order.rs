//! The orders in which a film visits its cells.

/// The order of a film.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By output cell, as it lies in memory: channel, then rows.
    #[default]
    Rows,
    /// By output cell: channel, then columns.
    Columns,
    /// By output cell, shuffled: the order does not matter.
    Shuffle,
    /// All output cells in one step: they do not wait for one another.
    All,
    /// By input cell, for a transposed layer: each stamps the kernel onto the output.
    Scatter,
}

impl Order {
    pub const ALL: [Self; 5] = [Self::Rows, Self::Columns, Self::Shuffle, Self::All, Self::Scatter];

    /// Its name in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Shuffle => "shuffle",
            Self::All => "all",
            Self::Scatter => "scatter",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// A permutation of `0..count` with an inverse, both O(1): an affine map modulo `count`, which is below 2^32 (as the
/// cells of every tensor on the page are), so that products fit into 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permutation {
    count: u64,
    factor: u64,
    inverse: u64,
    shift: u64,
}

impl Permutation {
    pub fn new(count: usize, seed: u32) -> Self {
        let count = count.max(1) as u64;
        // Near the golden section of the count, successive cells land far apart.
        let start = (count as f64 * 0.618_034) as u64 + u64::from(seed % 3);
        let factor = (start..start + count)
            .map(|candidate| candidate % count)
            .find(|&candidate| gcd(candidate, count) == 1)
            .unwrap_or(1);
        Self {
            count,
            factor,
            inverse: inverse(factor, count),
            shift: u64::from(seed) % count,
        }
    }

    pub fn at(self, index: usize) -> usize {
        ((self.multiply(index as u64, self.factor) + self.shift) % self.count) as usize
    }

    pub fn index_of(self, value: usize) -> usize {
        let moved = (value as u64 + self.count - self.shift) % self.count;
        self.multiply(moved, self.inverse) as usize
    }

    fn multiply(self, a: u64, b: u64) -> u64 {
        a % self.count * b % self.count
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The inverse of `a` modulo `n`, for coprime `a` and `n`, by the extended Euclidean algorithm.
fn inverse(a: u64, n: u64) -> u64 {
    let (mut r, mut next_r) = (n as i64, a as i64);
    let (mut t, mut next_t) = (0_i64, 1_i64);
    while next_r != 0 {
        let quotient = r / next_r;
        (r, next_r) = (next_r, r - quotient * next_r);
        (t, next_t) = (next_t, t - quotient * next_t);
    }
    t.rem_euclid(n as i64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permutation_visits_every_cell_once_and_its_inverse_leads_back() {
        for count in (1..200).chain([4096, 16384]) {
            for seed in [0, 1, 5, u32::MAX] {
                let permutation = Permutation::new(count, seed);
                let mut seen = vec![false; count];
                for index in 0..count {
                    let cell = permutation.at(index);
                    assert!(!std::mem::replace(&mut seen[cell], true));
                    assert_eq!(permutation.index_of(cell), index);
                }
            }
        }
    }

    #[test]
    fn names_lead_back_to_their_order() {
        for order in Order::ALL {
            assert_eq!(Order::from_name(order.name()), Some(order));
        }
    }
}
