//! Scripts and styles as the browser gets them: few files, and small ones where the page is published.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Joins a module and all that it imports in one script.
pub fn bundle(sh: &Shell, entry: &Path, small: bool) -> Result<Vec<u8>> {
    let flags = flags(small);
    // What wasm-bindgen's glue warns of, the page tells in its own words.
    let pure = small.then_some("--pure:console.warn");
    // What only Node has, a browser never comes to ask for.
    let script = cmd!(
        sh,
        "esbuild {entry} --bundle --format=esm --external:node:* --loader:.wasm=binary {flags...} {pure...}"
    );
    let script = script.quiet();
    Ok(script.output()?.stdout)
}

/// A script or a style sheet without what only a person reads.
pub fn minify(sh: &Shell, kind: &str, text: &str) -> Result<String> {
    let flags = flags(true);
    let minified = cmd!(sh, "esbuild --loader={kind} {flags...}").stdin(text).quiet();
    Ok(minified.read()?)
}

fn flags(small: bool) -> &'static [&'static str] {
    let all = &[
        "--log-level=warning",
        "--charset=utf8",
        "--legal-comments=none",
        "--minify",
    ];
    &all[..if small { 4 } else { 3 }]
}

/// The page with every style sheet that it links in one, of this name; and what stood in them, in order.
pub fn merge_styles(page: &str, staging: &Path, name: impl Fn(&str) -> Result<String>) -> Result<String> {
    let (mut rest, mut out, mut styles) = (page, String::new(), String::new());
    let mut first = None;
    while let Some((before, file, after)) = next(rest, "<link rel=\"stylesheet\" href=\"./", "\"/>") {
        let path = staging.join(file);
        styles += &std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        std::fs::remove_file(&path)?;
        out += if first.is_some() { before.trim_end() } else { before };
        first.get_or_insert(out.len());
        rest = after;
    }
    let at = first.context("index.html links no style sheet")?;
    out.insert_str(at, &format!("<link rel=\"stylesheet\" href=\"./{}\">", name(&styles)?));
    Ok(out + rest)
}

/// The page with its script replaced by what `name` makes of it.
pub fn rename_script(page: &str, staging: &Path, name: impl Fn(&str) -> Result<String>) -> Result<String> {
    let (before, file, after) = next(page, "<script src=\"./", "\">").context("index.html has no script")?;
    let path = staging.join(file);
    let script = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    std::fs::remove_file(&path)?;
    Ok(format!("{before}<script src=\"./{}\">{after}", name(&script)?))
}

/// What stands before `start`, between it and `end`, and after.
fn next<'a>(text: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(start)?;
    let (within, after) = rest.split_once(end)?;
    Some((before, within, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_styles_and_renames_scripts() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("convlens-assets-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        for (name, content) in [("a.css", "a{}"), ("b.css", "b{}"), ("c.js", "c()")] {
            std::fs::write(folder.join(name), content)?;
        }
        let page = "<head>\n  <link rel=\"stylesheet\" href=\"./a.css\"/>\n  <link rel=\"stylesheet\" href=\"./b.css\"/>\n  \
                    <script src=\"./c.js\"></script>\n</head>";
        let page = merge_styles(page, &folder, |styles| Ok(styles.replace("{}", "")))?;
        let page = rename_script(&page, &folder, |script| Ok(script.replace("()", ".js")))?;
        assert_eq!(
            page,
            "<head>\n  <link rel=\"stylesheet\" href=\"./ab\">\n  <script src=\"./c.js\"></script>\n</head>"
        );
        assert_eq!(std::fs::read_dir(&folder)?.count(), 0);
        std::fs::remove_dir(&folder)?;
        Ok(())
    }
}
