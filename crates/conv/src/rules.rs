//! PyTorch's rules, in the order in which PyTorch checks them. Golden vectors hold that order.
use crate::bounds::{LARGEST, cells};
use crate::text::signed;
use crate::{Fault, Field, LayerSpec, Op, Padding, PaddingMode, Quantity, Refusal, UNKNOWN};

type Check = Result<(), Refusal>;

fn found(field: Field, axis: Option<usize>, fault: Fault) -> Check {
    Err(Refusal::of(field, axis, fault))
}

/// The first entry that breaks a rule.
fn each(field: Field, values: &[i64], fault: fn(i64) -> Option<Fault>) -> Check {
    for (axis, &value) in values.iter().enumerate() {
        if let Some(fault) = fault(value) {
            return found(field, Some(axis), fault);
        }
    }
    Ok(())
}

/// The rules of the constructor.
pub(crate) fn constructor(spec: &LayerSpec) -> Check {
    well_formed(spec)?;
    let LayerSpec {
        in_channels,
        out_channels,
        groups,
        ..
    } = *spec;
    if !spec.op.has_weight() {
        // It takes what channels come.
        return kernel(spec);
    }
    if spec.op == Op::ConvTranspose && spec.padding_mode != PaddingMode::Zeros {
        return found(
            Field::PaddingMode,
            None,
            Fault::TransposedPaddingMode {
                mode: spec.padding_mode,
            },
        );
    }
    if groups <= 0 {
        return found(Field::Groups, None, Fault::GroupsNotPositive { groups });
    }
    if in_channels % groups != 0 {
        return found(
            Field::Groups,
            None,
            Fault::InChannelsNotDivisible { in_channels, groups },
        );
    }
    if out_channels % groups != 0 {
        return found(
            Field::Groups,
            None,
            Fault::OutChannelsNotDivisible { out_channels, groups },
        );
    }
    if spec.op == Op::ConvTranspose {
        if !matches!(spec.padding, Padding::Cells(_)) {
            return found(Field::Padding, None, Fault::TransposedPaddingName);
        }
    } else {
        each(Field::OutputPadding, &spec.output_padding, |output_padding| {
            (output_padding != 0).then_some(Fault::OutputPaddingOfConv { output_padding })
        })?;
        if spec.padding == Padding::Same {
            each(Field::Stride, &spec.stride, |stride| {
                (stride != 1).then_some(Fault::SameWithStride { stride })
            })
            // PyTorch blames the padding.
            .map_err(|refusal| refusal.blaming(Field::Padding))?;
        }
    }
    for &(field, channels) in &[(Field::InChannels, in_channels), (Field::OutChannels, out_channels)] {
        if channels <= 0 && !leaves_open(spec, field) {
            return found(field, None, Fault::ChannelsNotPositive { channels });
        }
    }
    kernel(spec)
}

/// A kernel of size 0 passes, and is refused on an input.
fn kernel(spec: &LayerSpec) -> Check {
    each(Field::KernelSize, &spec.kernel_size, |kernel| {
        (kernel < 0).then_some(Fault::KernelNotPositive { kernel })
    })
}

/// Whether a linear layer takes its `in_features` from what comes.
fn leaves_open(spec: &LayerSpec, field: Field) -> bool {
    spec.op == Op::Linear && field == Field::InChannels && spec.in_channels == UNKNOWN
}

/// What Python would not let anybody write, and what no 32-bit integer holds.
fn well_formed(spec: &LayerSpec) -> Check {
    let rank = spec.rank();
    let ranks = match spec.op {
        Op::Linear => 0..=0,
        Op::Relu | Op::Flatten => 0..=3,
        _ => 1..=3,
    };
    if !ranks.contains(&rank) {
        return found(Field::Op, None, Fault::Rank { rank });
    }
    let (cells, sides): (&[i64], _) = match &spec.padding {
        Padding::Cells(cells) => (cells, 1),
        Padding::Sides(sides) => (sides, 2),
        _ => (&[], 0),
    };
    let vectors = [
        (Field::KernelSize, &spec.kernel_size[..]),
        (Field::Stride, &spec.stride),
        (Field::OutputPadding, &spec.output_padding),
        (Field::Dilation, &spec.dilation),
        (Field::Padding, cells),
    ];
    for &(field, values) in &vectors {
        let expected = if field == Field::Padding { sides * rank } else { rank };
        if values.len() != expected {
            let got = values.len();
            return found(field, None, Fault::Entries { expected, got });
        }
        each(field, values, too_large)?;
    }
    for &(field, value) in &[
        (Field::InChannels, spec.in_channels),
        (Field::OutChannels, spec.out_channels),
        (Field::Groups, spec.groups),
    ] {
        if let Some(fault) = too_large(value).filter(|_| !leaves_open(spec, field)) {
            return found(field, None, fault);
        }
    }
    Ok(())
}

