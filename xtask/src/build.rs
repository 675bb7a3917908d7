//! Building the page with Trunk.

use std::env;
use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::{root, tools};

/// What makes the page 14 % smaller beyond the release profile: a standard library compiled for it, in which a panic
/// prints nothing and traps (static/boot.js shows the trap). Cargo calls this unstable, so the compiler, which is pinned,
/// has to be asked twice. A page that is being edited has the ordinary library and panics with words.
const SMALL: [(&str, &str); 4] = [
    SMALL_STD[0],
    SMALL_STD[1],
    SMALL_STD[2],
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", TRAPS),
];
/// The same for what has flags of its own, which then have [`TRAPS`] among them.
pub const SMALL_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
pub const TRAPS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// The page as it is published: size first.
pub fn optimised(sh: &Shell) -> Result<()> {
    tools::for_page(sh)?;
    tools::std_source(sh)?;
    let _flags = SMALL.map(|(name, value)| sh.push_env(name, value));
    // Host tools too are built anew where RUSTC_BOOTSTRAP changes: apart, they stay.
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let _target = sh.push_env("CARGO_TARGET_DIR", target.join("page"));
    // Trunk builds offline, and does not know that the standard library has dependencies.
    cmd!(sh, "cargo fetch --quiet --target wasm32-unknown-unknown")
        .quiet()
        .run()
        .context("fetching what the page is built from")?;
    trunk(sh, "dist", &["--release"])
}

/// The page while someone edits it: the same code and files, quicker to make.
pub fn quick(sh: &Shell, dist: &str) -> Result<()> {
    trunk(sh, dist, &[])
}

fn trunk(sh: &Shell, dist: &str, flags: &[&str]) -> Result<()> {
    // Two builds at once would mix their files: the second waits.
    let lock = File::create(root().join("target/page.lock"))?;
    lock.lock()?;
    // Some systems set it to 1, which Trunk takes for a wrong value.
    let _color = sh.push_env("NO_COLOR", "false");
    // Its hook: this very program.
    let _hook = sh.push_env("CONVLENS_XTASK", env::current_exe()?);
    // Its own backtraces would bury what the compiler said.
    let _trace = sh.push_env("RUST_BACKTRACE", "0");
    cmd!(sh, "trunk --log error build --offline --dist {dist} {flags...}")
        .quiet()
        .run()?;
    Ok(())
}
