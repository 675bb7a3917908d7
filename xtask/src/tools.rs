//! The set-up: what a job needs is looked for, and installed where it is missing.

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

const TRUNK: &str = "0.21.14";
const FUZZ: &str = "0.13.2";
const WASM: &str = "wasm32-unknown-unknown";

/// What builds the page: the wasm32 target, Trunk, wasm-bindgen, and wasm-opt and esbuild among the npm packages.
pub fn for_page(sh: &Shell) -> Result<()> {
    target(sh)?;
    npm_packages(sh)?;
    // Both without optimisation: they install in a fraction of the time and run for seconds.
    cargo_tool(sh, "trunk", "trunk", TRUNK, &["--locked", "--debug"])?;
    // Not --locked: the lock file of this version names a package that is gone.
    let bindgen = wasm_bindgen_version(sh)?;
    cargo_tool(sh, "wasm-bindgen", "wasm-bindgen-cli", &bindgen, &["--debug"])?;
    add_to_path(sh, &crate::root().join("node_modules/.bin"))
}

/// What the tests need beyond that.
pub fn for_test(sh: &Shell) -> Result<Browser> {
    for part in ["fmt", "clippy"] {
        if cmd!(sh, "cargo {part} --version")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_err()
        {
            let component = if part == "fmt" { "rustfmt" } else { part };
            say(&format!("rustup component {component}"));
            cmd!(sh, "rustup component add {component}").run()?;
        }
    }
    for_page(sh)?;
    browser(sh)
}

/// Chromium and its driver.
#[derive(Debug)]
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

pub fn browser(sh: &Shell) -> Result<Browser> {
    let find = || {
        let chromium = ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .find_map(|name| on_path(name))?;
        Some(Browser {
            chromium,
            driver: on_path("chromedriver")?,
        })
    };
    if let Some(browser) = find() {
        return Ok(browser);
    }
    debian(sh, &["chromium", "chromium-driver"])?;
    find().context("Debian's Chromium is not on the path")
}

/// Installs packages of Debian.
pub fn debian(sh: &Shell, packages: &[&str]) -> Result<()> {
    let named = packages.join(", ");
    say(&format!("{named}, from Debian"));
    let as_root = cmd!(sh, "id -u").quiet().read()? == "0";
    let sudo: &[&str] = if as_root { &[] } else { &["sudo", "-n"] };
    let install = ["apt-get", "install", "--yes", "--no-install-recommends"];
    let (update, install) = (
        [sudo, &["apt-get", "update"]].concat(),
        [sudo, &install, packages].concat(),
    );
    for line in [update, install] {
        let (program, args) = line.split_first().context("an empty command")?;
        cmd!(sh, "{program} {args...}")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
            .with_context(|| format!("install by hand: {named}"))?;
    }
    Ok(())
}

/// The version that Cargo.lock gives to wasm-bindgen: the command and the crate must be of one version.
fn wasm_bindgen_version(sh: &Shell) -> Result<String> {
    let lock = sh.read_file("Cargo.lock")?;
    lock_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")
}

fn lock_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    Some(
        lines
            .nth(1)?
            .strip_prefix("version = \"")?
            .strip_suffix('"')?
            .to_owned(),
    )
}

fn target(sh: &Shell) -> Result<()> {
    let libdir = cmd!(sh, "rustc --print target-libdir --target {WASM}").quiet().read()?;
    if !Path::new(&libdir).exists() {
        say("Rust's standard library for wasm32");
        cmd!(sh, "rustup target add {WASM}").run()?;
    }
    Ok(())
}

/// The source of Rust's standard library, which the optimised page compiles anew.
pub fn std_source(sh: &Shell) -> Result<()> {
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    if !Path::new(&sysroot).join("lib/rustlib/src/rust/library").exists() {
        say("the source of Rust's standard library");
        cmd!(sh, "rustup component add rust-src").run()?;
    }
    Ok(())
}

/// Miri, which comes with Rust's nightly builds only.
pub fn miri(sh: &Shell) -> Result<()> {
    let has = cmd!(sh, "cargo +nightly miri --version")
        .quiet()
        .ignore_stdout()
        .ignore_stderr();
    if has.run().is_err() {
        say("Miri, with a nightly Rust");
        nightly(sh)?;
        cmd!(sh, "rustup component add miri rust-src --toolchain nightly").run()?;
    }
    Ok(())
}

/// cargo-fuzz, which needs a nightly Rust.
pub fn fuzz(sh: &Shell) -> Result<()> {
    nightly(sh)?;
    cargo_tool(sh, "cargo-fuzz", "cargo-fuzz", FUZZ, &["--locked", "--debug"])
}

