//! What `cargo xtask bench` races in the browser: a layer with its tensors resident, run by the reference and by the
//! exact path.

use std::hint::black_box;

use conv::{LayerSpec, Plan};
use wasm_bindgen::prelude::*;

/// A layer on an input, tensors and all.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Race {
    plan: Plan,
    input: Vec<f32>,
    weight: Vec<f32>,
}

#[wasm_bindgen]
impl Race {
    /// # Errors
    /// Says why the layer or the shape cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(layer: &str, shape: &[usize]) -> Result<Self, String> {
        let plan = LayerSpec::parse(layer).map_err(|error| format!("{error:?}"))?;
        let plan = plan
            .layer()
            .and_then(|layer| layer.plan(shape, false))
            .map_err(|error| format!("{error:?}"))?;
        let input = numbers(plan.input_shape());
        let weight = numbers(plan.weight_shape());
        Ok(Self { plan, input, weight })
    }

    #[must_use]
    pub fn input(&self) -> Vec<f32> {
        self.input.clone()
    }

    #[must_use]
    pub fn weight(&self) -> Vec<f32> {
        self.weight.clone()
    }

    #[must_use]
    pub fn output(&self) -> Vec<f32> {
        conv::reference::run(&self.plan, &self.input, &self.weight, None)
    }

    #[must_use]
    pub fn macs(&self) -> f64 {
        self.plan.macs() as f64
    }

    pub fn reference(&self) {
        black_box(conv::reference::run(
            &self.plan,
            black_box(&self.input),
            &self.weight,
            None,
        ));
    }

    pub fn exact(&self) {
        black_box(conv::exact::run(&self.plan, black_box(&self.input), &self.weight, None));
    }

    /// Whether both give the same bits.
    #[must_use]
    pub fn agree(&self) -> bool {
        let exact = conv::exact::run(&self.plan, &self.input, &self.weight, None);
        self.output()
            .iter()
            .zip(&exact)
            .all(|(a, b)| a.to_bits() == b.to_bits())
    }
}

/// As many numbers as a tensor holds, between -1 and 1, the same at each run.
fn numbers(shape: &[usize]) -> Vec<f32> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    std::iter::repeat_with(next).take(shape.iter().product()).collect()
}
