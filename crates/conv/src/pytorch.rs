//! The first line of PyTorch's message for each broken rule, word for word. Golden vectors hold them.
use std::fmt::Display;

use crate::layer::weight_shape;
use crate::rules::{Finding, effective, output, pads};
use crate::{Fault, Field, LayerSpec, Op, Padding, PaddingMode};

/// What PyTorch says; `None` where it says nothing, or nothing certain. `shape` is the input's, once there is one.
pub(crate) fn message(finding: Finding, spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let line = match finding.fault {
        Fault::TransposedPaddingMode { .. } => {
            format!("Only \"zeros\" padding mode is supported for {}", spec.class_name())
        }
        Fault::GroupsNotPositive { .. } => "groups must be a positive integer".into(),
        Fault::InChannelsNotDivisible { .. } => "in_channels must be divisible by groups".into(),
        Fault::OutChannelsNotDivisible { .. } => "out_channels must be divisible by groups".into(),
        Fault::SameWithStride { .. } => "padding='same' is not supported for strided convolutions".into(),
        Fault::KernelNotPositive { .. } if shape.is_empty() => return negative_dimension(spec),
        Fault::ChannelsNotPositive { channels } if channels < 0 => return negative_dimension(spec),
        Fault::PaddingNegative { .. } => "negative padding is not supported".into(),
        Fault::OutputPaddingNegative { .. } => "negative output_padding is not supported".into(),
        Fault::StrideNotPositive { .. } => "non-positive stride is not supported".into(),
        Fault::ReflectTooLarge { .. } => return reflected(finding, spec, shape),
        Fault::CircularTooLarge { .. } => "Padding value causes wrapping around more than once.".into(),
        Fault::ChannelMismatch { .. } => mismatch(finding.fault, spec, shape),
        Fault::KernelTooLarge { .. } => format!(
            "Calculated padded input size per channel: ({}). Kernel size: ({}). Kernel size can't be greater than actual input size",
            times(&padded(spec, shape)),
            times(&(0..spec.rank()).map(|axis| effective(spec, axis)).collect::<Vec<_>>()),
        ),
        Fault::KernelNotPositive { .. } | Fault::DilationNotPositive { .. } if spec.padding == Padding::Same => {
            return None;
        }
        Fault::KernelNotPositive { .. } => not_positive(spec, Field::KernelSize),
        Fault::DilationNotPositive { dilation: 0 } => not_positive(spec, Field::Dilation),
        Fault::OutputPaddingTooLarge { .. } => format!(
            "output padding must be smaller than either stride or dilation, but got {} {} {}",
            labelled("output_padding", &as_2d(&spec.output_padding, 0), " "),
            labelled("stride", &as_2d(&spec.stride, 1), " "),
            labelled("dilation", &as_2d(&spec.dilation, 1), " "),
        ),
        Fault::OutputTooSmall { .. } => {
            let sizes: Vec<i64> = shape.iter().skip(1).map(|&size| size as i64).collect();
            let outputs: Vec<i64> = sizes
                .iter()
                .enumerate()
                .map(|(axis, &size)| output(spec, axis, size))
                .collect();
            format!(
                "Given input size per channel: ({}). Calculated output size per channel: ({}). Output size is too small",
                times(&as_2d(&sizes, 1)),
                times(&as_2d(&outputs, 1)),
            )
        }
        // An input of one axis more is a batch, which PyTorch takes.
        Fault::InputRank { expected, got } if got != expected + 1 && spec.padding_mode == PaddingMode::Zeros => {
            format!(
                "Expected {}D (unbatched) or {}D (batched) input to {}, but got input of size: {shape:?}",
                expected,
                expected + 1,
                function(spec),
            )
        }
        _ => return None,
    };
    Some(line)
}

/// PyTorch allocates the weights as soon as it knows their shape.
fn negative_dimension(spec: &LayerSpec) -> Option<String> {
    let shape = weight_shape(spec);
    let first = shape.iter().find(|&&size| size < 0)?;
    Some(format!(
        "Trying to create tensor with negative dimension {first}: {shape:?}"
    ))
}

