//! Which path a plan takes: of those that fit the one that is estimated to be the quickest.
use std::rc::Rc;

use conv::{Finish, Op, Plan, exact};

use crate::Path;
use crate::depthwise::{self, Depthwise};
use crate::direct::Direct;
use crate::gemm::Gemm;
use crate::reference::Reference;
use crate::run::Run;
use crate::tiny::{self, Tiny};
use crate::winograd::{Rank, Winograd};

/// What is known of a path.
struct Way {
    path: Path,
    /// Whether it can compute a plan's layer with these weights.
    fits: fn(&Plan, &[f32]) -> bool,
    /// About how long it takes, in cycles of a processor with two units for vectors of four.
    cost: fn(&Sizes) -> f32,
    make: fn(&Rc<Plan>) -> Box<dyn Run>,
}

/// All paths; of equally quick ones the first is taken.
const WAYS: [Way; 8] = [
    Way {
        path: Path::Tiny,
        fits: |plan, weight| sums(plan, weight) && plan.macs() <= tiny::MOST,
        cost: |sizes| 1.5 * sizes.macs(),
        make: |plan| Box::new(Tiny::new(plan)),
    },
    Way {
        path: Path::Depthwise,
        fits: |plan, weight| depthwise::fits(plan) && is_finite(weight),
        cost: |sizes| sizes.macs() / 4.0 + 60.0 * sizes.outputs_of_all(),
        make: |plan| Box::new(Depthwise::new(plan)),
    },
    Way {
        path: Path::Direct,
        fits: |plan, weight| convolves(plan) && sums(plan, weight),
        cost: |sizes| {
            300.0
                + sizes.copied()
                + sizes.columns(8.0) * sizes.depth * (sizes.outs + 2.5 * sizes.tiles())
                + sizes.stores()
        },
        make: |plan| Box::new(Direct::new(plan)),
    },
    Way {
        path: Path::Winograd2,
        fits: |plan, weight| convolves(plan) && sums(plan, weight) && threes(plan, 1..3),
        cost: |sizes| sizes.winograd(Rank::Two, 9.0, [340.0, 290.0]),
        make: |plan| Box::new(Winograd::new(plan, Rank::Two)),
    },
    Way {
        path: Path::Winograd1,
        fits: |plan, weight| convolves(plan) && sums(plan, weight) && threes(plan, 2..3),
        cost: |sizes| sizes.winograd(Rank::One, 3.0, [50.0, 50.0]),
        make: |plan| Box::new(Winograd::new(plan, Rank::One)),
    },
    Way {
        path: Path::Gemm,
        fits: |plan, weight| convolves(plan) && sums(plan, weight),
        cost: Sizes::gemm,
        make: gemm,
    },
    Way {
        path: Path::Transposed,
        fits: |plan, weight| !convolves(plan) && sums(plan, weight),
        cost: Sizes::gemm,
        make: gemm,
    },
    Way {
        path: Path::Reference,
        fits: |_, _| true,
        cost: |sizes| 2000.0 + sizes.macs() * 30.0,
        make: |plan| Box::new(Reference::new(plan)),
    },
];

fn gemm(plan: &Rc<Plan>) -> Box<dyn Run> {
    Box::new(Gemm::new(plan))
}

/// The quickest path.
#[inline(never)]
pub(crate) fn path(plan: &Plan, weight: &[f32]) -> Path {
    let sizes = Sizes::new(plan);
    let (mut best, mut least) = (Path::Reference, f32::INFINITY);
    for way in &WAYS {
        if (way.fits)(plan, weight) {
            let cost = (way.cost)(&sizes);
            if cost < least {
                (best, least) = (way.path, cost);
            }
        }
    }
    best
}

pub(crate) fn fits(path: Path, plan: &Plan, weight: &[f32]) -> bool {
    WAYS.iter().any(|way| way.path == path && (way.fits)(plan, weight))
}

#[inline(never)]
pub(crate) fn make(path: Path, plan: &Rc<Plan>) -> Box<dyn Run> {
    let [others @ .., any] = &WAYS;
    let way = others.iter().find(|way| way.path == path).unwrap_or(any);
    (way.make)(plan)
}

#[inline(never)]
fn is_finite(weight: &[f32]) -> bool {
    weight.iter().all(|weight| weight.is_finite())
}

fn convolves(plan: &Plan) -> bool {
    plan.spec().op != Op::ConvTranspose
}

