//! Which cell meets which, seen from the output, from the input and from the grid.
use std::collections::{BTreeMap, BTreeSet};

use crate::common::{config, plans};
use conv::{Op, Padding, Plan, Source};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

fn cells(shape: &[usize]) -> usize {
    shape.iter().product()
}

fn unflat(flat: usize, size: [usize; 3]) -> [usize; 3] {
    [flat / size[2] / size[1], flat / size[2] % size[1], flat % size[2]]
}

/// Brute force over all taps: who reads each input cell.
fn read_by_taps(plan: &Plan) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut readers: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for output in 0..cells(plan.output_shape()) {
        for slot in 0..plan.slots() {
            if let Source::Input(cell) | Source::Copy(cell) = plan.tap(output, slot).source {
                readers.entry(cell).or_default().insert(output);
            }
        }
    }
    readers
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_plan_when_its_channels_are_counted_then_they_hold_the_whole_input() {
    proptest!(config(100), |(plan in plans())| {
        prop_assert_eq!(plan.channels() * cells(&plan.input_size()), cells(plan.input_shape()));
        prop_assert_eq!(plan.out_channels() * cells(&plan.output_size()), cells(plan.output_shape()));
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_plan_when_readers_are_asked_then_they_are_those_whose_taps_read_the_cell() {
    proptest!(config(300), |(plan in plans())| {
        prop_assume!(cells(plan.output_shape()) * plan.slots() < 100_000);
        let wanted = read_by_taps(&plan);
        let mut places = BTreeSet::new();
        for input in 0..cells(plan.input_shape()) {
            let readers: Vec<usize> = wanted.get(&input).into_iter().flatten().copied().collect();
            prop_assert_eq!(plan.readers(input), readers, "{} {:?} {}", plan.spec(), plan.input_shape(), input);
            if wanted.contains_key(&input) {
                places.insert(input % cells(&plan.input_size()));
            }
        }
        for place in 0..cells(&plan.input_size()) {
            prop_assert_eq!(plan.is_read(unflat(place, plan.input_size())), places.contains(&place));
        }
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_transposed_layer_when_seen_from_the_input_then_the_products_are_the_same() {
    proptest!(config(400), |(plan in plans())| {
        prop_assume!(plan.spec().op == Op::ConvTranspose);
        prop_assume!(cells(plan.output_shape()) * plan.slots() < 100_000);
        let mut gathered = Vec::new();
        for output in 0..cells(plan.output_shape()) {
            for slot in 0..plan.slots() {
                let tap = plan.tap(output, slot);
                if let Source::Input(cell) = tap.source {
                    gathered.push((output, cell, tap.weight, tap.kernel_at));
                }
            }
        }
        let mut scattered = Vec::new();
        for input in 0..cells(plan.input_shape()) {
            for slot in 0..plan.stamps() {
                let stamp = plan.stamp(input, slot);
                if let Some(output) = stamp.output {
                    let spatial = cells(&plan.output_size());
                    prop_assert_eq!(output / spatial, stamp.out_channel);
                    prop_assert_eq!(unflat(output % spatial, plan.output_size()).map(|at| at as i64), stamp.at);
                    scattered.push((output, input, stamp.weight, stamp.kernel_at));
                }
            }
        }
        gathered.sort_unstable();
        scattered.sort_unstable();
        prop_assert_eq!(gathered, scattered);
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_plan_when_windows_slide_then_they_stay_on_the_grid_and_taps_say_what_lies_there() {
    proptest!(config(300), |(plan in plans())| {
        prop_assume!(cells(plan.output_shape()) * plan.slots() < 100_000);
        let (pads, grid) = (plan.pads(), plan.grid_size());
        for output in 0..cells(plan.output_shape()) {
            let start = plan.window_start(unflat(output % cells(&plan.output_size()), plan.output_size()));
            for slot in 0..plan.slots() {
                let tap = plan.tap(output, slot);
                prop_assert!(tap.weight < cells(plan.weight_shape()));
                for axis in 0..3 {
                    prop_assert!(tap.at[axis] >= start[axis]);
                    prop_assert!(tap.at[axis] >= -pads[axis].0);
                    prop_assert!(tap.at[axis] < grid[axis] as i64 - pads[axis].0);
                }
                let base = tap.channel * cells(&plan.input_size());
                let place = match plan.source(tap.at) {
                    Source::Input(cell) => Source::Input(base + cell),
                    Source::Copy(cell) => Source::Copy(base + cell),
                    nothing => nothing,
                };
                prop_assert_eq!(place, tap.source);
                let holes = plan.spec().op == Op::ConvTranspose;
                prop_assert!(holes || tap.source != Source::Hole);
                prop_assert!(!holes || !matches!(tap.source, Source::Zero | Source::Copy(_)));
            }
        }
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_plan_when_measured_then_sizes_follow_the_documented_formulas() {
    proptest!(config(1000), |(plan in plans())| {
        let spec = plan.spec();
        for axis in 0..plan.rank() {
            let normal = 3 - plan.rank() + axis;
            let size = plan.input_shape()[axis + 1] as i64;
            let (k, s, d) = (spec.kernel_size[axis], spec.stride[axis], spec.dilation[axis]);
            let wanted = match (&spec.padding, spec.op) {
                (Padding::Same, _) => size,
                (Padding::Valid, _) => (size - d * (k - 1) - 1) / s + 1,
                (Padding::Cells(p), Op::ConvTranspose) => {
                    (size - 1) * s - 2 * p[axis] + d * (k - 1) + spec.output_padding[axis] + 1
                }
                (Padding::Cells(p), _) => (size + 2 * p[axis] - d * (k - 1) - 1) / s + 1,
                (Padding::Sides(_), _) => panic!("only padding layers have sides"),
            };
            prop_assert_eq!(plan.output_shape()[axis + 1] as i64, wanted);
            prop_assert_eq!(plan.output_size()[normal] as i64, wanted);
            let grid = plan.grid_size()[normal] as i64;
            match spec.op {
                Op::ConvTranspose => prop_assert_eq!(grid - d * (k - 1), wanted),
                _ => prop_assert_eq!((grid - d * (k - 1) - 1) / s + 1, wanted),
            }
        }
        prop_assert_eq!(plan.slots() * plan.stamps(), {
            let kernel = cells(&plan.kernel_size());
            let weights = cells(plan.weight_shape()) / plan.spec().groups as usize;
            weights * kernel
        });
    });
}
