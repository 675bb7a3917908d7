//! Rules about the crates: who may use whom, under which licences, in which versions.

use serde_json::Value;

use super::Text;

/// What each of our crates may use of ours. (Development dependencies apart.)
const LAYERS: [(&str, &[&str]); 8] = [
    ("conv", &[]),
    ("reel", &[]),
    ("paint", &[]),
    ("kernels", &["conv"]),
    ("kernels-wasm", &["conv", "kernels"]),
    ("story", &["conv"]),
    ("picture", &["conv", "story"]),
    ("charts", &["conv", "story", "picture"]),
];

/// Crates that know no browser, and how one would know it.
const PURE: [&str; 7] = ["conv", "story", "picture", "reel", "paint", "kernels", "kernels-wasm"];
const BROWSER: [&str; 5] = ["wasm-bindgen", "js-sys", "web-sys", "gloo", "leptos"];

/// Where the charts' library may be used.
const CHARTS: [&str; 2] = ["picture", "charts"];

const LICENCES: [&str; 14] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "CC0-1.0",
    "Unlicense",
    "BlueOak-1.0.0",
];

pub fn check(metadata: &Value) -> Vec<String> {
    let empty = Vec::new();
    let packages = metadata["packages"].as_array().unwrap_or(&empty);
    let (ours, theirs): (Vec<_>, Vec<_>) = packages.iter().partition(|package| package["source"].is_null());
    let names: Vec<&str> = ours.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut complaints = Vec::new();
    for package in ours {
        complaints.extend(layer(package, &names));
    }
    for package in theirs {
        complaints.extend(licence(package));
    }
    complaints
}

fn layer(package: &Value, ours: &[&str]) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let below = LAYERS.iter().find(|(layer, _)| *layer == name).map(|(_, below)| *below);
    let uses = package["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|used| used["kind"].is_null());
    let wrong = uses.filter_map(|used| used["name"].as_str()).filter(|used| {
        let above = ours.contains(used) && below.is_some_and(|below| !below.contains(used));
        let browser = PURE.contains(&name) && BROWSER.iter().any(|known| used.starts_with(known));
        let charts = used.starts_with("plotters") && !CHARTS.contains(&name);
        above || browser || charts
    });
    wrong.map(|used| format!("{name} must not use {used}")).collect()
}

fn licence(package: &Value) -> Option<String> {
    let licence = package["license"].as_str().unwrap_or("none named");
    (!permits(licence)).then(|| format!("{} is under {licence}", package["name"].as_str().unwrap_or_default()))
}

/// Whether one alternative of every part of a licence expression is permissive.
fn permits(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        let mut alternatives = part.split(" OR ").flat_map(|part| part.split('/'));
        alternatives.any(|licence| {
            let licence = licence.trim().trim_matches(['(', ')']);
            LICENCES.contains(&licence.split(" WITH ").next().unwrap_or(licence))
        })
    })
}

/// A version that stands in two files is the same in both.
pub fn pins(texts: &[Text]) -> Vec<String> {
    let value = |path: &str, key: &str| {
        let text = texts.iter().find(|text| text.path == path)?;
        let line = text.content.lines().map(str::trim).find(|line| line.starts_with(key))?;
        let digits = line[key.len()..].trim_matches(|letter: char| !letter.is_ascii_digit());
        Some(digits.to_owned())
    };
    let (trunk, pinned) = (
        value("Trunk.toml", "wasm_bindgen"),
        value("Cargo.toml", "wasm-bindgen = "),
    );
    let differ = (trunk != pinned).then(|| format!("Trunk.toml: wasm-bindgen is {trunk:?}, in Cargo.toml {pinned:?}"));
    differ.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, used: &str, kind: Option<&str>) -> Value {
        json!({"packages": [
            {"name": name, "source": null, "dependencies": [{"name": used, "kind": kind}]},
            {"name": "story", "source": null, "dependencies": []},
        ]})
    }

    #[test]
    fn layers_hold() {
        assert_eq!(check(&package("conv", "story", None)).len(), 1);
        assert!(check(&package("conv", "story", Some("dev"))).is_empty());
        assert!(check(&package("picture", "story", None)).is_empty());
        assert!(check(&package("convlens", "story", None)).is_empty());
    }

    #[test]
    fn numbers_know_no_browser() {
        assert_eq!(check(&package("conv", "web-sys", None)).len(), 1);
        assert_eq!(check(&package("convlens", "plotters", None)).len(), 1);
        assert!(check(&package("picture", "plotters", None)).is_empty());
    }

    #[test]
    fn licences_are_permissive() {
        assert!(permits("MIT OR Apache-2.0"));
        assert!(permits("MIT/Apache-2.0"));
        assert!(permits("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(permits("Apache-2.0 WITH LLVM-exception"));
        assert!(!permits("GPL-3.0"));
        assert!(!permits("MIT AND GPL-3.0"));
    }

    #[test]
    fn versions_agree() {
        let file = |path: &str, content: &str| Text {
            path: path.to_owned(),
            content: content.to_owned(),
        };
        let mut texts = vec![
            file("Trunk.toml", "wasm_bindgen = \"0.2.130\""),
            file("Cargo.toml", "wasm-bindgen = \"=0.2.130\""),
        ];
        assert_eq!(pins(&texts), [""; 0]);
        texts[1].content = "wasm-bindgen = \"=0.2.131\"".to_owned();
        assert_eq!(pins(&texts).len(), 1);
    }
}
