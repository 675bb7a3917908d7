//! What could not be read, and what could stand there.
use std::fmt::{self, Display, Formatter};

/// Text that is no layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Where, from 1, in characters from the beginning of the text.
    pub column: usize,
    /// What could stand there.
    pub expected: Expected,
    /// What stands there, shortened; empty at the end of the text.
    pub found: String,
}

/// What a [`ParseError`] would have taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The name of a layer, like `Conv2d`; `nearest` is the one most like what was found.
    Class { nearest: Option<&'static str> },
    /// At most so many layers in a row.
    Layers { count: usize },
    /// The only value of an argument that is computed here.
    Only { value: &'static str },
    /// The layer of this name: a lazy one takes its channels from data, which is not there.
    Eager { class: &'static str },
    /// The bracket after the name.
    Open,
    /// An argument or the closing bracket.
    Argument,
    /// A comma or the closing bracket.
    Comma,
    /// Nothing more.
    End,
    /// An argument with its name: after a named one, all are named.
    Named,
    /// The name of an argument of the layer; `nearest` is the one most like what was found.
    Keyword { nearest: Option<&'static str> },
    /// Another argument: the one of this name is there already.
    Once { name: &'static str },
    /// At most so many arguments.
    AtMost { count: usize },
    /// An argument that is missing; the column is the closing bracket's.
    Required { name: &'static str },
    /// An integer.
    Integer,
    /// An integer, or a tuple of one for each axis.
    IntegerOrTuple,
    /// An integer of 64 bits.
    InRange,
    /// A tuple of so many integers.
    Entries { count: usize },
    /// `True` or `False`.
    Bool,
    /// Padding in cells, `'same'` or `'valid'`.
    Padding,
    /// One of the padding modes, in quotes.
    PaddingMode,
    /// A name or a text, for `device` and `dtype`.
    Setting,
    /// The quote that ends a text.
    ClosingQuote,
}

/// One line in English: `column 5: expected an integer, found 'x'`.
impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: expected {}", self.column, self.expected)?;
        if self.found.is_empty() {
            f.write_str(", found the end")
        } else {
            write!(f, ", found {}", self.found)
        }
    }
}

impl std::error::Error for ParseError {}

impl Display for Expected {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = match *self {
            Self::Class { nearest: Some(name) } | Self::Keyword { nearest: Some(name) } => {
                return write!(f, "{name}");
            }
            Self::Eager { class } => return write!(f, "{class} with its in_channels"),
            Self::Layers { count } => return write!(f, "at most {count} layers"),
            Self::Only { value } => return write!(f, "{value}"),
            Self::Once { name } => return write!(f, "{name} only once"),
            Self::AtMost { count } => return write!(f, "at most {count} arguments"),
            Self::Required { name } => return write!(f, "{name}"),
            Self::Entries { count } => return write!(f, "{count} integers"),
            Self::Class { nearest: None } => "a layer, such as nn.Conv2d(3, 16, 3)",
            Self::Open => "(",
            Self::Argument => "an argument or )",
            Self::Comma => ", or )",
            Self::End => "nothing more",
            Self::Named => "an argument with its name",
            Self::Keyword { nearest: None } => "the name of an argument",
            Self::Integer => "an integer",
            Self::IntegerOrTuple => "an integer or a tuple of integers",
            Self::InRange => "a smaller number",
            Self::Bool => "True or False",
            Self::Padding => "integers, 'same' or 'valid'",
            Self::PaddingMode => "'zeros', 'reflect', 'replicate' or 'circular'",
            Self::Setting => "None",
            Self::ClosingQuote => "the closing quote",
        };
        f.write_str(text)
    }
}
