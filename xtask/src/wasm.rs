//! Wasm packages, made ready for the browser.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use anyhow::{Context, Result, anyhow, ensure};
use xshell::{Shell, cmd};

use crate::names::Names;

/// What the wasm uses. (All features would give imports that browsers refuse.)
pub const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// 1 % smaller than `-Oz` alone, after compression.
const SMALL: [&str; 5] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Compiles a cdylib of the workspace. Returns the wasm that Cargo made.
pub fn compile(sh: &Shell, package: &str, profile: &str) -> Result<PathBuf> {
    cmd!(
        sh,
        "cargo build --quiet --package {package} --target wasm32-unknown-unknown --profile {profile}"
    )
    .quiet()
    .run()?;
    Ok(made(package, profile))
}

/// Where Cargo puts the wasm of a package.
pub fn made(package: &str, profile: &str) -> PathBuf {
    let file = format!("{}.wasm", package.replace('-', "_"));
    target().join("wasm32-unknown-unknown").join(profile).join(file)
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::root().join("target"), PathBuf::from)
}

/// Writes `name.js` and `name_bg.wasm` into a folder.
pub fn bind(sh: &Shell, wasm: &Path, into: &Path, name: &str) -> Result<()> {
    // What the linker exports is what a chunk of the wasm imports.
    cmd!(
        sh,
        "wasm-bindgen --target web --no-typescript --keep-lld-exports --no-demangle --remove-name-section
         --remove-producers-section --out-dir {into} --out-name {name} {wasm}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// Makes what `bind` wrote small, the glue included, which must have been written by it just now.
pub fn shrink_bound(sh: &Shell, into: &Path, name: &str) -> Result<Names> {
    let (wasm, glue) = (into.join(format!("{name}_bg.wasm")), into.join(format!("{name}.js")));
    let names = Names::read(&optimise(sh, &wasm, &["--minify-imports-and-exports-and-modules"])?)?;
    let short = names
        .shorten(&sh.read_file(&glue)?)
        .with_context(|| format!("shortening the names in {}", glue.display()))?;
    sh.write_file(&glue, short)?;
    Ok(names)
}

/// Makes these small, several at a time: most of them are so small that what takes long is to start wasm-opt.
pub fn shrink_all(sh: &Shell, files: &[PathBuf]) -> Result<()> {
    let next = &AtomicUsize::new(0);
    let work = move |sh: Shell| -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            shrink(&sh, file)?;
        }
        Ok(())
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..count)
            .map(|_| {
                let sh = sh.clone();
                scope.spawn(move || work(sh))
            })
            .collect();
        for worker in workers {
            worker.join().map_err(|_| anyhow!("a thread of wasm-opt panicked"))??;
        }
        Ok(())
    })
}

/// Makes a wasm small that keeps its names. Also a tiny one: as it was cut it has the names and the types of the whole
/// page, and there are so many of them that they made a file larger than its bound.
pub fn shrink(sh: &Shell, wasm: &Path) -> Result<()> {
    optimise(sh, wasm, &[]).map(drop)
}

/// Makes a wasm of kernels small: `cargo xtask bench --peers` shows that its loops lose nothing. Its data is not cut at runs
/// of zeros, which compress, and nothing lies where the stack ends.
pub fn trim(sh: &Shell, wasm: &Path) -> Result<()> {
    let small = [
        "--flatten",
        "--rereloop",
        "-O2",
        "-O3",
        "--skip-pass=memory-packing",
        "--low-memory-unused",
    ];
    let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    let run = cmd!(
        sh,
        "wasm-opt {FEATURES...} --enable-relaxed-simd {small...} {strip...} {wasm} --output {wasm}"
    );
    // It warns of names that flattening gives to what a debugger would see.
    run.quiet().ignore_stderr().run()?;
    Ok(())
}

/// Returns what wasm-opt printed. It takes most of the time of a build, so that what it made is kept in the target folder
/// for the next one. Its warnings are there for when it fails: it does not know the newest kinds of names.
fn optimise(sh: &Shell, wasm: &Path, more: &[&str]) -> Result<String> {
    let kept = target().join("small").join(fingerprint(wasm, more)?);
    let (made, printed) = (kept.with_extension("wasm"), kept.with_extension("txt"));
    if let Ok(printed) = fs::read_to_string(&printed)
        && fs::copy(&made, wasm).is_ok()
    {
        return Ok(printed);
    }
    let run = cmd!(sh, "wasm-opt {FEATURES...} {SMALL...} {more...} {wasm} --output {wasm}");
    let output = run.quiet().ignore_status().output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "wasm-opt on {}: {said}", wasm.display());
    // Others may look for the same at the same time: each file is there whole or not at all, and the wasm first.
    let part = kept.with_extension(wasm.file_name().context("a file")?);
    fs::create_dir_all(target().join("small"))?;
    fs::copy(wasm, &part)?;
    fs::rename(&part, &made)?;
    fs::write(&part, &output.stdout)?;
    fs::rename(&part, &printed)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Of what goes in: the wasm, how it is made small, and by which version.
fn fingerprint(wasm: &Path, more: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    (fs::read(wasm)?, FEATURES, SMALL, more).hash(&mut hasher);
    fs::read(crate::root().join("package-lock.json"))?.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
