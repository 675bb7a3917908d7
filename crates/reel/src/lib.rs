//! Frames of pixels become an animated GIF: one palette for all of them, and of each frame only what has changed.
//!
//! Of a drawing's few colours the frequent ones are kept as they are: edges of letters, which blend two of them, take the
//! nearest.
#![forbid(unsafe_code)]

mod palette;

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use palette::{MOST, Palette};
use std::borrow::Cow;

/// The index of what stays as the frame before has it.
const SAME: u8 = MOST as u8;

/// A GIF in the making.
pub struct Reel {
    encoder: Encoder<Vec<u8>>,
    palette: Palette,
    size: [usize; 2],
    /// The frame before, as indices.
    last: Vec<u8>,
}

impl std::fmt::Debug for Reel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reel").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Reel {
    /// Of frames of a size, whose colours are those of the samples; all pixels are red, green, blue and opacity, row-major.
    /// It plays for ever.
    ///
    /// # Errors
    /// Where the encoder has no memory left.
    pub fn new(width: u16, height: u16, samples: &[&[u8]]) -> Result<Self, EncodingError> {
        let palette = Palette::of(samples);
        let mut encoder = Encoder::new(Vec::new(), width, height, &palette.bytes())?;
        encoder.set_repeat(Repeat::Infinite)?;
        Ok(Self {
            encoder,
            palette,
            size: [usize::from(width), usize::from(height)],
            last: Vec::new(),
        })
    }

    /// Adds a frame, which stands for so many hundredths of a second. Of one that has not the reel's size, what is missing
    /// stays.
    ///
    /// # Errors
    /// Where the encoder has no memory left.
    pub fn add(&mut self, pixels: &[u8], hundredths: u16) -> Result<(), EncodingError> {
        let next = self.palette.indices(pixels);
        let [width, height] = self.size;
        let is_same = |at: usize| next.get(at).is_none_or(|index| self.last.get(at) == Some(index));
        let changed = changed([width, height], is_same);
        let mut buffer = Vec::with_capacity(changed.width * changed.height);
        for y in changed.top..changed.top + changed.height {
            for x in changed.left..changed.left + changed.width {
                let at = y * width + x;
                buffer.push(if is_same(at) { SAME } else { next[at] });
            }
        }
        self.encoder.write_frame(&Frame {
            delay: hundredths,
            dispose: DisposalMethod::Keep,
            transparent: Some(SAME),
            left: changed.left as u16,
            top: changed.top as u16,
            width: changed.width as u16,
            height: changed.height as u16,
            buffer: Cow::Owned(buffer),
            ..Frame::default()
        })?;
        self.last = next;
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// Where the encoder has no memory left.
    pub fn finish(self) -> Result<Vec<u8>, EncodingError> {
        self.encoder.into_inner()
    }
}

struct Part {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

/// The smallest part that holds all that differs; a single pixel where nothing does.
fn changed([width, height]: [usize; 2], is_same: impl Fn(usize) -> bool) -> Part {
    let (mut left, mut right, mut top, mut bottom) = (width, 0, height, 0);
    for y in 0..height {
        for x in 0..width {
            if !is_same(y * width + x) {
                (left, right) = (left.min(x), right.max(x));
                (top, bottom) = (top.min(y), y);
            }
        }
    }
    if left > right {
        (left, right, top, bottom) = (0, 0, 0, 0);
    }
    Part {
        left,
        top,
        width: right - left + 1,
        height: bottom - top + 1,
    }
}
