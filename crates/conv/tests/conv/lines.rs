//! How the exact path goes through an axis: what costs time and memory, and changes no sum.
use conv::exact::{NOTHING, is_copied, lines, runs};
use conv::{LayerSpec, Plan};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

fn plan(code: &str, shape: &[usize]) -> Plan {
    let layer = LayerSpec::parse(code).unwrap().layer().unwrap();
    layer.plan(shape, false).unwrap()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_an_axis_when_it_is_laid_out_then_it_has_the_places_that_are_read_and_no_other() {
    for (code, cells, whole) in [
        ("nn.Conv1d(1, 1, 3)", &[0, 1, 2][..], true),
        ("nn.Conv1d(1, 1, 3, padding=1)", &[NOTHING, 0, 1, 2, NOTHING], false),
        (
            "nn.Conv1d(1, 1, 3, padding=2, padding_mode='reflect')",
            &[2, 1, 0, 1, 2, 1, 0],
            false,
        ),
        ("nn.ConvTranspose1d(1, 1, 2, stride=2)", &[NOTHING, 0, 1, 2], false),
    ] {
        let [_, _, line] = lines(&plan(code, &[1, 3]));
        assert_eq!(line.cells, cells, "{code}");
        assert_eq!((line.is_identity(3), line.is_identity(4)), (whole, false), "{code}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_places_when_they_are_copied_then_equal_steps_are_one_run() {
    let places = [NOTHING, 2, 1, 0, 1, 2, 3, NOTHING, 5, 5, 5];
    let found: Vec<_> = runs(&places)
        .iter()
        .map(|run| (run.to, run.from, run.step, run.length))
        .collect();
    assert_eq!(found, [(1, 2, -1, 3), (4, 1, 1, 3), (8, 5, 0, 3)]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_vast_padding_when_a_copy_is_weighed_then_it_is_not_made() {
    assert!(is_copied(&plan("nn.Conv2d(3, 1, 3, padding=1)", &[3, 300, 300])));
    let vast = plan("nn.Conv2d(1, 1, 30001, padding=15000)", &[1, 3, 3]);
    assert!(!is_copied(&vast));
}
