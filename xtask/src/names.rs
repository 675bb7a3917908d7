//! Short names between a wasm and its glue: the long ones hold hashes, which no compression makes smaller.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The module of every import, once the names are short.
const MODULE: &str = "a";

/// Long names to short ones, as wasm-opt gave them. What is not there is not used either.
#[derive(Debug, Default)]
pub struct Names {
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

impl Names {
    /// Reads what `wasm-opt --minify-imports-and-exports-and-modules` prints.
    pub fn read(printed: &str) -> Result<Self> {
        let mut map: Value = serde_json::from_str(printed).context("reading the names that wasm-opt gave")?;
        let imports: Vec<(String, String, String)> = serde_json::from_value(map["imports"].take())?;
        let exports: Vec<(String, String)> = serde_json::from_value(map["exports"].take())?;
        Ok(Self {
            imports: imports.into_iter().map(|(_, long, short)| (long, short)).collect(),
            exports: exports.into_iter().collect(),
        })
    }

    pub fn export(&self, long: &str) -> Result<&str> {
        let short = self.exports.get(long).map(String::as_str);
        short.with_context(|| format!("the wasm exports no {long}"))
    }

    /// The glue with the short names, and without what it has for imports that the wasm has no more.
    pub fn shorten(&self, glue: &str) -> Result<String> {
        let mut out = String::with_capacity(glue.len());
        let mut lines = glue.lines();
        let mut given = 0;
        while let Some(line) = lines.next() {
            if let Some((name, rest)) = entry(line) {
                if let Some(short) = self.imports.get(name) {
                    given += 1;
                    out += &format!("        {short}: {}\n", self.exports_in(rest)?);
                } else {
                    lines.by_ref().find(|line| *line == "        },");
                }
            } else if let Some((module, object)) = module(line) {
                // All imports are of one module now.
                if module.ends_with("_bg.js") {
                    let others = self.elsewhere(glue);
                    given += others.len();
                    let all = match others.as_slice() {
                        [] => object.to_owned(),
                        _ => format!("Object.assign({object}, {{ {} }})", others.join(", ")),
                    };
                    out += &format!("        {MODULE}: {all},\n");
                }
            } else {
                out += &self.exports_in(line)?;
                out.push('\n');
            }
        }
        ensure!(
            given == self.imports.len(),
            "the glue gives {given} of the {} functions that the wasm imports",
            self.imports.len()
        );
        Ok(out)
    }

    /// What comes from other modules (`import1`) joins the glue's own functions (`import0`).
    fn elsewhere(&self, glue: &str) -> Vec<String> {
        let modules = glue.lines().filter_map(module);
        let Some((_, object)) = modules.into_iter().find(|(module, _)| !module.ends_with("_bg.js")) else {
            return Vec::new();
        };
        let names = self.imports.iter();
        let others = names.filter(|(long, _)| !glue.contains(&format!("        {long}: ")));
        let mut entries: Vec<_> = others
            .map(|(long, short)| format!("{short}: {object}.{long}"))
            .collect();
        // One order for one hash.
        entries.sort();
        entries
    }

    /// `wasm.long` as `wasm.short`.
    fn exports_in(&self, line: &str) -> Result<String> {
        let mut parts = line.split("wasm.");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let whole = !out.ends_with(|letter: char| letter.is_alphanumeric() || "_$".contains(letter));
            let end = part.find(|letter: char| !(letter.is_alphanumeric() || "_$".contains(letter)));
            let (name, rest) = part.split_at(end.unwrap_or(part.len()));
            out += "wasm.";
            out += if whole { self.export(name)? } else { name };
            out += rest;
        }
        Ok(out)
    }
}

/// `        name: function(...) {`, an import in the glue.
fn entry(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix("        ")?;
    let (name, rest) = line.split_once(": ")?;
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (plain && rest.starts_with("function(")).then_some((name, rest))
}

/// `        "./module.js": import0,`, a module of imports in the glue.
fn module(line: &str) -> Option<(&str, &str)> {
    let (module, object) = line.strip_prefix("        \"")?.split_once("\": ")?;
    let object = object.strip_suffix(',')?;
    object.starts_with("import").then_some((module, object))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"import * as import1 from "./later.js"
function imports() {
    const import0 = {
        __proto__: null,
        __wbg_used_0123: function(arg0) {
            return wasm.__wbindgen_malloc(arg0);
        },
        __wbg_unused_0123: function(arg0) {
            return wasm.gone(arg0);
        },
    };
    return {
        __proto__: null,
        "./page_bg.js": import0,
        "./later.js": import1,
    };
}
"#;

    fn names() -> Result<Names> {
        Names::read(
            r#"{"imports": [["./page_bg.js", "__wbg_used_0123", "b"], ["./later.js", "load", "c"]],
                "exports": [["__wbindgen_malloc", "$d"]]}"#,
        )
    }

    #[test]
    fn shortens_the_glue() -> Result<()> {
        let short = names()?.shorten(GLUE)?;
        assert!(short.contains("        b: function(arg0) {\n            return wasm.$d(arg0);"));
        assert!(short.contains("        a: Object.assign(import0, { c: import1.load }),\n    };"));
        assert!(!short.contains("unused") && !short.contains("\"./later.js\": "));
        Ok(())
    }

    #[test]
    fn misses_what_the_glue_does_not_give() -> Result<()> {
        assert!(names()?.shorten("wasm.unknown()").is_err());
        assert!(names()?.shorten("").is_err());
        Ok(())
    }
}
