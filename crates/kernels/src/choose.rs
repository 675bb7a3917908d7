//! Which path a plan takes.
use conv::{Finish, Op, Plan, exact};

use crate::Path;
use crate::depthwise::{self, Depthwise};
use crate::direct::Direct;
use crate::gemm::Gemm;
use crate::kernel::Run;
use crate::reference::Reference;
use crate::tiny::{self, Tiny};
use crate::winograd::{Rank, Winograd};

pub(crate) fn path(plan: &Plan, weight: &[f32]) -> Path {
    // A hole is skipped; in a copy it is a 0, whose product is no 0 if the weight is not finite.
    let is_transposed = plan.spec().op == Op::ConvTranspose;
    let is_finite = weight.iter().all(|weight| weight.is_finite());
    let holes = is_transposed && !is_finite;
    if plan.finish() != Finish::Sum || holes || !exact::is_copied(plan) {
        return Path::Reference;
    }
    if plan.macs() <= tiny::MOST {
        return Path::Tiny;
    }
    if is_transposed {
        return Path::Transposed;
    }
    if is_finite && depthwise::fits(plan) {
        return Path::Depthwise;
    }
    if !is_transposed && (plan.channels() / plan.groups() < 3 || plan.out_channels() / plan.groups() < 6) {
        return Path::Direct;
    }
    let many = plan.channels() / plan.groups() >= 8 && plan.out_channels() / plan.groups() >= 8;
    let dense = !is_transposed && plan.stride()[2] == 1 && plan.kernel_size()[2] == 3 && many;
    if dense && plan.kernel_size()[1] == 3 && plan.stride()[1] == 1 {
        return Path::Winograd2;
    }
    if dense {
        return Path::Winograd1;
    }
    Path::Gemm
}

pub(crate) fn run(path: Path, plan: &Plan) -> Box<dyn Run> {
    match path {
        Path::Winograd1 => Box::new(Winograd::new(plan, Rank::One)),
        Path::Winograd2 => Box::new(Winograd::new(plan, Rank::Two)),
        Path::Depthwise => Box::new(Depthwise::new(plan)),
        Path::Direct => Box::new(Direct::new(plan)),
        Path::Tiny => Box::new(Tiny::new(plan)),
        Path::Gemm | Path::Transposed => Box::new(Gemm::new(plan)),
        Path::Reference => Box::new(Reference::new(plan)),
    }
}
