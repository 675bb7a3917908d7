//! The words on the picture.
use crate::coord::{count, push_count};
use story::text::{Key, fill, say};

pub(crate) fn input() -> &'static str {
    say(Key::Input)
}

pub(crate) fn kernel(mirrored: bool) -> &'static str {
    say(if mirrored { Key::KernelMirrored } else { Key::Kernel })
}

pub(crate) fn window() -> &'static str {
    say(Key::Window)
}

pub(crate) fn output() -> &'static str {
    say(Key::Output)
}

pub(crate) fn bias() -> &'static str {
    say(Key::Bias)
}

pub(crate) fn more(hidden: usize) -> String {
    fill(Key::More, &[("count", &count(hidden))])
}

pub(crate) fn filter(index: usize, total: usize) -> String {
    fill(Key::Filter, &[("index", &count(index)), ("count", &count(total))])
}

/// Sizes as they are read: `3 × 5 × 5`, leaving out a single channel.
pub(crate) fn sizes(channels: usize, size: [usize; 3], rank: usize) -> String {
    let mut text = String::new();
    if channels > 1 {
        push_count(&mut text, channels);
    }
    for &cells in size.iter().skip(3 - rank.min(3)) {
        if !text.is_empty() {
            text.push_str(" × ");
        }
        push_count(&mut text, cells);
    }
    text
}