/// Sizes after padding, channels left out.
fn padded(spec: &LayerSpec, shape: &[usize]) -> Vec<i64> {
    let sizes = shape.iter().skip(1).enumerate();
    sizes
        .map(|(axis, &size)| {
            let (before, after) = pads(spec, axis);
            size as i64 + before + after
        })
        .collect()
}

fn reflected(finding: Finding, spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let axis = finding.axis?;
    let (before, after) = pads(spec, axis);
    // Arguments are counted as the C++ function takes them: two for each axis, the last axis first.
    let argument = 2 + 2 * (spec.rank() - axis);
    let dimension = axis + 2;
    let input = batched(shape.iter().map(|&size| size as i64));
    Some(format!(
        "Argument #{argument}: Padding size should be less than the corresponding input dimension, but got: padding ({before}, {after}) at dimension {dimension} of input {input:?}"
    ))
}

/// The shape as the C++ code sees it, with a batch of one.
fn batched(shape: impl Iterator<Item = i64>) -> Vec<i64> {
    std::iter::once(1).chain(shape).collect()
}

fn mismatch(fault: Fault, spec: &LayerSpec, shape: &[usize]) -> String {
    let Fault::ChannelMismatch { expected, got } = fault else {
        return String::new();
    };
    let given = match spec.op {
        Op::Conv => format!("groups={}", spec.groups),
        Op::ConvTranspose => "transposed=1".into(),
    };
    let sizes = shape.iter().skip(1).enumerate().map(|(axis, &size)| {
        let (before, after) = pads(spec, axis);
        // Copying modes are padded beforehand; zeros only as far as 'same' is uneven.
        let ahead = if spec.padding_mode == PaddingMode::Zeros {
            after - before
        } else {
            before + after
        };
        size as i64 + ahead
    });
    let input = batched(std::iter::once(got).chain(sizes));
    format!(
        "Given {given}, weight of size {:?}, expected input{input:?} to have {expected} channels, but got {got} channels instead",
        weight_shape(spec),
    )
}

/// `conv2d`, `conv_transpose1d`.
fn function(spec: &LayerSpec) -> String {
    let stem = match spec.op {
        Op::Conv => "conv",
        Op::ConvTranspose => "conv_transpose",
    };
    format!("{stem}{}d", spec.rank())
}

/// These come from the functions that compute, each with a format of its own.
fn not_positive(spec: &LayerSpec, field: Field) -> String {
    let kernel = field == Field::KernelSize;
    let (what, name, values, separator) = match kernel {
        true => ("kernel size", "kernel", &spec.kernel_size, " "),
        false => ("dilation", "dilation", &spec.dilation, ", "),
    };
    let values = as_2d(values, 1);
    let dilated = spec.dilation.iter().any(|&dilation| dilation != 1);
    let got = if spec.op == Op::ConvTranspose || (!dilated && values.len() == 2) {
        format!(" {}", labelled(name, &values, separator))
    } else if dilated {
        format!(" {values:?}")
    } else {
        format!(": {} (TxHxW)", times(&values))
    };
    format!("{what} should be greater than zero, but got{got}")
}

/// PyTorch computes rank 1 as rank 2.
fn as_2d(values: &[i64], missing: i64) -> Vec<i64> {
    let mut values = values.to_vec();
    if values.len() == 1 {
        values.insert(0, missing);
    }
    values
}

/// `(3 x 4)` without its brackets.
fn times(values: &[i64]) -> String {
    joined(values.iter(), " x ")
}

/// `stride_height: 3 stride_width: 1`
fn labelled(name: &str, values: &[i64], separator: &str) -> String {
    let axes = ["depth", "height", "width"];
    let entries = axes[3 - values.len()..]
        .iter()
        .zip(values)
        .map(|(axis, value)| format!("{name}_{axis}: {value}"));
    joined(entries, separator)
}

fn joined(values: impl Iterator<Item = impl Display>, separator: &str) -> String {
    let mut text = String::new();
    for (i, value) in values.enumerate() {
        if i > 0 {
            text.push_str(separator);
        }
        text.push_str(&value.to_string());
    }
    text
}
