//! Where tiles lie: in a padded copy that holds every so manieth cell side by side.
use conv::Plan;
use conv::exact::{self, Line, NOTHING};

use super::Rank;
use crate::padded::Padded;

/// Outputs of a tile on each axis.
pub(crate) const TILE: usize = 4;
/// Cells that they read.
const REACH: usize = TILE + 2;

/// A tile.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    /// Its first cell in the padded copy of the first channel.
    pub input: usize,
    /// Its first output in its channel, and how many rows and columns of it there are.
    pub output: usize,
    pub rows: usize,
    pub columns: usize,
}

/// A plan's axes, those transformed in tiles.
pub(crate) struct Axes {
    pub lines: [Line; 3],
    /// From one output of a tile to the next, down and across.
    pub step: [usize; 2],
    /// The tiles' beginnings on each axis.
    begins: [Vec<Begin>; 3],
}

/// Where a tile begins on an axis, and how many of its outputs there are.
#[derive(Clone, Copy)]
struct Begin {
    input: usize,
    output: usize,
    count: usize,
}

impl Axes {
    pub fn new(plan: &Plan, rank: Rank) -> Self {
        let mut lines = exact::lines(plan);
        let dilation = plan.dilation();
        let tiled = match rank {
            Rank::One => 2..3,
            Rank::Two => 1..3,
        };
        let begins = [0, 1, 2].map(|axis| {
            let line = &mut lines[axis];
            if tiled.contains(&axis) {
                tile(line, dilation[axis])
            } else {
                apart(line)
            }
        });
        let width = plan.output_size()[2];
        Self {
            lines,
            step: [dilation[1] * width, dilation[2]],
            begins,
        }
    }

    /// An axis' kernel cells, and where the first window finds them, but on axes that are transformed.
    pub fn taps(&self, axis: usize) -> &[(usize, usize)] {
        &self.lines[axis].phases[0].taps
    }

    /// The axes' kernel cells that are not transformed.
    #[inline(never)]
    pub fn others(&self, rank: Rank) -> Vec<([usize; 2], [usize; 2])> {
        let down = match rank {
            Rank::One => self.taps(1),
            Rank::Two => &self.taps(1)[..1],
        };
        let mut others = Vec::new();
        for d in self.taps(0) {
            for h in down {
                others.push(([d.0, h.0], [d.1, h.1]));
            }
        }
        others
    }

    pub fn offsets(&self, rank: Rank, ins: usize, padded: &Padded) -> Vec<usize> {
        let others = self.others(rank);
        let mut offsets = Vec::new();
        for channel in 0..ins {
            for (_, [d, h]) in &others {
                offsets.push(channel * padded.channel + d * padded.plane + h * padded.row);
            }
        }
        offsets
    }

    pub fn spots(&self, padded: &Padded, size: [usize; 3]) -> Vec<Spot> {
        let [planes, rows, columns] = &self.begins;
        let mut spots = Vec::new();
        for d in planes {
            for h in rows {
                for w in columns {
                    spots.push(Spot {
                        input: d.input * padded.plane + h.input * padded.row + w.input,
                        output: (d.output * size[1] + h.output) * size[2] + w.output,
                        rows: h.count,
                        columns: w.count,
                    });
                }
            }
        }
        spots
    }
}

/// Each output by itself.
#[inline(never)]
fn apart(line: &Line) -> Vec<Begin> {
    let mut begins = Vec::new();
    for output in 0..line.phases[0].count {
        begins.push(Begin {
            input: output * line.read_step,
            output,
            count: 1,
        });
    }
    begins
}

/// Splits a line into as many as the dilation says, each as long as its tiles.
#[inline(never)]
fn tile(line: &mut Line, dilation: usize) -> Vec<Begin> {
    let outputs = line.phases[0].count;
    let (mut cells, mut begins) = (Vec::new(), Vec::new());
    for first in 0..dilation.min(outputs) {
        let count = (outputs - first).div_ceil(dilation);
        let start = cells.len();
        // The last tile lies over the one before, so that as few as may be are cut off.
        let last = count.saturating_sub(TILE);
        for at in 0..last + REACH {
            cells.push(line.cells.get(first + at * dilation).copied().unwrap_or(NOTHING));
        }
        for tile in (0..count).step_by(TILE).map(|tile| tile.min(last)) {
            begins.push(Begin {
                input: start + tile,
                output: first + tile * dilation,
                count: count.min(TILE),
            });
        }
    }
    line.cells = cells;
    begins
}
