//! The heavier half of `window.convlens`: what changes the scene, and what computes.
use crate::api::state;
use crate::dom::js::{self, call, get, window};
use crate::page::Page;
use conv::{Field, LayerSpec, Op, Refusal};
use js_sys::{Array, Float32Array, Object, Reflect};
use story::link::{self, Shot, Why};
use story::text::{ReaderKey, say};
use story::words;
use wasm_bindgen::prelude::*;

/// An error as a script sees it.
struct Fault {
    code: &'static str,
    field: String,
    message: String,
    pytorch: Option<String>,
}

impl Fault {
    fn unknown(field: &str, message: &str) -> Self {
        Self {
            code: "unknown",
            field: field.to_owned(),
            message: message.to_owned(),
            pytorch: None,
        }
    }

    fn data(field: &str, message: &str) -> Self {
        Self {
            code: "data",
            ..Self::unknown(field, message)
        }
    }
}

impl From<&Refusal> for Fault {
    fn from(refusal: &Refusal) -> Self {
        Self {
            code: refusal.code.name(),
            field: refusal.field.name().to_owned(),
            message: words::explain(refusal),
            pytorch: refusal.pytorch(),
        }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        let error = js_sys::Error::new(&fault.message);
        js::set(&error, "code", &fault.code.into());
        js::set(&error, "field", &fault.field.into());
        if let Some(line) = fault.pytorch {
            js::set(&error, "pytorch", &line.into());
        }
        error.into()
    }
}

/// Applies all of the given keys or none.
pub fn set(page: Page, wanted: &JsValue) -> Result<JsValue, JsValue> {
    Ok(try_set(page, wanted)?)
}

fn try_set(page: Page, wanted: &JsValue) -> Result<JsValue, Fault> {
    let Some(wanted) = wanted.dyn_ref::<Object>() else {
        return Err(Fault::unknown("", say(ReaderKey::MustObject)));
    };
    let mut pairs = Vec::new();
    for entry in Object::entries(wanted) {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        if name == "playing" {
            // What `get` adds to the scene, so that what it gives can be set again.
            continue;
        }
        let value = as_text(&entry.get(1)).ok_or_else(|| Fault::data(&name, say(ReaderKey::MustValue)))?;
        pairs.push((name, value));
    }
    let (shot, warnings) = link::patch(&page.shot(), &pairs);
    if let Some(warning) = warnings.first() {
        let message = words::why(&warning.why);
        return Err(match &warning.why {
            Why::Refused(refusal) => Fault::from(refusal),
            Why::Layer(_) => Fault {
                code: "parse",
                ..Fault::unknown(&warning.name, &message)
            },
            Why::Numbers(_) | Why::NotOneOf(_) | Why::NoSuch(_) => Fault::data(&warning.name, &message),
            Why::UnknownName => Fault::unknown(&warning.name, &message),
        });
    }
    show(page, shot);
    Ok(state(page))
}

fn show(page: Page, shot: Shot) {
    let playing = page.playing.get_untracked();
    page.show(shot);
    page.playing.set(playing);
}

/// A value as a link writes it: a tensor becomes nested brackets, which links take too.
fn as_text(value: &JsValue) -> Option<String> {
    if let Some(text) = value.as_string() {
        return Some(text);
    }
    let data = Reflect::get(value, &"data".into()).unwrap_or(JsValue::UNDEFINED);
    if value.is_object() && !data.is_undefined() {
        return as_text(&data);
    }
    let plain = if value.is_instance_of::<Float32Array>() {
        Array::from(value).into()
    } else {
        value.clone()
    };
    call(&get(&window(), "JSON"), "stringify", &[&plain]).ok()?.as_string()
}

/// Computes a layer given as the golden vectors give theirs: `{spec, input, weight, bias}` to `{shape, data}`.
pub fn compute(given: &JsValue) -> Result<JsValue, JsValue> {
    Ok(try_compute(given)?)
}

