//! The core's tests once more, interpreted by Miri: what only looks right on one machine does not pass there.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools;

pub fn run(sh: &Shell) -> Result<()> {
    tools::miri(sh)?;
    cmd!(
        sh,
        "cargo +nightly miri test --package conv --tests --target-dir target/miri"
    )
    .run()?;
    Ok(())
}
