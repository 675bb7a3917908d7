//! Four outputs of three weights by six products instead of twelve; on two axes, sixteen by 36 instead of 144.
//!
//! Tiles of the input, of the weights and of the output are transformed; between, there is a product of matrices for each
//! place in a tile: rows are output channels, columns tiles, and what is added up goes through the input channels. Four
//! tiles lie in the lanes of a vector. A dilated layer is several plain ones, each over every so manieth cell.
mod tiles;
mod transform;
mod weights;

use conv::Plan;

use crate::padded::Padded;
use crate::run::{Run, Weights};
use crate::tensor::Tensor;
use crate::tile::{self, COLUMNS};
use tiles::{Axes, Spot};
use transform::{GROUP, Six};

/// How many axes are transformed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rank {
    /// The last.
    One,
    /// The last two.
    Two,
}

impl Rank {
    /// Places in a tile: products that stand for its outputs.
    pub fn places(self) -> usize {
        match self {
            Self::One => 6,
            Self::Two => 36,
        }
    }
}

/// Bytes of transformed cells that are worked on together, so that they stay in the second cache.
const BYTES: usize = 400 << 10;
/// Columns of tiles that are worked on together at most.
const PANELS: usize = 6;
/// Output channels that are worked on together, roughly.
const CHANNELS: usize = 64;

pub(crate) struct Winograd {
    rank: Rank,
    axes: Axes,
    padded: Padded,
    groups: usize,
    outs: usize,
    /// Output channels worked on together, and columns of tiles.
    channels: usize,
    panels: usize,
    /// Where the products of a tile are found, from its beginning.
    offsets: Vec<usize>,
    spots: Vec<Spot>,
    weights: Tensor,
    input: Tensor,
    output: Tensor,
    six: Six,
}

/// So many numbers, or somewhat more: what lies that far apart shares no place in the caches.
fn apart(numbers: usize) -> usize {
    (numbers.div_ceil(16) | 1) * 16
}

impl Winograd {
    pub fn new(plan: &Plan, rank: Rank) -> Self {
        let axes = Axes::new(plan, rank);
        let ins = plan.channels() / plan.groups();
        let outs = plan.out_channels() / plan.groups();
        let padded = Padded::new(&axes.lines, ins, plan.input_size());
        let offsets = axes.offsets(rank, ins, &padded);
        let spots = axes.spots(&padded, plan.output_size());
        let channels = outs.div_ceil(outs.div_ceil(CHANNELS));
        let all = spots.len().div_ceil(COLUMNS);
        let a_panel = rank.places() * COLUMNS * size_of::<f32>() * (offsets.len() + channels);
        let most = (BYTES / a_panel).clamp(1, PANELS);
        let panels = all.div_ceil(all.div_ceil(most));
        let places = rank.places();
        Self {
            weights: Tensor::new(plan.groups() * outs * offsets.len() * places),
            input: Tensor::new(places * apart(panels * offsets.len() * COLUMNS)),
            output: Tensor::new(places * apart(channels * panels * COLUMNS)),
            six: Six::default(),
            groups: plan.groups(),
            rank,
            axes,
            padded,
            outs,
            channels,
            panels,
            offsets,
            spots,
        }
    }

    /// From a place of the transformed tiles to the next.
    fn strides(&self) -> [usize; 2] {
        [self.input.cells().len(), self.output.cells().len()].map(|length| length / self.rank.places())
    }

    /// Transforms the input's tiles of some panels.
    fn transform(&mut self, first: usize, panels: usize) {
        let [stride, _] = self.strides();
        let depth = self.offsets.len();
        let last = self.spots.len() - 1;
        for panel in 0..panels {
            for half in 0..COLUMNS / GROUP {
                let spot = |lane: usize| self.spots[(first + panel * COLUMNS + half * GROUP + lane).min(last)].input;
                let bases: [usize; GROUP] = std::array::from_fn(spot);
                for (product, offset) in self.offsets.iter().enumerate() {
                    let at = bases.map(|base| base + offset);
                    let to = &mut self.input.cells_mut()[(panel * depth + product) * COLUMNS + half * GROUP..];
                    match self.rank {
                        Rank::One => transform::input_1(&self.padded.cells, at, to, stride),
                        Rank::Two => self.six.input_2(&self.padded.cells, at, self.padded.row, to, stride),
                    }
                }
            }
        }
    }

    /// Multiplies the transformed tiles of some panels with the weights of some channels, which begin at `begin`.
    fn multiply(&mut self, begin: usize, channels: usize, panels: usize) {
        let [from, to] = self.strides();
        let depth = self.offsets.len();
        let width = panels * COLUMNS;
        let weights = self.weights.cells()[begin..].chunks_exact(channels * depth);
        for (place, mut weights) in weights.take(self.rank.places()).enumerate() {
            for (row, rows) in tile::rows(channels) {
                let (a, behind) = weights.split_at(rows * depth);
                weights = behind;
                for panel in 0..panels {
                    let b = &self.input.cells()[place * from + panel * depth * COLUMNS..][..depth * COLUMNS];
                    let output = &mut self.output.cells_mut()[place * to + row * width + panel * COLUMNS..];
                    tile::tile(rows, a, b, Some(tile::ZERO), output, width);
                }
            }
        }
    }

    /// Transforms the products back and writes them into an output channel.
    fn write(&mut self, row: usize, bias: f32, first: usize, panels: usize, output: &mut [f32]) {
        let [_, stride] = self.strides();
        let width = panels * COLUMNS;
        for group in (0..width.min(self.spots.len() - first)).step_by(GROUP) {
            let from = &self.output.cells()[row * width + group..];
            let spots = &self.spots[first + group..];
            match self.rank {
                Rank::One => transform::output_1(from, stride, bias, spots, self.axes.step, output),
                Rank::Two => self.six.output_2(from, stride, bias, spots, self.axes.step, output),
            }
        }
    }
}

impl Run for Winograd {
    fn set_weights(&mut self, weights: &Weights<'_>) {
        weights::pack(weights, self.rank, &self.axes, self.channels, self.weights.cells_mut());
    }

    fn run(&mut self, input: &Tensor, bias: &[f32], output: &mut Tensor) {
        let volume = output.cells().len() / bias.len();
        let per_group = input.cells().len() / self.groups;
        for group in 0..self.groups {
            let cells = &input.cells()[group * per_group..(group + 1) * per_group];
            self.padded.fill(cells);
            for first in (0..self.spots.len()).step_by(self.panels * COLUMNS) {
                let panels = (self.spots.len() - first).div_ceil(COLUMNS).min(self.panels);
                self.transform(first, panels);
                for from in (0..self.outs).step_by(self.channels) {
                    let channels = (self.outs - from).min(self.channels);
                    let begin = (group * self.outs + from) * self.offsets.len() * self.rank.places();
                    self.multiply(begin, channels, panels);
                    for row in 0..channels {
                        let channel = group * self.outs + from + row;
                        let output = &mut output.cells_mut()[channel * volume..(channel + 1) * volume];
                        self.write(row, bias[channel], first, panels, output);
                    }
                }
            }
        }
    }
}
