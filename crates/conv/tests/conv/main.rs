//! One suite, run natively, under Miri, and in a browser with and without vectors.
#![allow(clippy::unwrap_used)]

mod bits;
mod common;
mod golden;
mod layers;
mod lines;
mod places;
mod refused;
mod rules;
mod stack;
mod text;
mod ways_out;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
