//! The part of a grid that has room, around a place.
use crate::coord::count;
use crate::plane::{Plane, Role, SLICE_GAP};
use story::number;
use story::text::{WindowsKey, fill};

const LARGEST: f32 = 36.0;
/// A cell has a number and a weight: smaller ones have no room for both, and these are read well.
pub(super) const LEAST: f32 = 24.0;
const ROOMY: f32 = 30.0;
/// Cells of a row, and rows, that are drawn at most.
const ROW: usize = 24;
pub(super) const ROWS: usize = 9;
pub(super) const FEWER: usize = 7;
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
    /// How many cells each axis has, where counting begins, and up to how many.
    whole: [usize; 3],
    zero: [i64; 3],
    cells: [usize; 3],
    pub size: [usize; 3],
    /// The largest side of a cell with which it fits.
    pub cell: f32,
}

impl Grid {
    /// What of a grid has room, around a place.
    ///
    /// As many cells as there is good room for; for `wanted` columns they may be smaller; and so many rows.
    pub fn of(
        (first, size, cells): ([i64; 3], [usize; 3], [usize; 3]),
        (room, wanted, rows): (f32, usize, usize),
        middle: [i64; 3],
        also: [i64; 3],
    ) -> Self {
        let slices = size[0].min(SLICES);
        let free = room - (slices - 1) as f32 * SLICE_GAP;
        let fits = |cell: f32| (free / slices as f32 / cell) as usize;
        let wanted = if size[2] <= fits(LEAST) { size[2] } else { wanted };
        let most = fits(ROOMY).max(wanted.min(fits(LEAST))).min(ROW);
        let most = [SLICES, rows, if size[1] > 1 { most.min(ROWS) } else { most }];
        let mut grid = Self {
            first,
            whole: size,
            zero: if cells == size { first } else { [0; 3] },
            cells,
            size,
            cell: 0.0,
        };
        for axis in 0..3 {
            let found = crop(first[axis], size[axis], most[axis], middle[axis], also[axis]);
            (grid.first[axis], grid.size[axis]) = found;
        }
        grid.cell = (free / (slices * grid.size[2]) as f32).min(LARGEST);
        grid
    }

    /// Which part it is, an axis a line; nothing of an axis that is drawn whole.
    pub fn part(&self, rank: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for axis in 0..3 {
            let key = match axis {
                0 => WindowsKey::FeedsSlices,
                1 => WindowsKey::FeedsRows,
                _ if rank == 1 => WindowsKey::FeedsCells,
                _ => WindowsKey::FeedsColumns,
            };
            if self.size[axis] < self.whole[axis] {
                let first = self.first[axis] - self.zero[axis];
                let last = first + self.size[axis] as i64 - 1;
                let arguments = [
                    ("first", &*number(first as f32)),
                    ("last", &number(last as f32)),
                    ("count", &count(self.cells[axis])),
                ];
                lines.push(fill(key, &arguments));
            }
        }
        lines
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
