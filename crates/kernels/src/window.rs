//! Where windows find their cells: the input itself, or a copy of it with the padding in place.
use conv::Plan;
use conv::exact::{self, Line, Phase};

use crate::padded::Padded;
use crate::tensor::{SLACK, Tensor};

/// A plan's windows over the cells of one group.
pub(crate) struct Windows {
    lines: [Line; 3],
    /// Input channels of a group.
    ins: usize,
    /// Cells of a group's input.
    group: usize,
    /// None where windows never leave the input.
    padded: Option<Padded>,
    /// Cells from a row, a plane, a channel to the next.
    row: usize,
    plane: usize,
    channel: usize,
}

/// Outputs that meet the same kernel cells: all of a convolution's, those of one phase of a transposed one.
#[derive(Clone)]
pub(crate) struct Part {
    /// The first output on each axis, how many there are, and from one to the next.
    pub first: [usize; 3],
    pub count: [usize; 3],
    pub step: [usize; 3],
    /// On each axis, cells from one output's window to the next one's.
    pub read: [usize; 3],
    /// The kernel's cells and where the first window of the first channel finds theirs, in order of summation.
    pub taps: Vec<Tap>,
}

/// A cell of the kernel, and where it is met.
pub(crate) type Tap = ([usize; 3], usize);

impl Windows {
    pub fn new(plan: &Plan) -> Self {
        let mut lines = exact::lines(plan);
        lines[2].interleave();
        let size = plan.input_size();
        let ins = plan.channels() / plan.groups();
        let within = lines.iter().zip(size).all(|(line, size)| line.is_identity(size));
        let padded = (!within).then(|| Padded::new(&lines, ins, size));
        let [_, height, width] = size;
        let (row, plane, channel) = match &padded {
            Some(padded) => (padded.row, padded.plane, padded.channel),
            None => (width, height * width, size.iter().product()),
        };
        Self {
            ins,
            group: ins * size.iter().product::<usize>(),
            padded,
            row,
            plane,
            channel,
            lines,
        }
    }

    /// Where the products of a window are found, from the window's beginning: channel by channel, each with all taps.
    #[inline(never)]
    pub fn offsets(&self, part: &Part) -> Vec<usize> {
        let mut offsets = Vec::new();
        for channel in 0..self.ins {
            for (_, at) in &part.taps {
                offsets.push(channel * self.channel + at);
            }
        }
        offsets
    }

    pub fn each_part(&self, mut act: impl FnMut(Part)) {
        let [d, h, w] = &self.lines;
        for d in &d.phases {
            for h in &h.phases {
                for w in &w.phases {
                    act(self.part([d, h, w]));
                }
            }
        }
    }

    /// The only part of a convolution.
    pub fn whole(&self) -> Part {
        self.part(self.lines.each_ref().map(|line| &line.phases[0]))
    }

    #[inline(never)]
    fn part(&self, phases: [&Phase; 3]) -> Part {
        let [d, h, w] = phases;
        let mut taps = Vec::new();
        for (cell_d, at_d) in &d.taps {
            for (cell_h, at_h) in &h.taps {
                for (cell_w, at_w) in &w.taps {
                    let at = at_d * self.plane + at_h * self.row + at_w;
                    taps.push(([*cell_d, *cell_h, *cell_w], at));
                }
            }
        }
        let [read_d, read_h, read_w] = self.lines.each_ref().map(|line| line.read_step);
        Part {
            first: phases.map(|phase| phase.first),
            count: phases.map(|phase| phase.count),
            step: self.lines.each_ref().map(|line| line.output_step),
            read: [read_d * self.plane, read_h * self.row, read_w],
            taps,
        }
    }

    /// A group's cells, and slack behind them.
    pub fn fill<'a>(&'a mut self, group: usize, input: &'a Tensor) -> &'a [f32] {
        let first = group * self.group;
        match &mut self.padded {
            None => &input.around()[SLACK + first..],
            Some(padded) => {
                padded.fill(&input.cells()[first..first + self.group]);
                &padded.cells
            }
        }
    }
}

impl Part {
    pub fn columns(&self) -> usize {
        self.count.iter().product()
    }

    /// Outputs whose windows lie side by side.
    pub fn together(&self) -> usize {
        let [depth, height, width] = self.count;
        match self.read {
            [plane, row, 1] if (plane, row) == (height * width, width) => depth * height * width,
            _ => width,
        }
    }

    /// Where the window of an output begins.
    pub fn base(&self, column: usize) -> usize {
        self.place(column, self.read)
    }

    /// Where an output lies among those of its channel, which has this size.
    pub fn output(&self, column: usize, size: [usize; 3]) -> usize {
        let steps = [size[1] * size[2], size[2], 1];
        let first = (self.first[0] * size[1] + self.first[1]) * size[2] + self.first[2];
        first + self.place(column, std::array::from_fn(|i| steps[i] * self.step[i]))
    }

    fn place(&self, column: usize, steps: [usize; 3]) -> usize {
        let [_, height, width] = self.count;
        let at = [column / width / height, column / width % height, column % width];
        (0..3).map(|i| at[i] * steps[i]).sum()
    }
}