fn too_large(value: i64) -> Option<Fault> {
    let (value, limit) = (value.unsigned_abs(), LARGEST as u64);
    (value > limit).then_some(Fault::Exceeds {
        what: Quantity::Value,
        value,
        limit,
    })
}

/// Padding before and after one axis as PyTorch resolves it: an odd cell of `same` goes to the end.
pub(crate) fn pads(spec: &LayerSpec, axis: usize) -> (i64, i64) {
    match &spec.padding {
        Padding::Cells(cells) => (cells[axis], cells[axis]),
        Padding::Sides(sides) => {
            let at = 2 * (spec.rank() - 1 - axis);
            (sides[at], sides[at + 1])
        }
        Padding::Valid => (0, 0),
        Padding::Same => {
            let total = (spec.dilation[axis] * (spec.kernel_size[axis] - 1)).max(0);
            (total / 2, total - total / 2)
        }
    }
}

/// Cells that a kernel spans along one axis.
pub(crate) fn effective(spec: &LayerSpec, axis: usize) -> i64 {
    spec.dilation[axis] * (spec.kernel_size[axis] - 1) + 1
}

/// Cells of the output along one axis; below 1 where there is no output. The stride is positive.
pub(crate) fn output(spec: &LayerSpec, axis: usize, size: i64) -> i64 {
    let (before, after) = pads(spec, axis);
    if spec.op == Op::ConvTranspose {
        (size - 1) * spec.stride[axis] + effective(spec, axis) + spec.output_padding[axis] - before - after
    } else {
        (size + before + after - effective(spec, axis)).div_euclid(spec.stride[axis]) + 1
    }
}

/// As written, so possibly with negative sizes.
pub(crate) fn weight_shape(spec: &LayerSpec) -> Vec<i64> {
    let groups = spec.groups.max(1);
    let (first, second) = match spec.op {
        Op::ConvTranspose => (spec.in_channels, spec.out_channels / groups),
        // It has no groups.
        Op::Linear => (spec.out_channels, spec.in_channels),
        _ => (spec.out_channels, spec.in_channels / groups),
    };
    let mut shape = vec![first, second];
    shape.extend_from_slice(&spec.kernel_size);
    shape
}

