//! The contact sheet: what of an output is drawn.

/// As many channels as static/image-worker.js draws.
pub const SHEET: usize = 16;

/// How many images an output of so many channels is: three are also one together.
pub fn drawn(channels: usize) -> usize {
    channels.min(SHEET) + usize::from(channels == 3)
}
