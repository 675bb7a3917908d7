//! Which cells go into which: every product of a plan, each found in constant time.
use crate::Plan;
use crate::axis::Place;

/// Where a window's number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// This cell of the input.
    Input(usize),
    /// A padding cell that repeats this cell of the input.
    Copy(usize),
    /// A padding cell that holds nothing of the input: 0, which takes part in the sum, or for a maximum minus infinity
    /// ([`Finish::padding`](crate::Finish::padding)).
    Zero,
    /// Transposed only: between or beyond the input's cells; takes no part in the sum.
    Hole,
}

/// A [`Source`] whose indices are spatial: without the channel.
pub type PlaceSource = Source;

/// One product slot of an output cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tap {
    /// The input channel, counted over all groups.
    pub channel: usize,
    /// The place in the grid, relative to the input's first cell.
    pub at: [i64; 3],
    /// What lies there; indices into the whole input tensor.
    pub source: Source,
    /// Flat index into the weight tensor; of a layer without weights, into such a one as a depthwise layer in its place
    /// would have.
    pub weight: usize,
    /// The place of that weight on the kernel's axes.
    pub kernel_at: [usize; 3],
}

/// One product slot of an input cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The output channel, counted over all groups.
    pub out_channel: usize,
    /// The place relative to the output's first cell.
    pub at: [i64; 3],
    /// Flat index into the output tensor; `None` where there is no such output cell (transposed: cropped).
    pub output: Option<usize>,
    /// Flat index into the weight tensor.
    pub weight: usize,
    /// The place of that weight on the kernel's axes.
    pub kernel_at: [usize; 3],
}

/// Row-major place of a flat index.
fn unflat(flat: usize, size: [usize; 3]) -> [usize; 3] {
    [flat / size[2] / size[1], flat / size[2] % size[1], flat % size[2]]
}

fn flat(at: [usize; 3], size: [usize; 3]) -> usize {
    (at[0] * size[1] + at[1]) * size[2] + at[2]
}

impl Plan {
    /// The first cell of an output cell's window, relative to the input's first cell.
    ///
    /// Convolution: `o * stride - pad`. Transposed: `o + padding - dilation * (kernel - 1)`, in places where input cell
    /// `i` lies at `i * stride`.
    pub fn window_start(&self, output_at: [usize; 3]) -> [i64; 3] {
        std::array::from_fn(|i| self.axes[i].window(output_at[i]))
    }

    /// Product slots of one output cell, holes included: `in_channels / groups * prod(kernel)`.
    pub fn slots(&self) -> usize {
        self.channels.ins.saturating_mul(self.volumes.kernel)
    }

    /// Slot `slot` of the output cell with flat index `output`. Slots are in the order of summation: by channel, then
    /// through the window row by row.
    pub fn tap(&self, output: usize, slot: usize) -> Tap {
        let (size, kernel) = (self.output_size(), self.kernel_size());
        let (out_channel, output_at) = (output / self.volumes.output, unflat(output % self.volumes.output, size));
        let (local, cell) = (slot / self.volumes.kernel, unflat(slot % self.volumes.kernel, kernel));
        let channel = out_channel / self.channels.outs * self.channels.ins + local;
        let start = self.window_start(output_at);
        let at = std::array::from_fn(|i| start[i] + cell[i] as i64 * self.axes[i].dilation);
        let kernel_at = std::array::from_fn(|i| self.axes[i].kernel_at(cell[i], self.flip()));
        let base = channel * self.volumes.input;
        let source = match self.source(at) {
            Source::Input(place) => Source::Input(base + place),
            Source::Copy(place) => Source::Copy(base + place),
            nothing => nothing,
        };
        Tap {
            channel,
            at,
            source,
            weight: self.weight(channel, out_channel, kernel_at),
            kernel_at,
        }
    }

