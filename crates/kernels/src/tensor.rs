//! Numbers that begin at a cache line, with room around them.

/// Numbers that may be read before the first and behind the last, so that vectors need not end where rows do.
pub(crate) const SLACK: usize = 32;
/// A cache line, and what lies that far apart shares a place in the nearest cache.
const LINE: usize = 64 / size_of::<f32>();
const WAY: usize = 4096 / size_of::<f32>();

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
    pub fn new(length: usize) -> Self {
        Self::placed(length, LINE, 0)
    }

    /// What a layer reads.
    pub fn input(length: usize) -> Self {
        Self::placed(length, WAY, 0)
    }

    /// What it writes: where rows are a power of two apart, they share no place of the cache with those that are read.
    pub fn output(length: usize) -> Self {
        Self::placed(length, WAY, WAY / 2)
    }

    /// Begins so many numbers behind where an address is a multiple of `unit` numbers.
    #[inline(never)]
    fn placed(length: usize, unit: usize, place: usize) -> Self {
        let cells = zeros(length + 2 * SLACK + unit);
        let first = cells.as_ptr() as usize / size_of::<f32>() + SLACK;
        Self {
            cells,
            start: SLACK + (place + unit - first % unit) % unit,
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
