//! Everything that must hold, in an order that fails early.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::server::Server;
use crate::site::{QUICK, Site};
use crate::tools::{self, Browser};
use crate::{build, kernels, lab, root, size, tidy};

const WASM: &str = "wasm32-unknown-unknown";

struct Ground<'a> {
    sh: &'a Shell,
    browser: Browser,
}

type Part = (&'static str, fn(&Ground<'_>) -> Result<()>);

const PARTS: [Part; 18] = [
    ("format", format),
    ("tidy", |on| tidy::run(on.sh)),
    ("clippy, native", |on| clippy(on, &NOT_NATIVE)),
    ("tests, native", |on| native(on, &["--lib", "--bins", "--tests"])),
    ("doc tests", |on| native(on, &["--doc"])),
    ("schemas", |on| run(cmd!(on.sh, "node tests/schemas.mjs"))),
    ("clippy, wasm32", |on| {
        clippy(on, &["--exclude", "xtask", "--target", WASM])
    }),
    ("core, wasm32 with simd128", |on| {
        in_browser(on, "conv", "target", "+simd128")
    }),
    ("core, wasm32 without simd128", |on| {
        in_browser(on, "conv", "target/scalar", "-simd128")
    }),
    ("kernels, wasm32 with simd128", |on| {
        in_browser(on, "kernels", "target", "+simd128")
    }),
    ("kernels' package", package),
    ("browser tests", |on| in_browser(on, "convlens", "target", "+simd128")),
    ("optimised build", |on| build::optimised(on.sh)),
    ("size", |on| size::run(on.sh)),
    ("smoke test of the build", smoke),
    ("the build where little is allowed", limits),
    ("the page in one file", one_file),
    ("host lab", |on| lab::run(on.sh, &on.browser.chromium)),
];

/// What only a browser runs.
const NOT_NATIVE: [&str; 8] = [
    "--exclude",
    "convlens",
    "--exclude",
    "kernels-wasm",
    "--exclude",
    "charts",
    "--exclude",
    "bench-wasm",
];

/// Runs every part, or those whose names hold one of the given words.
pub fn run_parts(sh: &Shell, only: &[&str]) -> Result<()> {
    let on = Ground {
        sh,
        browser: tools::for_test(sh)?,
    };
    let mut table = Vec::new();
    let mut failed = 0;
    let parts: Vec<Part> = PARTS
        .into_iter()
        .filter(|(name, _)| only.is_empty() || only.iter().any(|word| name.contains(word)))
        .collect();
    ensure!(!parts.is_empty(), "no part is named so");
    for &(name, part) in &parts {
        println!("\n== {name}");
        let start = Instant::now();
        let result = part(&on);
        let seconds = start.elapsed().as_secs_f64();
        table.push((name, if result.is_ok() { "passed" } else { "FAILED" }, seconds));
        if let Err(error) = result {
            println!("{name}: {error:#}");
            failed += 1;
            break;
        }
    }
    println!("\n{:<32} {:<8} {:>7}", "part", "", "seconds");
    for (name, result, seconds) in &table {
        println!("{name:<32} {result:<8} {seconds:>7.1}");
    }
    let (passed, skipped) = (table.len() - failed, parts.len() - table.len());
    println!(
        "\n{passed} passed, {failed} failed{}",
        if skipped > 0 {
            format!(", {skipped} skipped")
        } else {
            String::new()
        }
    );
    ensure!(failed == 0, "not all holds");
    Ok(())
}

fn format(on: &Ground<'_>) -> Result<()> {
    run(cmd!(on.sh, "cargo fmt --all --check"))?;
    // Nothing compiles the scripts: a slip would show only as a page that never starts.
    for folder in [
        "static",
        "tests",
        "tests/lab",
        "tests/lab/hosts",
        "xtask/bench/page",
        "crates/kernels/js",
    ] {
        for script in on.sh.read_dir(folder)? {
            if script.extension().is_some_and(|end| end == "js" || end == "mjs") {
                cmd!(on.sh, "node --check {script}").quiet().run()?;
            }
        }
    }
    Ok(())
}

