//! What PyTorch computed and what it refused.
use conv::{LayerSpec, Op, Padding, PaddingMode, Refusal, reference};
use serde_json::Value;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const VECTORS: &str = include_str!("../data/conv.jsonl");
const ARTICLE: &str = include_str!("../data/article-004.jsonl");

fn cases(text: &str) -> impl Iterator<Item = Value> {
    // Under Miri every letter costs time: some of the short ones.
    let (longest, step) = if cfg!(miri) { (700, 17) } else { (usize::MAX, 1) };
    text.lines()
        .filter(move |line| line.len() <= longest)
        .step_by(step)
        .map(|line| serde_json::from_str(line).expect("a case is JSON"))
}

fn integers(value: &Value) -> Vec<i64> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(|v| v.as_i64().expect("an integer"))
        .collect()
}

fn numbers(tensor: &Value) -> Vec<f32> {
    tensor["data"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|v| v.as_f64().expect("a number") as f32)
        .collect()
}

fn shape(tensor: &Value) -> Vec<usize> {
    integers(&tensor["shape"])
        .into_iter()
        .map(|size| size as usize)
        .collect()
}

fn spec(case: &Value) -> LayerSpec {
    let spec = &case["spec"];
    LayerSpec {
        op: if spec["op"] == "conv" {
            Op::Conv
        } else {
            Op::ConvTranspose
        },
        in_channels: spec["in_channels"].as_i64().expect("an integer"),
        out_channels: spec["out_channels"].as_i64().expect("an integer"),
        kernel_size: integers(&spec["kernel_size"]),
        stride: integers(&spec["stride"]),
        padding: match spec["padding"].as_str() {
            Some("same") => Padding::Same,
            Some(_) => Padding::Valid,
            None => Padding::Cells(integers(&spec["padding"])),
        },
        output_padding: integers(&spec["output_padding"]),
        dilation: integers(&spec["dilation"]),
        groups: spec["groups"].as_i64().expect("an integer"),
        bias: spec["bias"].as_bool().expect("a bool"),
        padding_mode: PaddingMode::from_name(spec["padding_mode"].as_str().expect("a name")).expect("a mode"),
    }
}

struct Computed {
    shape: Vec<usize>,
    exact: Vec<f32>,
    plain: Vec<f32>,
}

/// The output, by the exact path and by the reference.
fn computed(case: &Value) -> Result<Computed, Refusal> {
    let plan = spec(case).layer()?.plan(&shape(&case["input"]), false)?;
    let (input, weight) = (numbers(&case["input"]), numbers(&case["weight"]));
    let bias = case.get("bias").map(numbers);
    let exact = plan.run(&input, &weight, bias.as_deref())?;
    let plain = reference::run(&plan, &input, &weight, bias.as_deref());
    Ok(Computed {
        shape: plan.output_shape().to_vec(),
        exact,
        plain,
    })
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_accepted_layers_when_run_then_bits_are_those_of_pytorch() {
    let mut accepted = 0;
    for case in cases(VECTORS).filter(|case| case.get("output").is_some()) {
        let output = computed(&case).unwrap_or_else(|refused| panic!("{}: {refused}", case["id"]));
        assert_eq!(output.shape, shape(&case["output"]), "{}", case["id"]);
        assert_eq!(output.plain, numbers(&case["output"]), "{}", case["id"]);
        assert_eq!(output.exact, numbers(&case["output"]), "{}", case["id"]);
        accepted += 1;
    }
    assert!(cfg!(miri) || accepted == 432, "{accepted}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_refused_layers_when_asked_then_field_and_message_are_those_of_pytorch() {
    let mut refused = 0;
    for case in cases(VECTORS).filter(|case| case.get("error").is_some()) {
        let refusal = match spec(&case).layer() {
            Err(refusal) => refusal,
            Ok(layer) => match layer.plan(&shape(&case["input"]), false) {
                Err(refusal) => refusal,
                Ok(_) => panic!("{} is accepted", case["id"]),
            },
        };
        assert_eq!(
            refusal.field.name(),
            case["error"]["field"],
            "{}: {refusal}",
            case["id"]
        );
        assert_eq!(
            refusal.pytorch().as_deref(),
            case["error"]["message"].as_str(),
            "{}",
            case["id"]
        );
        assert!(!refusal.fixes().is_empty(), "{}: {refusal}", case["id"]);
        refused += 1;
    }
    assert!(cfg!(miri) || refused == 185, "{refused}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_code_when_parsed_then_it_is_the_spec_and_prints_as_itself() {
    for case in cases(VECTORS) {
        let code = case["code"].as_str().expect("text");
        let parsed = LayerSpec::parse(code).unwrap_or_else(|error| panic!("{code}: {error}"));
        assert_eq!(parsed, spec(&case), "{code}");
        assert_eq!(parsed.to_string(), code);
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_printed_weights_of_the_article_when_run_then_output_is_near() {
    for case in cases(ARTICLE) {
        let output = computed(&case).expect("accepted");
        assert_eq!(output.shape, shape(&case["output"]));
        let tolerance = case["tolerance"].as_f64().expect("a number") as f32;
        for (got, wanted) in output.exact.iter().zip(numbers(&case["output"])) {
            assert!((got - wanted).abs() <= tolerance, "{}: {got} for {wanted}", case["id"]);
        }
    }
}
