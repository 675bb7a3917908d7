//! A wasm package beside the app, made ready for the browser.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

/// Compiles a cdylib of the workspace. Returns the wasm that Cargo made.
pub fn compile(sh: &Shell, package: &str, profile: &str) -> Result<PathBuf> {
    cmd!(
        sh,
        "cargo build --quiet --package {package} --target wasm32-unknown-unknown --profile {profile}"
    )
    .quiet()
    .run()?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::root().join("target"), PathBuf::from);
    let file = format!("{}.wasm", package.replace('-', "_"));
    Ok(target.join("wasm32-unknown-unknown").join(profile).join(file))
}

/// Writes `name.js` and `name_bg.wasm` into a folder; with flags for wasm-opt also made small.
pub fn bind(sh: &Shell, wasm: &Path, into: &Path, name: &str, optimise: Option<&[String]>) -> Result<()> {
    cmd!(
        sh,
        "wasm-bindgen --target web --no-typescript --out-dir {into} --out-name {name} {wasm}"
    )
    .quiet()
    .run()?;
    if let Some(features) = optimise {
        let wasm = into.join(format!("{name}_bg.wasm"));
        cmd!(sh, "wasm-opt -Oz {features...} {wasm} --output {wasm}")
            .quiet()
            .run()?;
    }
    Ok(())
}