fn run(cmd: Cmd<'_>) -> Result<()> {
    println!("$ {cmd}");
    Ok(cmd.quiet().run()?)
}

fn clippy(on: &Ground<'_>, flags: &[&str]) -> Result<()> {
    run(cmd!(
        on.sh,
        "cargo clippy --quiet --workspace --all-targets {flags...} -- -D warnings"
    ))
}

fn native(on: &Ground<'_>, flags: &[&str]) -> Result<()> {
    run(cmd!(on.sh, "cargo test --quiet --workspace {NOT_NATIVE...} {flags...}"))
}

/// A package's tests as wasm32 in headless Chromium. RUSTFLAGS takes the place of the flags of .cargo/config.toml.
fn in_browser(on: &Ground<'_>, package: &str, target: &str, simd: &str) -> Result<()> {
    let target: PathBuf = root().join(target);
    let cmd = cmd!(
        on.sh,
        "cargo test --package {package} --lib --tests --target {WASM} --target-dir {target}"
    )
    .env("RUSTFLAGS", format!("-C target-feature={simd}"))
    .env("CHROMEDRIVER", &on.browser.driver)
    .env("WASM_BINDGEN_USE_BROWSER", "1")
    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", root().join("webdriver.json"))
    .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    println!("$ {cmd}");
    let output = cmd.quiet().ignore_status().output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}{}", String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{} in the browser", output.status);
    // A runner that finds no test is content; we are not.
    ensure!(passed(&said) > 0, "no test ran");
    Ok(())
}

/// How many tests a test runner says have passed.
fn passed(said: &str) -> usize {
    let counts = said.lines().filter_map(|line| {
        line.split_once("test result: ok. ")?
            .1
            .split_once(" passed")?
            .0
            .parse::<usize>()
            .ok()
    });
    counts.sum()
}

/// The kernels' package in Node, whose engine has relaxed SIMD behind a flag, in both modules.
fn package(on: &Ground<'_>) -> Result<()> {
    let folder = root().join("target/kernels/pkg");
    kernels::package(on.sh, &folder)?;
    run(cmd!(
        on.sh,
        "node --experimental-wasm-relaxed-simd tests/kernels.mjs {folder}"
    ))
}

/// Drives the optimised build in Chromium, under the strict page policy.
fn smoke(on: &Ground<'_>) -> Result<()> {
    let server = Server::start(Site::read(&root().join("dist"), QUICK)?, 0)?;
    let (url, chromium) = (&server.url, &on.browser.chromium);
    if run(cmd!(on.sh, "node tests/smoke.mjs {url} {chromium}")).is_err() {
        bail!("see above");
    }
    Ok(())
}

/// The build where it cannot run, and says why; and where it runs without what a browser may deny.
fn limits(on: &Ground<'_>) -> Result<()> {
    let (dist, chromium) = (root().join("dist"), &on.browser.chromium);
    for script in ["tests/fallback.mjs", "tests/denied.mjs"] {
        if run(cmd!(on.sh, "node {script} {dist} {chromium}")).is_err() {
            bail!("see above");
        }
    }
    Ok(())
}

/// Opens the page in one file from a disk and in a sandbox.
fn one_file(on: &Ground<'_>) -> Result<()> {
    let (dist, chromium) = (root().join("dist"), &on.browser.chromium);
    if run(cmd!(on.sh, "node tests/onefile.mjs {dist} {chromium}")).is_err() {
        bail!("see above");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_ran() {
        assert_eq!(passed("no tests to run!"), 0);
        assert_eq!(
            passed("test result: ok. 3 passed; 0 failed\n\ntest result: ok. 2 passed; 0 failed; 0 ignored"),
            5
        );
    }
}
