//! Every path against sums in 64 bits, and against the exact path where numbers are not finite.
#![allow(clippy::unwrap_used)]

#[path = "../../conv/tests/conv/common.rs"]
mod common;

use common::{Tensors, config, plans, same, tensors};
use conv::{Bounds, Code, LayerSpec, Plan, Source, exact};
use kernels::{Kernel, Path};
use proptest::prelude::*;
use serde_json::Value;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const VECTORS: &str = include_str!("../../conv/tests/data/conv.jsonl");

/// Numbers between -1 and 1; of the strange ones those whose sums do not depend on their order.
fn data(plan: &Plan, seed: u64, strange: bool) -> Tensors {
    let mut data = tensors(plan, seed, strange);
    let tame = |numbers: &mut Vec<f32>| {
        for number in numbers.iter_mut().filter(|number| number.is_finite()) {
            *number %= 1.0;
        }
    };
    tame(&mut data.input);
    tame(&mut data.weight);
    data.bias.iter_mut().for_each(tame);
    if !plan.spec().op.has_weight() {
        data.weight.clear();
    }
    data
}

fn given(code: &str, shape: &[usize]) -> Plan {
    let layer = LayerSpec::parse(code).unwrap().layer().unwrap();
    layer.plan(shape, false).unwrap()
}

/// The outputs in 64 bits, and the largest of them; where they cancel, a part of what is added up.
fn truth(plan: &Plan, data: &Tensors) -> (Vec<f64>, f64) {
    let volume: usize = plan.output_size().iter().product();
    let mut largest = 0.0_f64;
    let output = |at: usize| {
        let mut sum = data.bias.as_ref().map_or(0.0, |bias| f64::from(bias[at / volume]));
        let mut all = sum.abs();
        for slot in 0..plan.slots() {
            let tap = plan.tap(at, slot);
            if let Source::Input(cell) | Source::Copy(cell) = tap.source {
                let product = f64::from(data.input[cell]) * f64::from(data.weight[tap.weight]);
                sum += product;
                all += product.abs();
            }
        }
        largest = largest.max(sum.abs()).max(all / 8.0);
        sum
    };
    let outputs = (0..volume * plan.out_channels()).map(output).collect();
    (outputs, largest.max(f64::from(f32::MIN_POSITIVE)))
}

fn run(kernel: &mut Kernel, input: &[f32]) -> Vec<f32> {
    kernel.input_mut().copy_from_slice(input);
    kernel.run();
    kernel.output().to_vec()
}

/// The outputs by a path, if it fits.
fn outputs_by(path: Path, plan: &Plan, data: &Tensors) -> Option<Vec<f32>> {
    let kernel = Kernel::by(path, plan.clone(), &data.weight, data.bias.as_deref()).unwrap();
    kernel.map(|mut kernel| run(&mut kernel, &data.input))
}

#[track_caller]
fn assert_near(kernel: &mut Kernel, data: &Tensors, (outputs, largest): &(Vec<f64>, f64)) {
    let computed = run(kernel, &data.input);
    assert_eq!(computed.len(), outputs.len());
    let path = kernel.path();
    for (at, (got, wanted)) in computed.iter().zip(outputs).enumerate() {
        let error = (f64::from(*got) - wanted).abs() / largest;
        let (spec, shape) = (kernel.plan().spec(), kernel.plan().input_shape());
        assert!(
            error <= f64::from(path.tolerance()),
            "{path:?} {spec} {shape:?} [{at}]: {got} for {wanted}, {error:e}"
        );
    }
}

