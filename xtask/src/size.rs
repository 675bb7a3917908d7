//! The size budget: what a reader downloads.

use anyhow::{Result, bail};
use xshell::Shell;

use crate::site::{BEST, Site};
use crate::{dist, kernels, onefile, squeeze};

/// All that the first load may take, compressed.
const FIRST_LOAD: usize = 75_000;
/// The page itself among its requests.
const REQUESTS: usize = 6;
/// Each file that comes later.
const LATER: usize = 40_000;
/// What another page loads before it has a scene.
const EMBED: (&str, usize) = ("embed.js", 2_000);
/// The page in one file, gzipped: no more than it is. (130 KB is wanted; what every scene needs is more than that alone.)
const ONE_FILE: usize = 201_500;
/// What has all inside is no file of the page.
const WHOLE: [&str; 2] = [onefile::NAME, dist::WIDGET];

pub fn run(_sh: &Shell) -> Result<()> {
    let site = Site::read(&crate::root().join("dist"), BEST)?;
    let Some(index) = site.get("/") else {
        bail!("dist/ is empty: cargo xtask build")
    };
    let page = String::from_utf8_lossy(&index.plain).into_owned();
    let (mut first, mut requests, mut over) = (0, 0, Vec::new());
    println!("{:<40} {:>9} {:>9}", "file", "bytes", "brotli");
    for (name, file) in site.files() {
        let now = name == "index.html" || loads(&page, name);
        println!(
            "{name:<40} {:>9} {:>9}{}",
            file.plain.len(),
            file.brotli.len(),
            if now { "" } else { "  later" }
        );
        if now {
            first += file.brotli.len();
            requests += 1;
        } else if file.brotli.len() > bound(name) && !WHOLE.contains(&name) {
            over.push(format!("{name} is over {} bytes", bound(name)));
        }
    }
    println!(
        "{:<40} {:>9} {first:>9}  of {FIRST_LOAD}, in {requests} requests",
        "first load", ""
    );
    if first > FIRST_LOAD {
        over.push(format!("the first load is {} bytes over its bound", first - FIRST_LOAD));
    }
    if requests > REQUESTS {
        over.push(format!(
            "the first load takes {requests} requests, more than {REQUESTS}"
        ));
    }
    if let Some(file) = site.get(onefile::NAME) {
        let gzipped = squeeze::gzip(&file.plain)?.len();
        println!("{:<40} {:>9} {gzipped:>9}  of {ONE_FILE}, gzipped", onefile::NAME, "");
        if gzipped > ONE_FILE {
            over.push(format!(
                "{} is {} bytes over its bound",
                onefile::NAME,
                gzipped - ONE_FILE
            ));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

/// What a file that the page does not load at once may weigh.
fn bound(name: &str) -> usize {
    let (embed, bound) = EMBED;
    match name {
        _ if name == embed => bound,
        _ if name.starts_with("convlens-kernels-") => kernels::BYTES,
        _ => LATER,
    }
}

/// Whether the page itself asks for a file.
fn loads(page: &str, name: &str) -> bool {
    page.contains(&format!("href=\"./{name}\"")) || page.contains(&format!("src=\"./{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_comes_later() {
        let page = "<script src=\"./boot.js\"></script><meta content=\"./charts.js\">";
        assert!(loads(page, "boot.js"));
        assert!(!loads(page, "charts.js"));
    }
}
