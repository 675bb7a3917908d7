//! The rules of the architecture that a machine can check. Each is a small function from what it reads to complaints.

mod circles;
mod crates;
mod files;
mod links;
mod purpose;

use anyhow::{Result, bail};
use serde_json::Value;
use xshell::{Shell, cmd};

/// A text file of the project.
#[derive(Debug)]
pub struct Text {
    pub path: String,
    pub content: String,
}

pub fn run(sh: &Shell) -> Result<()> {
    let texts = texts(sh)?;
    let metadata: Value = serde_json::from_str(
        &cmd!(sh, "cargo metadata --format-version 1")
            .quiet()
            .ignore_stderr()
            .read()?,
    )?;
    let complaints = [
        files::check(&texts),
        circles::check(&texts),
        links::check(&texts),
        purpose::check(&texts),
        crates::check(&metadata),
        crates::pins(&texts),
    ]
    .concat();
    for complaint in &complaints {
        println!("{complaint}");
    }
    if !complaints.is_empty() {
        bail!("{} complaints", complaints.len());
    }
    println!("{} files hold the rules", texts.len());
    Ok(())
}

/// Every file that git knows or would take in.
fn texts(sh: &Shell) -> Result<Vec<Text>> {
    let list = cmd!(sh, "git ls-files -z --cached --others --exclude-standard")
        .quiet()
        .read()?;
    let mut texts = Vec::new();
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        // A file may be deleted and not yet committed, or not be text.
        if let Ok(content) = sh.read_file(path) {
            texts.push(Text {
                path: path.to_owned(),
                content,
            });
        }
    }
    Ok(texts)
}

#[cfg(test)]
fn text(path: &str, content: &str) -> Vec<Text> {
    vec![Text {
        path: path.to_owned(),
        content: content.to_owned(),
    }]
}
