//! Files that tests write with `BLESS=1` and compare otherwise.
#![allow(dead_code)]
use std::fs;
use std::path::PathBuf;

/// A place in the project.
pub fn place(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

pub fn blesses() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// Holds a file to what it is made from.
#[track_caller]
pub fn check(path: &str, text: &str) {
    if blesses() {
        fs::write(place(path), text).expect("a file that can be written");
    }
    let kept = fs::read_to_string(place(path)).unwrap_or_default();
    let mut lines = kept.lines().zip(text.lines());
    assert!(
        kept == text,
        "{path} is not as the code has it: BLESS=1 writes it anew. First difference: {:?}",
        lines.find(|(old, new)| old != new)
    );
}
