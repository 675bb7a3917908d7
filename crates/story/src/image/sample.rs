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
    fn colour(pixels: &[u8], side: usize, [x, y]: [usize; 2]) -> [u8; 3] {
        let at = (y * side + x) * 4;
        std::array::from_fn(|part| pixels[at + part])
    }

    #[test]
    fn the_shapes_are_a_disk_a_square_a_diamond_and_lines_of_words() {
        let pixels = draw(Sample::Shapes, 100);
        for (shape, paint, inside, beside) in [
            (
                "disk",
                ORANGE,
                &[[27, 29], [11, 29], [44, 29], [27, 13], [27, 46], [40, 42], [15, 17]][..],
                &[[6, 29], [49, 29], [27, 8], [42, 44], [13, 14]][..],
            ),
            (
                "square",
                BLUE,
                &[[72, 28], [57, 13], [86, 42], [57, 42], [86, 13]],
                &[[54, 28], [89, 28], [72, 10], [72, 45]],
            ),
            (
                "diamond",
                GREEN,
                &[[26, 73], [26, 51], [48, 73], [38, 85], [16, 62], [38, 62]],
                &[[52, 73], [42, 89], [13, 60], [42, 58]],
            ),
            (
                "words",
                INK,
                &[
                    [57, 58],
                    [62, 58],
                    [73, 58],
                    [84, 58],
                    [59, 65],
                    [72, 65],
                    [59, 93],
                    [70, 93],
                ],
                &[
                    [54, 58],
                    [69, 58],
                    [93, 58],
                    [62, 53],
                    [62, 61],
                    [64, 65],
                    [80, 93],
                    [60, 98],
                ],
            ),
        ] {
            for (places, wanted) in [(inside, paint), (beside, PAPER)] {
                for &at in places {
                    let wanted = wanted.map(|part| (part * 255.0).round() as u8);
                    assert_eq!(colour(&pixels, 100, at), wanted, "{shape} {at:?}");
                }
            }
        }
    }

    #[test]
    fn an_edge_is_one_pixel_wide() {
        for side in [64, 100] {
            let pixels = draw(Sample::Shapes, side);
            let [paint, paper] = [BLUE, PAPER].map(|colour| (colour[0] * 255.0).round() as u8);
            // Through the middle of the square, from its left to its right.
            let row = (side as usize / 2..side as usize)
                .map(|x| colour(&pixels, side as usize, [x, side as usize * 28 / 100])[0]);
            let between = row.filter(|red| ![paint, paper].contains(red)).count();
            assert!(between <= 2, "{side}: {between}");
        }
    }

    #[test]
    fn the_rings_get_finer_and_leave_a_corner_to_a_checkerboard() {
        let pixels = draw(Sample::Rings, 128);
        let (light, dark) = (230..=236, 20..=30);
        for (at, wanted) in [
            ([0, 0], &light),
            ([28, 0], &dark),
            ([0, 28], &dark),
            ([20, 20], &dark),
            ([40, 0], &light),
            ([0, 40], &light),
            ([100, 100], &dark),
            ([100, 101], &dark),
            ([102, 100], &light),
            ([100, 102], &light),
            ([102, 102], &dark),
        ] {
            let [red, green, blue] = colour(&pixels, 128, at);
            assert!(wanted.contains(&red) && red == green && green == blue, "{at:?} {red}");
        }
        // In a small picture a square is one pixel.
        let small = draw(Sample::Rings, 32);
        let [first, next] = [[28, 28], [29, 28]].map(|at| colour(&small, 32, at)[0]);
        assert!(dark.contains(&first) && light.contains(&next), "{first} {next}");
        // The rings go on beside the corner.
        let beside = [[102, 20], [20, 102]].map(|at| colour(&pixels, 128, at)[0]);
        assert!(beside.iter().all(|grey| (140..=170).contains(grey)), "{beside:?}");
    }

    #[test]
    fn the_noise_lies_evenly_around_a_gradient() {
        let side = 64;
        let pixels = draw(Sample::Noise, side as u32);
        let (mut sums, mut widest) = ([0.0_f32; 3], [[0.0_f32; 2]; 3]);
        for y in 0..side {
            for x in 0..side {
                let [right, down] = [x, y].map(|at| (at as f32 + 0.5) / side as f32);
                let gradient = [0.2 + 0.7 * right, 0.25 + 0.5 * down, 0.85 - 0.3 * (right + down)];
                let found = colour(&pixels, side, [x, y]);
                for part in 0..3 {
                    let off = f32::from(found[part]) / 255.0 - gradient[part];
                    // Half the grain, and half a step of a byte.
                    assert!(off.abs() <= 0.123, "{x} {y} {part}: {off}");
                    sums[part] += off;
                    widest[part] = [widest[part][0].min(off), widest[part][1].max(off)];
                }
            }
        }
        assert!(sums.iter().all(|sum| sum.abs() / 4096.0 < 0.01), "{sums:?}");
        assert!(
            widest.iter().all(|[low, high]| *low < -0.1 && *high > 0.1),
            "{widest:?}"
        );
    }

    #[test]
    fn the_signal_is_a_wave_under_noise_that_goes_to_both_sides() {
        let (mut low, mut high) = (0.0_f32, 0.0_f32);
        for (cell, value) in signal(400).into_iter().enumerate() {
            let off = value - 2.0 * (cell as f32 / 50.0 * std::f32::consts::TAU).sin();
            (low, high) = (low.min(off), high.max(off));
        }
        assert!(
            (-0.8..-0.6).contains(&low) && (0.6..0.8).contains(&high),
            "{low} {high}"
        );
    }
}
