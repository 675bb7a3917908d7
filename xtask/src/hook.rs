//! What Trunk calls when it has built: it completes the page in the staging folder.

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{first, tools, wasm};

pub fn run(sh: &Shell) -> Result<()> {
    let staging = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this")?);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    tools::for_page(sh)?;

    let index = staging.join("index.html");
    let page = sh.read_file(&index)?;
    let optimise = optimiser_flags(&page)?;
    let charts = charts(sh, &staging, release, &optimise)?;
    let glue = find(&staging, "convlens-", ".js")?;
    let wasm = find(&staging, "convlens-", "_bg.wasm")?;
    let page = link(&page, &glue, &wasm, &charts)?;
    let page = draw(&page, &first::shell()?)?;
    sh.write_file(&index, page)?;
    Ok(())
}

fn draw(page: &str, picture: &str) -> Result<String> {
    let (before, after) = page.split_once("<div id=\"app\">").context("index.html has no #app")?;
    Ok(format!("{before}<div id=\"app\">{picture}{after}"))
}

/// Trunk leaves its own link where it injects no scripts. It becomes preloads, so that the requests do not chain, and
/// static/boot.js reads the hashed names from them.
fn link(page: &str, glue: &str, wasm: &str, charts: &str) -> Result<String> {
    let (start, end) = rust_link(page)?;
    let links = format!(
        "<link rel=\"modulepreload\" href=\"./{glue}\">\n    \
         <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n    \
         <meta name=\"convlens-charts\" content=\"./{charts}\">"
    );
    Ok(format!("{}{links}{}", &page[..start], &page[end..]))
}

/// Where the link to the Rust app stands.
fn rust_link(page: &str) -> Result<(usize, usize)> {
    let missing = "index.html has no link to the Rust app";
    let at = page.find("rel=\"rust\"").context(missing)?;
    let start = page[..at].rfind('<').context(missing)?;
    let end = at + page[at..].find('>').context(missing)? + 1;
    Ok((start, end))
}

/// The wasm features, named once, in index.html. (All of them would give imports that browsers refuse.)
pub fn optimiser_flags(page: &str) -> Result<Vec<String>> {
    let (start, end) = rust_link(page)?;
    let (_, flags) = page[start..end]
        .split_once("data-wasm-opt-params=\"")
        .context("no data-wasm-opt-params")?;
    let (flags, _) = flags.split_once('"').context("no end of data-wasm-opt-params")?;
    Ok(flags.split_whitespace().map(str::to_owned).collect())
}

/// Builds the part that loads when the first chart is opened. Returns the name of its glue.
fn charts(sh: &Shell, staging: &Path, release: bool, optimise: &[String]) -> Result<String> {
    let profile = if release { "release" } else { "serve" };
    let made = wasm::compile(sh, "charts", profile)?;
    let name = format!("charts-{}", fingerprint(&sh.read_binary_file(&made)?, profile));
    wasm::bind(sh, &made, staging, &name, release.then_some(optimise))?;
    Ok(format!("{name}.js"))
}

/// Names a file by its content, so that a browser may keep it for ever. The toolchain is pinned, hence the hash too.
fn fingerprint(content: &[u8], profile: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (content, profile).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn find(dir: &Path, start: &str, end: &str) -> Result<String> {
    let mut names = std::fs::read_dir(dir)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found = names.find(|name| name.starts_with(start) && name.ends_with(end));
    found.with_context(|| format!("Trunk made no {start}*{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<head><link data-trunk rel=\"rust\" data-wasm-opt-params=\"--a --b\"></head><div id=\"app\"></div>";

    #[test]
    fn links_the_hashed_names() -> Result<()> {
        let page = link(PAGE, "g.js", "w.wasm", "c.js")?;
        assert!(page.starts_with("<head><link rel=\"modulepreload\" href=\"./g.js\">"));
        assert!(page.contains("href=\"./w.wasm\" as=\"fetch\""));
        assert!(page.contains("content=\"./c.js\"></head>"));
        Ok(())
    }

    #[test]
    fn draws_into_the_app() -> Result<()> {
        assert!(draw(PAGE, "<svg/>")?.ends_with("<div id=\"app\"><svg/></div>"));
        Ok(())
    }

    #[test]
    fn reads_the_features() -> Result<()> {
        assert_eq!(optimiser_flags(PAGE)?, ["--a", "--b"]);
        Ok(())
    }
}
