//! The names that a layer's text is made of.
use crate::Op;

/// The layers, with their ranks.
pub(super) const CLASSES: [(&str, Op, usize); 6] = [
    ("Conv1d", Op::Conv, 1),
    ("Conv2d", Op::Conv, 2),
    ("Conv3d", Op::Conv, 3),
    ("ConvTranspose1d", Op::ConvTranspose, 1),
    ("ConvTranspose2d", Op::ConvTranspose, 2),
    ("ConvTranspose3d", Op::ConvTranspose, 3),
];

/// The constructor's parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parameter {
    InChannels,
    OutChannels,
    KernelSize,
    Stride,
    Padding,
    OutputPadding,
    Dilation,
    Groups,
    Bias,
    PaddingMode,
    Device,
    Dtype,
}

impl Parameter {
    /// In the order of PyTorch's positional arguments, which differs between the operations.
    pub fn of(op: Op) -> &'static [Self] {
        use Parameter::*;
        match op {
            Op::Conv => &[
                InChannels,
                OutChannels,
                KernelSize,
                Stride,
                Padding,
                Dilation,
                Groups,
                Bias,
                PaddingMode,
                Device,
                Dtype,
            ],
            Op::ConvTranspose => &[
                InChannels,
                OutChannels,
                KernelSize,
                Stride,
                Padding,
                OutputPadding,
                Groups,
                Bias,
                Dilation,
                PaddingMode,
                Device,
                Dtype,
            ],
        }
    }

    /// As PyTorch spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::InChannels => "in_channels",
            Self::OutChannels => "out_channels",
            Self::KernelSize => "kernel_size",
            Self::Stride => "stride",
            Self::Padding => "padding",
            Self::OutputPadding => "output_padding",
            Self::Dilation => "dilation",
            Self::Groups => "groups",
            Self::Bias => "bias",
            Self::PaddingMode => "padding_mode",
            Self::Device => "device",
            Self::Dtype => "dtype",
        }
    }
}

/// The name most like what was written, if any is at all like it.
pub(super) fn nearest(written: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    // Long text is like no name, and not worth the square of its length.
    if written.len() > 32 {
        return None;
    }
    names
        .map(|name| (distance(written, name), name))
        .filter(|&(distance, name)| distance <= name.len().min(written.len()).div_ceil(2))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// Letters to insert, drop or replace; case counts for nothing.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(!x.eq_ignore_ascii_case(&y));
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
