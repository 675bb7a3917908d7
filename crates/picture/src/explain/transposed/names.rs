//! What the rows and columns of a table without numbers are, and what its colours mean.
use super::super::flat::{Names, index_text};
use super::super::sketch::{NOTE, Sketch, TITLE};
use crate::fit::words_width;
use crate::plane::{Plane, Rect};
use crate::shape::place;
use story::stamps::Stamps;
use story::text::{TablesKey, say};

/// From a line of words to the next.
const LINE: f32 = 18.0;
/// What is over the table: a heading, and the columns' indices.
pub(super) const ABOVE: f32 = TITLE + 8.0 + LINE;
/// A patch of colour.
const PATCH: f32 = 12.0;

/// An index as the first of its row has it: `[1, :]`, of one axis `1`.
fn row_name(at: [i64; 3], rank: usize) -> String {
    if rank == 1 {
        return index_text(at, rank);
    }
    let mut row = index_text([at[0], at[1], 0], rank);
    row.pop();
    ["[", &row, ":]"].concat()
}

/// Room for the rows' indices.
pub(super) fn gutter(stamps: &Stamps, rank: usize) -> f32 {
    let last = stamps.input.map(|size| size as i64 - 1);
    words_width(&row_name(last, rank), Names::SIZE) + 5.0
}

/// Of one axis, cells in round steps are named: so many apart that their names have room.
fn every(cell: f32, room: f32) -> i64 {
    let steps = [1, 2, 5, 10, 20, 50, 100];
    steps
        .into_iter()
        .find(|&step| step as f32 * cell >= room)
        .unwrap_or(200)
}

/// Whether a cell has its name; of several axes the first of each row.
fn is_named(at: [i64; 3], rank: usize, every: i64, first: i64) -> bool {
    if rank == 1 { at[2] % every == 0 } else { at[2] == first }
}

/// The indices of rows and columns, as many as there is room for, and what they are indices of.
pub(super) fn indices(sketch: &mut Sketch, stamps: &Stamps, rank: usize, [table, outputs]: [&Plane; 2], room: f32) {
    let (x, y) = (table.x, table.y);
    let heading = y - ABOVE + TITLE;
    sketch.words("title in", (0.0, heading), TITLE, say(TablesKey::TransposedRows));
    let left = gutter(stamps, rank) - 5.0;
    let mut free = y;
    let every = every(table.cell.1, 15.0);
    for row in 0..table.size[1] {
        let at = place(row, stamps.input).map(|at| at as i64);
        let middle = y + (row as f32 + 0.5) * table.cell.1;
        if is_named(at, rank, every, 0) && middle >= free {
            sketch
                .marks
                .centred("index idle", (left, middle), Names::SIZE, row_name(at, rank));
            free = middle + Names::SIZE + 2.0;
        }
    }
    let mut names = Names::until(table.rect().right());
    let every = self::every(table.cell.0, 26.0);
    for column in 0..table.size[2] {
        let at = stamps.place(column);
        if is_named(at, rank, every, stamps.first[2]) {
            let from = x + column as f32 * table.cell.0;
            let name = names.fitting(from, row_name(at, rank));
            if !name.is_empty() {
                sketch.words("note", (from, y - 5.0), Names::SIZE, &name);
            }
        }
    }
    let foot = outputs.rect().bottom() + TITLE + 5.0;
    let columns = say(TablesKey::TransposedColumns);
    let x = x.min(room - words_width(columns, TITLE) - 2.0);
    sketch.words("title out", (x, foot), TITLE, columns);
}

/// Patches of the colours, and what they mean.
pub(super) fn legend(sketch: &mut Sketch, room: f32, is_cropped: bool) {
    let patches: [(&[&'static str], _); 4] = [
        (&["plane out", "q out"], TablesKey::TransposedPositive),
        (&["plane out", "q out neg"], TablesKey::TransposedNegative),
        (&["plane k"], TablesKey::TransposedWaits),
        (&["plane crop"], TablesKey::TransposedOutside),
    ];
    let (mut x, mut y) = (0.0, sketch.bottom() + 10.0);
    for (classes, key) in patches.into_iter().take(3 + usize::from(is_cropped)) {
        let width = PATCH + 6.0 + words_width(say(key), NOTE);
        if x > 0.0 && x + width > room {
            (x, y) = (0.0, y + LINE);
        }
        let patch = Rect {
            x: x + 1.0,
            y,
            width: PATCH,
            height: PATCH,
        };
        for class in classes {
            sketch.marks.rect(class, &patch, 0.0);
        }
        sketch.words("note", (x + PATCH + 6.0, y + PATCH - 2.0), NOTE, say(key));
        x += width + 14.0;
    }
}
