//! Random scenes that hold: all operations, all ranks, every parameter, each axis by itself, one layer and several.
#![allow(dead_code)]
use conv::{LayerSpec, Op, Padding, PaddingMode, UNKNOWN};
use proptest::prelude::*;
use proptest::test_runner::Config;
use std::sync::Arc;
use story::{Change, Fill, Film, Scene, Showing, Tensor};

/// So many cases in everyday runs; `PROPTEST_CASES` in the environment asks for another number.
pub fn cases(cases: u32) -> Config {
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        Config::default().cases
    } else {
        cases
    };
    Config {
        cases,
        failure_persistence: None,
        max_global_rejects: cases.saturating_mul(8),
        max_local_rejects: cases.saturating_mul(8),
        ..Config::default()
    }
}

/// Numbers that survive a comparison: no NaN.
pub fn finite() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => (-9_i8..=9).prop_map(f32::from),
        1 => proptest::num::f32::NORMAL | proptest::num::f32::SUBNORMAL,
        1 => -1.0_f32..1.0,
        1 => Just(-0.0),
    ]
}

/// Any number at all.
pub fn wild() -> impl Strategy<Value = f32> {
    prop_oneof![
        8 => finite(),
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => Just(f32::NEG_INFINITY),
    ]
}

fn axes<T: std::fmt::Debug + Clone>(each: impl Strategy<Value = T> + Clone) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(each, 3)
}

/// Layers, not all of which can be.
fn specs() -> impl Strategy<Value = LayerSpec> {
    prop_oneof![4 => convolutions(), 3 => others()]
}

