//! A copy of a group's input with its padding in place.
use super::phase::{Line, NOTHING};

/// Equally spaced cells of the input that lie side by side in the copy.
#[derive(Debug)]
pub struct Run {
    /// Where the first one lies in the copy, and where in the input.
    pub to: usize,
    pub from: usize,
    /// From one to the next in the input: backwards in a mirror, 0 where one cell is repeated.
    pub step: isize,
    pub length: usize,
}

/// The copy: `[channels, depth, height, width]`, and slack behind, so that lanes may read beyond a row's end.
#[derive(Debug)]
pub(super) struct Padded {
    pub cells: Vec<f32>,
    /// Cells of a row, of a plane of rows, of a channel.
    pub row: usize,
    pub plane: usize,
    pub channel: usize,
    runs: Vec<Run>,
}

impl Padded {
    pub fn new(lines: &[Line; 3], channels: usize, slack: usize) -> Self {
        let row = lines[2].cells.len();
        let plane = row * lines[1].cells.len();
        let channel = plane * lines[0].cells.len();
        Self {
            cells: vec![0.0; channel * channels + slack],
            row,
            plane,
            channel,
            runs: runs(&lines[2].cells),
        }
    }

    /// Copies a group's input, `[channels, size...]`. Places that hold nothing are 0 from the beginning.
    pub fn fill(&mut self, input: &[f32], size: [usize; 3], lines: &[Line; 3]) {
        let channels = input.chunks_exact(size[0] * size[1] * size[2]);
        for (input, cells) in channels.zip(self.cells.chunks_exact_mut(self.channel)) {
            for (d, cells) in lines[0].cells.iter().zip(cells.chunks_exact_mut(self.plane)) {
                for (h, cells) in lines[1].cells.iter().zip(cells.chunks_exact_mut(self.row)) {
                    if *d != NOTHING && *h != NOTHING {
                        let start = (*d as usize * size[1] + *h as usize) * size[2];
                        row(&self.runs, &input[start..start + size[2]], cells);
                    }
                }
            }
        }
    }
}

fn row(runs: &[Run], from: &[f32], to: &mut [f32]) {
    for run in runs {
        let to = &mut to[run.to..run.to + run.length];
        if run.step == 1 {
            to.copy_from_slice(&from[run.from..run.from + run.length]);
        } else {
            let mut at = run.from;
            for cell in to {
                *cell = from[at];
                at = at.wrapping_add_signed(run.step);
            }
        }
    }
}

/// The runs of a line's cells; places that hold nothing are in none.
pub fn runs(cells: &[u32]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (to, &cell) in cells.iter().enumerate().filter(|(_, cell)| **cell != NOTHING) {
        let from = cell as usize;
        if let Some(run) = runs.last_mut().filter(|run| run.to + run.length == to) {
            let step = from as isize - run.from as isize;
            if run.length == 1 {
                run.step = step;
            }
            if step == run.step * run.length as isize {
                run.length += 1;
                continue;
            }
        }
        runs.push(Run {
            to,
            from,
            step: 1,
            length: 1,
        });
    }
    runs
}
