//! What is refused, and what is offered instead.
use conv::{Bounds, Code, Fault, Field, Fix, LayerSpec, Op, Padding, PaddingMode, Plan, Quantity, Refusal};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{config, layers_on_shapes};

pub fn refusal(code: &str, shape: &[usize]) -> Refusal {
    let spec = LayerSpec::parse(code).unwrap();
    match spec.layer() {
        Err(refusal) => refusal,
        Ok(layer) => layer.plan(shape, false).expect_err("refused"),
    }
}

fn plan(code: &str, shape: &[usize]) -> Plan {
    LayerSpec::parse(code)
        .unwrap()
        .layer()
        .unwrap()
        .plan(shape, false)
        .unwrap()
}

/// The fixes as text, for reading.
pub fn fixes(refusal: &Refusal) -> Vec<String> {
    let text = |fix: &Fix| match fix {
        Fix::Layer { spec, .. } => spec.to_string(),
        Fix::Input(shape) => format!("{shape:?}"),
    };
    refusal.fixes().iter().map(text).collect()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_indivisible_channels_when_refused_then_common_divisors_are_offered_nearest_first() {
    let refused = refusal("nn.Conv2d(12, 18, 3, groups=5)", &[12, 9, 9]);
    assert_eq!(
        (refused.field, refused.code, refused.axis),
        (Field::Groups, Code::Layer, None)
    );
    assert_eq!(
        refused.fault,
        Fault::InChannelsNotDivisible {
            in_channels: 12,
            groups: 5
        }
    );
    assert_eq!(refused.to_string(), "groups: in_channels must be divisible by groups");
    assert_eq!(
        fixes(&refused)[..3],
        [
            "nn.Conv2d(12, 18, kernel_size=3, groups=6)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=3)",
            "nn.Conv2d(12, 18, kernel_size=3, groups=2)",
        ]
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_output_padding_of_a_convolution_when_refused_then_none_is_offered() {
    let mut spec = LayerSpec::new(Op::Conv, 2, 1, 1, 3);
    spec.output_padding = vec![1, 0];
    let refused = spec.layer().expect_err("refused");
    assert_eq!(refused.fault, Fault::OutputPaddingOfConv { output_padding: 1 });
    assert_eq!(fixes(&refused), ["nn.Conv2d(1, 1, kernel_size=3)"]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_kernel_too_large_when_refused_then_four_ways_out_are_offered() {
    let refused = refusal("nn.Conv1d(1, 1, 4, dilation=2)", &[1, 5]);
    assert_eq!(
        (refused.field, refused.code, refused.axis),
        (Field::KernelSize, Code::Shape, Some(0))
    );
    assert_eq!(
        refused.fault,
        Fault::KernelTooLarge {
            effective: 7,
            padded: 5
        }
    );
    assert_eq!(
        fixes(&refused),
        [
            "nn.Conv1d(1, 1, kernel_size=3, dilation=2)",
            "nn.Conv1d(1, 1, kernel_size=4, padding=1, dilation=2)",
            "nn.Conv1d(1, 1, kernel_size=4)",
            "[1, 7]",
        ]
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_other_channels_when_refused_then_both_sides_are_offered() {
    let refused = refusal("nn.Conv2d(1, 1, 3)", &[3, 5, 5]);
    assert_eq!(refused.fault, Fault::ChannelMismatch { expected: 1, got: 3 });
    assert_eq!(fixes(&refused), ["[1, 5, 5]", "nn.Conv2d(3, 1, kernel_size=3)"]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_an_output_padding_too_large_when_refused_then_the_largest_is_offered() {
    let refused = refusal("nn.ConvTranspose1d(1, 1, 3, stride=2, output_padding=2)", &[1, 4]);
    assert_eq!(
        refused.fault,
        Fault::OutputPaddingTooLarge {
            output_padding: 2,
            bound: 2
        }
    );
    assert_eq!(
        fixes(&refused)[..2],
        [
            "nn.ConvTranspose1d(1, 1, kernel_size=3, stride=2, output_padding=1)",
            "nn.ConvTranspose1d(1, 1, kernel_size=3, stride=3, output_padding=2)",
        ]
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_plan_when_asked_then_its_cells_lie_in_channels_but_a_flat_row_in_one() {
    let grouped = plan("nn.Conv2d(6, 4, 3, groups=2)", &[6, 5, 5]);
    assert_eq!(
        (grouped.channels(), grouped.out_channels(), grouped.groups()),
        (6, 4, 2)
    );
    let flat = plan("nn.Linear(10, 4)", &[10]);
    assert_eq!((flat.channels(), flat.out_channels()), (1, 4));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_too_few_entries_when_refused_then_as_many_as_there_are_axes_are_offered() {
    let mut spec = LayerSpec::new(Op::Conv, 2, 1, 1, 3);
    spec.stride = vec![2];
    let refused = spec.layer().expect_err("refused");
    assert_eq!(refused.fault, Fault::Entries { expected: 2, got: 1 });
    assert_eq!(fixes(&refused), ["nn.Conv2d(1, 1, kernel_size=3, stride=2)"]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_dilated_pool_when_its_padding_is_refused_then_pytorch_speaks_of_the_reach_only_beyond_it() {
    let said = |padding: i64| {
        let code = format!("nn.MaxPool2d(3, dilation=2, padding={padding})");
        refusal(&code, &[1, 9, 9]).pytorch()
    };
    assert_eq!(said(2), None);
    let beyond = "pad should be at most half of effective kernel size, but got pad=3, kernel_size=3 and dilation=2";
    assert_eq!(said(3).as_deref(), Some(beyond));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_cut_of_all_cells_when_refused_then_what_would_be_left_is_named() {
    let refused = refusal("nn.ZeroPad1d((-3, -1))", &[1, 3]);
    let cut = Fault::PaddingCutsAll { padding: -1, size: -1 };
    assert_eq!(refused.fault, cut);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_an_input_of_too_few_axes_when_refused_then_pytorch_names_both_that_it_takes() {
    let said = refusal("nn.Conv2d(1, 1, 1)", &[1, 2]).pytorch();
    assert_eq!(
        said.as_deref(),
        Some("Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [1, 2]")
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_refusal_when_a_script_sees_it_then_its_stage_has_a_name() {
    let named = [Code::Layer, Code::Shape, Code::Bound, Code::Data].map(Code::name);
    assert_eq!(named, ["layer", "shape", "bound", "data"]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_shapes_that_no_layer_takes_when_refused_then_the_input_is_named() {
    for (shape, fault) in [
        (&[][..], Fault::InputRank { expected: 3, got: 0 }),
        (&[1, 5], Fault::InputRank { expected: 3, got: 2 }),
        (&[1, 5, 0], Fault::EmptyInput),
        (
            &[1, usize::MAX, 5],
            Fault::Exceeds {
                what: Quantity::Value,
                value: i64::MAX as u64,
                limit: i32::MAX as u64,
            },
        ),
    ] {
        let refused = refusal("nn.Conv2d(1, 1, 3)", shape);
        assert_eq!(refused.field, Field::Input, "{shape:?}");
        if cfg!(target_pointer_width = "64") {
            assert_eq!(refused.fault, fault, "{shape:?}");
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_tensors_of_wrong_length_when_run_then_each_is_named() {
    let plan = plan("nn.Conv1d(1, 2, 3)", &[1, 5]);
    let (input, weight, bias) = ([0.0; 5], [0.0; 6], [0.0; 2]);
    for (refused, field, fault) in [
        (
            plan.run(&input[1..], &weight, Some(&bias)),
            Field::Input,
            Fault::Length { expected: 5, got: 4 },
        ),
        (
            plan.run(&input, &weight[1..], Some(&bias)),
            Field::Weight,
            Fault::Length { expected: 6, got: 5 },
        ),
        (
            plan.run(&input, &weight, Some(&bias[1..])),
            Field::Bias,
            Fault::Length { expected: 2, got: 1 },
        ),
        (
            plan.run(&input, &weight, None),
            Field::Bias,
            Fault::BiasPresence { expected: true },
        ),
    ] {
        let refused = refused.expect_err("refused");
        assert_eq!((refused.field, refused.code, refused.fault), (field, Code::Data, fault));
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_large_layer_when_checked_then_the_shape_is_known_and_the_bound_named() {
    let plan = plan("nn.Conv2d(64, 64, 3, padding=1)", &[64, 224, 224]);
    assert_eq!(plan.output_shape(), [64, 224, 224]);
    assert_eq!(plan.macs(), 64 * 64 * 9 * 224 * 224);
    let refused = plan.check(Bounds::PAGE).expect_err("too much");
    assert_eq!(refused.code, Code::Bound);
    let fault = Fault::Exceeds {
        what: Quantity::Macs,
        value: plan.macs(),
        limit: 1 << 28,
    };
    assert_eq!(refused.fault, fault);
    assert!(plan.check(Bounds::WORKER).is_ok());
}

/// Any numbers at all, the extremes among them.
fn wild() -> impl Strategy<Value = (LayerSpec, Vec<usize>)> {
    let value = || prop_oneof![4 => -3i64..6, 1 => any::<i64>(), 1 => Just(i64::from(i32::MAX)), 1 => Just(i64::MIN)];
    let axis = move || prop::collection::vec(value(), 0..4);
    let shape = prop::collection::vec(
        prop_oneof![4 => 0usize..6, 1 => Just(i32::MAX as usize), 1 => any::<usize>()],
        0..5,
    );
    (
        (
            any::<bool>(),
            value(),
            value(),
            value(),
            0usize..4,
            0usize..6,
            1usize..4,
        ),
        (axis(), axis(), axis(), axis(), axis(), shape),
    )
        .prop_map(
            |((transposed, ins, outs, groups, mode, pads, rank), (k, s, p, o, d, shape))| {
                let op = if transposed { Op::ConvTranspose } else { Op::Conv };
                let mut spec = LayerSpec::new(op, rank, ins, outs, 1);
                // Of the right length more often than not.
                let fill = |to: &mut Vec<i64>, from: Vec<i64>| {
                    for (to, from) in to.iter_mut().zip(&from) {
                        *to = *from;
                    }
                    if from.len() == 3 && rank == 1 {
                        *to = from;
                    }
                };
                fill(&mut spec.kernel_size, k);
                fill(&mut spec.stride, s);
                fill(&mut spec.output_padding, o);
                fill(&mut spec.dilation, d);
                spec.groups = groups;
                spec.padding_mode = PaddingMode::ALL[mode];
                spec.padding = match pads {
                    0 => Padding::Same,
                    1 => Padding::Valid,
                    _ => {
                        let mut cells = vec![0; rank];
                        fill(&mut cells, p);
                        Padding::Cells(cells)
                    }
                };
                (spec, shape)
            },
        )
}

#[track_caller]
fn assert_fixes_hold(spec: &LayerSpec, shape: &[usize]) {
    let asked = |spec: &LayerSpec, shape: &[usize]| match spec.layer() {
        Err(refusal) => Some(refusal),
        Ok(layer) => layer.plan(shape, false).err(),
    };
    let Some(refused) = asked(spec, shape) else { return };
    assert!(refused.fixes().len() <= 4);
    assert!(!refused.to_string().is_empty());
    for fix in &refused.fixes() {
        let after = match fix {
            Fix::Layer { spec, .. } => asked(spec, shape),
            Fix::Input(shape) => asked(spec, shape),
        };
        // A layer with several faults is mended one by one.
        if let Some(after) = after {
            let same = std::mem::discriminant(&after.fault) == std::mem::discriminant(&refused.fault);
            assert!(!same, "{spec} {shape:?}: {refused}, then {fix:?}: {after}");
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_numbers_when_asked_then_nothing_panics_and_fixes_mend() {
    proptest!(config(4000), |((spec, shape) in prop_oneof![wild(), layers_on_shapes()])| {
        assert_fixes_hold(&spec, &shape);
        if let Ok(layer) = spec.layer() {
            let _ = layer.params();
            if let Ok(plan) = layer.plan(&shape, false) {
                let _ = (plan.macs(), plan.check(Bounds::PAGE), plan.grid_size());
            }
        }
    });
}
