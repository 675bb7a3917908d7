//! Pictures drawn in code, so that there is something to try a layer on: each shows what some kind of filter does.
use crate::signal::noisy_sine;
use crate::tensor::mix;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Coloured shapes with clear edges, and bars like lines of text.
    Shapes,
    /// A soft gradient of colours under noise.
    Noise,
    /// Rings that get finer and finer, and a checkerboard.
    Rings,
}

impl Sample {
    pub const ALL: [Self; 3] = [Self::Shapes, Self::Noise, Self::Rings];

    pub fn name(self) -> &'static str {
        match self {
            Self::Shapes => "shapes",
            Self::Noise => "noise",
            Self::Rings => "rings",
        }
    }
}

type Colour = [f32; 3];

const PAPER: Colour = [0.96, 0.95, 0.92];
const INK: Colour = [0.13, 0.15, 0.2];
const ORANGE: Colour = [0.9, 0.62, 0.0];
const BLUE: Colour = [0.0, 0.45, 0.7];
const GREEN: Colour = [0.0, 0.62, 0.45];

/// A square picture with so many pixels a side: red, green, blue and opacity of each, row by row.
pub fn draw(sample: Sample, side: u32) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((side as usize).pow(2) * 4);
    for y in 0..side {
        for x in 0..side {
            let at = [x, y].map(|at| (at as f32 + 0.5) / side as f32);
            // An edge is one pixel wide.
            let colour = match sample {
                Sample::Shapes => shapes(at, side as f32),
                Sample::Noise => noise(at, mix(u64::from(y) << 32 | u64::from(x))),
                Sample::Rings => [rings(at, side as f32); 3],
            };
            pixels.extend(colour.map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8));
            pixels.push(255);
        }
    }
    pixels
}

/// A signal of so many cells: a sine with noise.
pub fn signal(cells: u32) -> Vec<f32> {
    let noise = |cell: u32| mix(u64::from(cell)) as usize >> 3;
    (0..cells).map(|cell| noisy_sine(0, cell, noise(cell))).collect()
}

fn shapes([x, y]: [f32; 2], side: f32) -> Colour {
    // How far beyond the edge, from 0 at one pixel outside to 1 at none.
    let inside = |distance: f32| (0.5 - distance * side).clamp(0.0, 1.0);
    let disk = inside(((x - 0.28).powi(2) + (y - 0.3).powi(2)).sqrt() - 0.19);
    let square = inside((x - 0.72).abs().max((y - 0.28).abs()) - 0.16);
    let [across, along] = [x - 0.27 + (y - 0.74), x - 0.27 - (y - 0.74)].map(f32::abs);
    let diamond = inside((across.max(along) - 0.24) / std::f32::consts::SQRT_2);
    let mut colour = PAPER;
    for (cover, paint) in [
        (disk, ORANGE),
        (square, BLUE),
        (diamond, GREEN),
        (text([x, y], &inside), INK),
    ] {
        colour = std::array::from_fn(|part| colour[part] + (paint[part] - colour[part]) * cover);
    }
    colour
}

/// Lines of bars, longer and shorter, as words stand on a page.
fn text([x, y]: [f32; 2], inside: &impl Fn(f32) -> f32) -> f32 {
    const WORDS: [[f32; 3]; 6] = [
        [0.12, 0.05, 0.13],
        [0.07, 0.15, 0.08],
        [0.14, 0.1, 0.06],
        [0.05, 0.09, 0.16],
        [0.11, 0.13, 0.05],
        [0.09, 0.06, 0.0],
    ];
    let line = ((y - 0.55) / 0.07).floor();
    if !(0.0..6.0).contains(&line) {
        return 0.0;
    }
    let height = (y - 0.55 - (line + 0.5) * 0.07).abs() - 0.016;
    let mut start = 0.56;
    let mut cover: f32 = 0.0;
    for word in WORDS[line as usize].into_iter().filter(|word| *word > 0.0) {
        let middle = start + word / 2.0;
        cover = cover.max(inside(height.max((x - middle).abs() - word / 2.0)));
        start += word + 0.025;
    }
    cover
}

fn noise([x, y]: [f32; 2], hash: u64) -> Colour {
    let grain = |part: u32| ((hash >> (20 * part)) as u32 % 1000) as f32 / 1000.0 - 0.5;
    let base = [0.2 + 0.7 * x, 0.25 + 0.5 * y, 0.85 - 0.6 * (x + y) / 2.0];
    std::array::from_fn(|part| base[part] + 0.24 * grain(part as u32))
}

fn rings([x, y]: [f32; 2], side: f32) -> f32 {
    if x > 0.7 && y > 0.7 {
        let square = (side / 64.0).max(1.0) / side;
        return if ((x / square) as u32 + (y / square) as u32).is_multiple_of(2) {
            0.08
        } else {
            0.92
        };
    }
    // Near the upper left corner a ring is wide, and at the far one two pixels.
    let away = x * x + y * y;
    0.5 + 0.42 * (away * side * 0.5).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sample_is_a_picture_with_light_and_dark_in_it() {
        for sample in Sample::ALL {
            let pixels = draw(sample, 64);
            assert_eq!(pixels.len(), 64 * 64 * 4);
            let reds = || pixels.iter().step_by(4);
            assert!(reds().max() > Some(&200) && reds().min() < Some(&70), "{sample:?}");
            assert!(pixels.iter().skip(3).step_by(4).all(|&opacity| opacity == 255));
        }
    }

    #[test]
    fn a_sample_is_the_same_each_time() {
        assert_eq!(draw(Sample::Noise, 16), draw(Sample::Noise, 16));
        assert_eq!(signal(100).len(), 100);
    }
}
