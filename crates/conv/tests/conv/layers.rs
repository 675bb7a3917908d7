//! Layers without weights, linear ones, and layers in a row: what PyTorch computed, and what it refused.
use conv::{Bounds, Finish, LayerSpec, Op, Padding, PaddingMode, Plan, Source, reference, sequential, walk};
use proptest::prelude::*;
use serde_json::Value;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{config, numbers, same};

/// Computed by PyTorch 1.13. Where weights are, all numbers are small integers, so that every order of summation gives
/// the same bits.
const VECTORS: &str = include_str!("../data/layers.jsonl");

fn cases() -> impl Iterator<Item = Value> {
    // Under Miri every case costs seconds.
    let step = if cfg!(miri) { 19 } else { 1 };
    VECTORS
        .lines()
        .step_by(step)
        .map(|line| serde_json::from_str(line).expect("a case is JSON"))
}

fn shape(value: &Value) -> Vec<usize> {
    let sizes = value.as_array().expect("a list");
    sizes
        .iter()
        .map(|size| size.as_u64().expect("a size") as usize)
        .collect()
}

fn data(tensor: &Value) -> Vec<f32> {
    let numbers = tensor["data"].as_array().expect("a list");
    numbers
        .iter()
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn layers(case: &Value) -> Vec<LayerSpec> {
    let code = case["code"].as_str().expect("text");
    sequential::parse(code).unwrap_or_else(|error| panic!("{code}: {error}"))
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn groups_mean_nothing_to_a_linear_layer() {
    let plain = LayerSpec::new(Op::Linear, 0, 4, 2, 1);
    let grouped = LayerSpec {
        groups: 2,
        ..plain.clone()
    };
    let [plain, grouped] = [plain, grouped].map(|spec| {
        let plan = spec.layer().unwrap().plan(&[4], false).unwrap();
        let weight: Vec<f32> = (0..8).map(|at| at as f32).collect();
        (
            plan.weight_shape().to_vec(),
            plan.run(&[1.0, 2.0, 3.0, 4.0], &weight, Some(&[0.0; 2])).unwrap(),
        )
    });
    assert_eq!(grouped, plain);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_that_pytorch_ran_when_run_then_every_shape_and_the_bits_are_its_own() {
    let mut accepted = 0;
    for case in cases().filter(|case| case.get("output").is_some()) {
        let layers = layers(&case);
        let mut numbers = data(&case["input"]);
        let steps = walk(&layers, &shape(&case["input"]["shape"]), 1);
        assert_eq!(steps.len(), layers.len());
        for (at, step) in steps.iter().enumerate() {
            let plan = step
                .plan
                .as_ref()
                .unwrap_or_else(|refused| panic!("{}: {refused}", case["code"]));
            assert_eq!(step.output_shape, shape(&case["shapes"][at]), "{}", case["code"]);
            let tensors = &case["tensors"][at];
            let weight = tensors.get("weight").map(data).unwrap_or_default();
            let bias = tensors.get("bias").map(data);
            let plain = reference::run(plan, &numbers, &weight, bias.as_deref());
            numbers = plan.run(&numbers, &weight, bias.as_deref()).expect("fits");
            assert_eq!(numbers, plain, "{}", case["code"]);
        }
        assert_eq!(numbers, data(&case["output"]), "{}", case["code"]);
        accepted += 1;
    }
    assert!(cfg!(miri) || accepted == 148, "{accepted}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_that_pytorch_refused_when_walked_then_the_refusal_says_the_same() {
    let mut refused = 0;
    for case in cases().filter(|case| case.get("error").is_some()) {
        let steps = walk(&layers(&case), &shape(&case["input"]["shape"]), 1);
        let refusal = steps[0].plan.as_ref().expect_err("refused");
        assert_eq!(refusal.pytorch().as_deref(), case["error"].as_str(), "{}", case["code"]);
        refused += 1;
    }
    assert!(cfg!(miri) || refused == 9, "{refused}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_code_and_its_print_out_when_parsed_then_both_are_the_same_layers() {
    for case in cases() {
        let layers = layers(&case);
        assert_eq!(sequential::parse(&sequential::line(&layers)).as_ref(), Ok(&layers));
        if let Some(print) = case["print"].as_str() {
            assert_eq!(sequential::parse(print).as_ref(), Ok(&layers), "{print}");
        }
    }
}

/// Any layer that takes its channels from its input.
fn free() -> impl Strategy<Value = LayerSpec> {
    let op = prop::sample::select(vec![Op::AvgPool, Op::MaxPool, Op::Pad, Op::Relu, Op::Flatten]);
    let axes = |range| prop::collection::vec(range, 3);
    let sides = prop::collection::vec(-1i64..3, 6);
    (
        op,
        1usize..=3,
        axes(1i64..4),
        axes(1i64..4),
        axes(0i64..2),
        axes(1i64..3),
        sides,
        0usize..4,
    )
        .prop_map(|(op, rank, kernel, stride, padding, dilation, sides, mode)| {
            if op.takes_any_rank() {
                return LayerSpec::new(op, 1, 1, 1, 1);
            }
            let mut spec = LayerSpec::new(op, rank, 1, 1, 1);
            if op == Op::Pad {
                spec.padding = Padding::Sides(sides[..2 * rank].to_vec());
                spec.padding_mode = PaddingMode::ALL[mode];
                return spec;
            }
            spec.kernel_size = kernel[..rank].to_vec();
            spec.stride = stride[..rank].to_vec();
            spec.padding = Padding::Cells(padding[..rank].to_vec());
            if op == Op::MaxPool {
                spec.dilation = dilation[..rank].to_vec();
            }
            spec
        })
}

fn free_plans() -> impl Strategy<Value = Plan> {
    (free(), 1usize..4, prop::collection::vec(1usize..7, 3)).prop_filter_map("refused", |(spec, channels, sizes)| {
        let rank = spec.rank();
        let shape = [&[channels], &sizes[..rank]].concat();
        spec.layer().ok()?.plan(&shape, false).ok()
    })
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_layer_without_weights_when_run_then_taps_make_the_same_bits() {
    proptest!(config(1000), |(plan in free_plans(), seed: u64, strange: bool)| {
        let input = numbers(plan.input_shape().iter().product(), seed, strange);
        let output = plan.run(&input, &[], None).expect("fits");
        prop_assert_eq!(output.len(), plan.output_shape().iter().product::<usize>());
        for (cell, &value) in output.iter().enumerate() {
            let taps: Vec<f32> = (0..plan.slots()).map(|slot| match plan.tap(cell, slot).source {
                Source::Input(at) | Source::Copy(at) => input[at],
                Source::Zero | Source::Hole => plan.finish().padding(),
            }).collect();
            let wanted = match plan.finish() {
                Finish::Mean => taps.iter().fold(0.0, |sum, x| sum + x) / taps.len() as f32,
                Finish::Max if taps.iter().any(|x| x.is_nan()) => f32::NAN,
                Finish::Max => taps.iter().fold(f32::NEG_INFINITY, |most, &x| if x > most { x } else { most }),
                Finish::Relu if taps[0] < 0.0 => 0.0,
                _ => taps[0],
            };
            prop_assert!(same(value, wanted), "{} [{}]: {} {}", plan.spec(), cell, value, wanted);
        }
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_without_weights_when_printed_and_parsed_then_they_are_themselves() {
    proptest!(config(1000), |(layers in prop::collection::vec(free(), 1..5))| {
        prop_assert_eq!(sequential::parse(&sequential::line(&layers)), Ok(layers));
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_an_average_pool_of_four_cells_when_its_depthwise_equal_runs_then_no_number_differs() {
    proptest!(config(200), |(sizes in prop::collection::vec(2usize..8, 2), channels in 1usize..4, stride in 1i64..4, seed: u64)| {
        let mut pool = LayerSpec::new(Op::AvgPool, 2, 1, 1, 2);
        pool.stride = vec![stride; 2];
        let shape = [&[channels], &sizes[..]].concat();
        let pool = pool.layer().unwrap().plan(&shape, false).unwrap();
        let equal = sequential::equal_depthwise(pool.spec()).expect("an average");
        prop_assert_eq!(equal.groups, channels as i64);
        let equal = equal.layer().unwrap().plan(&shape, false).unwrap();
        let input = numbers(shape.iter().product(), seed, false);
        let means = pool.run(&input, &[], None).unwrap();
        let sums = equal.run(&input, &sequential::equal_weight(&pool), None).unwrap();
        prop_assert_eq!(means, sums);
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_pool_padded_by_more_than_half_when_refused_then_less_padding_is_offered() {
    let spec = LayerSpec::parse("nn.MaxPool2d(2, padding=2)").unwrap();
    let refusal = spec.layer().unwrap().plan(&[3, 6, 6], false).expect_err("refused");
    assert_eq!(
        refusal.pytorch().as_deref(),
        Some("pad should be at most half of effective kernel size, but got pad=2, kernel_size=2 and dilation=1")
    );
    let fixes: Vec<String> = refusal.fixes().iter().map(|fix| format!("{fix:?}")).collect();
    assert_eq!(fixes.len(), 2, "{fixes:?}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_max_pool_with_padding_when_run_then_padding_never_wins() {
    // Given numbers below zero, then the padding's minus infinity is below them all, where a zero would not be
    let plan = LayerSpec::parse("MaxPool1d(3, 1, 1)")
        .unwrap()
        .layer()
        .unwrap()
        .plan(&[1, 3], false)
        .unwrap();
    assert_eq!(plan.run(&[-5.0, -7.0, -6.0], &[], None), Ok(vec![-5.0, -5.0, -6.0]));
    assert!(plan.check(Bounds::PAGE).is_ok());
    assert_eq!((plan.macs(), plan.layer().params()), (0, 0));
}
