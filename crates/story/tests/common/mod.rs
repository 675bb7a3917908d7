//! Random scenes that hold: both operations, all ranks, every parameter, each axis by itself.
#![allow(dead_code)]
use conv::{LayerSpec, Op, Padding, PaddingMode};
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
        max_global_rejects: cases * 8,
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
                Op::Conv => {
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

/// Scenes without edits that can be computed.
pub fn layers() -> impl Strategy<Value = Scene> {
    let sizes = axes(1_usize..=7);
    (specs(), sizes, any::<bool>(), any::<u32>()).prop_filter_map("cannot be", |(spec, sizes, flip, seed)| {
        let mut scene = Scene::default();
        let small = if spec.rank() == 3 { 3 } else { 0 };
        scene.net_mut().size = sizes[..spec.rank()]
            .iter()
            .map(|size| size.saturating_sub(small).max(1))
            .collect();
        scene.net_mut().input = std::iter::empty().collect();
        *scene.stage_mut() = story::Stage::new(spec);
        scene.view.flip = flip;
        scene.net_mut().seed = seed % 100;
        scene.net_mut().fill = Fill::ALL[(seed / 100 % 2) as usize];
        scene.plan().is_ok().then_some(scene)
    })
}

/// Scenes with a few cells edited.
pub fn scenes(values: impl Strategy<Value = f32>) -> impl Strategy<Value = Scene> {
    let edits = proptest::collection::vec((0_u8..3, any::<prop::sample::Index>(), values), 0..12);
    (layers(), edits).prop_map(|(scene, edits)| {
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

/// Equal by bits, where every NaN equals every other.
pub fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}
