//! The lessons, in the order in which they build on one another.
mod kernel;

use super::Lesson;

/// Every lesson.
pub const COURSE: &[Lesson] = &[kernel::KERNEL];
