//! What Trunk calls when it has built: it makes the page in the staging folder from what Cargo and Trunk made.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use story::Lang;
use story::lesson::COURSE;
use story::text;
use xshell::Shell;

use crate::{assets, cut, failed, first, kernels, onefile, pack, tools, wasm};

/// Cargo's profile for a page that is published, and for one that is being edited: index.html names it too.
const PROFILES: [&str; 2] = ["release", "serve"];

/// The parts that opening a link needs.
const OPENING: [&str; 2] = ["controls", "reader"];

struct Job<'a> {
    sh: &'a Shell,
    staging: PathBuf,
    profile: &'static str,
    /// Whether the page is published: then it is made small.
    small: bool,
}

/// The names of what index.html leads to.
struct Links {
    glue: String,
    wasm: String,
    /// What opening a link needs beside them.
    opening: Vec<String>,
    charts: String,
    /// What applies layers to images.
    image: String,
    /// What tells why the page could not start.
    failed: String,
    /// The wasm of the page in one file, where the page is published.
    inside: Option<onefile::Inside>,
}

pub fn run(sh: &Shell) -> Result<()> {
    let staging = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this")?);
    let small = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    tools::for_page(sh)?;
    if small {
        eprintln!("making the page small, and once more in one file (some minutes)");
    }
    let job = Job {
        sh,
        staging,
        profile: PROFILES[usize::from(!small)],
        small,
    };

    let index = job.staging.join("index.html");
    let page = sh.read_file(&index)?;
    let links = links(&job)?;
    let page = link(&spoken(&page), &links)?;
    let page = assets::merge_styles(&page, &job.staging, |styles| asset(&job, "page", "css", styles))?;
    let page = assets::rename_script(&page, &job.staging, |script| {
        let script = script.replace(
            "{{Langs}}",
            &Lang::others().map(Lang::name).collect::<Vec<_>>().join(" "),
        );
        asset(&job, "boot", "js", &script)
    })?;
    let page = draw(&page, &first::shell()?)?;
    let page = if small { without_indents(&page) } else { page };
    sh.write_file(&index, &page)?;
    if let Some(inside) = &links.inside {
        let read = |file: &str| Ok(sh.read_file(job.staging.join(file))?);
        sh.write_file(job.staging.join(onefile::NAME), onefile::page(&page, inside, read)?)?;
        let script = sh.read_file(crate::root().join("static/onefile.js"))?;
        sh.write_file(job.staging.join("onefile.js"), assets::minify(sh, "js", &script)?)?;
    }
    embed(&job)
}

/// Writes what other pages embed scenes with. They name it: it has no hash.
fn embed(job: &Job<'_>) -> Result<()> {
    let script = job.sh.read_file(crate::root().join("static/embed.js"))?;
    let script = written(job, "js", &script)?;
    job.sh.write_file(job.staging.join("embed.js"), script.as_bytes())?;
    Ok(())
}

