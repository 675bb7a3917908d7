//! A tensor's cells in one line, row-major, with a gap after each of its rows.

use crate::fit::words_width;

/// Where the cells of a line lie, along it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flat {
    pub start: f32,
    pub cell: f32,
    /// Cells of a row.
    pub row: usize,
    pub gap: f32,
}

impl Flat {
    /// Where a cell begins.
    pub fn at(&self, index: usize) -> f32 {
        self.start + index as f32 * self.cell + (index / self.row.max(1)) as f32 * self.gap
    }

    /// Where the last of so many cells ends.
    pub fn end(&self, count: usize) -> f32 {
        self.at(count.saturating_sub(1)) + self.cell
    }

    /// The size of a cell if so many of them are to fit.
    pub fn fitting(&self, count: usize, room: f32) -> f32 {
        let gaps = count.saturating_sub(1) / self.row.max(1);
        (room - gaps as f32 * self.gap) / count.max(1) as f32
    }
}

/// Names over the first cells of rows: of those in one line, the ones that neither touch the one before nor reach beyond
/// the end.
#[derive(Debug)]
pub(super) struct Names {
    free: f32,
    right: f32,
}

impl Names {
    pub const SIZE: f32 = 11.0;

    pub fn until(right: f32) -> Self {
        let free = f32::NEG_INFINITY;
        Self { free, right }
    }

    /// The name that begins at a place, or an empty one.
    pub fn fitting(&mut self, x: f32, name: String) -> String {
        let end = x + words_width(&name, Self::SIZE);
        if x < self.free || end > self.right {
            return String::new();
        }
        self.free = end + 4.0;
        name
    }
}

/// A place as PyTorch's index on the axes that a layer of this rank has: `1, 2`.
pub(super) fn index_text(at: [i64; 3], rank: usize) -> String {
    let mut text = String::new();
    for &at in &at[3 - rank.clamp(1, 3)..] {
        if !text.is_empty() {
            text.push_str(", ");
        }
        if at < 0 {
            text.push('−');
        }
        text.push_str(&crate::coord::count(at.unsigned_abs() as usize));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_cells_fit_as_were_asked_for() {
        for (row, count) in [(4, 12), (5, 23), (1, 7), (30, 9)] {
            let mut line = Flat {
                start: 10.0,
                cell: 0.0,
                row,
                gap: 4.0,
            };
            line.cell = line.fitting(count, 300.0);
            assert!((line.end(count) - 310.0).abs() < 0.01, "{row} {count}");
        }
    }

    #[test]
    fn names_neither_touch_nor_reach_beyond_the_end() {
        let mut names = Names::until(100.0);
        let drawn: Vec<bool> = [0.0, 20.0, 50.0, 90.0]
            .map(|x| !names.fitting(x, "[1, :]".to_owned()).is_empty())
            .into();
        assert_eq!(drawn, [true, false, true, false]);
    }

    #[test]
    fn an_index_has_the_layer_s_axes() {
        assert_eq!(index_text([0, 0, 3], 1), "3");
        assert_eq!(index_text([0, -1, 12], 2), "−1, 12");
    }
}
