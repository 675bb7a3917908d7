//! A layer as PyTorch's line.
use std::fmt::{self, Display, Formatter};

use crate::text::{counted, joined, tuple};
use crate::{LayerSpec, Op, Padding, PaddingMode, UNKNOWN};

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
    match spec.op {
        Op::Conv | Op::ConvTranspose => {
            line += &joined(&[spec.in_channels, spec.out_channels], ", ");
            axes(&mut line, ", kernel_size=", &spec.kernel_size);
        }
        Op::Linear => {
            line += &features(spec.in_channels);
            line += &counted(", {n}", spec.out_channels);
        }
        Op::AvgPool | Op::MaxPool => axes(&mut line, "kernel_size=", &spec.kernel_size),
        Op::Pad | Op::Relu | Op::Flatten => {}
    }
    if !spec.op.is_pool() {
        keyword(&mut line, ", stride=", &spec.stride, 1);
    } else if spec.stride != spec.kernel_size {
        axes(&mut line, ", stride=", &spec.stride);
    }
    match &spec.padding {
        Padding::Cells(cells) => keyword(&mut line, ", padding=", cells, 0),
        Padding::Sides(sides) => line += &tuple(sides),
        Padding::Same => line += ", padding='same'",
        Padding::Valid => line += ", padding='valid'",
    }
    keyword(&mut line, ", output_padding=", &spec.output_padding, 0);
    keyword(&mut line, ", dilation=", &spec.dilation, 1);
    if spec.op.has_weight() {
        keyword(&mut line, ", groups=", &[spec.groups], 1);
        if !spec.bias {
            line += ", bias=False";
        }
        if spec.padding_mode != PaddingMode::Zeros {
            for piece in [", padding_mode='", spec.padding_mode.name(), "'"] {
                line += piece;
            }
        }
    }
    line + ")"
}

/// A number of features as it is written: `?` where it is still to be found out.
pub(crate) fn features(count: i64) -> String {
    if count == UNKNOWN {
        "?".to_owned()
    } else {
        joined(&[count], "")
    }
}

fn keyword(line: &mut String, name: &str, values: &[i64], default: i64) {
    if values.iter().any(|&value| value != default) {
        axes(line, name, values);
    }
}

fn axes(line: &mut String, name: &str, values: &[i64]) {
    *line += name;
    *line += &tuple(values);
}
