//! A place in a film.

/// A place in a film: a step (a cell, from 0) and, in the finer setting, a product of it (from 0); without one the
/// step is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cursor {
    pub step: usize,
    pub tap: Option<usize>,
}

impl Cursor {
    pub fn whole(step: usize) -> Self {
        Self { step, tap: None }
    }
}
