//! Three ways to the same sums, to the bit.
use crate::common::{Tensors, config, plans, same, tensors};
use conv::{LayerSpec, Op, Padding, Plan, Source, exact, reference};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

/// Adds up what the taps of one output cell say, as a person would with the page before them.
fn by_taps(plan: &Plan, data: &Tensors, output: usize) -> f32 {
    let per_channel: usize = plan.output_size().iter().product();
    let per_input_channel = plan.slots() / plan.channels_per_group();
    let mut total = 0.0;
    for channel in 0..plan.channels_per_group() {
        let mut sum = 0.0;
        for slot in channel * per_input_channel..(channel + 1) * per_input_channel {
            let tap = plan.tap(output, slot);
            sum += match tap.source {
                Source::Input(cell) | Source::Copy(cell) => data.input[cell],
                Source::Zero => 0.0,
                Source::Hole => continue,
            } * data.weight[tap.weight];
        }
        total += sum;
    }
    data.bias
        .as_ref()
        .map_or(total, |bias| total + bias[output / per_channel])
}

trait Channels {
    fn channels_per_group(&self) -> usize;
}

impl Channels for Plan {
    fn channels_per_group(&self) -> usize {
        (self.spec().in_channels / self.spec().groups) as usize
    }
}

#[track_caller]
fn assert_same(plan: &Plan, seed: u64, strange: bool, taps: bool) {
    let data = tensors(plan, seed, strange);
    let plain = reference::run(plan, &data.input, &data.weight, data.bias.as_deref());
    let fast = exact::run(plan, &data.input, &data.weight, data.bias.as_deref());
    assert_eq!(plain.len(), plan.output_shape().iter().product::<usize>());
    assert_eq!(plain.len(), fast.len());
    for (output, (&plain, &fast)) in plain.iter().zip(&fast).enumerate() {
        assert!(
            same(plain, fast),
            "{} {:?} [{output}]: {plain} {fast}",
            plan.spec(),
            plan.input_shape()
        );
        if taps {
            let sum = by_taps(plan, &data, output);
            assert!(
                same(plain, sum),
                "{} {:?} [{output}]: {plain} {sum}",
                plan.spec(),
                plan.input_shape()
            );
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_layer_when_run_then_exact_reference_and_taps_agree_to_the_bit() {
    proptest!(config(1500), |(plan in plans(), seed: u64, strange: bool)| {
        assert_same(&plan, seed, strange, true);
    });
}

/// A layer on an input, to be computed both ways. Larger than the random ones, so that every tile is met.
fn given(code: &str, shape: &[usize]) -> Plan {
    let layer = LayerSpec::parse(code).expect("parses").layer().expect("a layer");
    layer.plan(shape, false).expect("fits")
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_every_width_and_number_of_channels_when_run_then_tiles_agree_with_the_reference() {
    let (widths, channels) = if cfg!(miri) { (6..9, 4..6) } else { (1..38, 1..10) };
    for width in widths {
        for outs in channels.clone() {
            for op in [Op::Conv, Op::ConvTranspose] {
                for stride in 1..4 {
                    let mut spec = LayerSpec::new(op, 2, 2, outs, 3);
                    spec.stride = vec![1, stride];
                    spec.padding = Padding::Cells(vec![0, 1]);
                    let plan = spec
                        .layer()
                        .expect("a layer")
                        .plan(&[2, 3, width], false)
                        .expect("fits");
                    assert_same(&plan, width as u64, false, false);
                }
            }
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(
    miri,
    ignore = "millions of products, which Miri interprets for hours; smaller layers take the same paths"
)]
fn given_layers_of_networks_when_run_then_exact_agrees_with_the_reference() {
    for (code, shape) in [
        ("nn.Conv2d(64, 64, 3, padding=1)", &[64, 20, 20][..]),
        ("nn.Conv2d(32, 32, 3, padding=1, groups=32)", &[32, 40, 40]),
        ("nn.Conv2d(3, 64, 7, stride=2, padding=3)", &[3, 64, 64]),
        ("nn.Conv2d(64, 32, 1)", &[64, 30, 30]),
        ("nn.Conv1d(128, 64, 3, padding=1)", &[128, 200]),
        ("nn.Conv1d(1, 16, 9, padding=4, padding_mode='reflect')", &[1, 1000]),
        ("nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)", &[64, 12, 12]),
        (
            "nn.Conv3d(4, 9, 3, padding='same', dilation=2, padding_mode='circular')",
            &[4, 9, 9, 9],
        ),
    ] {
        assert_same(&given(code, shape), 7, false, false);
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_vast_padding_when_run_then_no_copy_is_made_of_it() {
    let plan = given(
        "nn.Conv1d(1, 1, 1, stride=1000000000, padding=1000000000, padding_mode='replicate', bias=False)",
        &[1, 2],
    );
    let output = plan.run(&[3.0, 5.0], &[2.0], None).expect("three cells");
    assert_eq!(output, [6.0, 6.0, 10.0]);
}
