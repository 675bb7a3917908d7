//! The page in one file: style, scripts, the first picture and the wasm, which is deflated and in base64. It opens from a
//! disk and in a sandbox, where nothing can be fetched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use story::Lang;
use xshell::{Shell, cmd};

use crate::cut::{self, Parts};
use crate::{assets, failed, squeeze, wasm};

pub const NAME: &str = "convlens.html";

/// The parts that every scene needs: they are one wasm with the main module.
pub const CORE: [&str; 3] = ["controls", "reader", "embed"];
/// What a scene needs beyond that, and only with an explaining picture.
const MORE: [&str; 5] = ["explain", "channels", "windows", "numbers", "tables"];
/// What no file of one scene has: it is a wasm of its own, or makes links and files of other scenes.
const NEVER: [&str; 8] = [
    "charts", "export", "sheet", "composer", "course", "lessons", "grids", "image",
];

/// Where the scene's link is written.
const LINK: &str = "<meta name=\"convlens-link\" content=\"\">";

/// What the wasm of one file is, and how it is started.
#[derive(Debug)]
pub struct Inside {
    pub glue: String,
    /// What hides the rest.
    pub style: String,
    pub core: Vec<u8>,
    /// The files of the site that a picture's parts, and another language's words, are in.
    pub more: BTreeMap<String, Vec<String>>,
}

/// Joins the main module, as it is bound in `folder`, with the parts that every scene needs, in a folder of its own. To be
/// called before the parts are made small: they go on as files of their own.
pub fn join(sh: &Shell, folder: &Path, parts: &Parts, into: &Path) -> Result<()> {
    let features = wasm::FEATURES;
    let stems = core(parts);
    let files = stems.into_iter().flat_map(|stem| {
        let file = folder.join(format!("{stem}.wasm"));
        [file.into_os_string(), stem.into()]
    });
    let (main, all) = (folder.join("convlens_bg.wasm"), into.join("convlens_bg.wasm"));
    let module = cut::MODULE;
    let merge = cmd!(
        sh,
        "wasm-merge {features...} {main} {module} {files...} --rename-export-conflicts --output {all}"
    );
    // Its warnings are kept for when it fails, as wasm-opt's are.
    let output = merge.quiet().ignore_status().output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "wasm-merge: {said}");
    sh.copy_file(folder.join(cut::GLUE), into)?;
    Ok(())
}

/// Makes small what `join` made, and its glue one script. `files_of` names the files of modules in the site.
pub fn inside(
    sh: &Shell,
    into: &Path,
    parts: &Parts,
    files_of: impl Fn(&[String]) -> Vec<String>,
    texts: &BTreeMap<String, String>,
) -> Result<Inside> {
    let names = wasm::shrink_bound(sh, into, "convlens")?;
    let stems_inside = core(parts);
    let files = |part: &str| {
        let stems = parts.of.get(part).into_iter().flatten();
        files_of(
            &stems
                .filter(|stem| !stems_inside.contains(stem))
                .cloned()
                .collect::<Vec<_>>(),
        )
    };
    sh.write_file(
        into.join(cut::LINK),
        cut::link(parts, files, |name| names.export(name), texts)?,
    )?;
    sh.copy_file(crate::root().join("static/later.js"), into)?;
    sh.write_file(into.join("failed.js"), failed::script(sh)?)?;
    let source = into.join("source.js");
    sh.copy_file(crate::root().join("static/inside.js"), &source)?;
    let glue = String::from_utf8(assets::bundle(sh, &source, true)?)?;
    let core = sh.read_binary_file(into.join("convlens_bg.wasm"))?;
    let mut more: BTreeMap<String, _> = MORE.map(|part| (part.to_owned(), files(part))).into();
    more.extend(langs().map(|lang| (lang.to_owned(), texts.get(lang).cloned().into_iter().collect())));
    // What is linked twice would write over what has changed in the memory.
    let inside: Vec<String> = stems_inside
        .iter()
        .flat_map(|stem| files_of(&[(*stem).clone()]))
        .collect();
    let twice = more.values().flatten().find(|file| inside.contains(file));
    ensure!(
        twice.is_none(),
        "{twice:?} has a part of the core, which has it already"
    );
    let mut style = sh.read_file(crate::root().join("static/inside.css"))?;
    for lang in langs() {
        // Nobody chooses a language that is not there.
        style += &format!("[data-without~=\"{lang}\"] [data-control=\"lang\"] {{ display: none !important }}\n");
    }
    let style = assets::minify(sh, "css", &style)?;
    Ok(Inside {
        glue,
        style,
        core,
        more,
    })
}

