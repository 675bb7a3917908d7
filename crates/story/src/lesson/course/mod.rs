//! The lessons, in the order in which they build on one another.
mod kernel;
mod matrix;
mod mistakes;
mod mistakes_sizes;
mod mistakes_transposed;
mod order;
mod parameters;
mod receptive_field;
mod transposed;
mod uses_dense;
mod uses_mobile;
mod uses_sequence;
mod uses_vision;

use super::Lesson;

/// Every lesson.
pub const COURSE: &[Lesson] = &[
    kernel::KERNEL,
    transposed::TRANSPOSED,
    receptive_field::RECEPTIVE_FIELD,
    order::ORDER,
    matrix::MATRIX,
    uses_vision::USES_VISION,
    uses_mobile::USES_MOBILE,
    uses_dense::USES_DENSE,
    uses_sequence::USES_SEQUENCE,
    mistakes::MISTAKES,
    mistakes_sizes::MISTAKES_SIZES,
    mistakes_transposed::MISTAKES_TRANSPOSED,
    parameters::PARAMETERS,
];
