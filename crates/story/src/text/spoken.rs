//! The language that is spoken.
use std::cell::Cell;

/// Where its writing runs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

thread_local! {
    /// The lines of its file: the head, then one for each key. None where English is spoken.
    static SPOKEN: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

/// Speaks the language of a file from now on, or English. A page does so once or twice: the words are kept for good.
pub fn speak(file: Option<&str>) {
    SPOKEN.set(file.map_or(&[], |file| file.to_owned().leak().lines().collect::<Vec<_>>().leak()));
}

/// The language, as HTML names it.
pub fn tag() -> &'static str {
    head().0
}

pub fn direction() -> Direction {
    head().1
}

fn head() -> (&'static str, Direction) {
    match SPOKEN.get().first().and_then(|head| head.split_once(' ')) {
        Some((tag, "rtl")) => (tag, Direction::RightToLeft),
        Some((tag, _)) => (tag, Direction::LeftToRight),
        None => ("en", Direction::LeftToRight),
    }
}

/// A line of the file that is spoken; English where there is none.
#[inline(never)]
pub(super) fn line(index: usize, english: &'static &'static str) -> &'static &'static str {
    SPOKEN.get().get(index).unwrap_or(english)
}
