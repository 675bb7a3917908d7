//! GEOMETRY: where everything is drawn, and as what.
//!
//! A [`Layout`] says where the cells are; [`backdrop`] and [`overlay`] turn a film and its frame into [`Mark`]s, which
//! are plain values: the page sets them as elements, [`svg`] writes them as text. Colour is not here: a mark has a
//! class, and the style sheet knows what it looks like.
#![forbid(unsafe_code)]

mod arrange;
mod backdrop;
mod beams;
#[cfg(feature = "charts")]
pub mod charts;
mod choose;
mod coord;
pub mod explain;
pub mod figure;
mod first;
mod fit;
mod fold;
mod group;
mod hatch;
mod icon;
mod labels;
mod layout;
mod mark;
mod means;
mod measure;
mod mosaic;
mod overlay;
mod plane;
mod qr;
mod read;
mod scatter;
mod shape;
mod spot;
mod types;
mod window;
mod words;

pub use backdrop::backdrop;
pub use first::{FIRST_NARROW, FIRST_WIDE, first_picture};
pub use group::Group;
pub use icon::Icon;
pub use layout::{Layout, layout};
pub use mark::{Mark, svg};
pub use means::{ALL, Means, PLAIN};
pub use overlay::{lights, overlay};
pub use plane::{Rect, Viewport};
pub use qr::{Qr, qr};

/// What the marks of the stage look like.
pub const STYLE: &str = concat!(include_str!("../picture.css"), include_str!("../later.css"));
/// The part of it that the opening picture does without.
pub const LATER_STYLE: &str = include_str!("../later.css");
/// What charts look like.
pub const CHART_STYLE: &str = include_str!("../chart.css");