/// Whether windows with their padding in place give the layer's sums, and are worth their room.
fn sums(plan: &Plan, weight: &[f32]) -> bool {
    // A hole is skipped; in a copy it is a 0, whose product is no 0 if the weight is not finite.
    plan.finish() == Finish::Sum && exact::is_copied(plan) && (convolves(plan) || is_finite(weight))
}

/// Whether the kernel has three cells on these axes, moves cell by cell, and is no longer than the input: Winograd's sums
/// are of all weights, and those that meet no cell would leave their rounding in the others'.
fn threes(plan: &Plan, mut axes: std::ops::Range<usize>) -> bool {
    axes.all(|axis| {
        let is_met = plan.input_size()[axis] > 2 * plan.dilation()[axis];
        plan.kernel_size()[axis] == 3 && plan.stride()[axis] == 1 && is_met
    })
}

/// What a plan's cost is made of.
struct Sizes {
    groups: f32,
    /// Input and output channels of a group, and products of an output.
    ins: f32,
    outs: f32,
    depth: f32,
    /// Outputs of a channel, and how long a row of them is.
    outputs: f32,
    width: f32,
    /// By how much tiles of four outputs have more room than there are outputs, on each axis.
    room: [f32; 3],
    /// Cells of a channel.
    inputs: f32,
    /// Whether a stride takes them apart.
    is_strided: bool,
}

impl Sizes {
    fn new(plan: &Plan) -> Self {
        let groups = plan.groups() as f32;
        let outputs = volume(plan.output_size());
        let outs = plan.out_channels() as f32 / groups;
        Self {
            ins: plan.channels() as f32 / groups,
            depth: plan.macs() as f32 / (groups * outs * outputs),
            width: plan.output_size()[2] as f32,
            room: [0, 1, 2].map(|axis| room(plan.output_size()[axis], plan.dilation()[axis])),
            inputs: volume(plan.input_size()),
            is_strided: plan.stride()[2] > 1,
            groups,
            outs,
            outputs,
        }
    }

    fn macs(&self) -> f32 {
        self.groups * self.outs * self.depth * self.outputs
    }

    fn outputs_of_all(&self) -> f32 {
        self.groups * self.outs
    }

    /// Tiles of rows.
    fn tiles(&self) -> f32 {
        (self.outs / 6.0).ceil()
    }

    /// Columns of so many outputs, in all groups.
    fn columns(&self, wide: f32) -> f32 {
        self.groups * (self.outputs / wide).ceil()
    }

    fn copied(&self) -> f32 {
        self.groups * self.ins * self.inputs * if self.is_strided { 2.0 } else { 0.5 }
    }

    fn stores(&self) -> f32 {
        self.columns(8.0) * self.tiles() * 30.0
    }

    fn gemm(&self) -> f32 {
        let straddling = if self.width < 64.0 { 1.5 } else { 1.0 };
        let packed = self.columns(8.0) * self.depth * 8.0 * straddling;
        200.0
            + self.copied()
            + packed
            + self.columns(8.0) * self.depth * self.outs.max(4.0 * self.tiles())
            + self.stores()
    }

    /// Tiles of four outputs on each of the last axes are so many products each, where `taps` stood for an output; the
    /// transforms of four tiles take so long.
    fn winograd(&self, rank: Rank, taps: f32, [into, out_of]: [f32; 2]) -> f32 {
        let depth = self.depth / taps;
        let (tile, room) = match rank {
            Rank::One => (4.0, self.room[2]),
            Rank::Two => (16.0, self.room[1] * self.room[2]),
        };
        let columns = self.columns(tile * 8.0 / room);
        let transforms = 2.0 * columns * (depth * into + self.outs * out_of);
        let sums = depth * self.outs.max(4.0 * self.tiles()) + 25.0 * self.tiles();
        600.0 + self.copied() * room + transforms + columns * rank.places() as f32 * sums
    }
}

#[inline(never)]
fn volume(size: [usize; 3]) -> f32 {
    size.iter().fold(1.0, |all, &size| all * size as f32)
}

/// By how much tiles of four have more room than so many outputs, each `dilation`-th of them in tiles of their own.
#[inline(never)]
fn room(outputs: usize, dilation: usize) -> f32 {
    let lines = dilation.min(outputs);
    let tiles = lines * outputs.div_ceil(lines).div_ceil(4);
    (tiles * 4) as f32 / outputs as f32
}
