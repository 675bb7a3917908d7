//! A link of any bytes: `cargo xtask fuzz` runs it.
#![no_main]

#[path = "../../tests/bounds/mod.rs"]
mod bounds;

libfuzzer_sys::fuzz_target!(|link: &str| {
    bounds::hold(link);
});