/// The rules that only an input of shape `[C, spatial...]` can break; the constructor's hold.
pub(crate) fn forward(spec: &LayerSpec, shape: &[usize]) -> Check {
    let rank = spec.rank();
    let [channels, sizes @ ..] = shape else {
        return found(
            Field::Input,
            None,
            Fault::InputRank {
                expected: rank + 1,
                got: 0,
            },
        );
    };
    if sizes.len() != rank {
        let (expected, got) = (rank + 1, shape.len());
        let fault = match spec.op {
            Op::Linear => Fault::NotFlat { got },
            _ => Fault::InputRank { expected, got },
        };
        return found(Field::Input, None, fault);
    }
    let sizes = signed(sizes);
    each(Field::Input, &sizes, too_large)?;
    each(Field::Input, &sizes, |size| (size == 0).then_some(Fault::EmptyInput))?;

    if spec.padding_mode != PaddingMode::Zeros || spec.op == Op::Pad {
        copied_padding(spec, &sizes)?;
    } else if let Padding::Cells(cells) = &spec.padding {
        each(Field::Padding, cells, |padding| {
            (padding < 0).then_some(Fault::PaddingNegative { padding })
        })?;
    }
    each(Field::OutputPadding, &spec.output_padding, |output_padding| {
        (output_padding < 0).then_some(Fault::OutputPaddingNegative { output_padding })
    })?;
    each(Field::Stride, &spec.stride, |stride| {
        (stride <= 0).then_some(Fault::StrideNotPositive { stride })
    })?;
    let (expected, got) = (spec.in_channels, i64::try_from(*channels).unwrap_or(i64::MAX));
    if got <= 0 || got > LARGEST {
        let fault = too_large(got).unwrap_or(Fault::EmptyInput);
        return found(Field::Input, None, fault);
    }
    if got != expected {
        let (field, fault) = match spec.op {
            Op::Linear => (Field::InChannels, Fault::FeatureMismatch { expected, got }),
            _ => (Field::Input, Fault::ChannelMismatch { expected, got }),
        };
        return found(field, None, fault);
    }
    if spec.op.is_pool() {
        pool_padding(spec)?;
    }
    if spec.op != Op::ConvTranspose {
        for (axis, size) in sizes.iter().enumerate() {
            let (before, after) = pads(spec, axis);
            let (effective, padded) = (effective(spec, axis), size + before + after);
            if effective > padded {
                return found(
                    Field::KernelSize,
                    Some(axis),
                    Fault::KernelTooLarge { effective, padded },
                );
            }
        }
    }
    each(Field::KernelSize, &spec.kernel_size, |kernel| {
        (kernel <= 0).then_some(Fault::KernelNotPositive { kernel })
    })?;
    each(Field::Dilation, &spec.dilation, |dilation| {
        (dilation <= 0).then_some(Fault::DilationNotPositive { dilation })
    })?;
    if spec.op == Op::ConvTranspose {
        transposed_output(spec, &sizes)?;
    }
    for (axis, &size) in sizes.iter().enumerate() {
        if let Some(fault) = too_large(output(spec, axis, size)) {
            return found(Field::Input, Some(axis), fault);
        }
    }
    if spec.op == Op::Flatten {
        let flat = i64::try_from(cells(shape)).unwrap_or(i64::MAX);
        if let Some(fault) = too_large(flat) {
            return found(Field::Input, None, fault);
        }
    }
    Ok(())
}

/// A pool pads by half of its kernel at most.
fn pool_padding(spec: &LayerSpec) -> Check {
    for axis in 0..spec.rank() {
        let (padding, kernel) = (pads(spec, axis).0, spec.kernel_size[axis]);
        // A kernel without cells is refused as such.
        if padding > kernel / 2 && kernel > 0 {
            return found(Field::Padding, Some(axis), Fault::PoolPadding { padding, kernel });
        }
    }
    Ok(())
}

/// Modes that copy: PyTorch pads by a function of its own before it convolves. It takes negative padding, as a cut.
fn copied_padding(spec: &LayerSpec, sizes: &[i64]) -> Check {
    let reflects = spec.padding_mode == PaddingMode::Reflect;
    for i in 0..sizes.len() {
        // Reflection is checked from the last axis on.
        let axis = if reflects { sizes.len() - 1 - i } else { i };
        let (size, (before, after)) = (sizes[axis], pads(spec, axis));
        let padding = before.max(after);
        let fault = match spec.padding_mode {
            PaddingMode::Reflect if padding >= size => Fault::ReflectTooLarge { padding, size },
            PaddingMode::Circular if padding > size => Fault::CircularTooLarge { padding, size },
            _ if size + before + after <= 0 => Fault::PaddingCutsAll {
                padding,
                size: size + before + after,
            },
            _ => continue,
        };
        return found(Field::Padding, Some(axis), fault);
    }
    Ok(())
}

fn transposed_output(spec: &LayerSpec, sizes: &[i64]) -> Check {
    for (axis, &output_padding) in spec.output_padding.iter().enumerate() {
        let bound = spec.stride[axis].max(spec.dilation[axis]);
        if output_padding >= bound {
            return found(
                Field::OutputPadding,
                Some(axis),
                Fault::OutputPaddingTooLarge { output_padding, bound },
            );
        }
    }
    for (axis, &size) in sizes.iter().enumerate() {
        let size = output(spec, axis, size);
        if size < 1 {
            return found(Field::Padding, Some(axis), Fault::OutputTooSmall { size });
        }
    }
    Ok(())
}
