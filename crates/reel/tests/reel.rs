//! A reel, read again by a decoder.
// A test may panic.
#![allow(clippy::unwrap_used)]

use gif::{ColorOutput, DecodeOptions};
use reel::Reel;

const SIZE: [usize; 2] = [16, 9];

/// A white frame with a block of a colour at a place.
fn frame(x: usize, y: usize, colour: [u8; 3]) -> Vec<u8> {
    let mut pixels = [255_u8; 16 * 9 * 4];
    for at in [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| ((y + dy) * SIZE[0] + x + dx) * 4) {
        pixels[at..at + 3].copy_from_slice(&colour);
    }
    pixels.to_vec()
}

/// The frames as they are seen, with their delays and the sizes of what the file holds of them.
fn decoded(file: &[u8]) -> Vec<(Vec<u8>, u16, [u16; 2])> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(file).unwrap();
    assert_eq!([decoder.width(), decoder.height()].map(usize::from), SIZE);
    let mut seen = vec![0; SIZE[0] * SIZE[1] * 4];
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        for (at, pixel) in frame
            .buffer
            .as_chunks::<4>()
            .0
            .iter()
            .enumerate()
            .filter(|(_, pixel)| pixel[3] > 0)
        {
            let width = usize::from(frame.width);
            let x = usize::from(frame.left) + at % width;
            let y = usize::from(frame.top) + at / width;
            seen[(y * SIZE[0] + x) * 4..][..4].copy_from_slice(pixel);
        }
        frames.push((seen.clone(), frame.delay, [frame.width, frame.height]));
    }
    frames
}

#[test]
fn every_frame_is_seen_as_it_was_given() {
    // Given four frames, the third as the second
    let (red, blue) = ([200, 10, 20], [10, 20, 200]);
    let frames = [frame(1, 1, red), frame(4, 2, red), frame(4, 2, red), frame(4, 2, blue)];
    // When they become a GIF
    let mut reel = Reel::new(16, 9, &[&frames[0], &frames[3]]).unwrap();
    for (at, frame) in frames.iter().enumerate() {
        reel.add(frame, 100 + at as u16).unwrap();
    }
    let seen = decoded(&reel.finish().unwrap());
    // Then all of them are in it, with their delays
    assert_eq!(seen.len(), 4);
    for (at, (pixels, delay, _)) in seen.iter().enumerate() {
        assert!(*pixels == frames[at], "frame {at}");
        assert_eq!(usize::from(*delay), 100 + at);
    }
    // and of each only what has changed
    let sizes: Vec<[u16; 2]> = seen.iter().map(|(.., size)| *size).collect();
    assert_eq!(sizes, [[16, 9], [5, 3], [1, 1], [2, 2]]);
}

#[test]
fn a_frame_of_another_size_does_no_harm() {
    let whole = frame(1, 1, [9, 9, 9]);
    let mut reel = Reel::new(16, 9, &[&whole]).unwrap();
    for pixels in [&whole[..], &whole[..40], &[], &whole.repeat(2)] {
        reel.add(pixels, 1).unwrap();
    }
    assert_eq!(decoded(&reel.finish().unwrap()).len(), 4);
}
