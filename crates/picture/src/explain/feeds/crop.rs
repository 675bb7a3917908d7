//! The part of a grid that has room, around a place.
use crate::plane::{NUMBER, Plane, Role, SLICE_GAP};

const LARGEST: f32 = 32.0;
/// Cells of a row, and rows, that are drawn at most.
const ROW: usize = 24;
const ROWS: usize = 9;
const SLICES: usize = 3;
/// Between two channels.
pub(super) const BETWEEN: f32 = 8.0;

/// What of an axis is drawn: so many cells at most, around a place, and another one among them where that can be.
fn crop(first: i64, size: usize, most: usize, middle: i64, also: i64) -> (i64, usize) {
    let some = size.min(most.max(1)) as i64;
    let last = first + size as i64 - some;
    let mut start = (middle - some / 2).clamp(first, last);
    if (first..first + size as i64).contains(&also) {
        start = start.clamp(also - some + 1, also);
    }
    (start, some as usize)
}

/// A part of a grid.
pub(super) struct Grid {
    first: [i64; 3],
    pub size: [usize; 3],
    /// The largest side of a cell with which it fits.
    pub cell: f32,
}

impl Grid {
    /// What of a grid has room, around a place.
    pub fn of((first, size): ([i64; 3], [usize; 3]), room: f32, middle: [i64; 3], also: [i64; 3]) -> Self {
        let slices = size[0].min(SLICES);
        let free = room - (slices - 1) as f32 * SLICE_GAP;
        let most = ((free / slices as f32 / NUMBER) as usize).min(ROW);
        let most = [SLICES, ROWS, if size[1] > 1 { most.min(ROWS) } else { most }];
        let mut grid = Self { first, size, cell: 0.0 };
        for axis in 0..3 {
            let found = crop(first[axis], size[axis], most[axis], middle[axis], also[axis]);
            (grid.first[axis], grid.size[axis]) = found;
        }
        grid.cell = (free / (slices * grid.size[2]) as f32).min(LARGEST);
        grid
    }

    /// It, for the channel of this index in its column.
    pub fn plane(&self, role: Role, channel: usize, (x, y): (f32, f32), cell: f32, index: usize) -> Plane {
        Plane {
            role,
            channel,
            filter: 0,
            first: self.first,
            size: self.size,
            x,
            y: y + index as f32 * (self.size[1] as f32 * cell + BETWEEN),
            cell: (cell, cell),
            active: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_an_axis_is_inside_and_has_what_is_wanted() {
        for size in 1..12 {
            for most in 1..14 {
                for middle in -3..15 {
                    for also in -3..15 {
                        let (start, some) = crop(-2, size, most, middle, also);
                        assert_eq!(some, size.min(most));
                        assert!(start >= -2 && start + some as i64 <= -2 + size as i64);
                        let is_in = (-2..-2 + size as i64).contains(&also);
                        assert!(!is_in || (start..start + some as i64).contains(&also));
                    }
                }
            }
        }
    }
}
