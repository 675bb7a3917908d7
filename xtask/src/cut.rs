//! Cuts the page's wasm where src/split.rs says: what is there at once, and parts that load when they are first used.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::elements;

/// What the main module is bound to.
pub const GLUE: &str = "convlens.js";
/// The module that the files import from, which is the main one.
pub const MODULE: &str = "__wasm_split";
/// From where the main module imports a loader for each part.
pub const LINK: &str = "./parts.js";

#[derive(Debug)]
pub struct Parts {
    pub main: PathBuf,
    /// The other files: a part each, and what several parts use.
    pub files: Vec<PathBuf>,
    /// The stems of the files that each part is made of.
    pub of: BTreeMap<String, Vec<String>>,
    /// What the files import from the main module's exports.
    pub shared: Vec<String>,
}

/// Writes all into a folder. The wasm must have been linked with its relocations and names.
pub fn cut(wasm: &Path, into: &Path) -> Result<Parts> {
    let input = std::fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let main = into.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = into;
    options.main_out_path = &main;
    options.main_module = GLUE;
    options.link_name = LINK;
    let made = transform(options).map_err(|error| anyhow!("cutting {}: {error:#}", wasm.display()))?;
    ensure!(
        !made.split_modules.is_empty(),
        "{} has no part to cut off",
        wasm.display()
    );
    std::fs::write(&main, elements::without_empty(&std::fs::read(&main)?)?)?;
    let link = into.join(LINK);
    let link = std::fs::read_to_string(&link).with_context(|| format!("reading {}", link.display()))?;
    Ok(Parts {
        main,
        files: made.split_modules,
        of: made.prefetch_map.into_iter().collect(),
        shared: shared(&link).context("the splitter's link module has another form")?,
    })
}

/// The names that the splitter's own link module hands on: they stand in no other output.
fn shared(link: &str) -> Option<Vec<String>> {
    let (names, _) = link.split_once("} = initSync(")?;
    let (_, names) = names.rsplit_once("const {")?;
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    Some(names.map(str::to_owned).collect())
}

/// Our own link module, which stands in for the splitter's: static/later.js does the loading. `files` gives the addresses
/// of a part's files, `texts` those of texts; `exported` tells under which name the main module exports what the files import.
pub fn link<'a>(
    parts: &'a Parts,
    files: impl Fn(&str) -> Vec<String>,
    exported: impl Fn(&'a str) -> Result<&'a str>,
    texts: &BTreeMap<String, String>,
) -> Result<String> {
    let mut script = String::from("import { loader } from \"./later.js\";\n");
    for part in parts.of.keys() {
        // The splitter makes this name from the part's.
        writeln!(
            script,
            "export const __wasm_split_load_{part} = loader({:?});",
            files(part)
        )?;
    }
    script += "export const SHARED = {\n";
    for name in &parts.shared {
        writeln!(script, "  {name}: {:?},", exported(name)?)?;
    }
    writeln!(script, "}};\nexport const TEXTS = {texts:?};")?;
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_shared() {
        let link = "shared = { __wasm_split: {  } };\nconst { table, memory,  } = initSync(undefined);";
        assert_eq!(shared(link), Some(vec!["table".to_owned(), "memory".to_owned()]));
        assert_eq!(shared("nothing of the kind"), None);
    }

    #[test]
    fn links_parts() -> Result<()> {
        let parts = Parts {
            main: PathBuf::new(),
            files: Vec::new(),
            of: BTreeMap::from([(
                "reader".to_owned(),
                vec!["chunk_3".to_owned(), "split_reader".to_owned()],
            )]),
            shared: vec!["memory".to_owned()],
        };
        let texts = BTreeMap::from([("zh".to_owned(), "./zh.txt".to_owned())]);
        let script = link(&parts, |part| vec![format!("./{part}.wasm")], |_| Ok("$a"), &texts)?;
        assert!(script.contains("export const __wasm_split_load_reader = loader([\"./reader.wasm\"]);"));
        assert!(script.contains("  memory: \"$a\",\n"));
        assert!(script.contains("export const TEXTS = {\"zh\": \"./zh.txt\"};"));
        Ok(())
    }
}
