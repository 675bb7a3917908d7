//! Scenes of any kind to draw: one layer or several, every parameter, each axis by itself, in any order.
use conv::{LayerSpec, Op, Padding, PaddingMode, UNKNOWN};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use story::{Cell, Change, Fill, Film, Order, Scene, Showing, Tensor};

/// So many cases in everyday runs; `PROPTEST_CASES` in the environment asks for another number.
pub fn cases(cases: u32) -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").map(|_| Config::default().cases);
    let cases = asked.unwrap_or(cases);
    Config {
        cases,
        failure_persistence: None,
        max_global_rejects: cases * 20,
        ..Config::default()
    }
}

fn axes(values: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = [i64; 3]> {
    prop::array::uniform3(values)
}

/// Convolutions, plain and transposed, not all of which can be.
fn convolutions() -> impl Strategy<Value = LayerSpec> {
    let channels = (1_i64..=4, 1_i64..=4, 1_i64..=4, any::<bool>());
    let vectors = (axes(1..=5), axes(1..=4), axes(1..=3), axes(0..=2));
    let padding = (0_u8..6, axes(-1..=3), 0_usize..4);
    (any::<bool>(), 1_usize..=3, channels, vectors, padding).prop_map(
        |(is_transposed, rank, (groups, ins, outs, bias), vectors, (kind, cells, mode))| {
            let (kernel, stride, dilation, output_padding) = vectors;
            let op = if is_transposed { Op::ConvTranspose } else { Op::Conv };
            // From 1 to 8.
            let [ins, outs] = [ins, outs].map(|channels| channels.min(8 / groups) * groups);
            let mut spec = LayerSpec::new(op, rank, ins, outs, 1);
            let cut = |axes: [i64; 3]| axes[..rank].to_vec();
            (spec.groups, spec.bias) = (groups, bias);
            (spec.kernel_size, spec.stride, spec.dilation) = (cut(kernel), cut(stride), cut(dilation));
            spec.padding = Padding::Cells(cut(cells));
            if is_transposed {
                spec.output_padding = cut(output_padding);
                return spec;
            }
            spec.padding_mode = PaddingMode::ALL[mode];
            match kind {
                0 => (spec.padding, spec.stride) = (Padding::Same, vec![1; rank]),
                1 => spec.padding = Padding::Valid,
                _ => {}
            }
            spec
        },
    )
}

/// What learns nothing, and linear layers.
fn others() -> impl Strategy<Value = LayerSpec> {
    let vectors = (axes(1..=4), axes(1..=3), axes(0..=2), axes(1..=2));
    let sides = prop::collection::vec(-1_i64..=3, 6);
    (2_usize..8, 1_usize..=3, vectors, sides, 0_usize..4, 1_i64..=8).prop_map(
        |(op, rank, (kernel, stride, padding, dilation), sides, mode, channels)| {
            let op = Op::ALL[op];
            match op {
                Op::Linear => return LayerSpec::new(op, 0, 2 * channels, stride[0], 1),
                Op::Relu | Op::Flatten => return LayerSpec::new(op, 1, channels, channels, 1),
                _ => {}
            }
            let mut spec = LayerSpec::new(op, rank, channels, channels, 1);
            if op == Op::Pad {
                spec.padding = Padding::Sides(sides[..2 * rank].to_vec());
                spec.padding_mode = PaddingMode::ALL[mode];
                return spec;
            }
            (spec.kernel_size, spec.stride) = (kernel[..rank].to_vec(), stride[..rank].to_vec());
            spec.padding = Padding::Cells(padding[..rank].to_vec());
            if op == Op::MaxPool {
                spec.dilation = dilation[..rank].to_vec();
            }
            spec
        },
    )
}

/// A scene of one layer.
fn one(spec: LayerSpec, sizes: [usize; 3]) -> Scene {
    let mut scene = Scene::default();
    let rank = if spec.op.takes_any_rank() {
        1 + sizes[0] % 3
    } else {
        spec.rank()
    };
    // To 60 cells in a row, to 12 on an axis of two, to 6 of three.
    let most = [60, 60, 12, 6][rank];
    scene.net_mut().size = sizes[..rank].iter().map(|size| size % most + 1).collect();
    scene.net_mut().input = std::iter::empty().collect();
    *scene.stage_mut() = story::Stage::new(spec);
    scene
}

/// With a layer more at the end, made to fit.
fn followed(scene: &Scene, mut spec: LayerSpec) -> Scene {
    let shape = scene
        .plans()
        .ok()
        .and_then(|plans| Some(plans.last()?.output_shape().to_vec()));
    let channels = shape.map_or(1, |shape| shape[0] as i64);
    if spec.op == Op::Linear {
        spec.in_channels = if spec.out_channels > 1 { UNKNOWN } else { channels };
    } else if spec.op.has_weight() {
        (spec.in_channels, spec.groups) = (channels, 1);
    }
    scene.with(Change::Insert(scene.net.stages.len(), spec))
}

/// Whether a step's picture can be asked for.
fn is_shown(scene: &Scene) -> bool {
    matches!(scene.show(), Ok(Showing::Film(_)))
}

/// Scenes that can be shown step by step: three of four have one layer, the others as many as fit of those that come up,
/// and any of these in hand.
fn layers() -> impl Strategy<Value = Scene> {
    let specs = prop_oneof![4 => convolutions(), 1 => others()];
    let more = prop::collection::vec(prop_oneof![1 => convolutions(), 1 => others()], 1..4);
    let row = prop_oneof![3 => Just(Vec::new()), 1 => more];
    let stage = any::<Index>();
    (specs, prop::array::uniform3(0_usize..60), row, stage).prop_filter_map("cannot be", |(spec, sizes, row, stage)| {
        let mut scene = one(spec, sizes);
        for spec in row {
            let longer = followed(&scene, spec);
            if is_shown(&longer) {
                scene = longer;
            }
        }
        let scene = scene.with(Change::Stage(stage.index(scene.net.stages.len())));
        is_shown(&scene).then_some(scene)
    })
}

/// The same in any order, with another scene beside some.
pub fn scenes() -> impl Strategy<Value = Scene> {
    let orders = [Order::Rows, Order::Columns, Order::Shuffle, Order::All, Order::Scatter];
    let views = (prop::sample::select(orders.to_vec()), any::<[bool; 3]>(), 0_u32..9);
    (layers(), layers(), views).prop_map(|(mut scene, other, (order, [flip, is_alone, is_sine], seed))| {
        (scene.view.order, scene.view.flip) = (order, flip);
        (scene.net_mut().seed, scene.net_mut().fill) = (seed, Fill::ALL[usize::from(is_sine)]);
        scene.b = (!is_alone).then(|| other.pinned());
        scene
    })
}

/// Any cell of a film.
pub fn any_cell(film: &Film, kind: usize, index: Index) -> Option<Cell> {
    let tensors = [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output];
    let Some(&tensor) = tensors.get(kind) else {
        let before = film.plan.pads().map(|(before, _)| -before.clamp(0, 1));
        return Some(Cell::Padding { channel: 0, at: before });
    };
    let cells = film.data(tensor).len();
    (cells > 0).then(|| Cell::Of(tensor, index.index(cells)))
}
