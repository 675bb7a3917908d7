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

/// Rounds of a permutation: fewer leave a pattern.
const ROUNDS: u32 = 4;

/// A permutation of `0..count` with an inverse: a Feistel network on the least power of four that holds the count, walked
/// on from where it leads beyond the count. As at most three quarters are beyond, four rounds of it do on average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permutation {
    count: u64,
    /// Bits of each half of an index.
    half: u32,
    seed: u32,
}

impl Permutation {
    pub fn new(count: usize, seed: u32) -> Self {
        let count = count.max(1) as u64;
        let mut half = 0;
        while half < 31 && (1_u64 << (2 * half)) < count {
            half += 1;
        }
        Self { count, half, seed }
    }

    pub fn at(self, index: usize) -> usize {
        self.walked(index, |(left, right), round| (right, left ^ self.mixed(right, round)))
    }

    pub fn index_of(self, value: usize) -> usize {
        self.walked(value, |(left, right), round| {
            (right ^ self.mixed(left, ROUNDS - 1 - round), left)
        })
    }

    /// From an index below the count to the next one on its cycle that is below it too.
    fn walked(self, from: usize, turn: impl Fn((u64, u64), u32) -> (u64, u64)) -> usize {
        // A cycle that begins below the count comes back there.
        let mut at = from as u64 % self.count;
        loop {
            let mut halves = (at >> self.half, at & self.mask());
            for round in 0..ROUNDS {
                halves = turn(halves, round);
            }
            at = (halves.0 << self.half) + halves.1;
            if at < self.count {
                return at as usize;
            }
        }
    }

    fn mask(self) -> u64 {
        (1 << self.half) - 1
    }

    /// Bits that depend on a half, on the round and on the seed, as if drawn.
    fn mixed(self, half: u64, round: u32) -> u64 {
        let key = self.seed.wrapping_add(round.wrapping_mul(0x9e37_79b9));
        let mut bits = (half as u32 ^ key).wrapping_mul(0x85eb_ca6b);
        bits = (bits ^ bits >> 15).wrapping_mul(0xc2b2_ae35);
        u64::from(bits ^ bits >> 16) & self.mask()
    }
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

    /// What is filled halfway has no stripes: a filled cell is as often followed by a filled one as by an empty one, beside
    /// it and below it.
    #[test]
    fn a_shuffled_grid_has_no_stripes() {
        let side = 38;
        let permutation = Permutation::new(side * side, 7);
        let is_filled = |cell: usize| permutation.index_of(cell) < side * side / 2;
        for step in [1, side, side + 1, side - 1, 2, 2 * side] {
            let pairs = side * side - step;
            let same = (0..pairs)
                .filter(|&cell| is_filled(cell) == is_filled(cell + step))
                .count();
            let share = same as f64 / pairs as f64;
            assert!((0.42..0.58).contains(&share), "{step}: {share}");
        }
    }

    #[test]
    fn names_lead_back_to_their_order() {
        for order in Order::ALL {
            assert_eq!(Order::from_name(order.name()), Some(order));
        }
    }
}