/// The page's wasm in its parts, with the glue that loads them, and the charts.
fn links(job: &Job<'_>) -> Result<Links> {
    // Trunk has bound the wasm as it was, in one.
    for end in [".js", "_bg.wasm"] {
        job.sh.remove_path(find(&job.staging, "convlens-", end)?)?;
    }
    let made = wasm::made("convlens", job.profile);
    let folder = workshop(job, &made, "page")?;
    let parts = cut::cut(&made, &folder)?;
    wasm::bind(job.sh, &parts.main, &folder, "convlens")?;
    let alone = workshop(job, &made, "page-alone")?;
    if job.small {
        onefile::join(job.sh, &folder, &parts, &alone)?;
    }
    let names = job
        .small
        .then(|| wasm::shrink_bound(job.sh, &folder, "convlens"))
        .transpose()?;

    if job.small {
        wasm::shrink_all(job.sh, &parts.files)?;
    }
    let mut modules = BTreeMap::new();
    for file in &parts.files {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        modules.insert(stem, job.sh.read_binary_file(file)?);
    }
    let module = |stem: &str| modules.get(stem).with_context(|| format!("no file {stem}"));
    let packs = pack::pack(&parts.of, |stem| Ok(module(stem)?.len()))?;
    let mut later = BTreeMap::new();
    for (name, stems) in &packs {
        let within = stems.iter().map(|stem| module(stem).map(Vec::as_slice));
        let content = pack::join(within.collect::<Result<Vec<_>>>()?)?;
        // Several modules are no wasm; but by this name hosts compress them.
        let file = format!("{name}-{}.wasm", fingerprint(&[&content]));
        later.insert(name.as_str(), write(job, file, &content)?);
    }
    let files_of = |stems: &[String]| {
        let files = pack::files(&packs, stems)
            .into_iter()
            .filter_map(|name| later.get(name));
        files.map(|file| format!("./{file}")).collect::<Vec<_>>()
    };
    let files = |part: &str| files_of(parts.of.get(part).map_or(&[][..], Vec::as_slice));
    let mut texts = BTreeMap::new();
    for (name, content) in words(job)? {
        let file = format!("{name}-{}.txt", fingerprint(&[content.as_bytes()]));
        let file = write(job, file, content.as_bytes())?;
        texts.insert(name, format!("./{file}"));
    }
    let exported = |name| names.as_ref().map_or(Ok(name), |names| names.export(name));
    let link = cut::link(&parts, files, exported, &texts)?;
    let mut opening: Vec<String> = OPENING.iter().flat_map(|part| files(part)).collect();
    opening.sort();
    opening.dedup();
    job.sh.write_file(folder.join(cut::LINK), link)?;
    job.sh.copy_file(crate::root().join("static/later.js"), &folder)?;
    job.sh
        .copy_file(crate::root().join("static/fetched.js"), folder.join("source.js"))?;

    let glue = assets::bundle(job.sh, &folder.join(cut::GLUE), job.small)?;
    let main = job.sh.read_binary_file(folder.join("convlens_bg.wasm"))?;
    let mark = fingerprint(&[&glue, &main]);
    Ok(Links {
        glue: write(job, format!("convlens-{mark}.js"), &glue)?,
        wasm: write(job, format!("convlens-{mark}_bg.wasm"), &main)?,
        opening,
        charts: charts(job)?,
        image: image(job)?,
        failed: asset(job, "failed", "js", &failed::script(job.sh)?)?,
        inside: job
            .small
            .then(|| onefile::inside(job.sh, &alone, &parts, files_of, &texts))
            .transpose()?,
    })
}

/// The document with its own texts: `{{Title}}` by the name of their keys.
fn spoken(page: &str) -> String {
    text::of_page(Lang::English).fold(page.to_owned(), |page, (key, english)| {
        page.replace(&format!("{{{{{key:?}}}}}"), english)
    })
}

/// The words that are files of their own, by the names that src/ asks for them with.
fn words(job: &Job<'_>) -> Result<Vec<(String, String)>> {
    let mut words = Vec::new();
    for lang in Lang::ALL {
        words.extend(text::written(lang).map(|file| (lang.name().to_owned(), file)));
        words.push((format!("lessons-{}", lang.name()), lessons(job.sh, lang)?));
    }
    Ok(words)
}

/// What the lessons say in a language: their files in a row, each under its name.
fn lessons(sh: &Shell, lang: Lang) -> Result<String> {
    let mut all = String::new();
    for lesson in COURSE {
        let file = format!("crates/story/lessons/{}/{}.txt", lang.name(), lesson.name);
        let words = sh.read_file(crate::root().join(file))?;
        all += &format!("## {}\n{words}", lesson.name);
    }
    Ok(all)
}

/// Builds the part that loads when the first chart is opened. Returns the name of its glue.
fn charts(job: &Job<'_>) -> Result<String> {
    let made = wasm::compile(job.sh, "charts", job.profile)?;
    let folder = workshop(job, &made, "page-charts")?;
    let mark = fingerprint(&[&job.sh.read_binary_file(&made)?, job.profile.as_bytes()]);
    // The glue names the wasm.
    let name = format!("charts-{mark}");
    wasm::bind(job.sh, &made, &folder, &name)?;
    if job.small {
        wasm::shrink_bound(job.sh, &folder, &name)?;
    }
    let glue = assets::bundle(job.sh, &folder.join(format!("{name}.js")), job.small)?;
    let wasm = format!("{name}_bg.wasm");
    job.sh.copy_file(folder.join(&wasm), job.staging.join(&wasm))?;
    write(job, format!("{name}.js"), &glue)
}

/// Builds what applies layers to images: the kernels, and the worker that calls them and draws. Returns the worker's name.
fn image(job: &Job<'_>) -> Result<String> {
    let folder = workshop(job, &wasm::made("convlens", job.profile), "page-image")?;
    kernels::package(job.sh, &folder)?;
    let script = folder.join(kernels::SCRIPT);
    let mut package = job.sh.read_file(&script)?;
    for (name, _) in kernels::MODULES {
        let content = job.sh.read_binary_file(folder.join(name))?;
        let file = format!("{}-{}.wasm", name.trim_end_matches(".wasm"), fingerprint(&[&content]));
        // As the package names it.
        package = package.replace(name, &write(job, file, &content)?);
    }
    job.sh.write_file(&script, package)?;
    kernels::painter(job.sh, &folder)?;
    for name in ["image-worker.js", "image-machine.js"] {
        job.sh.copy_file(crate::root().join("static").join(name), &folder)?;
    }
    let worker = assets::bundle(job.sh, &folder.join("image-worker.js"), job.small)?;
    write(job, format!("image-{}.js", fingerprint(&[&worker])), &worker)
}

