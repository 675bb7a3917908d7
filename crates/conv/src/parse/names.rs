//! The names that a layer's text is made of.
use crate::{Field, Op, PaddingMode};

/// A class: its name, what it is, its rank (0 where it is not in the name), and how a padding layer pads.
pub(super) type Class = (&'static str, Op, usize, PaddingMode);

/// The classes.
pub(super) static CLASSES: [Class; 27] = {
    use PaddingMode::{Circular, Reflect, Replicate, Zeros};
    [
        ("Conv1d", Op::Conv, 1, Zeros),
        ("Conv2d", Op::Conv, 2, Zeros),
        ("Conv3d", Op::Conv, 3, Zeros),
        ("ConvTranspose1d", Op::ConvTranspose, 1, Zeros),
        ("ConvTranspose2d", Op::ConvTranspose, 2, Zeros),
        ("ConvTranspose3d", Op::ConvTranspose, 3, Zeros),
        ("AvgPool1d", Op::AvgPool, 1, Zeros),
        ("AvgPool2d", Op::AvgPool, 2, Zeros),
        ("AvgPool3d", Op::AvgPool, 3, Zeros),
        ("MaxPool1d", Op::MaxPool, 1, Zeros),
        ("MaxPool2d", Op::MaxPool, 2, Zeros),
        ("MaxPool3d", Op::MaxPool, 3, Zeros),
        ("ZeroPad1d", Op::Pad, 1, Zeros),
        ("ZeroPad2d", Op::Pad, 2, Zeros),
        ("ZeroPad3d", Op::Pad, 3, Zeros),
        ("ReflectionPad1d", Op::Pad, 1, Reflect),
        ("ReflectionPad2d", Op::Pad, 2, Reflect),
        ("ReflectionPad3d", Op::Pad, 3, Reflect),
        ("ReplicationPad1d", Op::Pad, 1, Replicate),
        ("ReplicationPad2d", Op::Pad, 2, Replicate),
        ("ReplicationPad3d", Op::Pad, 3, Replicate),
        ("CircularPad1d", Op::Pad, 1, Circular),
        ("CircularPad2d", Op::Pad, 2, Circular),
        ("CircularPad3d", Op::Pad, 3, Circular),
        ("ReLU", Op::Relu, 0, Zeros),
        ("Flatten", Op::Flatten, 0, Zeros),
        ("Linear", Op::Linear, 0, Zeros),
    ]
};

/// What an argument of a constructor is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument {
    Of(Field),
    /// It must have this value: nothing else is computed here.
    Only(&'static (&'static str, &'static str)),
    /// It changes nothing here.
    Setting(&'static &'static str),
}

/// Where numbers lie and how they are stored.
const DEVICE: Argument = Argument::Setting(&"device");
const DTYPE: Argument = Argument::Setting(&"dtype");

/// The constructor's arguments in the order of PyTorch's positional ones, which differs between the operations, and how
/// many of them must be given.
pub(super) fn arguments(op: Op) -> (&'static [Argument], usize) {
    use Argument::{Of, Only, Setting};
    use Field::{
        Bias, Dilation, Groups, InChannels, KernelSize, OutChannels, OutputPadding, Padding, PaddingMode, Stride,
    };
    match op {
        Op::Conv => (
            &[
                Of(InChannels),
                Of(OutChannels),
                Of(KernelSize),
                Of(Stride),
                Of(Padding),
                Of(Dilation),
                Of(Groups),
                Of(Bias),
                Of(PaddingMode),
                DEVICE,
                DTYPE,
            ],
            3,
        ),
        Op::ConvTranspose => (
            &[
                Of(InChannels),
                Of(OutChannels),
                Of(KernelSize),
                Of(Stride),
                Of(Padding),
                Of(OutputPadding),
                Of(Groups),
                Of(Bias),
                Of(Dilation),
                Of(PaddingMode),
                DEVICE,
                DTYPE,
            ],
            3,
        ),
        Op::AvgPool => (
            &[
                Of(KernelSize),
                Of(Stride),
                Of(Padding),
                Only(&("ceil_mode", "False")),
                Only(&("count_include_pad", "True")),
                Only(&("divisor_override", "None")),
            ],
            1,
        ),
        Op::MaxPool => (
            &[
                Of(KernelSize),
                Of(Stride),
                Of(Padding),
                Of(Dilation),
                Only(&("return_indices", "False")),
                Only(&("ceil_mode", "False")),
            ],
            1,
        ),
        Op::Pad => (&[Of(Padding)], 1),
        // Whether the input is overwritten changes no number.
        Op::Relu => (&[Setting(&"inplace")], 0),
        Op::Flatten => (&[Only(&("start_dim", "1")), Only(&("end_dim", "-1"))], 0),
        Op::Linear => (&[Of(InChannels), Of(OutChannels), Of(Bias), DEVICE, DTYPE], 2),
    }
}

/// The parameters of such a layer.
pub(crate) fn fields(op: Op) -> impl Iterator<Item = Field> {
    let (arguments, _) = arguments(op);
    arguments.iter().filter_map(|argument| match argument {
        Argument::Of(field) => Some(*field),
        Argument::Only(_) | Argument::Setting(_) => None,
    })
}

impl Argument {
    /// As PyTorch spells it.
    pub fn name(self, op: Op) -> &'static str {
        match self {
            Self::Of(field) => field.name_of(op),
            Self::Only((name, _)) | Self::Setting(name) => name,
        }
    }
}

/// Of some names that come by their numbers the one most like what was written, if any is at all like it.
pub(super) fn nearest(written: &str, name: &dyn Fn(usize) -> Option<&'static str>) -> Option<&'static str> {
    // Long text is like no name, and not worth the square of its length.
    if written.len() > 32 {
        return None;
    }
    let mut best = None;
    for name in (0..).map_while(name) {
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
    let mut row: Vec<usize> = (0..b.len() + 1).collect();
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
