//! Signals: a sine with noise to smooth, and how much a signal changes from cell to cell.

/// Cells of a whole wave.
const PERIOD: u32 = 50;
/// The sine's height, and how far the noise goes to either side, in hundredths.
const HEIGHT: i64 = 200;
const NOISE: usize = 75;

/// A cell of a sine with noise: a wave is 50 cells long and 2 high, each channel a quarter of a wave ahead of the one
/// before, and `noise`, which may be any number, moves the value by up to 0.75. Values are whole hundredths.
///
/// The sine is that of Bhaskara I, `4h(180 - h) / (40500 - h(180 - h))` of `h` degrees, which is off by 0.0016 at most:
/// in whole numbers it is the same on every machine.
pub(crate) fn noisy_sine(channel: u32, cell: u32, noise: usize) -> f32 {
    let degrees = i64::from(cell % PERIOD * 360 / PERIOD + channel % 4 * 90) % 360;
    let half = degrees % 180;
    let bow = half * (180 - half);
    let size = HEIGHT * 4 * bow / (40_500 - bow);
    let sine = if degrees < 180 { size } else { -size };
    let noise = (noise % (2 * NOISE + 1)) as i64 - NOISE as i64;
    (sine + noise) as f32 / 100.0
}

/// By how much a value differs from the one before it, on average. 0 where there are no two.
pub fn roughness(values: &[f32]) -> f32 {
    let mut sum = 0.0;
    for pair in values.windows(2) {
        sum += f64::from((pair[1] - pair[0]).abs());
    }
    let steps = values.len().saturating_sub(1).max(1);
    (sum / steps as f64) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_noise_it_is_a_sine() {
        for cell in 0..200 {
            let wanted = 2.0 * (f64::from(cell) / 50.0 * std::f64::consts::TAU).sin();
            let got = f64::from(noisy_sine(0, cell, NOISE));
            // Whole degrees, the formula's error, and whole hundredths.
            assert!((got - wanted).abs() < 0.05, "{cell}: {got} {wanted}");
        }
        assert_eq!(noisy_sine(1, 0, NOISE), 2.0);
    }

    #[test]
    fn the_noise_stays_within_its_bounds() {
        for noise in 0..1000 {
            assert!(noisy_sine(0, 0, noise).abs() <= 0.75);
        }
        assert_eq!(noisy_sine(0, 0, 0), -0.75);
        assert_eq!(noisy_sine(u32::MAX, u32::MAX, usize::MAX).abs().max(3.0), 3.0);
    }

    #[test]
    fn a_straight_line_is_as_rough_as_it_is_steep() {
        for (values, wanted) in [
            (&[][..], 0.0),
            (&[7.0], 0.0),
            (&[1.0, 3.0, 5.0], 2.0),
            (&[1.0, -1.0, 1.0], 2.0),
        ] {
            assert_eq!(roughness(values), wanted);
        }
    }
}
