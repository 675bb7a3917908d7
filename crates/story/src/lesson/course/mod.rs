//! The lessons, in the order in which they build on one another.
mod channels;
mod correlation;
mod depthwise;
mod dilation;
mod features;
mod groups;
mod kernel;
mod output_size;
mod padding;
mod pointwise;
mod pooling;
mod separable;
mod shapes;
mod stride;

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
];
