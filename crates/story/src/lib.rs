//! TIME: what is shown, in which order, and in which words.
//!
//! A [`Scene`] is all that is shown; its [`Film`] is the scene with every number computed; a [`Timeline`] orders the
//! film's products, and [`Timeline::at`] is the frame at a [`Cursor`]: a pure function whose cost is one window.
#![forbid(unsafe_code)]

pub mod args;
mod cell;
mod change;
mod curve;
mod decimal;
mod film;
mod formula;
mod frame;
pub mod link;
pub mod number;
mod numbers;
mod order;
pub mod preset;
mod row;
mod scene;
mod tensor;
pub mod text;
mod timeline;
pub mod words;

pub use cell::{Cell, Lit, Tensor};
pub use change::{Attempt, Change, Desk};
pub use curve::size_curve;
pub use film::{Film, Limit, Showing, Wrong};
pub use formula::Formula;
pub use frame::{Frame, Product, Shown};
pub use number::{exact as exact_number, grouped, number, read as read_number, signed};
pub use numbers::{Numbers, NumbersError};
pub use order::{Order, Permutation};
pub use row::roomy;
pub use scene::{Net, OPENING_LINE, Scene, Stage, Theme, View};
pub use tensor::Edits;
pub use timeline::{Cursor, Timeline};
