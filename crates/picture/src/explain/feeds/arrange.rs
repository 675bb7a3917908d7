//! Where the grids of one direction stand, side by side or one below the other.
use super::Scope;
use super::crop::{BETWEEN, FEWER, Grid, LEAST, ROWS};
use super::part::{Part, Side};
use crate::plane::extent;
use crate::shape::{place, volume};
use story::{Cell, Tensor};

/// Room for the names, and above a grid for its own.
const HEADING: f32 = 40.0;
const ABOVE: f32 = 20.0;
/// Between input and output, side by side and one below the other.
const ASIDE: f32 = 36.0;
const WAY: f32 = 44.0;
/// All rows of cells are this high at most.
const HIGH: f32 = 510.0;
/// From one line of a note to the next.
pub(super) const LINE: f32 = 15.0;

/// Where the grids of a direction stand.
pub(super) struct Arrangement {
    pub is_aside: bool,
    pub input: Grid,
    pub output: Grid,
    /// Of a cell.
    pub size: f32,
    /// Which part of each grid is drawn, of the input and of the output.
    pub notes: [Vec<String>; 2],
    /// The corners of both columns of grids, and where their names begin.
    pub corners: [(f32, f32); 2],
    pub names: [(f32, f32); 2],
}

impl Arrangement {
    pub fn of(scope: &Scope<'_>, part: &Part, (x, y): (f32, f32), width: f32) -> Self {
        let rank = scope.shape.rank;
        let (is_aside, rooms) = rooms(scope, width);
        let [input, output] = grids(scope, part, is_aside, rooms);
        let lines = [part.inputs.len() * input.size[1], part.outputs.len() * output.size[1]];
        let lines = if is_aside {
            lines[0].max(lines[1])
        } else {
            lines[0] + lines[1]
        };
        let size = input.cell.min(output.cell).min(HIGH / lines as f32);
        let notes = [input.part(rank), output.part(rank)];
        let noted = notes.each_ref().map(|lines| lines.len() as f32 * LINE);
        let top = y + HEADING + ABOVE + if is_aside { noted[0].max(noted[1]) } else { noted[0] };
        let tall =
            |grid: &Grid, channels: usize| channels as f32 * (extent(grid.size, (size, size)).1 + BETWEEN) - BETWEEN;
        let (left, right) = (tall(&input, part.inputs.len()), tall(&output, part.outputs.len()));
        let x = x + 2.0;
        let (first, second) = if is_aside {
            // The side with one grid stands in the middle of the other.
            let lower = |own: f32, other: f32| top + ((other - own) / 2.0).max(0.0);
            let beside = x + extent(input.size, (size, size)).0 + ASIDE;
            ((x, lower(left, right)), (beside, lower(right, left)))
        } else {
            ((x, top), (x, top + left + WAY))
        };
        // Under the output where the ways come from above.
        let named = if is_aside {
            second.1 - noted[1]
        } else {
            second.1 + right + ABOVE + 2.0
        };
        Self {
            is_aside,
            input,
            output,
            size,
            notes,
            corners: [first, second],
            names: [(first.0, first.1 - noted[0]), (second.0, named)],
        }
    }
}

/// Whether input and output stand side by side, and the room that each has.
fn rooms(scope: &Scope<'_>, width: f32) -> (bool, [f32; 2]) {
    let shape = &scope.shape;
    let (columns, others) = (shape.grid_size[2], shape.output[2]);
    // Side by side they share the room as they have columns.
    let share = |own: usize, other: usize| {
        (width - 5.0 - ASIDE) * own.min(ROWS) as f32 / (own.min(ROWS) + other.min(ROWS)) as f32
    };
    let shared = [share(columns, others), share(others, columns)];
    let is_aside = shape.rank == 2
        && shared[0] >= reach(scope).max(columns.min(ROWS)) as f32 * LEAST
        && shared[1] >= others.min(ROWS) as f32 * LEAST;
    // One below the other they have all of it.
    (is_aside, if is_aside { shared } else { [width - 5.0; 2] })
}

/// The columns that a window reaches over.
fn reach(scope: &Scope<'_>) -> usize {
    scope.shape.reach(2) as usize + 1
}

/// What is drawn of an input channel and of an output channel.
fn grids(scope: &Scope<'_>, part: &Part, is_aside: bool, rooms: [f32; 2]) -> [Grid; 2] {
    let shape = &scope.shape;
    let of_output = |cell: usize| place(cell % volume(shape.output), shape.output).map(|at| at as i64);
    let also = match scope.source {
        // A window's own middle is its output's, not the pointed input's.
        _ if part.from == Side::Output => scope.middle,
        Cell::Of(Tensor::Input, cell) => shape.place_of_input(cell % volume(shape.input)),
        Cell::Padding { at, .. } => at,
        Cell::Of(..) => scope.middle,
    };
    // Three channels below one another leave room for fewer rows of each.
    let rows = if is_aside || part.inputs.len() + part.outputs.len() < 3 {
        ROWS
    } else {
        FEWER
    };
    // Between inserted zeros, places of the grid are not those of the input: there its own are counted.
    let counted = if shape.transposed { shape.grid_size } else { shape.input };
    [
        Grid::of(
            (shape.grid_first, shape.grid_size, counted),
            (rooms[0], reach(scope), rows),
            scope.middle,
            also,
        ),
        Grid::of(
            ([0; 3], shape.output, shape.output),
            (rooms[1], reach(scope), rows),
            of_output(scope.present),
            of_output(scope.output),
        ),
    ]
}
