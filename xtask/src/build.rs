//! Building the page with Trunk.

use std::fs::File;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools;

/// The page as it is published: size first.
pub fn optimised(sh: &Shell) -> Result<()> {
    tools::for_page(sh)?;
    trunk(sh, "dist", &["--release"])
}

/// The page while someone edits it: the same code and files, quicker to make.
pub fn quick(sh: &Shell, dist: &str) -> Result<()> {
    trunk(sh, dist, &["--cargo-profile", "serve"])
}

fn trunk(sh: &Shell, dist: &str, flags: &[&str]) -> Result<()> {
    // Two builds at once would mix their files: the second waits.
    let lock = File::create(crate::root().join("target/page.lock"))?;
    lock.lock()?;
    // Some systems set it to 1, which Trunk takes for a wrong value.
    let _color = sh.push_env("NO_COLOR", "false");
    // Its own backtraces would bury what the compiler said.
    let _trace = sh.push_env("RUST_BACKTRACE", "0");
    cmd!(sh, "trunk --log error build --offline --dist {dist} {flags...}")
        .quiet()
        .run()?;
    Ok(())
}
