//! What a layer says about itself, before anybody asks whether it can be built.
use std::fmt::{self, Display, Formatter};
use std::slice::{from_mut, from_ref};

use crate::parse::{self, ParseError};
use crate::refusal::Refusal;
use crate::text::{joined, tuple};
use crate::{Field, Layer, layer};

/// Which of the two operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// `nn.Conv1d`, `nn.Conv2d`, `nn.Conv3d`.
    Conv,
    /// `nn.ConvTranspose1d`, `nn.ConvTranspose2d`, `nn.ConvTranspose3d`.
    ConvTranspose,
}

/// What stands in the padding cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaddingMode {
    /// The number 0.
    Zeros,
    /// The input mirrored at its edge cell, which is not repeated.
    Reflect,
    /// The edge cell again and again.
    Replicate,
    /// The input from its other end.
    Circular,
}

impl PaddingMode {
    /// In the order in which PyTorch documents them.
    pub const ALL: [Self; 4] = [Self::Zeros, Self::Reflect, Self::Replicate, Self::Circular];

    /// As PyTorch spells it: `zeros`, `reflect`, `replicate`, `circular`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zeros => "zeros",
            Self::Reflect => "reflect",
            Self::Replicate => "replicate",
            Self::Circular => "circular",
        }
    }

    /// The inverse of [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// How much padding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Padding {
    /// Cells on both ends of each axis, one entry an axis.
    Cells(Vec<i64>),
    /// As much as keeps the size; an odd cell goes to the end.
    Same,
    /// None.
    Valid,
}

/// A layer as written: any numbers at all, also those that no layer can have.
///
/// Vectors have one entry a spatial axis, slowest axis first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LayerSpec {
    /// The operation.
    pub op: Op,
    /// Channels of the input.
    pub in_channels: i64,
    /// Channels of the output.
    pub out_channels: i64,
    /// Cells of the kernel along each axis; their number is the layer's rank.
    pub kernel_size: Vec<i64>,
    /// Cells from one window to the next (transposed: from one stamp to the next).
    pub stride: Vec<i64>,
    /// Cells added around the input (transposed: cut off around the output).
    pub padding: Padding,
    /// Transposed only: cells added at the end of the output; zeros otherwise.
    pub output_padding: Vec<i64>,
    /// Cells from one kernel cell to the next.
    pub dilation: Vec<i64>,
    /// Parts into which the channels are split.
    pub groups: i64,
    /// Whether a number is added to each output channel.
    pub bias: bool,
    /// What the padding cells hold.
    pub padding_mode: PaddingMode,
}

impl LayerSpec {
    /// A layer of `rank` spatial axes with an equal-sided kernel, all else as PyTorch has it by default.
    pub fn new(op: Op, rank: usize, in_channels: i64, out_channels: i64, kernel: i64) -> Self {
        Self {
            op,
            in_channels,
            out_channels,
            kernel_size: vec![kernel; rank],
            stride: vec![1; rank],
            padding: Padding::Cells(vec![0; rank]),
            output_padding: vec![0; rank],
            dilation: vec![1; rank],
            groups: 1,
            bias: true,
            padding_mode: PaddingMode::Zeros,
        }
    }

    /// The number of spatial axes.
    pub fn rank(&self) -> usize {
        self.kernel_size.len()
    }

    /// A parameter's numbers, one or one an axis; none where it is a word, or not of the layer.
    pub fn numbers(&self, field: Field) -> &[i64] {
        match (field, &self.padding) {
            (Field::InChannels, _) => from_ref(&self.in_channels),
            (Field::OutChannels, _) => from_ref(&self.out_channels),
            (Field::Groups, _) => from_ref(&self.groups),
            (Field::KernelSize, _) => &self.kernel_size,
            (Field::Stride, _) => &self.stride,
            (Field::OutputPadding, _) => &self.output_padding,
            (Field::Dilation, _) => &self.dilation,
            (Field::Padding, Padding::Cells(cells)) => cells,
            _ => &[],
        }
    }

    /// The same, to be set.
    pub fn numbers_mut(&mut self, field: Field) -> &mut [i64] {
        match (field, &mut self.padding) {
            (Field::InChannels, _) => from_mut(&mut self.in_channels),
            (Field::OutChannels, _) => from_mut(&mut self.out_channels),
            (Field::Groups, _) => from_mut(&mut self.groups),
            (Field::KernelSize, _) => &mut self.kernel_size,
            (Field::Stride, _) => &mut self.stride,
            (Field::OutputPadding, _) => &mut self.output_padding,
            (Field::Dilation, _) => &mut self.dilation,
            (Field::Padding, Padding::Cells(cells)) => cells,
            _ => &mut [],
        }
    }

    /// As PyTorch calls it: `Conv2d`, `ConvTranspose1d`.
    pub fn class_name(&self) -> String {
        let mut name = String::from(match self.op {
            Op::Conv => "Conv",
            Op::ConvTranspose => "ConvTranspose",
        });
        // A layer out of the parser has a rank of one digit.
        name.push(char::from(b'0' + (self.rank() % 10) as u8));
        name.push('d');
        name
    }

    /// The layer, if PyTorch's constructor accepts it.
    ///
    /// # Errors
    /// The first rule broken, in the order in which PyTorch checks.
    pub fn layer(&self) -> Result<Layer, Refusal> {
        layer::build(self)
    }

    /// Reads one layer as people write or print it: `nn.Conv2d(3, 16, 3)`.
    ///
    /// # Errors
    /// The first place that cannot be read, and what could stand there.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        parse::layer(text)
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
    line += &joined(&[spec.in_channels, spec.out_channels], ", ");
    axes(&mut line, ", kernel_size=", &spec.kernel_size);
    keyword(&mut line, ", stride=", &spec.stride, 1);
    match &spec.padding {
        Padding::Cells(cells) => keyword(&mut line, ", padding=", cells, 0),
        Padding::Same => line += ", padding='same'",
        Padding::Valid => line += ", padding='valid'",
    }
    keyword(&mut line, ", output_padding=", &spec.output_padding, 0);
    keyword(&mut line, ", dilation=", &spec.dilation, 1);
    keyword(&mut line, ", groups=", &[spec.groups], 1);
    if !spec.bias {
        line += ", bias=False";
    }
    if spec.padding_mode != PaddingMode::Zeros {
        for piece in [", padding_mode='", spec.padding_mode.name(), "'"] {
            line += piece;
        }
    }
    line + ")"
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
