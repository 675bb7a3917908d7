//! The first line of PyTorch's message for each broken rule, word for word. Golden vectors hold them.
use crate::layer::weight_shape;
use crate::rules::{effective, output, pads};
use crate::text::{filled, signed};
use crate::{Fault, LayerSpec, Op, Padding, PaddingMode, Reason, UNKNOWN};

/// What PyTorch says; `None` where it says nothing, or nothing certain. `shape` is the input's, once there is one.
pub(crate) fn message(reason: &Reason, spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let shape = signed(shape);
    let sizes = shape.get(1..).unwrap_or(&[]);
    match reason.fault {
        Fault::TransposedPaddingMode { .. } => {
            Some("Only \"zeros\" padding mode is supported for ".to_owned() + &spec.class_name())
        }
        Fault::KernelNotPositive { .. } if shape.is_empty() => negative_dimension(spec),
        Fault::ChannelsNotPositive { channels } if channels < 0 => negative_dimension(spec),
        Fault::ReflectTooLarge { .. } => reflected(reason, spec, &shape),
        Fault::ChannelMismatch { expected, got } => Some(mismatch([expected, got], spec, sizes)),
        Fault::FeatureMismatch { .. } | Fault::NotFlat { .. } => not_multiplied(spec, &shape),
        Fault::PoolPadding { padding, kernel } => half(spec, reason.axis?, padding, kernel),
        _ if spec.op.is_pool() => match reason.fault {
            Fault::KernelTooLarge { .. } => pooled_away(spec, &shape),
            // The functions that compute have words of their own, which differ by rank.
            _ => None,
        },
        // Negative padding that leaves nothing is told differently by each function that pads.
        Fault::PaddingCutsAll { .. } | Fault::InputRank { .. } if !spec.op.has_weight() => None,
        Fault::KernelTooLarge { .. } => Some(too_large(spec, sizes)),
        Fault::KernelNotPositive { .. } | Fault::DilationNotPositive { .. } if spec.padding == Padding::Same => None,
        Fault::KernelNotPositive { .. } => Some(not_positive(spec, "kernel size", "kernel", &spec.kernel_size)),
        Fault::DilationNotPositive { dilation: 0 } => Some(not_positive(spec, "dilation", "dilation", &spec.dilation)),
        Fault::OutputPaddingTooLarge { .. } => Some(output_padding(spec)),
        Fault::OutputTooSmall { .. } => Some(too_small(spec, sizes)),
        // An input of one axis more is a batch, which PyTorch takes.
        Fault::InputRank { expected, got } if got != expected + 1 && spec.padding_mode == PaddingMode::Zeros => {
            Some(input_rank(expected, spec, &shape))
        }
        fault => constant(fault).map(str::to_owned),
    }
}

/// Lines without numbers.
fn constant(fault: Fault) -> Option<&'static str> {
    Some(match fault {
        Fault::GroupsNotPositive { .. } => "groups must be a positive integer",
        Fault::InChannelsNotDivisible { .. } => "in_channels must be divisible by groups",
        Fault::OutChannelsNotDivisible { .. } => "out_channels must be divisible by groups",
        Fault::SameWithStride { .. } => "padding='same' is not supported for strided convolutions",
        Fault::PaddingNegative { .. } => "negative padding is not supported",
        Fault::OutputPaddingNegative { .. } => "negative output_padding is not supported",
        Fault::StrideNotPositive { .. } => "non-positive stride is not supported",
        Fault::CircularTooLarge { .. } => "Padding value causes wrapping around more than once.",
        _ => return None,
    })
}

/// PyTorch allocates the weights as soon as it knows their shape.
fn negative_dimension(spec: &LayerSpec) -> Option<String> {
    let shape = weight_shape(spec);
    let first = *shape.iter().find(|&&size| size < 0)?;
    let words = "Trying to create tensor with negative dimension {}: [{, }]";
    Some(filled(words, &[&[first], &shape]))
}

fn too_large(spec: &LayerSpec, sizes: &[i64]) -> String {
    let (mut padded, mut kernel) = (Vec::new(), Vec::new());
    for (axis, size) in sizes.iter().enumerate() {
        let (before, after) = pads(spec, axis);
        padded.push(size + before + after);
        kernel.push(effective(spec, axis));
    }
    let words = "Calculated padded input size per channel: ({ x }). Kernel size: ({ x }). \
                 Kernel size can't be greater than actual input size";
    filled(words, &[&padded, &kernel])
}

fn too_small(spec: &LayerSpec, sizes: &[i64]) -> String {
    let words = "Given input size per channel: ({ x }). Calculated output size per channel: ({ x }). \
                 Output size is too small";
    filled(words, &[&as_2d(sizes, 1), &as_2d(&outputs(spec, sizes), 1)])
}

fn outputs(spec: &LayerSpec, sizes: &[i64]) -> Vec<i64> {
    let mut outputs = Vec::new();
    for (axis, &size) in sizes.iter().enumerate() {
        outputs.push(output(spec, axis, size));
    }
    outputs
}

fn output_padding(spec: &LayerSpec) -> String {
    let mut text = "output padding must be smaller than either stride or dilation, but got".to_owned();
    for &(name, values, missing) in &[
        ("output_padding", &spec.output_padding, 0),
        ("stride", &spec.stride, 1),
        ("dilation", &spec.dilation, 1),
    ] {
        text += " ";
        labelled(&mut text, name, &as_2d(values, missing), " ");
    }
    text
}