    /// What lies in a place of the grid, in any channel.
    pub fn source(&self, at: [i64; 3]) -> PlaceSource {
        let mut copied = false;
        let mut place = [0; 3];
        let mut empty = None;
        for i in 0..3 {
            match self.axes[i].place(at[i]) {
                Place::Input(cell) => place[i] = cell,
                Place::Copy(cell) => (place[i], copied) = (cell, true),
                Place::Zero => empty = Some(Source::Zero),
                Place::Hole => empty = Some(Source::Hole),
            }
        }
        let place = flat(place, self.input_size());
        empty.unwrap_or(if copied {
            Source::Copy(place)
        } else {
            Source::Input(place)
        })
    }

    /// Product slots of one input cell, seen from the input: `out_channels / groups * prod(kernel)`.
    pub fn stamps(&self) -> usize {
        self.channels.outs.saturating_mul(self.volumes.kernel)
    }

    /// Slot `slot` of the input cell with flat index `input`: by output channel, then over the stamp row by row.
    ///
    /// Made for transposed layers. For a convolution it tells who reads the cell itself; copies in the padding are left
    /// out.
    pub fn stamp(&self, input: usize, slot: usize) -> Stamp {
        let (size, kernel) = (self.input_size(), self.kernel_size());
        let (channel, input_at) = (input / self.volumes.input, unflat(input % self.volumes.input, size));
        let (local, cell) = (slot / self.volumes.kernel, unflat(slot % self.volumes.kernel, kernel));
        let out_channel = channel / self.channels.ins * self.channels.outs + local;
        let mut inside = true;
        let mut output_at = [0; 3];
        let mut kernel_at = [0; 3];
        let at = std::array::from_fn(|i| {
            let axis = &self.axes[i];
            // The window's last cell makes the stamp's first.
            let seen = axis.kernel - 1 - cell[i];
            let reach = input_at[i] as i64 * axis.input_step() + axis.before - seen as i64 * axis.dilation;
            let at = reach.div_euclid(axis.window_step());
            inside &= reach % axis.window_step() == 0 && (0..axis.output as i64).contains(&at);
            output_at[i] = usize::try_from(at).unwrap_or(0);
            kernel_at[i] = axis.kernel_at(seen, self.flip());
            at
        });
        let output = inside.then(|| out_channel * self.volumes.output + flat(output_at, self.output_size()));
        Stamp {
            out_channel,
            at,
            output,
            weight: self.weight(channel, out_channel, kernel_at),
            kernel_at,
        }
    }

    /// The output cells, flat and ascending, in all channels of the group, that read the input cell with flat index
    /// `input`, also by a copy of it in the padding.
    pub fn readers(&self, input: usize) -> Vec<usize> {
        let size = self.input_size();
        let at = unflat(input % self.volumes.input, size);
        let along = [0, 1, 2].map(|i| self.axes[i].readers(at[i]));
        let first = input / self.volumes.input / self.channels.ins * self.channels.outs;
        let mut readers = Vec::new();
        for channel in first..first + self.channels.outs {
            for &d in &along[0] {
                for &h in &along[1] {
                    let row = channel * self.volumes.output + flat([d, h, 0], self.output_size());
                    readers.extend(along[2].iter().map(|w| row + w));
                }
            }
        }
        readers
    }

    /// Whether any window reads this place of the input.
    pub fn is_read(&self, spatial: [usize; 3]) -> bool {
        (0..3).all(|i| self.axes[i].is_read(spatial[i]))
    }

    /// Flat index of the weight between two channels, of one group, in a place of the kernel's axes.
    pub fn weight(&self, channel: usize, out_channel: usize, kernel_at: [usize; 3]) -> usize {
        let (first, second) = match self.spec().op {
            crate::Op::ConvTranspose => (channel, out_channel % self.channels.outs),
            _ => (out_channel, channel % self.channels.ins),
        };
        let seconds = match self.spec().op {
            crate::Op::ConvTranspose => self.channels.outs,
            _ => self.channels.ins,
        };
        (first * seconds + second) * self.volumes.kernel + flat(kernel_at, self.kernel_size())
    }
}
