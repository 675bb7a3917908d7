//! What could not be read, and what could stand there.
use std::fmt::{self, Display, Formatter};

use crate::text::counted;

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

impl ParseError {
    /// One line in English: `column 5: expected an integer, found 'x'`.
    pub fn message(&self) -> String {
        let mut text = counted("column {n}: expected ", self.column as i64) + &self.expected.words() + ", found ";
        text += if self.found.is_empty() { "the end" } else { &self.found };
        text
    }
}

impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for ParseError {}

impl Expected {
    fn words(self) -> String {
        let (words, more, count) = match self {
            Self::Class { nearest: Some(name) } | Self::Keyword { nearest: Some(name) } => (name, "", 0),
            Self::Eager { class } => (class, " with its in_channels", 0),
            Self::Once { name } => (name, " only once", 0),
            Self::Required { name } => (name, "", 0),
            Self::Only { value } => (value, "", 0),
            Self::Layers { count } => ("at most {n} layers", "", count),
            Self::AtMost { count } => ("at most {n} arguments", "", count),
            Self::Entries { count } => ("{n} integers", "", count),
            Self::Class { nearest: None } => ("a layer, such as nn.Conv2d(3, 16, 3)", "", 0),
            Self::Open => ("(", "", 0),
            Self::Argument => ("an argument or )", "", 0),
            Self::Comma => (", or )", "", 0),
            Self::End => ("nothing more", "", 0),
            Self::Named => ("an argument with its name", "", 0),
            Self::Keyword { nearest: None } => ("the name of an argument", "", 0),
            Self::Integer => ("an integer", "", 0),
            Self::IntegerOrTuple => ("an integer or a tuple of integers", "", 0),
            Self::InRange => ("a smaller number", "", 0),
            Self::Bool => ("True or False", "", 0),
            Self::Padding => ("integers, 'same' or 'valid'", "", 0),
            Self::PaddingMode => ("'zeros', 'reflect', 'replicate' or 'circular'", "", 0),
            Self::Setting => ("None", "", 0),
            Self::ClosingQuote => ("the closing quote", "", 0),
        };
        counted(words, count as i64) + more
    }
}