fn input_rank(expected: usize, spec: &LayerSpec, shape: &[i64]) -> String {
    let words = match spec.op {
        Op::ConvTranspose => {
            "Expected {}D (unbatched) or {}D (batched) input to conv_transpose{}d, but got input of size: [{, }]"
        }
        _ => "Expected {}D (unbatched) or {}D (batched) input to conv{}d, but got input of size: [{, }]",
    };
    let (expected, rank) = (expected as i64, spec.rank() as i64);
    filled(words, &[&[expected], &[expected + 1], &[rank], shape])
}

fn reflected(reason: &Reason, spec: &LayerSpec, shape: &[i64]) -> Option<String> {
    let axis = reason.axis?;
    let (before, after) = pads(spec, axis);
    // Arguments are counted as the C++ function takes them: two for each axis, the last axis first.
    let argument = 2 + 2 * (spec.rank() - axis);
    let words = "Argument #{}: Padding size should be less than the corresponding input dimension, \
                 but got: padding ({, }) at dimension {} of input [1, {, }]";
    let numbers: [&[i64]; 4] = [&[argument as i64], &[before, after], &[axis as i64 + 2], shape];
    Some(filled(words, &numbers))
}

fn mismatch([expected, got]: [i64; 2], spec: &LayerSpec, sizes: &[i64]) -> String {
    let words = match spec.op {
        Op::ConvTranspose => "Given transposed={}",
        _ => "Given groups={}",
    };
    let given = if spec.op == Op::ConvTranspose { 1 } else { spec.groups };
    // As the C++ code sees it, with a batch of one.
    let mut input = vec![1, got];
    for (axis, size) in sizes.iter().enumerate() {
        let (before, after) = pads(spec, axis);
        // Copying modes are padded beforehand; zeros only as far as 'same' is uneven.
        input.push(match spec.padding_mode {
            PaddingMode::Zeros => size + after - before,
            _ => size + before + after,
        });
    }
    let more = ", weight of size [{, }], expected input[{, }] to have {} channels, but got {} channels instead";
    filled(words, &[&[given]]) + &filled(more, &[&weight_shape(spec), &input, &[expected], &[got]])
}

/// A linear layer multiplies the rows of its input, all axes but the last together, with a batch of one.
fn not_multiplied(spec: &LayerSpec, shape: &[i64]) -> Option<String> {
    let [rows @ .., columns] = shape else {
        return None;
    };
    // What has as many columns PyTorch takes row by row.
    if *columns == spec.in_channels || spec.in_channels == UNKNOWN {
        return None;
    }
    let rows = rows.iter().fold(1, |rows: i64, &size| rows.saturating_mul(size));
    let words = "mat1 and mat2 shapes cannot be multiplied ({x} and {x})";
    Some(filled(words, &[&[rows, *columns], &[spec.in_channels, spec.out_channels]]))
}

/// The largest padding of a pool.
fn half(spec: &LayerSpec, axis: usize, padding: i64, kernel: i64) -> Option<String> {
    let dilation = spec.dilation[axis];
    let words = if spec.op == Op::MaxPool && spec.rank() == 1 {
        "max_pool1d() padding should be at most half of kernel size, but got padding={} and kernel_size={}"
    } else if padding > effective(spec, axis) / 2 {
        "pad should be at most half of effective kernel size, but got pad={}, kernel_size={} and dilation={}"
    } else {
        // Dilated, the reach of the kernel is halved first, which another function then finds too much.
        return None;
    };
    Some(filled(words, &[&[padding], &[kernel], &[dilation]]))
}

/// A pool without an output; of rank 1 an average is computed as of rank 2.
fn pooled_away(spec: &LayerSpec, shape: &[i64]) -> Option<String> {
    let (channels, sizes) = shape.split_first()?;
    if spec.rank() == 3 || (spec.rank() == 1 && spec.op == Op::MaxPool) {
        return None;
    }
    let channels = &[*channels];
    let words = "Given input size: ({}x{x}). Calculated output size: ({}x{x}). Output size is too small";
    let (sizes, outputs) = (as_2d(sizes, 1), as_2d(&outputs(spec, sizes), 1));
    Some(filled(words, &[channels, &sizes, channels, &outputs]))
}

/// These come from the functions that compute, each with a format of its own.
fn not_positive(spec: &LayerSpec, what: &str, name: &str, values: &[i64]) -> String {
    let separator = if name == "kernel" { " " } else { ", " };
    let values = as_2d(values, 1);
    let dilated = spec.dilation.iter().any(|&dilation| dilation != 1);
    let mut text = what.to_owned() + " should be greater than zero, but got";
    if spec.op == Op::ConvTranspose || (!dilated && values.len() == 2) {
        text += " ";
        labelled(&mut text, name, &values, separator);
    } else {
        let pattern = if dilated { " [{, }]" } else { ": { x } (TxHxW)" };
        text += &filled(pattern, &[&values]);
    }
    text
}

/// PyTorch computes rank 1 as rank 2.
fn as_2d(values: &[i64], missing: i64) -> Vec<i64> {
    let mut values = values.to_vec();
    if values.len() == 1 {
        values.insert(0, missing);
    }
    values
}

/// Appends `stride_height: 3 stride_width: 1`.
fn labelled(text: &mut String, name: &str, values: &[i64], separator: &str) {
    let axes = ["_depth: {}", "_height: {}", "_width: {}"];
    for (at, (axis, value)) in axes[3 - values.len()..].iter().zip(values).enumerate() {
        if at > 0 {
            *text += separator;
        }
        *text += name;
        *text += &filled(axis, &[&[*value]]);
    }
}
