//! The first line of PyTorch's message for each broken rule, word for word. Golden vectors hold them.
//!
//! A line is a pattern whose places have letters, and each letter is some numbers of the layer: so there is one piece of
//! code for all of them.
use crate::bounds::times;
use crate::rules::{effective, output, pads, weight_shape};
use crate::text::{filled, join, signed, write};
use crate::{Fault, LayerSpec, Op, Padding, PaddingMode, Reason, Refusal, UNKNOWN};
use std::fmt::{self, Display, Formatter};

impl Refusal {
    /// The first line of PyTorch's message, where PyTorch refuses it too.
    pub fn pytorch(&self) -> Option<String> {
        let asked = self.asked.as_ref()?;
        message(self, &asked.spec, &asked.shape)
    }

    /// A short line for developers.
    pub fn message(&self) -> String {
        let (words, x, y) = match self.fault {
            Fault::Length { expected, got } => ("expected {x} numbers, got {y}", expected, got),
            Fault::Exceeds { value, limit, .. } => ("{x} exceeds {y}", value, limit),
            fault => (plain(fault), 0, 0),
        };
        let fill = |text: &mut String, place, _: &str| write(text, if place == 'x' { x } else { y });
        let said = self.pytorch().unwrap_or_else(|| filled(words, &fill));
        self.field.name().to_owned() + ": " + &said
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Refusal {}

/// What PyTorch says; `None` where it says nothing, or nothing certain. `shape` is the input's, once there is one.
fn message(reason: &Reason, spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let shape = signed(shape);
    let asked = Asked { reason, spec, shape };
    let fill = |text: &mut String, place, between: &str| asked.fill(text, place, between);
    Some(filled(asked.pattern()?, &fill))
}

struct Asked<'a> {
    reason: &'a Reason,
    spec: &'a LayerSpec,
    /// Empty where there is no input.
    shape: Vec<i64>,
}

impl Asked<'_> {
    fn pattern(&self) -> Option<&'static str> {
        let Self { reason, spec, shape } = self;
        let is_transposed = spec.op == Op::ConvTranspose;
        Some(match reason.fault {
            Fault::TransposedPaddingMode { .. } => "Only \"zeros\" padding mode is supported for ConvTranspose{n}d",
            // PyTorch allocates the weights as soon as it knows their shape.
            Fault::KernelNotPositive { .. } if shape.is_empty() => NEGATIVE,
            Fault::ChannelsNotPositive { channels } if channels < 0 => NEGATIVE,
            Fault::ReflectTooLarge { .. } => {
                "Argument #{a}: Padding size should be less than the corresponding input dimension, \
                 but got: padding ({b, }) at dimension {d} of input [1, {i, }]"
            }
            Fault::ChannelMismatch { .. } if is_transposed => {
                "Given transposed=1, weight of size [{w, }], expected input[1, {y}, {m, }] to have {x} channels, \
                 but got {y} channels instead"
            }
            Fault::ChannelMismatch { .. } => {
                "Given groups={g}, weight of size [{w, }], expected input[1, {y}, {m, }] to have {x} channels, \
                 but got {y} channels instead"
            }
            // What has as many columns PyTorch takes row by row.
            Fault::FeatureMismatch { .. } | Fault::NotFlat { .. }
                if spec.in_channels == UNKNOWN || shape.last() == Some(&spec.in_channels) =>
            {
                return None;
            }
            Fault::FeatureMismatch { .. } | Fault::NotFlat { .. } => {
                "mat1 and mat2 shapes cannot be multiplied ({rx} and {qx})"
            }
            Fault::PoolPadding { .. } if spec.op == Op::MaxPool && spec.rank() == 1 => {
                "max_pool1d() padding should be at most half of kernel size, but got padding={x} and kernel_size={y}"
            }
            // Dilated, the reach of the kernel is halved first, which another function then finds too much.
            Fault::PoolPadding { padding, .. } if padding > effective(spec, reason.axis?) / 2 => {
                "pad should be at most half of effective kernel size, but got pad={x}, kernel_size={y} and dilation={l}"
            }
            // Of rank 1 an average is computed as of rank 2.
            Fault::KernelTooLarge { .. } if spec.op.is_pool() => {
                if spec.rank() == 3 || (spec.rank() == 1 && spec.op == Op::MaxPool) {
                    return None;
                }
                "Given input size: ({c}x{sx}). Calculated output size: ({c}x{ox}). Output size is too small"
            }
            // The functions that compute have words of their own, which differ by rank.
            _ if spec.op.is_pool() => return None,
            // Negative padding that leaves nothing is told differently by each function that pads.
            Fault::PaddingCutsAll { .. } | Fault::InputRank { .. } if !spec.op.has_weight() => return None,
            Fault::KernelTooLarge { .. } => {
                "Calculated padded input size per channel: ({p x }). Kernel size: ({e x }). \
                 Kernel size can't be greater than actual input size"
            }
            Fault::KernelNotPositive { .. } | Fault::DilationNotPositive { .. } if spec.padding == Padding::Same => {
                return None;
            }
            Fault::KernelNotPositive { .. } => NOT_POSITIVE[0][self.format()],
            Fault::DilationNotPositive { dilation: 0 } => NOT_POSITIVE[1][self.format()],
            Fault::OutputPaddingTooLarge { .. } => {
                "output padding must be smaller than either stride or dilation, but got {O } {S } {D }"
            }
            Fault::OutputTooSmall { .. } => {
                "Given input size per channel: ({s x }). Calculated output size per channel: ({o x }). \
                 Output size is too small"
            }
            // An input of one axis more is a batch, which PyTorch takes.
            Fault::InputRank { expected, got } if got != expected + 1 && spec.padding_mode == PaddingMode::Zeros => {
                if is_transposed {
                    "Expected {x}D (unbatched) or {y}D (batched) input to conv_transpose{n}d, but got input of size: [{i, }]"
                } else {
                    "Expected {x}D (unbatched) or {y}D (batched) input to conv{n}d, but got input of size: [{i, }]"
                }
            }
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

    /// Which of the functions that compute finds a kernel or a dilation too small: each has a format of its own.
    fn format(&self) -> usize {
        let spec = self.spec;
        let is_dilated = spec.dilation.iter().any(|&dilation| dilation != 1);
        if spec.op == Op::ConvTranspose || (!is_dilated && spec.rank() < 3) {
            0
        } else {
            1 + usize::from(is_dilated)
        }
    }

    fn fill(&self, text: &mut String, place: char, between: &str) {
        let spec = self.spec;
        let (name, values, missing) = match place {
            'K' => ("kernel", &spec.kernel_size, 1),
            'O' => ("output_padding", &spec.output_padding, 0),
            'S' => ("stride", &spec.stride, 1),
            'D' => ("dilation", &spec.dilation, 1),
            _ => return join(text, &self.numbers(place), between),
        };
        labelled(text, name, &as_2d(values, missing), between);
    }

    fn numbers(&self, place: char) -> Vec<i64> {
        let (spec, shape) = (self.spec, &self.shape);
        let axis = self.reason.axis.unwrap_or(0);
        let (x, y) = match self.reason.fault {
            Fault::ChannelMismatch { expected, got } => (expected, got),
            Fault::PoolPadding { padding, kernel } => (padding, kernel),
            Fault::InputRank { expected, .. } => (expected as i64, expected as i64 + 1),
            _ => (0, 0),
        };
        let number = match place {
            'x' => x,
            'y' => y,
            'g' => spec.groups,
            'n' => spec.rank() as i64,
            'l' => spec.dilation[axis],
            'd' => axis as i64 + 2,
            // As the C++ function takes them: two for each axis, the last axis first.
            'a' => 2 + 2 * (spec.rank() - axis) as i64,
            'c' => shape.first().copied().unwrap_or(0),
            'f' => weight_shape(spec).into_iter().find(|&size| size < 0).unwrap_or(0),
            'w' => return weight_shape(spec),
            'i' => return shape.clone(),
            'q' => return vec![spec.in_channels, spec.out_channels],
            'b' => {
                let (before, after) = pads(spec, axis);
                return vec![before, after];
            }
            // A linear layer multiplies the rows of its input, all axes but the last together, with a batch of one.
            'r' => {
                let (columns, rows) = shape.split_last().unwrap_or((&0, &[]));
                let rows = rows.iter().fold(1, |rows, size| times(rows, size.unsigned_abs()));
                return vec![i64::try_from(rows).unwrap_or(i64::MAX), *columns];
            }
            'k' => return as_2d(&spec.kernel_size, 1),
            'v' => return as_2d(&spec.dilation, 1),
            _ => return self.along(place),
        };
        vec![number]
    }

    /// A number for each axis.
    fn along(&self, place: char) -> Vec<i64> {
        let spec = self.spec;
        let mut numbers = Vec::new();
        for (axis, &size) in self.shape.iter().skip(1).enumerate() {
            let (before, after) = pads(spec, axis);
            numbers.push(match place {
                'e' => effective(spec, axis),
                'o' => output(spec, axis, size),
                's' => size,
                // As the C++ code sees it: zeros are padded beforehand only as far as 'same' is uneven.
                'm' if spec.padding_mode == PaddingMode::Zeros => size + after - before,
                _ => size + before + after,
            });
        }
        if matches!(place, 'o' | 's') {
            return as_2d(&numbers, 1);
        }
        numbers
    }
}

const NEGATIVE: &str = "Trying to create tensor with negative dimension {f}: [{w, }]";

/// Of a kernel and of a dilation, by [`Asked::format`].
const NOT_POSITIVE: [[&str; 3]; 2] = [
    [
        "kernel size should be greater than zero, but got {K }",
        "kernel size should be greater than zero, but got: {k x } (TxHxW)",
        "kernel size should be greater than zero, but got [{k, }]",
    ],
    [
        "dilation should be greater than zero, but got {D, }",
        "dilation should be greater than zero, but got: {v x } (TxHxW)",
        "dilation should be greater than zero, but got [{v, }]",
    ],
];

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
    let axes = ["_depth: ", "_height: ", "_width: "];
    for (at, (axis, value)) in axes[3 - values.len()..].iter().zip(values).enumerate() {
        if at > 0 {
            *text += separator;
        }
        *text += name;
        *text += axis;
        join(text, &[*value], "");
    }
}

/// Where PyTorch has no line of its own, or none that is certain.
fn plain(fault: Fault) -> &'static str {
    match fault {
        Fault::Rank { .. } => "a layer has one to three spatial axes",
        Fault::Entries { .. } => "must have as many entries as kernel_size",
        Fault::TransposedPaddingName => "must be in cells for a transposed layer",
        Fault::OutputPaddingOfConv { .. } => "only transposed layers have it",
        Fault::ChannelsNotPositive { .. } => "must be a positive integer",
        Fault::InputRank { .. } => "must have one axis for channels and one for each of the layer's",
        Fault::NotFlat { .. } => "must be flat",
        Fault::EmptyInput => "must have cells",
        Fault::PaddingCutsAll { .. } => "cuts away all cells",
        Fault::BiasPresence { expected: true } => "must be given: the layer has one",
        Fault::BiasPresence { expected: false } => "must not be given: the layer has none",
        _ => "is not valid",
    }
}