/// What learns nothing, and linear layers.
fn others() -> impl Strategy<Value = LayerSpec> {
    let vectors = (axes(1_i64..=3), axes(1_i64..=3), axes(0_i64..=1), axes(1_i64..=2));
    let sides = proptest::collection::vec(-1_i64..=2, 6);
    (2_usize..8, 1_usize..=3, vectors, sides, 0_usize..4, 1_i64..=5).prop_map(
        |(op, rank, (kernel, stride, padding, dilation), sides, mode, channels)| {
            let op = Op::ALL[op];
            match op {
                Op::Linear => return LayerSpec::new(op, 0, channels, stride[0], 1),
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

fn convolutions() -> impl Strategy<Value = LayerSpec> {
    let channels = (1_i64..=3, 1_i64..=2, 1_i64..=2, any::<bool>());
    let vectors = (axes(1_i64..=3), axes(1_i64..=3), axes(1_i64..=2), axes(0_i64..=1));
    let padding = (0_u8..8, axes(-1_i64..=2), 0_usize..4);
    (any::<bool>(), 1_usize..=3, channels, vectors, padding).prop_map(
        |(transposed, rank, (groups, ins, outs, bias), vectors, (kind, cells, mode))| {
            let (kernel, stride, dilation, output_padding) = vectors;
            let op = if transposed { Op::ConvTranspose } else { Op::Conv };
            let mut spec = LayerSpec::new(op, rank, groups * ins, groups * outs, 1);
            let cut = |axes: Vec<i64>| axes[..rank].to_vec();
            (spec.groups, spec.bias) = (groups, bias);
            (spec.kernel_size, spec.stride) = (cut(kernel), cut(stride));
            spec.dilation = cut(dilation);
            spec.padding = Padding::Cells(cut(cells));
            match op {
                Op::ConvTranspose => spec.output_padding = cut(output_padding),
                _ => {
                    spec.padding_mode = PaddingMode::ALL[mode];
                    match kind {
                        0 => (spec.padding, spec.stride) = (Padding::Same, vec![1; rank]),
                        1 => spec.padding = Padding::Valid,
                        _ => {}
                    }
                }
            }
            if let (Padding::Cells(cells), PaddingMode::Zeros) = (&mut spec.padding, spec.padding_mode) {
                cells.iter_mut().for_each(|cells| *cells = (*cells).max(0));
            }
            spec
        },
    )
}

/// Whether a scene can be shown step by step.
fn is_film(scene: &Scene) -> bool {
    matches!(scene.show(), Ok(Showing::Film(_)))
}

/// Scenes of one layer, without edits, that can be shown step by step.
pub fn layers() -> impl Strategy<Value = Scene> {
    let sizes = axes(1_usize..=7);
    (specs(), sizes, any::<bool>(), any::<u32>()).prop_filter_map("cannot be", |(spec, sizes, flip, seed)| {
        let mut scene = Scene::default();
        let small = if spec.rank() == 3 { 3 } else { 0 };
        let axes = if spec.op.takes_any_rank() {
            sizes[0] % 3 + 1
        } else {
            spec.rank()
        };
        scene.net_mut().size = sizes[..axes]
            .iter()
            .map(|size| size.saturating_sub(small).max(1))
            .collect();
        scene.net_mut().input = std::iter::empty().collect();
        *scene.stage_mut() = story::Stage::new(spec);
        scene.view.flip = flip;
        scene.net_mut().seed = seed % 100;
        scene.net_mut().fill = Fill::ALL[(seed / 100 % 2) as usize];
        is_film(&scene).then_some(scene)
    })
}

/// Scenes of several layers as well: of those that come up, as many as fit; any of them is in hand.
pub fn rows() -> impl Strategy<Value = Scene> {
    (
        layers(),
        proptest::collection::vec(specs(), 0..4),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(mut scene, specs, stage)| {
            for mut spec in specs {
                let plans = scene.plans().expect("made to hold");
                let shape = plans.last().expect("at least one").output_shape();
                if spec.op == Op::Linear {
                    spec.in_channels = if spec.out_channels > 2 {
                        UNKNOWN
                    } else {
                        shape[0] as i64
                    };
                } else if spec.op.has_weight() && spec.in_channels != shape[0] as i64 {
                    (spec.in_channels, spec.groups) = (shape[0] as i64, 1);
                }
                let fits = spec.layer().ok().and_then(|layer| layer.plan(shape, false).ok());
                if fits.is_some_and(|plan| plan.macs() < 1 << 14 && plan.output_shape().iter().product::<usize>() < 600)
                {
                    let longer = scene.with(Change::Insert(scene.net.stages.len(), spec));
                    if is_film(&longer) {
                        scene = longer;
                    }
                }
            }
            let stage = stage.index(scene.net.stages.len());
            scene.with(Change::Stage(stage))
        })
}

/// Few cells, and of a flat row no more than the stage draws.
fn is_drawn(shape: &[usize]) -> bool {
    let most = if shape.len() == 1 { 256 } else { 600 };
    shape.iter().product::<usize>() <= most
}

/// Scenes with a few cells edited.
pub fn scenes(values: impl Strategy<Value = f32>) -> impl Strategy<Value = Scene> {
    edited(rows(), values)
}

/// The same of one layer.
pub fn scenes_of_one(values: impl Strategy<Value = f32>) -> impl Strategy<Value = Scene> {
    edited(layers(), values)
}

/// The same with a few cells edited.
pub fn edited(
    scenes: impl Strategy<Value = Scene>,
    values: impl Strategy<Value = f32>,
) -> impl Strategy<Value = Scene> {
    let edits = proptest::collection::vec((0_u8..3, any::<prop::sample::Index>(), values), 0..12);
    (scenes, edits).prop_map(|(scene, edits)| {
        edits.into_iter().fold(scene, |scene, (tensor, index, value)| {
            let plan = scene.plan().expect("made to hold");
            let (tensor, shape) = match tensor {
                0 => (Tensor::Input, plan.input_shape()),
                1 => (Tensor::Weight, plan.weight_shape()),
                _ => (Tensor::Bias, &plan.output_shape()[..1]),
            };
            let index = index.index(shape.iter().product());
            scene.with(Change::Cell(tensor, index, Some(value)))
        })
    })
}

pub fn film(scene: &Scene) -> Arc<Film> {
    match scene.show() {
        Ok(Showing::Film(film)) => film,
        other => panic!("no film: {other:?}"),
    }
}

pub fn films() -> impl Strategy<Value = Arc<Film>> {
    scenes(wild()).prop_map(|scene| film(&scene))
}

/// Scenes of one layer that is a convolution or a transposed one, on whole numbers.
pub fn scenes_of_convolutions() -> impl Strategy<Value = Scene> {
    let layers = layers().prop_filter("no convolution", |scene| {
        matches!(scene.spec().op, Op::Conv | Op::ConvTranspose)
    });
    layers.prop_map(|mut scene| {
        scene.net_mut().fill = Fill::Numbers;
        scene
    })
}

pub fn films_of_convolutions() -> impl Strategy<Value = Arc<Film>> {
    films().prop_filter("no convolution", |film| {
        matches!(film.plan.spec().op, Op::Conv | Op::ConvTranspose)
    })
}

/// Equal by bits, where every NaN equals every other.
pub fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}
