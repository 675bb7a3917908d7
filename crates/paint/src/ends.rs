//! Between which ends numbers lie.

/// Numbers that are compared side by side.
const LANES: usize = 16;

#[derive(Clone, Copy, Debug)]
pub struct Ends {
    lows: [f32; LANES],
    highs: [f32; LANES],
}

impl Ends {
    pub const NONE: Self = Self {
        lows: [f32::INFINITY; LANES],
        highs: [f32::NEG_INFINITY; LANES],
    };

    /// Takes in what of the numbers is finite.
    pub fn take(&mut self, numbers: &[f32]) {
        let (rows, rest) = numbers.as_chunks::<LANES>();
        // Not through `self`, which would be written to the memory for each row.
        let Self { mut lows, mut highs } = *self;
        for row in rows {
            for lane in 0..LANES {
                lows[lane] = lower(lows[lane], row[lane]);
                highs[lane] = higher(highs[lane], row[lane]);
            }
        }
        for (lane, number) in rest.iter().enumerate() {
            lows[lane] = lower(lows[lane], *number);
            highs[lane] = higher(highs[lane], *number);
        }
        *self = Self { lows, highs };
    }

    pub fn get(&self) -> [f32; 2] {
        let low = self.lows.into_iter().fold(f32::INFINITY, lower);
        let high = self.highs.into_iter().fold(f32::NEG_INFINITY, higher);
        if low > high { [0.0; 2] } else { [low, high] }
    }
}

fn lower(low: f32, number: f32) -> f32 {
    let finite = if number > f32::NEG_INFINITY { number } else { low };
    if finite < low { finite } else { low }
}

fn higher(high: f32, number: f32) -> f32 {
    let finite = if number < f32::INFINITY { number } else { high };
    if finite > high { finite } else { high }
}
