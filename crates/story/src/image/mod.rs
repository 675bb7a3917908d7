//! Pictures and signals that a layer is tried on: how large they may be, which layers take them, and one window's sum.
mod applied;
mod colours;
mod head;
mod look;
mod machine;
mod sample;

pub use applied::{Applied, Kind, Unfit};
pub use colours::COLOURS;
pub use head::{Head, LARGEST_FILE, LARGEST_PICTURE, Unreadable, read as head};
pub use look::{Look, Seen, look};
pub use machine::machine;
pub use sample::{Sample, draw, signal};

/// A file or a device that gives no picture, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// More bytes than are read.
    Large {
        bytes: f64,
    },
    Head(Unreadable),
    /// The browser cannot decode what its head says it is.
    Decode,
    /// Nothing that was dropped or pasted is a picture.
    NoPicture,
    /// The browser gives no canvas, or does not let it be read.
    Canvas,
    /// There is no camera, or this page is not served safely.
    NoCamera,
    /// The reader, or the page around this one, does not allow it.
    CameraDenied,
    /// The kernels could not be loaded.
    NoKernels,
    /// The memory does not suffice.
    Memory,
}

/// A pixel's grey from 0 to 255, as PIL makes it: 299 parts of red, 587 of green and 114 of blue, in whole numbers.
/// `static/image-worker.js` has the same formula.
pub fn grey([red, green, blue]: [u8; 3]) -> u8 {
    let [red, green, blue] = [red, green, blue].map(u32::from);
    ((red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000) >> 16) as u8
}

/// A pixel's channel as a number from 0 to 1, as torchvision's `ToTensor` makes it.
pub fn value(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_a_part_of_one() {
        assert_eq!([0, 51, 255].map(value), [0.0, 0.2, 1.0]);
    }

    #[test]
    fn grey_is_that_of_pil() {
        for (colour, wanted) in [
            ([0, 0, 0], 0),
            ([255, 255, 255], 255),
            ([255, 0, 0], 76),
            ([0, 255, 0], 150),
            ([0, 0, 255], 29),
            ([12, 200, 77], 130),
        ] {
            assert_eq!(grey(colour), wanted, "{colour:?}");
        }
    }
}
