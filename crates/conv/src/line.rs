//! A layer as PyTorch's line.
use std::fmt::{self, Display, Formatter};

use crate::text::{joined, tuple};
use crate::{Field, LayerSpec, Op, Padding, PaddingMode, UNKNOWN};

impl LayerSpec {
    /// As PyTorch calls it: `Conv2d`, `ConvTranspose1d`, `MaxPool2d`, `ReflectionPad1d`, `ReLU`.
    pub fn class_name(&self) -> String {
        let family = match (self.op, self.padding_mode) {
            (Op::Conv, _) => "Conv",
            (Op::ConvTranspose, _) => "ConvTranspose",
            (Op::AvgPool, _) => "AvgPool",
            (Op::MaxPool, _) => "MaxPool",
            (Op::Pad, PaddingMode::Zeros) => "ZeroPad",
            (Op::Pad, PaddingMode::Reflect) => "ReflectionPad",
            (Op::Pad, PaddingMode::Replicate) => "ReplicationPad",
            (Op::Pad, PaddingMode::Circular) => "CircularPad",
            (Op::Relu, _) => return "ReLU".to_owned(),
            (Op::Flatten, _) => return "Flatten".to_owned(),
            (Op::Linear, _) => return "Linear".to_owned(),
        };
        let mut name = family.to_owned();
        // A layer out of the parser has a rank of one digit.
        name.push(char::from(b'0' + (self.rank() % 10) as u8));
        name.push('d');
        name
    }
}

/// The canonical form: channels by position, then keywords, defaults left out:
/// `nn.Conv2d(3, 16, kernel_size=(3, 5), padding='same')`.
impl Display for LayerSpec {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&line(self))
    }
}

fn line(spec: &LayerSpec) -> String {
    let mut line = ["nn.", &spec.class_name(), "("].concat();
    let start = line.len();
    for field in Field::ARGUMENTS {
        if !spec.has(field) || spec.is_default(field) {
            continue;
        }
        if line.len() > start {
            line += ", ";
        }
        let by_position = matches!(field, Field::InChannels | Field::OutChannels) || spec.op == Op::Pad;
        if !by_position {
            line += field.name();
            line += "=";
        }
        line += &spec.value(field);
    }
    line + ")"
}

impl LayerSpec {
    /// A parameter's value as PyTorch spells it: `3`, `(3, 5)`, `'same'`, `False`, and `?` for what is still to be found
    /// out; nothing where the layer's class has no such parameter.
    pub fn value(&self, field: Field) -> String {
        match (field, &self.padding) {
            _ if !self.has(field) => String::new(),
            (Field::Bias, _) => if self.bias { "True" } else { "False" }.to_owned(),
            (Field::PaddingMode, _) => ["'", self.padding_mode.name(), "'"].concat(),
            (Field::Padding, Padding::Same) => "'same'".to_owned(),
            (Field::Padding, Padding::Valid) => "'valid'".to_owned(),
            (Field::InChannels, _) => features(self.in_channels),
            _ => tuple(self.numbers(field)),
        }
    }

    /// Whether a parameter has PyTorch's default, and the canonical line leaves it out.
    pub fn is_default(&self, field: Field) -> bool {
        let numbers = self.numbers(field);
        match field {
            Field::Stride if self.op.is_pool() => self.steps_by_kernel(),
            Field::Stride | Field::Dilation | Field::Groups => numbers.iter().all(|&number| number == 1),
            Field::Padding if self.op == Op::Pad => false,
            Field::Padding => matches!(self.padding, Padding::Cells(_)) && numbers.iter().all(|&number| number == 0),
            Field::OutputPadding => numbers.iter().all(|&number| number == 0),
            Field::Bias => self.bias,
            Field::PaddingMode => self.padding_mode == PaddingMode::Zeros,
            Field::Op | Field::InChannels | Field::OutChannels | Field::KernelSize | Field::Input | Field::Weight => {
                false
            }
        }
    }
}

/// A number of features as it is written: `?` where it is still to be found out.
pub(crate) fn features(count: i64) -> String {
    if count == UNKNOWN {
        "?".to_owned()
    } else {
        joined(&[count], "")
    }
}