fn nightly(sh: &Shell) -> Result<()> {
    let toolchains = cmd!(sh, "rustup toolchain list").quiet().read()?;
    if !toolchains.lines().any(|name| name.starts_with("nightly")) {
        say("a nightly Rust");
        cmd!(sh, "rustup toolchain install nightly --profile minimal").run()?;
    }
    Ok(())
}

/// Puts `program` of exactly this version on the path: one that is there already, or one of our own.
fn cargo_tool(sh: &Shell, program: &str, package: &str, version: &str, flags: &[&str]) -> Result<()> {
    let has = |path: &Path| {
        let said = cmd!(sh, "{path} --version").quiet().ignore_stderr().read();
        said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
    };
    if on_path(program).is_some_and(|path| has(&path)) {
        return Ok(());
    }
    let home = cache()?.join(format!("{package}-{version}"));
    if !home.exists() {
        say(&format!("{package} {version} (some minutes)"));
        // Installed under another name first: half an installation must not pass for a whole one.
        let half = cache()?.join(format!(".{package}-{version}-{}", std::process::id()));
        cmd!(
            sh,
            "cargo install --root {half} {package} --version ={version} {flags...}"
        )
        .run()?;
        std::fs::rename(&half, &home).with_context(|| format!("naming {}", home.display()))?;
    }
    add_to_path(sh, &home.join("bin"))?;
    ensure!(
        has(&home.join("bin").join(program)),
        "{} is not {program} {version}: remove it",
        home.display()
    );
    Ok(())
}

/// The npm packages: tools of the build and the tests, none of which reaches the page.
fn npm_packages(sh: &Shell) -> Result<()> {
    if on_path("npm").is_none() {
        bail!("node and npm are missing: install node 20 or newer");
    }
    let wanted = packages(&sh.read_file("package-lock.json")?)?;
    let there = sh
        .read_file("node_modules/.package-lock.json")
        .ok()
        .and_then(|lock| packages(&lock).ok());
    if there.as_ref() != Some(&wanted) {
        say("the npm packages of package-lock.json");
        cmd!(sh, "npm ci").run()?;
    }
    Ok(())
}

/// The packages of a lock file, without what npm leaves out of what it notes as installed: the project itself, and
/// binaries for other machines.
fn packages(lock: &str) -> Result<Value> {
    let mut lock: Value = serde_json::from_str(lock)?;
    let mut packages = lock["packages"].take();
    if let Some(map) = packages.as_object_mut() {
        map.retain(|name, package| !name.is_empty() && package["optional"] != true);
    }
    Ok(packages)
}

/// Written last into an installation: half of one must not pass for a whole one.
const WHOLE: &str = "whole";

/// The folder of what `install` puts there, in the versions that the files `pins` name. Where one changes, all is
/// installed anew.
pub fn installed(sh: &Shell, name: &str, pins: &[&str], install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    for pin in pins {
        sh.read_file(pin)?.hash(&mut hasher);
    }
    let home = cache()?.join(format!("{name}-{:016x}", hasher.finish()));
    if !home.join(WHOLE).exists() {
        sh.remove_path(&home)?;
        sh.create_dir(&home)?;
        install(&home)?;
        sh.write_file(home.join(WHOLE), "")?;
    }
    Ok(home)
}

/// Where our own tools live: outside the project, shared by its copies.
pub fn cache() -> Result<PathBuf> {
    if let Some(root) = env::var_os("CONVLENS_TOOLS") {
        return Ok(root.into());
    }
    let home = env::home_dir().context("no home folder: set CONVLENS_TOOLS")?;
    Ok(home.join(".cache/convlens"))
}

fn add_to_path(sh: &Shell, dir: &Path) -> Result<()> {
    let old = sh.var_os("PATH").unwrap_or_default();
    if env::split_paths(&old).any(|there| there == dir) {
        return Ok(());
    }
    let path = env::join_paths([dir.to_owned()].into_iter().chain(env::split_paths(&old)))?;
    sh.set_var("PATH", path);
    Ok(())
}

pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|dir| dir.join(program))
        .find(|path| path.is_file())
}

pub fn say(what: &str) {
    eprintln!("installing {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_version_from_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(lock_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(lock_version(lock, "trunk"), None);
    }

    #[test]
    fn compares_what_npm_installed() {
        let wanted = packages(
            r#"{"name": "x", "packages": {"": {"name": "x"}, "node_modules/a": {"version": "1"},
                "node_modules/b": {"version": "1", "optional": true}}}"#,
        );
        let there = packages(r#"{"packages": {"node_modules/a": {"version": "1"}}}"#);
        assert_eq!(wanted.ok(), there.ok());
    }
}
