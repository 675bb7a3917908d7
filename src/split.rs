//! Where the page is split in two: what is there at once, and what loads when it is first used.
//!
//! The build cuts the wasm at the one function here that is marked, and everything that only it reaches goes into a file
//! of its own. Without the feature `split`, as in tests, all is one file and there at once.
use crate::controls;
use crate::page::later::Later;
use crate::platform::{address, charts, clipboard};
use crate::services::Services;

/// Fetches the later part.
#[cfg(feature = "split")]
pub fn fetch(then: Box<dyn FnOnce(Option<Later>)>) {
    leptos::task::spawn_local(async move { then(later().await.ok()) });
}

#[cfg(not(feature = "split"))]
pub fn fetch(then: Box<dyn FnOnce(Option<Later>)>) {
    then(Some(all()));
}

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(controls, wasm_split_path = leptos::wasm_split, fallible)]
fn later() -> Result<Later, leptos::wasm_split::SplitLoaderError> {
    Ok(all())
}

fn all() -> Later {
    controls::controls(Services {
        keep: address::keep,
        copy: clipboard::copy,
        draw: charts::draw,
    })
}
