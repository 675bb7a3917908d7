//! The layer as a learner takes it who leaves something out: another plan on the same input.
use conv::{LayerSpec, Op, Padding, Plan, Source};

/// The plan of a layer that differs a little; none where that cannot be.
pub fn plan(plan: &Plan, change: impl FnOnce(&mut LayerSpec)) -> Option<Plan> {
    let mut spec = plan.spec().clone();
    change(&mut spec);
    spec.layer().ok()?.plan(plan.input_shape(), plan.flip()).ok()
}

pub fn without_padding(spec: &mut LayerSpec) {
    spec.padding = match spec.op {
        Op::Pad => Padding::Sides(vec![0; 2 * spec.rank()]),
        _ => Padding::Cells(vec![0; spec.rank()]),
    };
}

pub fn without_stride(spec: &mut LayerSpec) {
    spec.stride.fill(1);
}

pub fn without_dilation(spec: &mut LayerSpec) {
    spec.dilation.fill(1);
}

/// A transposed layer taken for an ordinary one.
pub fn as_conv(spec: &mut LayerSpec) {
    spec.op = Op::Conv;
    spec.output_padding.fill(0);
}

/// Row-major place of a flat index.
pub fn unflat(flat: usize, size: [usize; 3]) -> [usize; 3] {
    let [_, rows, cells] = size.map(|size| size.max(1));
    [flat / rows / cells, flat / cells % rows, flat % cells]
}

/// What the window of a place reads in one channel, cell by cell, as indices into that channel. The place need not be one
/// that the plan has.
pub fn window(plan: &Plan, output_at: [usize; 3]) -> Vec<Source> {
    let start = plan.window_start(output_at);
    let (kernel, dilation) = (plan.kernel_size(), plan.dilation());
    let cells: usize = kernel.iter().product();
    let places = (0..cells).map(|cell| {
        let cell = unflat(cell, kernel);
        plan.source(std::array::from_fn(|axis| {
            start[axis] + (cell[axis] * dilation[axis]) as i64
        }))
    });
    places.collect()
}
