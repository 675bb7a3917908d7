//! What is said of every argument with every kind of wrong value, kept: a change of words, of what is blamed or of what is
//! offered is seen. What PyTorch says to some of them its vectors hold. `BLESS=1 cargo test -p conv refused` takes new ones.
use conv::{Field, LayerSpec, Padding, Refusal};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::rules::fixes;

const KEPT: &str = include_str!("../data/refused.txt");

const LAYERS: &[(&str, &[usize])] = &[
    ("Conv1d(2, 4, 3)", &[2, 9]),
    ("Conv2d(2, 4, 3, stride=2, padding=1, groups=2)", &[2, 7, 9]),
    ("Conv3d(1, 1, 2, dilation=2)", &[1, 4, 4, 5]),
    ("Conv2d(1, 1, 3, padding='same')", &[1, 5, 5]),
    ("Conv2d(1, 1, 3, padding='valid', dilation=2)", &[1, 6, 6]),
    ("Conv1d(1, 1, 3, padding=2, padding_mode='reflect')", &[1, 6]),
    ("Conv2d(1, 1, 3, padding=1, padding_mode='circular')", &[1, 5, 5]),
    ("Conv2d(1, 1, 3, padding=1, padding_mode='replicate')", &[1, 5, 5]),
    ("ConvTranspose1d(2, 4, 3, stride=2, output_padding=1)", &[2, 5]),
    ("ConvTranspose3d(1, 1, 2, bias=False)", &[1, 2, 3, 4]),
    ("MaxPool1d(3, padding=1)", &[1, 8]),
    ("MaxPool2d(2)", &[3, 6, 6]),
    ("MaxPool3d(2, stride=1, dilation=2)", &[1, 4, 4, 4]),
    ("AvgPool1d(3)", &[1, 9]),
    ("AvgPool2d(2, padding=1)", &[1, 4, 4]),
    ("Linear(4, 2)", &[4]),
    ("ReLU()", &[2, 3, 3]),
    ("Flatten()", &[2, 3, 3]),
    ("ReflectionPad2d((1, 2, 0, 1))", &[1, 4, 4]),
    ("ZeroPad1d((-1, 2))", &[1, 5]),
];

/// More than a 32-bit integer holds, and the most that it does.
const VALUES: [i64; 6] = [-1, 0, 3, 20, 1 << 31, i64::MAX];

fn refusal(spec: &LayerSpec, shape: &[usize]) -> Option<Refusal> {
    match spec.layer() {
        Err(refusal) => Some(refusal),
        Ok(layer) => layer.plan(shape, false).err(),
    }
}

/// The layer with a wrong value, or with an entry too many, in each of its arguments.
fn wrong(spec: &LayerSpec) -> Vec<LayerSpec> {
    let mut wrong = Vec::new();
    for field in Field::ARGUMENTS {
        for value in VALUES {
            let mut changed = spec.clone();
            if let Some(last) = changed.numbers_mut(field).last_mut() {
                *last = value;
                wrong.push(changed);
            }
        }
    }
    let longer: [fn(&mut LayerSpec) -> &mut Vec<i64>; 4] = [
        |spec| &mut spec.kernel_size,
        |spec| &mut spec.stride,
        |spec| &mut spec.output_padding,
        |spec| &mut spec.dilation,
    ];
    for axes in longer {
        let mut changed = spec.clone();
        axes(&mut changed).push(1);
        wrong.push(changed);
    }
    let mut changed = spec.clone();
    if let Padding::Cells(axes) | Padding::Sides(axes) = &mut changed.padding {
        axes.push(0);
        wrong.push(changed);
    }
    wrong
}

/// Inputs of a channel more, an axis more or fewer, without cells, and with one on each axis.
fn shapes(shape: &[usize]) -> Vec<Vec<usize>> {
    let (channels, sizes) = shape.split_first().expect("channels");
    let with = |channels: usize, sizes: &[usize]| [&[channels], sizes].concat();
    vec![
        vec![],
        sizes.to_vec(),
        with(channels + 1, sizes),
        with(1, shape),
        with(0, sizes),
        with(*channels, &vec![0; sizes.len()]),
        with(*channels, &vec![1; sizes.len()]),
        with(*channels, &vec![1 << 31; sizes.len()]),
    ]
}

fn said(spec: &LayerSpec, shape: &[usize]) -> Option<String> {
    let refusal = refusal(spec, shape)?;
    let axis = refusal.axis.map_or_else(String::new, |axis| format!(", axis {axis}"));
    let fixes = fixes(&refusal).join("; ");
    Some(format!(
        "{spec} on {shape:?}: {refusal} ({:?}{axis})\n  {fixes}\n",
        refusal.code
    ))
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_every_argument_wrong_when_refused_then_it_is_said_as_before() {
    let mut text = String::new();
    for (line, shape) in LAYERS {
        let spec = LayerSpec::parse(line).expect(line);
        assert_eq!(said(&spec, shape), None, "{line}");
        for wrong in wrong(&spec) {
            text.extend(said(&wrong, shape));
        }
        for shape in shapes(shape) {
            text.extend(said(&spec, &shape));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        let place = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/refused.txt");
        return std::fs::write(place, text).expect("a file that can be written");
    }
    let mut lines = KEPT.lines().zip(text.lines());
    assert!(
        KEPT == text,
        "first difference: {:?}",
        lines.find(|(old, new)| old != new)
    );
}
