//! What tells why the page could not start.

use std::collections::BTreeMap;

use anyhow::Result;
use story::text::{self, PageKey};
use xshell::Shell;

/// The script that tells why the page stands still, with its texts.
pub fn script(sh: &Shell) -> Result<String> {
    let script = sh.read_file(crate::root().join("static/failed.js"))?;
    let texts = |which: usize| {
        let texts = text::of_page().map(|(key, texts)| (why(key), texts[which]));
        texts.collect::<BTreeMap<_, _>>()
    };
    let texts = serde_json::to_string(&BTreeMap::from([("en", texts(0)), ("zh", texts(1))]))?;
    Ok(script.replace("\"{{Texts}}\"", &texts))
}

/// The `data-why` of a cause.
fn why(key: PageKey) -> String {
    match key {
        PageKey::OtherScene => "other-scene".to_owned(),
        key => format!("{key:?}").to_lowercase(),
    }
}