/// The languages that a scene may be spoken in beside English, by the names of their words.
fn langs() -> impl Iterator<Item = &'static str> {
    Lang::others().map(Lang::name)
}

/// The stems of what every scene needs.
fn core(parts: &Parts) -> BTreeSet<&String> {
    CORE.iter().filter_map(|part| parts.of.get(*part)).flatten().collect()
}

/// The one file from the page of the site. `read` gives the files that it links.
///
/// `static/onefile.js` makes that of another scene from it: it writes the link, and puts the parts that the scene needs
/// at their place.
pub fn page(index: &str, inside: &Inside, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let styles = |file: &str| Ok(read(file)? + &inside.style);
    let (page, style) = inline(index, "<link rel=\"stylesheet\" href=\"./", "\">", "style", styles)?;
    let (page, boot) = inline(&page, "<script src=\"./", "\"></script>", "script", &read)?;
    // What is fetched, and what tells where from.
    let fetched = ["rel=\"modulepreload\"", "rel=\"preload\"", "<meta name=\"convlens-"];
    let lines = page
        .lines()
        .filter(|line| !fetched.iter().any(|mark| line.contains(mark)));
    let page = lines.collect::<Vec<_>>().join("\n");

    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:",
        hash(&boot),
        hash(&inside.glue),
        hash(&style)
    );
    let charset = "<meta charset=\"utf-8\">";
    let head = format!("{charset}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n    {LINK}");
    let without = MORE.into_iter().chain(langs()).chain(NEVER);
    let without = without.collect::<Vec<_>>().join(" ");
    let page = replace(&page, charset, &head)?;
    let page = replace(&page, "<html ", &format!("<html data-without=\"{without}\" "))?;
    let more = serde_json::to_string(&inside.more)?;
    let core = BASE64.encode(squeeze::deflate(&inside.core)?);
    let glue = &inside.glue;
    is_safe("script", glue)?;
    let end = format!(
        "<script type=\"text/plain\" data-part=\"main\">{core}</script>\n\
         <script type=\"application/json\" id=\"convlens-more\">{more}</script>\n\
         <script type=\"module\">{glue}</script>\n  </body>"
    );
    replace(&page, "</body>", &end)
}

/// Writes the content of the file that an element links into the page, as an element of this tag. Returns the content too.
fn inline(
    page: &str,
    start: &str,
    end: &str,
    tag: &str,
    read: impl Fn(&str) -> Result<String>,
) -> Result<(String, String)> {
    let missing = || format!("the page has no {start}");
    let (before, rest) = page.split_once(start).with_context(missing)?;
    let (file, after) = rest.split_once(end).with_context(missing)?;
    let content = read(file)?;
    is_safe(tag, &content)?;
    Ok((format!("{before}<{tag}>{content}</{tag}>{after}"), content))
}

fn is_safe(tag: &str, content: &str) -> Result<()> {
    let ends = [&format!("</{tag}"), "<!--"]
        .into_iter()
        .any(|mark| content.contains(mark));
    ensure!(!ends, "what goes into a <{tag}> would end it");
    Ok(())
}

fn replace(page: &str, mark: &str, by: &str) -> Result<String> {
    let (before, after) = page
        .split_once(mark)
        .with_context(|| format!("the page has no {mark}"))?;
    Ok([before, by, after].concat())
}

/// As a page policy names an inline script or style.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <link rel="modulepreload" href="./g.js">
    <meta name="convlens-later" content="./1.wasm">
    <link rel="stylesheet" href="./page.css">
    <script src="./boot.js"></script>
  </head>
  <body></body>
</html>"#;

    fn made(script: &str) -> Result<String> {
        let inside = Inside {
            glue: "glue()".to_owned(),
            style: "i{}".to_owned(),
            core: b"wasm".to_vec(),
            more: BTreeMap::from([("explain".to_owned(), vec!["./e.wasm".to_owned()])]),
        };
        page(INDEX, &inside, |file| {
            Ok(if file == "page.css" { "p{}" } else { script }.to_owned())
        })
    }

    #[test]
    fn holds_all_and_links_nothing() -> Result<()> {
        let page = made("boot()")?;
        for part in [
            "<style>p{}i{}</style>",
            "<script>boot()</script>",
            "<script type=\"module\">glue()</script>",
            LINK,
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(page.contains("{\"explain\":[\"./e.wasm\"]}"));
        assert!(page.contains(&hash("boot()")) && page.contains(&hash("p{}i{}")));
        assert!(!page.contains("href=") && !page.contains("src=") && !page.contains("convlens-later"));
        Ok(())
    }

    #[test]
    fn refuses_what_would_end_early() {
        assert!(made("\"</script>\"").is_err());
    }
}
