//! The kernels as a package for JavaScript: one source, two modules.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::build::{SMALL_STD, TRAPS};
use crate::site::BEST;
use crate::{root, squeeze, tools, wasm};

/// The folder of the package within what is published.
pub const FOLDER: &str = "pkg";
/// The package's module.
pub const SCRIPT: &str = "convlens-kernels.js";
/// What the package takes from its sources as it is.
const SOURCES: [&str; 3] = [SCRIPT, "convlens-kernels.d.ts", "README.md"];
/// The modules and what each may use.
pub const MODULES: [(&str, &str); 2] = [
    ("convlens-kernels-simd.wasm", "+simd128"),
    ("convlens-kernels-relaxed.wasm", "+simd128,+relaxed-simd"),
];

/// What each module may weigh, compressed: no more than it does.
pub const BYTES: usize = 29_700;

/// The compiler inlines early what stays smaller as calls.
const CALLS: &str = "-Zinline-mir=no";

/// It brings a load before a branch to both sides of it, which is larger and no faster here.
const LOADS: &str = "-C llvm-args=-enable-load-pre=false";

/// LLVM loads all numbers of a tile before it uses the first, and lets addresses grow apart; the browser's compiler has
/// no registers for that. A tile halves its speed without these: `cargo xtask bench --peers` shows it.
const ORDER: &str = "-C llvm-args=-pre-RA-sched=source -C llvm-args=-disable-lsr";

/// Writes the package into `dist/pkg`.
pub fn run(sh: &Shell) -> Result<()> {
    tools::for_page(sh)?;
    tools::std_source(sh)?;
    package(sh, &root().join("dist").join(FOLDER))
}

/// Writes the package into a folder.
pub fn package(sh: &Shell, into: &Path) -> Result<()> {
    sh.create_dir(into)?;
    for (name, features) in MODULES {
        let file = into.join(name);
        sh.copy_file(compile(sh, "kernels-wasm", name, features)?, &file)?;
        wasm::trim(sh, &file)?;
        let bytes = squeeze::brotli(&sh.read_binary_file(&file)?, BEST)?.len();
        println!("{} weighs {bytes} bytes, compressed", file.display());
        ensure!(bytes <= BYTES, "{name} is {} bytes over its bound", bytes - BYTES);
    }
    for name in SOURCES {
        sh.copy_file(root().join("crates/kernels/js").join(name), into)?;
    }
    sh.write_file(into.join("package.json"), manifest()?)?;
    Ok(())
}

/// Writes what draws the kernels' outputs (`crates/paint`) into a folder, as static/image-worker.js takes it in.
pub fn painter(sh: &Shell, into: &Path) -> Result<()> {
    let [(name, features), _] = MODULES;
    let file = into.join("paint.wasm");
    sh.copy_file(compile(sh, "paint", name, features)?, &file)?;
    wasm::trim(sh, &file)
}

/// Compiles a package with what a module may use. Returns the wasm that Cargo made.
fn compile(sh: &Shell, package: &str, name: &str, features: &str) -> Result<PathBuf> {
    // Apart from all else, which has other flags.
    let target = root().join("target/kernels").join(name);
    let _flags = SMALL_STD.map(|(name, value)| sh.push_env(name, value));
    cmd!(
        sh,
        "cargo build --quiet --package {package} --target wasm32-unknown-unknown --profile kernels
         --target-dir {target}"
    )
    .env(
        "RUSTFLAGS",
        format!("-C target-feature={features} {ORDER} {LOADS} {CALLS} {TRAPS}"),
    )
    .quiet()
    .run()?;
    let file = package.replace('-', "_");
    Ok(target.join(format!("wasm32-unknown-unknown/kernels/{file}.wasm")))
}

fn manifest() -> Result<String> {
    let manifest = serde_json::json!({
        "name": "convlens-kernels",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Convolution layers as fast as a browser's vectors go, from PyTorch's own line.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./convlens-kernels.js",
        "types": "./convlens-kernels.d.ts",
        "sideEffects": false,
        "engines": { "node": ">=20" },
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}