fn try_compute(given: &JsValue) -> Result<JsValue, Fault> {
    let spec = spec_of(&get(given, "spec"))?;
    let layer = spec.layer().map_err(|refusal| Fault::from(&refusal))?;
    let (shape, input) = tensor(&get(given, "input"), "input")?;
    let plan = layer.plan(&shape, false).map_err(|refusal| Fault::from(&refusal))?;
    plan.check(conv::Bounds::PAGE)
        .map_err(|refusal| Fault::from(&refusal))?;
    let weight = if layer.spec().op.has_weight() {
        tensor(&get(given, "weight"), "weight")?.1
    } else {
        Vec::new()
    };
    let bias = get(given, "bias");
    let bias = if bias.is_undefined() || bias.is_null() {
        None
    } else {
        Some(tensor(&bias, "bias")?.1)
    };
    let output = plan
        .run(&input, &weight, bias.as_deref())
        .map_err(|refusal| Fault::from(&refusal))?;
    let answer = Object::new();
    let shape: Array = plan
        .output_shape()
        .iter()
        .map(|&size| JsValue::from(size as f64))
        .collect();
    js::set(&answer, "shape", &shape.into());
    js::set(&answer, "data", &Float32Array::from(&output[..]).into());
    Ok(answer.into())
}

/// A layer as PyTorch's line, or as an object of its parameters, where what is left out is PyTorch's default.
fn spec_of(given: &JsValue) -> Result<LayerSpec, Fault> {
    let line = match given.as_string() {
        Some(line) => line,
        None => line_of(given)?,
    };
    LayerSpec::parse(&line).map_err(|error| Fault {
        code: "parse",
        ..Fault::unknown("spec", &words::parse_error(&error))
    })
}

/// As PyTorch writes it, whose reader then finds a parameter that there is not. Vectors give the rank too, and
/// `output_padding` for all.
fn line_of(given: &JsValue) -> Result<String, Fault> {
    let wrong = |name: &str| Fault::data(name, say(ReaderKey::MustSpec));
    let op = match get(given, "op").as_string().as_deref() {
        Some("conv") => Op::Conv,
        Some("conv_transpose") => Op::ConvTranspose,
        _ => return Err(wrong("op")),
    };
    let rank = match get(given, "kernel_size").dyn_ref::<Array>() {
        Some(axes) if (1..=3).contains(&axes.length()) => axes.length() as usize,
        _ => return Err(wrong("kernel_size")),
    };
    let class = LayerSpec::new(op, rank, 1, 1, 1);
    let mut arguments = Vec::new();
    for entry in Object::entries(given.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        let is_passed_over = name == Field::OutputPadding.name() && op == Op::Conv;
        let value = entry.get(1);
        if value.is_undefined() || is_passed_over || matches!(&*name, "op" | "rank") {
            continue;
        }
        let text = argument(&value).ok_or_else(|| wrong(&name))?;
        arguments.push([&name, "=", &text].concat());
    }
    Ok([&class.class_name(), "(", &arguments.join(", "), ")"].concat())
}

/// A number, a list of numbers, a word, yes or no, as Python writes it.
fn argument(value: &JsValue) -> Option<String> {
    if let Some(is) = value.as_bool() {
        return Some(if is { "True" } else { "False" }.to_owned());
    }
    if let Some(word) = value.as_string() {
        let is_word = word.bytes().all(|letter| letter.is_ascii_lowercase());
        return is_word.then(|| ["'", &word, "'"].concat());
    }
    let text = as_text(value)?;
    let is_whole = text
        .bytes()
        .all(|letter| letter.is_ascii_digit() || b"-,[]".contains(&letter));
    is_whole.then_some(text)
}

/// A tensor from `{shape, data}`.
fn tensor(given: &JsValue, name: &str) -> Result<(Vec<usize>, Vec<f32>), Fault> {
    let wrong = || Fault::data(name, say(ReaderKey::MustTensor));
    let (shape, data) = (get(given, "shape"), get(given, "data"));
    let shape: Option<Vec<usize>> = shape.dyn_ref::<Array>().and_then(|shape| {
        shape
            .iter()
            .map(|size| size.as_f64().map(|size| size as usize))
            .collect()
    });
    // Before anything is copied: what looks like a list can claim any length.
    let is_list = Array::is_array(&data) || data.is_instance_of::<Float32Array>();
    let length = get(&data, "length").as_f64().unwrap_or_default();
    if !is_list || length * 4.0 > conv::Bounds::PAGE.bytes as f64 {
        return Err(wrong());
    }
    Ok((shape.ok_or_else(wrong)?, Float32Array::new(&data).to_vec()))
}
