//! Which path a plan takes.
use conv::{Finish, Op, Plan, exact};

use crate::Path;
use crate::gemm::Gemm;
use crate::kernel::Run;
use crate::reference::Reference;

pub(crate) fn path(plan: &Plan, weight: &[f32]) -> Path {
    // A hole is skipped; in a copy it is a 0, whose product is no 0 if the weight is not finite.
    let is_transposed = plan.spec().op == Op::ConvTranspose;
    let holes = is_transposed && !weight.iter().all(|weight| weight.is_finite());
    if plan.finish() != Finish::Sum || holes || !exact::is_copied(plan) {
        return Path::Reference;
    }
    Path::Gemm
}

pub(crate) fn run(path: Path, plan: &Plan) -> Box<dyn Run> {
    match path {
        Path::Gemm => Box::new(Gemm::new(plan)),
        _ => Box::new(Reference::new(plan)),
    }
}
