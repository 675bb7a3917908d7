//! TIME: what is shown, in which order, and in which words.
//!
//! A [`Scene`] is all that is shown; its [`Film`] is the scene with every number computed; a [`Timeline`] orders the
//! film's products, and [`Timeline::at`] is the frame at a [`Cursor`]: a pure function whose cost is one window.
#![forbid(unsafe_code)]

mod adjoint;
pub mod args;
mod beside;
mod cell;
mod change;
pub mod compose;
mod cone;
mod contrast;
mod control;
mod csv;
mod curve;
mod decimal;
mod difference;
mod drawable;
pub mod equal;
mod feeds;
mod film;
mod formula;
mod frame;
mod grids;
pub mod groups;
pub mod image;
pub mod lesson;
pub mod link;
mod lock;
pub mod matching;
pub mod matrix;
pub mod mixing;
pub mod number;
mod numbers;
mod order;
pub mod pointwise;
pub mod preset;
mod row;
pub mod ruler;
mod scene;
pub mod separable;
pub mod signal;
pub mod slab;
pub mod snippet;
pub mod stamps;
mod tensor;
pub mod text;
mod timeline;
mod topic;
pub mod words;
pub mod worksheet;

pub use adjoint::adjoint;
pub use cell::{Cell, Lit, Tensor};
pub use change::{Attempt, Change, Desk};
pub use cone::{At, Cone};
pub use contrast::contrast;
pub use control::{Control, Controls};
pub use csv::csv;
pub use curve::{same_output, size_curve};
pub use difference::{Difference, apart, is_same};
pub use feeds::{Fed, Feeds};
pub use film::{Film, Limit, Showing, Wrong};
pub use formula::Formula;
pub use frame::{Frame, Product, Shown};
pub use grids::{Grid, Row, grids};
pub use number::{exact as exact_number, group_by, grouped, number, read as read_number, read_grouped, signed};
pub use numbers::{Numbers, NumbersError};
pub use order::{Order, Permutation};
pub use row::roomy;
pub use ruler::Ruler;
pub use scene::{Fill, Lang, Net, OPENING_LINE, Scene, Stage, Theme, View};
pub use tensor::Edits;
pub use timeline::{Cursor, Timeline};
pub use topic::Topic;
