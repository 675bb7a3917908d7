//! The lessons, in the order in which they build on one another.
mod channels;
mod correlation;
mod depthwise;
mod dilation;
mod features;
mod groups;
mod kernel;
mod matrix;
mod mistakes;
mod mistakes_sizes;
mod mistakes_transposed;
mod order;
mod output_size;
mod padding;
mod parameters;
mod pointwise;
mod pooling;
mod receptive_field;
mod separable;
mod shapes;
mod stride;
mod transposed;
mod uses_dense;
mod uses_mobile;
mod uses_sequence;
mod uses_vision;

use super::Lesson;

/// Every lesson.
pub const COURSE: &[Lesson] = &[
    features::FEATURES,
    kernel::KERNEL,
    output_size::OUTPUT_SIZE,
    padding::PADDING,
    stride::STRIDE,
    dilation::DILATION,
    shapes::SHAPES,
    channels::CHANNELS,
    groups::GROUPS,
    depthwise::DEPTHWISE,
    pointwise::POINTWISE,
    separable::SEPARABLE,
    correlation::CORRELATION,
    pooling::POOLING,
    order::ORDER,
    receptive_field::RECEPTIVE_FIELD,
    matrix::MATRIX,
    transposed::TRANSPOSED,
    uses_vision::USES_VISION,
    uses_mobile::USES_MOBILE,
    uses_dense::USES_DENSE,
    uses_sequence::USES_SEQUENCE,
    mistakes::MISTAKES,
    mistakes_sizes::MISTAKES_SIZES,
    mistakes_transposed::MISTAKES_TRANSPOSED,
    parameters::PARAMETERS,
];
