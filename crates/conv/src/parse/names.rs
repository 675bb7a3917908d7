//! The names that a layer's text is made of.
use crate::{Field, Op};

/// The layers, with their ranks.
pub(super) const CLASSES: [(&str, Op, usize); 6] = [
    ("Conv1d", Op::Conv, 1),
    ("Conv2d", Op::Conv, 2),
    ("Conv3d", Op::Conv, 3),
    ("ConvTranspose1d", Op::ConvTranspose, 1),
    ("ConvTranspose2d", Op::ConvTranspose, 2),
    ("ConvTranspose3d", Op::ConvTranspose, 3),
];

/// The constructor's parameters that mean something here, in the order of PyTorch's positional arguments, which differs
/// between the operations.
fn fields(op: Op) -> &'static [Field] {
    use Field::{
        Bias, Dilation, Groups, InChannels, KernelSize, OutChannels, OutputPadding, Padding, PaddingMode, Stride,
    };
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
        ],
    }
}

/// After them come where numbers lie and how they are stored, which changes nothing here.
const SETTINGS: [&str; 2] = ["device", "dtype"];

/// How many arguments there can be.
pub(super) fn count(op: Op) -> usize {
    fields(op).len() + SETTINGS.len()
}

/// The parameter in a position below [`count`]; `None` for a setting.
pub(super) fn field(op: Op, position: usize) -> Option<Field> {
    fields(op).get(position).copied()
}

/// As PyTorch spells it.
pub(super) fn name(op: Op, position: usize) -> &'static str {
    match field(op, position) {
        Some(field) => field.name(),
        None => SETTINGS[(position - fields(op).len()) % SETTINGS.len()],
    }
}

/// The name most like what was written, if any is at all like it.
pub(super) fn nearest(written: &str, names: &[&'static str]) -> Option<&'static str> {
    // Long text is like no name, and not worth the square of its length.
    if written.len() > 32 {
        return None;
    }
    let mut best = None;
    for &name in names {
        let distance = distance(written, name);
        let is_like = distance <= name.len().min(written.len()).div_ceil(2);
        if is_like && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
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
