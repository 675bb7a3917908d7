//! With what a picture is drawn: a page that opens on a small grid needs less than one that shows everything.
use crate::layout::Layout;
use crate::mark::Marks;
use crate::mosaic::{mosaic, veil};
use crate::plane::Plane;
use crate::scatter;
use crate::shape::Shape;
use story::{Film, Frame};

/// The means to draw what not every picture has. They are handed in, so that they can load when first used.
#[derive(Clone, Copy, Debug)]
pub struct Means {
    /// A plane whose cells are too small for numbers.
    pub(crate) mosaic: fn(&mut Marks, &Layout, &Film, &Plane),
    /// What covers such cells of an output that are not done.
    pub(crate) veil: fn(&Frame, &Shape, &Plane) -> String,
    /// The stamps of a scattered film.
    pub(crate) scatter: fn(&mut Marks, &Layout, &Frame),
}

/// For grids of numbers, gathered: nothing more.
pub const PLAIN: Means = Means {
    mosaic: |_, _, _, _| {},
    veil: |_, _, _| String::new(),
    scatter: |_, _, _| {},
};

/// For every picture.
pub const ALL: Means = Means {
    mosaic,
    veil,
    scatter: scatter::marks,
};
