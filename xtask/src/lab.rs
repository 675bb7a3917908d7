//! The host lab: embeds in the pages of their hosts, in real browsers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::{root, tools};

/// What the hosts' tools are, each version of them.
const PINS: [&str; 3] = [
    "tests/lab/mkdocs/requirements.txt",
    "tests/lab/docusaurus/package.json",
    "tests/lab/docusaurus/package-lock.json",
];

/// Runs the lab on the page in dist/.
pub fn run(sh: &Shell, chromium: &Path) -> Result<()> {
    browsers(sh)?;
    let hosts = hosts(sh)?;
    let lab = cmd!(sh, "node tests/lab/lab.mjs dist {chromium}").env("CONVLENS_LAB", hosts);
    println!("$ {lab}");
    if lab.quiet().run().is_err() {
        bail!("see above");
    }
    Ok(())
}

/// Firefox, and WebKitGTK where it can be had: without it the lab says so.
fn browsers(sh: &Shell) -> Result<()> {
    if tools::on_path("firefox-esr").is_none() {
        tools::debian(sh, &["firefox-esr"])?;
    }
    let missing = ["WebKitWebDriver", "Xvfb"]
        .iter()
        .any(|program| tools::on_path(program).is_none());
    if missing && let Err(error) = tools::debian(sh, &["webkit2gtk-driver", "xvfb"]) {
        eprintln!("no WebKitGTK: {error:#}");
    }
    Ok(())
}

/// Python, with what its folders of packages begin with: Debian has that in a package of its own.
fn python(sh: &Shell) -> Result<()> {
    let begins = "import ensurepip";
    let asked = cmd!(sh, "python3 -c {begins}").quiet().ignore_stdout().ignore_stderr();
    if asked.run().is_err() {
        tools::debian(sh, &["python3", "python3-venv"])?;
    }
    Ok(())
}

/// The tools that build hosts' pages, in one folder. (reveal.js and open-iframe-resizer are among the npm packages.)
fn hosts(sh: &Shell) -> Result<PathBuf> {
    let [requirements, npm @ ..] = PINS.map(|pin| root().join(pin));
    tools::installed(sh, "lab", &PINS, |home| {
        tools::say("MkDocs-Material");
        let mkdocs = home.join("mkdocs");
        python(sh)?;
        cmd!(sh, "python3 -m venv {mkdocs}").run()?;
        let pip = mkdocs.join("bin/pip");
        cmd!(
            sh,
            "{pip} install --quiet --disable-pip-version-check --requirement {requirements}"
        )
        .run()?;

        tools::say("Docusaurus (some minutes)");
        let docusaurus = home.join("docusaurus");
        sh.create_dir(&docusaurus)?;
        for file in npm {
            sh.copy_file(file, &docusaurus)?;
        }
        cmd!(sh, "npm ci --prefix {docusaurus} --ignore-scripts").run()?;
        Ok(())
    })
}
