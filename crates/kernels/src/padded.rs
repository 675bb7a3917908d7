//! A copy of a group's input with its padding in place.
use conv::exact::{Line, NOTHING, Run, runs};

use crate::lanes::{Lanes, Native};
use crate::tensor::{SLACK, zeros};

/// The copy: `[channels, depth, height, width]`, and slack behind, so that vectors may end beyond the last row.
pub(crate) struct Padded {
    pub cells: Vec<f32>,
    /// Cells of a row, of a plane of rows, of a channel.
    pub row: usize,
    pub plane: usize,
    pub channel: usize,
    runs: Vec<Run>,
    /// For each row of a plane the input's, and for each plane.
    rows: Vec<u32>,
    planes: Vec<u32>,
    size: [usize; 3],
}

impl Padded {
    /// Of so many channels of an input of this size.
    pub fn new(lines: &[Line; 3], channels: usize, size: [usize; 3]) -> Self {
        let [planes, rows, columns] = lines.each_ref().map(|line| &line.cells);
        let row = columns.len();
        let plane = row * rows.len();
        let channel = plane * planes.len();
        Self {
            cells: zeros(channel * channels + 2 * SLACK),
            row,
            plane,
            channel,
            runs: runs(columns),
            rows: rows.clone(),
            planes: planes.clone(),
            size,
        }
    }

    /// Copies a group's input. Places that hold nothing are 0 from the beginning.
    pub fn fill(&mut self, input: &[f32]) {
        let [depth, height, width] = self.size;
        let channels = input.chunks_exact(depth * height * width);
        for (input, cells) in channels.zip(self.cells.chunks_exact_mut(self.channel)) {
            for (d, cells) in self.planes.iter().zip(cells.chunks_exact_mut(self.plane)) {
                for (h, cells) in self.rows.iter().zip(cells.chunks_exact_mut(self.row)) {
                    if *d != NOTHING && *h != NOTHING {
                        let start = (*d as usize * height + *h as usize) * width;
                        row(&self.runs, &input[start..start + width], cells);
                    }
                }
            }
        }
    }
}

fn row(runs: &[Run], from: &[f32], to: &mut [f32]) {
    for run in runs {
        let to = &mut to[run.to..run.to + run.length];
        match run.step {
            1 => side_by_side(&from[run.from..], to),
            2 => every_other(&from[run.from..], to),
            step => {
                let mut at = run.from;
                for cell in to {
                    *cell = from[at];
                    at = at.wrapping_add_signed(step);
                }
            }
        }
    }
}

/// In vectors: rows are short, and to call what copies takes longer.
fn side_by_side(from: &[f32], to: &mut [f32]) {
    let from = &from[..to.len()];
    let (wholes, ends) = from.as_chunks();
    let (to_wholes, to_ends) = to.as_chunks_mut();
    for (from, to) in wholes.iter().zip(to_wholes) {
        Native::load(from).store(to);
    }
    for (from, to) in ends.iter().zip(to_ends) {
        *to = *from;
    }
}

fn every_other(from: &[f32], to: &mut [f32]) {
    let (pairs, _) = from.as_chunks::<4>();
    let (pairs, _) = pairs.as_chunks::<2>();
    let (wholes, _) = to.as_chunks_mut();
    let done = 4 * wholes.len().min(pairs.len());
    for ([first, second], to) in pairs.iter().zip(wholes) {
        Native::load(first).evens(Native::load(second)).store(to);
    }
    for (from, to) in from.iter().step_by(2).skip(done).zip(&mut to[done..]) {
        *to = *from;
    }
}
