//! The first line of PyTorch's message for each broken rule, word for word. Golden vectors hold them.
//!
//! The lines are put together by hand: formatting by macro takes several times the code.
use crate::layer::weight_shape;
use crate::rules::{Finding, effective, output, pads};
use crate::text::{joined, signed};
use crate::{Fault, LayerSpec, Op, Padding, PaddingMode, UNKNOWN};

/// What PyTorch says; `None` where it says nothing, or nothing certain. `shape` is the input's, once there is one.
pub(crate) fn message(finding: Finding, spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let shape = signed(shape);
    let sizes = shape.get(1..).unwrap_or(&[]);
    match finding.fault {
        Fault::TransposedPaddingMode { .. } => {
            Some(["Only \"zeros\" padding mode is supported for ", &spec.class_name()].concat())
        }
        Fault::KernelNotPositive { .. } if shape.is_empty() => negative_dimension(spec),
        Fault::ChannelsNotPositive { channels } if channels < 0 => negative_dimension(spec),
        Fault::ReflectTooLarge { .. } => reflected(finding, spec, &shape),
        Fault::ChannelMismatch { expected, got } => Some(mismatch([expected, got], spec, sizes)),
        Fault::FeatureMismatch { .. } | Fault::NotFlat { .. } => not_multiplied(spec, &shape),
        Fault::PoolPadding { padding, kernel } => half(spec, finding.axis?, padding, kernel),
        _ if spec.op.is_pool() => match finding.fault {
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
    let first = shape.iter().find(|&&size| size < 0)?;
    let words = "Trying to create tensor with negative dimension ";
    Some([words, &first.to_string(), ": ", &listed(&shape)].concat())
}

fn too_large(spec: &LayerSpec, sizes: &[i64]) -> String {
    let (mut padded, mut kernel) = (Vec::new(), Vec::new());
    for (axis, size) in sizes.iter().enumerate() {
        let (before, after) = pads(spec, axis);
        padded.push(size + before + after);
        kernel.push(effective(spec, axis));
    }
    [
        "Calculated padded input size per channel: (",
        &times(&padded),
        "). Kernel size: (",
        &times(&kernel),
        "). Kernel size can't be greater than actual input size",
    ]
    .concat()
}

fn too_small(spec: &LayerSpec, sizes: &[i64]) -> String {
    let mut outputs = Vec::new();
    for (axis, &size) in sizes.iter().enumerate() {
        outputs.push(output(spec, axis, size));
    }
    [
        "Given input size per channel: (",
        &times(&as_2d(sizes, 1)),
        "). Calculated output size per channel: (",
        &times(&as_2d(&outputs, 1)),
        "). Output size is too small",
    ]
    .concat()
}

fn output_padding(spec: &LayerSpec) -> String {
    [
        "output padding must be smaller than either stride or dilation, but got ",
        &labelled("output_padding", &as_2d(&spec.output_padding, 0), " "),
        " ",
        &labelled("stride", &as_2d(&spec.stride, 1), " "),
        " ",
        &labelled("dilation", &as_2d(&spec.dilation, 1), " "),
    ]
    .concat()
}

fn input_rank(expected: usize, spec: &LayerSpec, shape: &[i64]) -> String {
    let function = match spec.op {
        Op::ConvTranspose => "D (batched) input to conv_transpose",
        _ => "D (batched) input to conv",
    };
    [
        "Expected ",
        &expected.to_string(),
        "D (unbatched) or ",
        &(expected + 1).to_string(),
        function,
        &spec.rank().to_string(),
        "d, but got input of size: ",
        &listed(shape),
    ]
    .concat()
}

fn reflected(finding: Finding, spec: &LayerSpec, shape: &[i64]) -> Option<String> {
    let axis = finding.axis?;
    let (before, after) = pads(spec, axis);
    // Arguments are counted as the C++ function takes them: two for each axis, the last axis first.
    let argument = 2 + 2 * (spec.rank() - axis);
    let mut input = vec![1];
    input.extend(shape);
    Some(
        [
            "Argument #",
            &argument.to_string(),
            ": Padding size should be less than the corresponding input dimension, but got: padding (",
            &joined(&[before, after], ", "),
            ") at dimension ",
            &(axis + 2).to_string(),
            " of input ",
            &listed(&input),
        ]
        .concat(),
    )
}

fn mismatch([expected, got]: [i64; 2], spec: &LayerSpec, sizes: &[i64]) -> String {
    let given = match spec.op {
        Op::ConvTranspose => "transposed=1".to_owned(),
        _ => ["groups=", &spec.groups.to_string()].concat(),
    };
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
    [
        "Given ",
        &given,
        ", weight of size ",
        &listed(&weight_shape(spec)),
        ", expected input",
        &listed(&input),
        " to have ",
        &expected.to_string(),
        " channels, but got ",
        &got.to_string(),
        " channels instead",
    ]
    .concat()
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
    let by = |sizes: [i64; 2]| joined(&sizes, "x");
    Some(
        [
            "mat1 and mat2 shapes cannot be multiplied (",
            &by([rows, *columns]),
            " and ",
            &by([spec.in_channels, spec.out_channels]),
            ")",
        ]
        .concat(),
    )
}

/// The largest padding of a pool.
fn half(spec: &LayerSpec, axis: usize, padding: i64, kernel: i64) -> Option<String> {
    if spec.op == Op::MaxPool && spec.rank() == 1 {
        let words = "max_pool1d() padding should be at most half of kernel size, but got padding=";
        return Some([words, &padding.to_string(), " and kernel_size=", &kernel.to_string()].concat());
    }
    // Dilated, the reach of the kernel is halved first, which another function then finds too much.
    (padding > effective(spec, axis) / 2).then(|| {
        [
            "pad should be at most half of effective kernel size, but got pad=",
            &padding.to_string(),
            ", kernel_size=",
            &kernel.to_string(),
            " and dilation=",
            &spec.dilation[axis].to_string(),
        ]
        .concat()
    })
}

/// A pool without an output; of rank 1 an average is computed as of rank 2.
fn pooled_away(spec: &LayerSpec, shape: &[i64]) -> Option<String> {
    let (channels, sizes) = shape.split_first()?;
    if spec.rank() == 3 || (spec.rank() == 1 && spec.op == Op::MaxPool) {
        return None;
    }
    let mut outputs = Vec::new();
    for (axis, &size) in sizes.iter().enumerate() {
        outputs.push(output(spec, axis, size));
    }
    let by = |sizes: &[i64]| {
        let mut all = as_2d(sizes, 1);
        all.insert(0, *channels);
        joined(&all, "x")
    };
    Some(
        [
            "Given input size: (",
            &by(sizes),
            "). Calculated output size: (",
            &by(&outputs),
            "). Output size is too small",
        ]
        .concat(),
    )
}

/// These come from the functions that compute, each with a format of its own.
fn not_positive(spec: &LayerSpec, what: &str, name: &str, values: &[i64]) -> String {
    let separator = if name == "kernel" { " " } else { ", " };
    let values = as_2d(values, 1);
    let dilated = spec.dilation.iter().any(|&dilation| dilation != 1);
    let words = " should be greater than zero, but got";
    if spec.op == Op::ConvTranspose || (!dilated && values.len() == 2) {
        [what, words, " ", &labelled(name, &values, separator)].concat()
    } else if dilated {
        [what, words, " ", &listed(&values)].concat()
    } else {
        [what, words, ": ", &times(&values), " (TxHxW)"].concat()
    }
}

/// PyTorch computes rank 1 as rank 2.
fn as_2d(values: &[i64], missing: i64) -> Vec<i64> {
    let mut values = values.to_vec();
    if values.len() == 1 {
        values.insert(0, missing);
    }
    values
}

/// `[3, 4]`
fn listed(values: &[i64]) -> String {
    ["[", &joined(values, ", "), "]"].concat()
}

/// `(3 x 4)` without its brackets.
fn times(values: &[i64]) -> String {
    joined(values, " x ")
}

/// `stride_height: 3 stride_width: 1`
fn labelled(name: &str, values: &[i64], separator: &str) -> String {
    let axes = ["_depth: ", "_height: ", "_width: "];
    let mut text = String::new();
    for (axis, value) in axes[3 - values.len()..].iter().zip(values) {
        if !text.is_empty() {
            text += separator;
        }
        for piece in [name, axis, &value.to_string()] {
            text += piece;
        }
    }
    text
}
