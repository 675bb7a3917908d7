//! The built page in memory, ready to be served: each file as it is and compressed.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::squeeze;

/// As hard as brotli can: what a publisher does once.
pub const BEST: u32 = 11;
/// What a file is that is none of the page's kinds.
pub const OTHER: &str = "application/octet-stream";
/// Quick: after an edit nobody counts bytes.
pub const QUICK: u32 = 4;

#[derive(Debug)]
pub struct Site {
    files: BTreeMap<String, File>,
}

#[derive(Debug)]
pub struct File {
    pub plain: Vec<u8>,
    pub brotli: Vec<u8>,
    pub mime: &'static str,
    /// The name holds a hash of the content: a browser may keep it for ever.
    pub hashed: bool,
}

impl Site {
    /// Reads a folder (and none inside it: the page is flat).
    pub fn read(dist: &Path, quality: u32) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(dist).with_context(|| format!("reading {}", dist.display()))? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            // What a publisher's host takes from the folder, and serves as no file of its own.
            let is_for_host = name == "_headers" || name.ends_with(".br") || name.ends_with(".gz");
            if entry.file_type()?.is_file() && !is_for_host {
                let plain = std::fs::read(entry.path())?;
                let brotli = squeeze::brotli(&plain, quality)?;
                let (mime, hashed) = (mime(&name), is_hashed(&name));
                files.insert(
                    name,
                    File {
                        plain,
                        brotli,
                        mime,
                        hashed,
                    },
                );
            }
        }
        Ok(Self { files })
    }

    /// The file at a path of a request, `/` being the page.
    pub fn get(&self, path: &str) -> Option<&File> {
        let name = path.trim_start_matches('/');
        self.files.get(if name.is_empty() { "index.html" } else { name })
    }

    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => OTHER,
    }
}

/// `name-01234567.js`, `name-01234567_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches("_bg");
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_hashed_names() {
        assert!(is_hashed("convlens-01234567.js"));
        assert!(is_hashed("convlens-01234567_bg.wasm"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("some-file.js"));
    }
}