/// An empty folder beside what Cargo made.
fn workshop(job: &Job<'_>, made: &Path, name: &str) -> Result<PathBuf> {
    let folder = made.with_file_name(name);
    job.sh.remove_path(&folder)?;
    Ok(job.sh.create_dir(&folder)?)
}

/// Writes a script or a style sheet. Returns the name of the file.
fn asset(job: &Job<'_>, stem: &str, kind: &str, content: &str) -> Result<String> {
    let content = written(job, kind, content)?;
    let content = content.as_bytes();
    write(job, format!("{stem}-{}.{kind}", fingerprint(&[content])), content)
}

/// A script or a style sheet as this page has it: as it is, or small.
fn written<'a>(job: &Job<'_>, kind: &str, content: &'a str) -> Result<Cow<'a, str>> {
    Ok(if job.small {
        Cow::Owned(assets::minify(job.sh, kind, content)?)
    } else {
        Cow::Borrowed(content)
    })
}

fn write(job: &Job<'_>, name: String, content: &[u8]) -> Result<String> {
    job.sh.write_file(job.staging.join(&name), content)?;
    Ok(name)
}

/// Names files by their content, so that a browser may keep them for ever. The toolchain is pinned, hence the hash too.
/// Half of it: the names stand in the first load, and nothing else in it compresses as badly.
fn fingerprint(contents: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    contents.hash(&mut hasher);
    format!("{:08x}", hasher.finish() >> 32)
}

fn find(dir: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let mut paths = std::fs::read_dir(dir)?.filter_map(|entry| Some(entry.ok()?.path()));
    let found = paths.find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    });
    found.with_context(|| format!("Trunk made no {start}*{end}"))
}

/// Nothing in the page is indented but its tags.
fn without_indents(page: &str) -> String {
    page.lines().map(str::trim_start).collect::<Vec<_>>().join("\n")
}

fn draw(page: &str, picture: &str) -> Result<String> {
    let (before, after) = page.split_once("<div id=\"app\">").context("index.html has no #app")?;
    Ok(format!("{before}<div id=\"app\">{picture}{after}"))
}

/// Trunk leaves its own link where it injects no scripts. It becomes preloads, so that the requests do not chain, and
/// the scripts in static/ read the hashed names from them.
fn link(page: &str, links: &Links) -> Result<String> {
    let Links {
        glue,
        wasm,
        charts,
        image,
        failed,
        ..
    } = links;
    let later = links.opening.join(" ");
    let missing = "index.html has no link to the Rust app";
    let at = page.find("rel=\"rust\"").context(missing)?;
    let start = page[..at].rfind('<').context(missing)?;
    let end = at + page[at..].find('>').context(missing)? + 1;
    let links = format!(
        "<link rel=\"modulepreload\" href=\"./{glue}\">\n    \
         <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" crossorigin>\n    \
         <meta name=\"convlens-later\" content=\"{later}\">\n    \
         <meta name=\"convlens-charts\" content=\"./{charts}\">\n    \
         <meta name=\"convlens-image\" content=\"./{image}\">\n    \
         <meta name=\"convlens-failed\" content=\"./{failed}\">"
    );
    Ok(format!("{}{links}{}", &page[..start], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link data-trunk rel=\"rust\" data-bin=\"convlens\"></head><div id=\"app\"></div>";

    #[test]
    fn links_the_hashed_names() -> Result<()> {
        let [glue, wasm, charts, one, two] = ["g.js", "w.wasm", "c.js", "./1.wasm", "./2.wasm"].map(str::to_owned);
        let opening = vec![one, two];
        let page = link(
            PAGE,
            &Links {
                glue,
                wasm,
                opening,
                charts,
                image: "i.js".to_owned(),
                failed: "f.js".to_owned(),
                inside: None,
            },
        )?;
        assert!(page.starts_with("<head><link rel=\"modulepreload\" href=\"./g.js\">"));
        assert!(page.contains("href=\"./w.wasm\" as=\"fetch\""));
        assert!(page.contains("name=\"convlens-later\" content=\"./1.wasm ./2.wasm\">"));
        assert!(page.contains("content=\"./f.js\"></head>"));
        Ok(())
    }

    #[test]
    fn draws_into_the_app() -> Result<()> {
        assert!(draw(PAGE, "<svg/>")?.ends_with("<div id=\"app\"><svg/></div>"));
        Ok(())
    }
}
