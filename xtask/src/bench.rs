//! Measuring, in one Chromium.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::server::Server;
use crate::site::{BEST, QUICK, Site};
use crate::{build, root, tools, wasm};

/// The core's paths against plain JS.
pub fn core(sh: &Shell) -> Result<()> {
    tools::for_page(sh)?;
    let chromium = tools::browser(sh)?.chromium;
    let folder = root().join("target/bench");
    for file in ["index.html", "bench.js"] {
        sh.create_dir(&folder)?;
        sh.copy_file(root().join("xtask/bench/page").join(file), &folder)?;
    }
    // Made as the page is made: it is the page's speed that counts.
    let made = wasm::compile(sh, "bench-wasm", "release")?;
    wasm::bind(sh, &made, &folder, "bench_wasm")?;
    wasm::shrink(sh, &folder.join("bench_wasm_bg.wasm"))?;
    let url = Server::start(Site::read(&folder, QUICK)?, 0)?.url;
    cmd!(sh, "node tests/bench.mjs {url} {chromium}").quiet().run()?;
    Ok(())
}

/// The optimised page, as a reader has it.
pub fn page(sh: &Shell) -> Result<()> {
    build::optimised(sh)?;
    let chromium = tools::browser(sh)?.chromium;
    let url = Server::start(Site::read(&root().join("dist"), BEST)?, 0)?.url;
    cmd!(sh, "node tests/page-bench.mjs {url} {chromium}").quiet().run()?;
    Ok(())
}
