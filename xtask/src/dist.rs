//! The site as it is published, whole.

use std::fmt::Write;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::server::POLICY;
use crate::site::{BEST, OTHER, Site};
use crate::{build, kernels, onefile, root, squeeze};

/// What a notebook loads: a module for anywidget.
pub const WIDGET: &str = "convlens-widget.js";

pub fn run(sh: &Shell) -> Result<()> {
    build::optimised(sh)?;
    let dist = root().join("dist");
    let (script, widget) = (root().join("static/widget.js"), dist.join(WIDGET));
    let page = format!("--alias:convlens-page={}", dist.join(onefile::NAME).display());
    cmd!(
        sh,
        "esbuild {script} --bundle --format=esm --minify --charset=utf8 --loader:.html=text {page} --outfile={widget}
         --log-level=warning"
    )
    .quiet()
    .run()?;
    kernels::package(sh, &dist.join(kernels::FOLDER))?;
    let site = Site::read(&dist, BEST)?;
    sh.write_file(dist.join("_headers"), headers(&site)?)?;
    for (name, file) in site.files().filter(|(_, file)| file.mime != OTHER) {
        sh.write_file(dist.join(format!("{name}.br")), &file.brotli)?;
        sh.write_file(dist.join(format!("{name}.gz")), squeeze::gzip(&file.plain)?)?;
        println!("{name}");
    }
    Ok(())
}

/// How a host answers with these files, as Netlify and Cloudflare Pages read it: an example for others.
fn headers(site: &Site) -> Result<String> {
    let mut text = format!(
        "# An example: what a host says with each file of ConvLens.\n\
         /*\n  X-Content-Type-Options: nosniff\n  Cache-Control: no-cache\n\n\
         # The strictest policy that the page runs under. {} has its own.\n",
        onefile::NAME
    );
    for page in ["/", "/index.html"] {
        writeln!(text, "{page}\n  Content-Security-Policy: {POLICY}")?;
    }
    text +=
        "\n# Named by their content: they never change. Any page may read them: one in a sandbox is of no origin.\n";
    for (name, file) in site.files().filter(|(_, file)| file.hashed) {
        writeln!(
            text,
            "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n  \
             Content-Type: {}\n  Access-Control-Allow-Origin: *",
            file.mime
        )?;
    }
    text += "\n# Loaded by other pages.\n";
    for name in ["embed.js", WIDGET] {
        writeln!(text, "/{name}\n  Access-Control-Allow-Origin: *")?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_for_ever_what_is_named_by_its_content() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("convlens-dist-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        for name in ["index.html", "a-01234567.wasm"] {
            std::fs::write(folder.join(name), "content")?;
        }
        let text = headers(&Site::read(&folder, 5)?)?;
        std::fs::remove_dir_all(&folder)?;
        let (before, hashed) = text.split_once("/a-01234567.wasm\n").unwrap_or_default();
        assert!(before.contains("/index.html\n  Content-Security-Policy: default-src 'none'"));
        assert!(hashed.contains("immutable\n  Content-Type: application/wasm"));
        assert!(!before.contains("immutable"));
        Ok(())
    }
}
