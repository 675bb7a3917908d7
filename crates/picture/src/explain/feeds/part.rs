//! What is drawn of one direction: its channels, and the places that belong to it.
use std::ops::Range;

/// So many channels are drawn of the side that has several.
pub(super) fn most(rank: usize) -> usize {
    if rank == 1 { 3 } else { 2 }
}

/// Where a direction begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Input,
    Output,
}

/// A place of an input channel, and the weight that it is read with, if that is said.
type Marked = (usize, [i64; 3], Option<f32>);

/// One direction's cells.
pub(super) struct Part {
    pub from: Side,
    pub inputs: Range<usize>,
    pub outputs: Range<usize>,
    /// Places in the input's grid, ascending.
    pub places: Vec<Marked>,
    /// The same of outputs, by their flat index.
    pub cells: Vec<(usize, Option<f32>)>,
    /// How many channels of the group are not drawn, of the input and of the output.
    pub more: [usize; 2],
    /// Whether some weight is a sum of two.
    pub is_twice: bool,
}

impl Part {
    pub fn new(from: Side) -> Self {
        Self {
            from,
            inputs: 0..1,
            outputs: 0..1,
            places: Vec::new(),
            cells: Vec::new(),
            more: [0; 2],
            is_twice: false,
        }
    }

    pub fn place(&self, channel: usize, at: [i64; 3]) -> Option<&Marked> {
        let found = self
            .places
            .binary_search_by(|place| (place.0, place.1).cmp(&(channel, at)));
        self.places.get(found.ok()?)
    }

    pub fn cell(&self, output: usize) -> Option<&(usize, Option<f32>)> {
        let found = self.cells.binary_search_by_key(&output, |cell| cell.0);
        self.cells.get(found.ok()?)
    }
}
