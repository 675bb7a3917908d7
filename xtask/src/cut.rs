//! Cuts the page's wasm in two: what is there at once, and the chunk that loads when something of it is first used.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

/// What the main module is bound to, and what imports its loader from `LINK`.
pub const GLUE: &str = "convlens.js";
/// static/later.js, as the wasm and its glue name it.
pub const LINK: &str = "./later.js";
/// What static/later.js exports: the splitter makes this name from the one in src/split.rs.
const LOADER: &str = "__wasm_split_load_controls";

#[derive(Debug)]
pub struct Parts {
    pub main: PathBuf,
    pub chunk: PathBuf,
    /// What the chunk imports from the main module's exports.
    pub shared: Vec<String>,
}

/// Writes both parts into a folder. The wasm must have been linked with its relocations and names.
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
        made.split_modules.len() == 1,
        "src/split.rs makes {} chunks, and static/later.js loads one",
        made.split_modules.len()
    );
    let link = into.join(LINK);
    let link = std::fs::read_to_string(&link).with_context(|| format!("reading {}", link.display()))?;
    ensure!(
        link.contains(&format!("export const {LOADER} =")) && link.matches("export ").count() == 1,
        "static/later.js exports {LOADER}, but the wasm wants another loader"
    );
    Ok(Parts {
        main,
        chunk: made.split_modules.into_iter().next().context("no chunk")?,
        shared: shared(&link).context("the splitter's link module has another form")?,
    })
}

/// The names that the splitter's own link module hands on: it stands in no other output.
fn shared(link: &str) -> Option<Vec<String>> {
    let (names, _) = link.split_once("} = initSync(")?;
    let (_, names) = names.rsplit_once("const {")?;
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    Some(names.map(str::to_owned).collect())
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
}
