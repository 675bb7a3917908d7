//! Numbers that begin at a cache line, with room around them.

/// Numbers that may be read before the first and behind the last, so that vectors need not end where rows do.
pub(crate) const SLACK: usize = 32;
/// A cache line.
const LINE: usize = 64;

/// So many numbers that are 0.
#[inline(never)]
pub(crate) fn zeros(length: usize) -> Vec<f32> {
    vec![0.0; length]
}

/// Numbers in memory that is held for good.
pub(crate) struct Tensor {
    cells: Vec<f32>,
    start: usize,
    length: usize,
}

impl Tensor {
    #[inline(never)]
    pub fn new(length: usize) -> Self {
        let room = LINE / size_of::<f32>();
        let cells = zeros(length + 2 * SLACK + room);
        let over = cells.as_ptr() as usize % LINE / size_of::<f32>();
        Self {
            cells,
            start: SLACK + (room - over) % room,
            length,
        }
    }

    pub fn cells(&self) -> &[f32] {
        &self.cells[self.start..self.start + self.length]
    }

    pub fn cells_mut(&mut self) -> &mut [f32] {
        &mut self.cells[self.start..self.start + self.length]
    }

    /// With the slack around: the first cell is at [`SLACK`].
    pub fn around(&self) -> &[f32] {
        &self.cells[self.start - SLACK..self.start + self.length + SLACK]
    }
}