/// Holds every path that fits to the true sums.
#[track_caller]
fn assert_all_near(plan: &Plan, seed: u64) {
    let data = data(plan, seed, false);
    let truth = truth(plan, &data);
    for path in Path::ALL {
        let kernel = Kernel::by(path, plan.clone(), &data.weight, data.bias.as_deref()).unwrap();
        if let Some(mut kernel) = kernel {
            assert_near(&mut kernel, &data, &truth);
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_small_layer_when_run_by_every_path_then_sums_are_true() {
    proptest!(config(600), |(plan in plans(), seed: u64)| {
        assert_all_near(&plan, seed);
    });
}

/// The rounding of weights that meet no cell would be large beside the sum of those that do.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_an_input_shorter_than_the_kernel_when_most_weights_meet_none_of_it_then_sums_are_true() {
    for (code, shape, rows) in [
        ("nn.Conv1d(1, 1, 3, padding=1, bias=False)", &[1, 1][..], 1),
        ("nn.Conv1d(1, 1, 3, padding=2, dilation=2, bias=False)", &[1, 2], 1),
        ("nn.Conv2d(1, 1, 3, padding=1, bias=False)", &[1, 1, 1], 3),
        ("nn.Conv2d(1, 1, 3, padding=1, bias=False)", &[1, 1, 9], 3),
    ] {
        let plan = given(code, shape);
        let mut weight = vec![0.9; 3 * rows];
        let middle = 3 * (rows / 2);
        weight[middle..middle + 3].copy_from_slice(&[0.7, 0.7, 0.7]);
        weight[middle + 1] = 1e-5;
        if shape.ends_with(&[9]) {
            weight[middle..middle + 3].fill(1e-5);
        }
        let input = (0..plan.input_shape().iter().product())
            .map(|cell| 0.3 + 0.01 * cell as f32)
            .collect();
        let data = Tensors {
            input,
            weight,
            bias: None,
        };
        for path in Path::ALL {
            let kernel = Kernel::by(path, plan.clone(), &data.weight, None).unwrap();
            if let Some(mut kernel) = kernel {
                assert_near(&mut kernel, &data, &truth(&plan, &data));
            }
        }
    }
}

/// Larger layers, and of sizes that no tile divides.
fn shaped() -> impl Strategy<Value = Plan> {
    let sizes = prop::collection::vec(1usize..40, 1..4);
    let kernel = prop_oneof![3 => Just(3i64), 1 => Just(1), 1 => Just(5), 1 => Just(7), 1 => Just(2)];
    let channels = (1i64..20, 1i64..40, prop_oneof![3 => Just(1i64), 1 => 2i64..9]);
    let steps = (
        prop_oneof![3 => Just(1i64), 1 => 2i64..4],
        prop_oneof![3 => Just(1i64), 1 => 2i64..4],
        0i64..4,
    );
    let kinds = (0u8..3, 0usize..4, any::<bool>());
    (sizes, kernel, channels, steps, kinds).prop_filter_map(
        "refused",
        |(mut sizes, kernel, (ins, outs, groups), (stride, dilation, padding), (kind, mode, flip))| {
            let rank = sizes.len();
            sizes
                .iter_mut()
                .for_each(|size| *size = (*size).min([40, 26, 9][rank - 1]));
            let op = if kind == 0 {
                conv::Op::ConvTranspose
            } else {
                conv::Op::Conv
            };
            // Now and then each channel by itself.
            let (ins, outs, groups) = if kind == 1 {
                (groups, 2 * groups, groups)
            } else {
                (ins * groups, outs * groups, groups)
            };
            let mut spec = LayerSpec::new(op, rank, ins, outs, kernel);
            spec.groups = groups;
            spec.stride.fill(stride);
            spec.dilation.fill(dilation);
            spec.padding = conv::Padding::Cells(vec![padding; rank]);
            if op == conv::Op::ConvTranspose {
                spec.output_padding.fill(stride.max(dilation) - 1);
            } else {
                spec.padding_mode = conv::PaddingMode::ALL[mode];
            }
            let shape: Vec<usize> = std::iter::once(ins as usize).chain(sizes).collect();
            let plan = spec.layer().ok()?.plan(&shape, flip).ok()?;
            (plan.macs() < 400_000).then_some(plan)
        },
    )
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_of_many_channels_when_run_by_every_path_then_sums_are_true() {
    let cases = if cfg!(target_arch = "wasm32") { 60 } else { 200 };
    proptest!(config(cases), |(plan in shaped(), seed: u64)| {
        assert_all_near(&plan, seed);
    });
}

/// Layers that are computed by the path that is named, in sizes that tiles do not divide.
const CHOSEN: [(Path, &str, &[usize]); 20] = [
    (Path::Tiny, "nn.Conv2d(1, 1, 3)", &[1, 5, 5]),
    (Path::Tiny, "nn.ConvTranspose1d(1, 2, 4, stride=2)", &[1, 7]),
    (Path::Depthwise, "nn.Conv2d(6, 6, 3, padding=1, groups=6)", &[6, 33, 29]),
    (Path::Depthwise, "nn.Conv2d(2, 4, 5, padding=2, groups=2)", &[2, 19, 23]),
    (Path::Depthwise, "nn.Conv2d(1, 1, 3, padding=1)", &[1, 70, 41]),
    // Windows that lie in the padding but for a corner, and none that reach out.
    (Path::Depthwise, "nn.Conv2d(3, 3, 3, padding=2, groups=3)", &[3, 21, 26]),
    (Path::Depthwise, "nn.Conv2d(3, 3, 5, padding=4, groups=3)", &[3, 14, 18]),
    (Path::Depthwise, "nn.Conv2d(3, 3, 5, groups=3)", &[3, 23, 25]),
    (Path::Direct, "nn.Conv2d(8, 8, 7, padding=3, groups=8)", &[8, 25, 30]),
    (Path::Direct, "nn.Conv2d(24, 24, 3, padding=1, groups=6)", &[24, 21, 17]),
    (Path::Direct, "nn.Conv1d(1, 16, 9, padding=4)", &[1, 333]),
    (Path::Gemm, "nn.Conv2d(3, 64, 7, stride=2, padding=3)", &[3, 41, 39]),
    (Path::Gemm, "nn.Conv2d(70, 27, 1)", &[70, 13, 11]),
    (Path::Gemm, "nn.Conv1d(130, 40, 5, padding=2)", &[130, 37]),
    (Path::Winograd2, "nn.Conv2d(24, 30, 3, padding=1)", &[24, 17, 23]),
    (
        Path::Winograd2,
        "nn.Conv2d(70, 80, 3, padding=3, dilation=3)",
        &[70, 24, 23],
    ),
    // So dilated that each of its tiles would have a single output.
    (
        Path::Direct,
        "nn.Conv2d(20, 24, 3, padding=20, dilation=20)",
        &[20, 21, 22],
    ),
    (Path::Winograd1, "nn.Conv1d(40, 70, 3, padding=1)", &[40, 101]),
    (
        Path::Transposed,
        "nn.ConvTranspose2d(12, 20, 4, stride=2, padding=1)",
        &[12, 9, 13],
    ),
    (Path::Reference, "nn.MaxPool2d(2)", &[3, 8, 9]),
];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_for_each_path_when_run_then_it_is_taken_and_sums_are_true() {
    for path in Path::ALL {
        assert!(CHOSEN.iter().any(|(chosen, ..)| *chosen == path), "{path:?}");
    }
    for (path, code, shape) in CHOSEN {
        let plan = given(code, shape);
        let data = data(&plan, 3, false);
        let mut kernel = Kernel::new(plan.clone(), &data.weight, data.bias.as_deref()).unwrap();
        assert_eq!(kernel.path(), path, "{code}");
        if path == Path::Reference {
            assert_eq!(run(&mut kernel, &data.input), plan.run(&data.input, &[], None).unwrap());
        } else {
            assert_near(&mut kernel, &data, &truth(&plan, &data));
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_what_pytorch_computed_when_run_by_every_path_then_outputs_are_near() {
    let mut accepted = 0;
    for line in VECTORS.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let Some(output) = case.get("output") else { continue };
        let numbers = |tensor: &Value| -> Vec<f32> {
            tensor["data"]
                .as_array()
                .unwrap()
                .iter()
                .map(|number| number.as_f64().unwrap() as f32)
                .collect()
        };
        let sizes = case["input"]["shape"].as_array().unwrap().iter();
        let shape: Vec<usize> = sizes.map(|size| size.as_u64().unwrap() as usize).collect();
        let plan = given(case["code"].as_str().unwrap(), &shape);
        let data = Tensors {
            input: numbers(&case["input"]),
            weight: numbers(&case["weight"]),
            bias: case.get("bias").map(numbers),
        };
        let (_, largest) = truth(&plan, &data);
        let truth = (numbers(output).into_iter().map(f64::from).collect(), largest);
        for path in Path::ALL {
            if let Some(mut kernel) = Kernel::by(path, plan.clone(), &data.weight, data.bias.as_deref()).unwrap() {
                assert_near(&mut kernel, &data, &truth);
            }
        }
        accepted += 1;
    }
    assert_eq!(accepted, 432);
}

#[track_caller]
fn assert_travels(plan: &Plan, seed: u64) {
    let data = data(plan, seed, true);
    let wanted = exact::run(plan, &data.input, &data.weight, data.bias.as_deref());
    let exact = [Path::Winograd1, Path::Winograd2];
    for path in Path::ALL.into_iter().filter(|path| !exact.contains(path)) {
        let outputs = outputs_by(path, plan, &data).unwrap_or_default();
        for (got, wanted) in outputs.iter().zip(&wanted) {
            let alike = if wanted.is_finite() {
                got.is_finite()
            } else {
                same(*got, *wanted)
            };
            assert!(
                alike,
                "{path:?} {} {:?}: {got} for {wanted}",
                plan.spec(),
                plan.input_shape()
            );
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_numbers_that_are_not_finite_when_run_then_they_travel_as_in_the_reference() {
    proptest!(config(600), |(plan in plans(), seed: u64)| {
        assert_travels(&plan, seed);
    });
    let cases = if cfg!(target_arch = "wasm32") { 20 } else { 60 };
    proptest!(config(cases), |(plan in shaped(), seed: u64)| {
        assert_travels(&plan, seed);
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_infinite_cells_when_channels_are_alone_then_only_their_windows_see_them() {
    for (code, shape) in [
        ("nn.Conv2d(2, 2, 3, padding=1, groups=2)", [2, 7, 9]),
        ("nn.Conv2d(2, 2, 3, padding=1, groups=2)", [2, 6, 13]),
    ] {
        let plan = given(code, &shape);
        let mut data = data(&plan, 5, false);
        for at in [0, shape[2] - 1, shape[2], shape[1] * shape[2] - 1, shape[1] * shape[2]] {
            data.input[at] = f32::INFINITY;
        }
        let wanted = plan.run(&data.input, &data.weight, data.bias.as_deref()).unwrap();
        let outputs = outputs_by(Path::Depthwise, &plan, &data).unwrap();
        for (got, wanted) in outputs.iter().zip(&wanted) {
            assert_eq!(got.is_finite(), wanted.is_finite(), "{code}");
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_other_weights_when_set_then_all_is_as_if_made_with_them() {
    for (_, code, shape) in CHOSEN {
        let plan = given(code, shape);
        let (first, mut second) = (data(&plan, 1, false), data(&plan, 2, false));
        for strange in [false, true] {
            if let (true, Some(weight)) = (strange, second.weight.first_mut()) {
                *weight = f32::NAN;
            }
            let mut changed = Kernel::new(plan.clone(), &first.weight, first.bias.as_deref()).unwrap();
            run(&mut changed, &first.input);
            changed.set_weights(&second.weight, second.bias.as_deref()).unwrap();
            let mut made = Kernel::new(plan.clone(), &second.weight, second.bias.as_deref()).unwrap();
            assert_eq!(changed.path(), made.path());
            let bits = |outputs: Vec<f32>| outputs.into_iter().map(f32::to_bits).collect::<Vec<_>>();
            assert_eq!(
                bits(run(&mut changed, &second.input)),
                bits(run(&mut made, &second.input)),
                "{code}"
            );
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_what_does_not_fit_when_made_then_it_is_refused_with_its_code() {
    let plan = given("nn.Conv1d(1, 1, 3)", &[1, 9]);
    let code =
        |plan: &Plan, weight: &[f32], bias: Option<&[f32]>| Kernel::new(plan.clone(), weight, bias).unwrap_err().code;
    assert_eq!(code(&plan, &[1.0; 2], Some(&[0.0])), Code::Data);
    assert_eq!(code(&plan, &[1.0; 3], None), Code::Data);
    let cells = usize::try_from(Bounds::WORKER.bytes / 4).unwrap() + 3;
    assert_eq!(
        code(&given("nn.Conv1d(1, 1, 3)", &[1, cells]), &[1.0; 3], Some(&[0.0])),
        Code::Bound
    );
}
