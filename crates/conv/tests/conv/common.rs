//! Random layers, small enough to compute by brute force.
use conv::{LayerSpec, Op, Padding, PaddingMode, Plan};
use proptest::prelude::*;

/// Fewer under Miri, where each case takes a hundred times as long.
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases: if cfg!(miri) { 6 } else { cases },
        failure_persistence: None,
        max_global_rejects: 1 << 20,
        ..ProptestConfig::default()
    }
}

/// Any spec of either operation, often a valid one.
pub fn specs() -> impl Strategy<Value = LayerSpec> {
    (1usize..=3).prop_flat_map(|rank| {
        let axis = |range| prop::collection::vec(range, rank);
        let padding = prop_oneof![
            6 => axis(-1i64..4).prop_map(Padding::Cells),
            2 => Just(Padding::Same),
            1 => Just(Padding::Valid),
        ];
        (
            (any::<bool>(), 1i64..4, 1i64..7, 1i64..4, any::<bool>(), 0usize..4),
            (axis(1..5), axis(1..4), padding, axis(0..3), axis(1..4)),
        )
            .prop_map(
                |((transposed, ins, outs, groups, bias, mode), (kernel, stride, padding, extra, dilation))| {
                    let op = if transposed { Op::ConvTranspose } else { Op::Conv };
                    let zeros = vec![0; kernel.len()];
                    LayerSpec {
                        op,
                        in_channels: ins * groups,
                        out_channels: outs * groups,
                        stride: if padding == Padding::Same {
                            vec![1; kernel.len()]
                        } else {
                            stride
                        },
                        padding: match padding {
                            Padding::Cells(cells) => Padding::Cells(cells),
                            _ if transposed => Padding::Cells(zeros.clone()),
                            named => named,
                        },
                        output_padding: if transposed { extra } else { zeros },
                        kernel_size: kernel,
                        dilation,
                        groups,
                        bias,
                        padding_mode: if transposed {
                            PaddingMode::Zeros
                        } else {
                            PaddingMode::ALL[mode]
                        },
                    }
                },
            )
    })
}

/// A spec and an input shape of its channels and rank; the shape may not fit.
pub fn layers_on_shapes() -> impl Strategy<Value = (LayerSpec, Vec<usize>)> {
    specs().prop_flat_map(|spec| {
        let largest = [24usize, 12, 6][spec.rank() - 1];
        let sizes = prop::collection::vec(1..=largest, spec.rank());
        (Just(spec), sizes).prop_map(|(spec, sizes)| {
            let shape = std::iter::once(spec.in_channels as usize).chain(sizes).collect();
            (spec, shape)
        })
    })
}

/// Layers on shapes that fit.
pub fn plans() -> impl Strategy<Value = Plan> {
    (layers_on_shapes(), any::<bool>()).prop_filter_map("refused", |((spec, shape), flip)| {
        spec.layer().ok()?.plan(&shape, flip).ok()
    })
}

/// Numbers of all kinds; `strange` ones (infinite, none, -0.0, subnormal) now and then.
pub fn numbers(length: usize, seed: u64, strange: bool) -> Vec<f32> {
    const STRANGE: [f32; 8] = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        -0.0,
        0.0,
        1e-42,
        f32::MAX,
        f32::MIN_POSITIVE,
    ];
    let mut state = seed | 1;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    (0..length)
        .map(|_| {
            let drawn = random();
            let number = (drawn >> 40) as f32 / (1 << 23) as f32 - 1.0;
            let scale = [1.0, 1e-3, 1e6][(drawn % 3) as usize];
            if strange && drawn % 16 == 0 {
                STRANGE[(drawn >> 8) as usize % 8]
            } else {
                number * scale
            }
        })
        .collect()
}

/// The tensors of a plan.
pub struct Tensors {
    pub input: Vec<f32>,
    pub weight: Vec<f32>,
    pub bias: Option<Vec<f32>>,
}

pub fn tensors(plan: &Plan, seed: u64, strange: bool) -> Tensors {
    let cells = |shape: &[usize]| shape.iter().product::<usize>();
    Tensors {
        input: numbers(cells(plan.input_shape()), seed, strange),
        weight: numbers(cells(plan.weight_shape()), seed ^ 0x9e37_79b9, strange),
        bias: plan
            .spec()
            .bias
            .then(|| numbers(plan.output_shape()[0], seed ^ 0x51ed, strange)),
    }
}

/// Equal to the bit; any NaN is as good as any other.
pub fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}
