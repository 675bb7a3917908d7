//! A drawing's colours, as many as a GIF takes.

/// So many colours; one index more means "as before".
pub(crate) const MOST: usize = 255;
/// Colours nearer than this to a more frequent one wait, first the distant ones are taken: squares of distances.
const NEAR: [u32; 3] = [900, 200, 1];
/// How many colours are remembered with their index, and how many bits tell where.
const KEPT: usize = 1 << BITS;
const BITS: u32 = 12;

type Rgb = [u8; 3];

#[derive(Debug)]
pub(crate) struct Palette {
    colours: Vec<Rgb>,
    /// The index of a colour that was asked for, at a place that follows from it.
    kept: Vec<Option<(Rgb, u8)>>,
}

impl Palette {
    /// The frequent colours of some frames.
    pub fn of(frames: &[&[u8]]) -> Self {
        let counted = counted(frames);
        let mut colours: Vec<Rgb> = Vec::new();
        for near in NEAR {
            for colour in &counted {
                if colours.len() < MOST && colours.iter().all(|known| apart(*known, *colour) >= near) {
                    colours.push(*colour);
                }
            }
        }
        Self {
            colours,
            kept: vec![None; KEPT],
        }
    }

    /// As the file has it: full, so that the last index is there.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.colours.concat();
        bytes.resize((MOST + 1) * 3, 0);
        bytes
    }

    /// The index of each pixel.
    pub fn indices(&mut self, pixels: &[u8]) -> Vec<u8> {
        pixels
            .as_chunks::<4>()
            .0
            .iter()
            .map(|&[r, g, b, _]| self.index([r, g, b]))
            .collect()
    }

    fn index(&mut self, colour: Rgb) -> u8 {
        let place = (number(colour).wrapping_mul(0x9e37_79b9) >> (32 - BITS)) as usize;
        if let Some((known, index)) = self.kept[place]
            && known == colour
        {
            return index;
        }
        let indices = 0..self.colours.len();
        let nearest = indices.min_by_key(|&index| apart(self.colours[index], colour));
        let index = nearest.unwrap_or(0) as u8;
        self.kept[place] = Some((colour, index));
        index
    }
}

/// The colours of some frames, the most frequent first.
fn counted(frames: &[&[u8]]) -> Vec<Rgb> {
    let mut all: Vec<u64> = Vec::new();
    for frame in frames {
        let pixels = frame.as_chunks::<4>().0;
        all.extend(pixels.iter().map(|&[r, g, b, _]| u64::from(number([r, g, b]))));
    }
    all.sort_unstable();
    // How often, then which: one kind of number to sort.
    let runs = all.chunk_by(|a, b| a == b);
    let mut counted: Vec<u64> = runs.map(|run| ((run.len() as u64) << 24) | run[0]).collect();
    counted.sort_unstable();
    counted.iter().rev().map(|&counted| rgb(counted as u32)).collect()
}

fn number([r, g, b]: Rgb) -> u32 {
    u32::from_be_bytes([0, r, g, b])
}

fn rgb(number: u32) -> Rgb {
    let [_, r, g, b] = number.to_be_bytes();
    [r, g, b]
}

/// The square of the distance, as the eye weighs it, roughly.
fn apart(a: Rgb, b: Rgb) -> u32 {
    let square = |axis: usize| u32::from(a[axis].abs_diff(b[axis])).pow(2);
    (3 * square(0) + 6 * square(1) + square(2)) / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_all_kept() {
        let frame: Vec<u8> = (0..200_u8).flat_map(|at| [at, 255 - at, 7, 255]).collect();
        let mut palette = Palette::of(&[&frame]);
        let indices = palette.indices(&frame);
        for (at, index) in indices.iter().enumerate() {
            let at = at as u8;
            assert_eq!(palette.colours[usize::from(*index)], [at, 255 - at, 7]);
        }
    }

    #[test]
    fn of_many_the_frequent_ones_are_kept_and_the_rest_is_near() {
        // Given a white frame with a ramp of a thousand colours
        let ramp = (0..1000_u32).flat_map(|at| [(at / 4) as u8, (at % 251) as u8, 128, 255]);
        let frame: Vec<u8> = [255, 255, 255, 255].repeat(5000).into_iter().chain(ramp).collect();
        let mut palette = Palette::of(&[&frame]);
        // Then white is exact, and no colour is far from its own
        assert_eq!(palette.colours.len(), MOST);
        assert_eq!(palette.colours[0], [255; 3]);
        for pixel in frame.as_chunks::<4>().0 {
            let colour = [pixel[0], pixel[1], pixel[2]];
            let index = palette.index(colour);
            assert!(apart(palette.colours[usize::from(index)], colour) < 2000);
        }
    }

    #[test]
    fn nothing_has_a_palette_too() {
        assert_eq!(Palette::of(&[]).bytes().len(), 768);
        assert_eq!(Palette::of(&[]).indices(&[1, 2, 3, 4]), [0]);
    }
}
