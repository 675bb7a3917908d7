//! The link: a whole scene as query parameters that a teacher can write by hand.
//!
//! [`keys`] is the one schema: each entry reads its parameter and writes it again, and says what it means and can be.
mod encoding;
mod kind;
mod lessons;
mod query;
mod reading;
mod schema;
mod writing;

pub(crate) use encoding::percent;
pub use encoding::query;
pub use kind::Kind;
pub(crate) use lessons::without_start;
pub use lessons::{alone, first, own, written_own};
pub use query::pairs;
pub use reading::{patch, read};
pub use schema::{Entry, keys};
pub use writing::write;

use crate::{Cursor, NumbersError, Scene};
use conv::{ParseError, Refusal};

/// A scene and a place in it: what a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shot {
    pub scene: Scene,
    pub cursor: Cursor,
}

/// Parameters, not yet encoded.
pub type Pairs = Vec<(String, String)>;

/// A parameter that could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    pub name: String,
    pub value: String,
    pub why: Why,
}

impl Warning {
    /// Names and values are cut to what a warning has room for.
    fn new(name: &str, value: &str, why: Why) -> Self {
        Self {
            name: cut(name, 40),
            value: cut(value, 80),
            why,
        }
    }
}

/// The beginning of a text.
fn cut(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

/// Why a parameter could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    UnknownName,
    /// It is none of these.
    NotOneOf(String),
    /// A list of controls in which these names mean nothing.
    NoSuch(String),
    Layer(ParseError),
    Numbers(NumbersError),
    /// The layer cannot be, or cannot work on that input.
    Refused(Refusal),
}
