//! What tells why the page could not start.

use std::collections::BTreeMap;

use anyhow::Result;
use story::Lang;
use story::text::{self, PageKey};
use xshell::Shell;

/// The script that tells why the page stands still, with its texts.
pub fn script(sh: &Shell) -> Result<String> {
    let script = sh.read_file(crate::root().join("static/failed.js"))?;
    let texts = Lang::ALL.map(|lang| {
        let texts = text::of_page(lang).map(|(key, text)| (why(key), text));
        (lang.name(), texts.collect::<BTreeMap<_, _>>())
    });
    let texts = serde_json::to_string(&BTreeMap::from(texts))?;
    Ok(script.replace("\"{{Texts}}\"", &texts))
}

/// The `data-why` of a cause.
fn why(key: PageKey) -> String {
    match key {
        PageKey::OtherScene => "other-scene".to_owned(),
        key => format!("{key:?}").to_lowercase(),
    }
}
