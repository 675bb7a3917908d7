//! Links in the project's own pages lead somewhere.

use std::path::{Component, Path, PathBuf};

use super::Text;

pub fn check(texts: &[Text]) -> Vec<String> {
    let mut complaints = Vec::new();
    for text in texts.iter().filter(|text| text.path.ends_with(".md")) {
        for link in links(&text.content) {
            if !leads(texts, text, link) {
                complaints.push(format!("{}: {link} leads nowhere", text.path));
            }
        }
    }
    complaints
}

/// What stands in `](...)`, outside of code.
fn links(content: &str) -> Vec<&str> {
    let mut code = false;
    let lines = content.lines().filter(|line| {
        code ^= line.starts_with("```");
        !code
    });
    lines
        .flat_map(|line| {
            line.split("](")
                .skip(1)
                .filter_map(|rest| rest.split([')', ' ']).next())
        })
        .collect()
}

fn leads(texts: &[Text], from: &Text, link: &str) -> bool {
    if link.contains("://") || link.starts_with("mailto:") {
        return true;
    }
    let (path, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = if path.is_empty() {
        from.path.clone()
    } else {
        beside(&from.path, path)
    };
    let folder = format!("{}/", target.trim_end_matches('/'));
    match texts.iter().find(|text| text.path == target) {
        Some(text) => heading.is_empty() || headings(&text.content).any(|name| name == heading),
        // Pictures are no texts, folders no files.
        None => texts.iter().any(|text| text.path.starts_with(&folder)) || crate::root().join(&target).exists(),
    }
}

fn beside(from: &str, path: &str) -> String {
    let mut whole = PathBuf::new();
    for part in Path::new(from)
        .parent()
        .unwrap_or(Path::new(""))
        .join(path)
        .components()
    {
        match part {
            Component::ParentDir => _ = whole.pop(),
            Component::Normal(name) => whole.push(name),
            _ => {}
        }
    }
    whole.to_string_lossy().into_owned()
}

/// The anchors of a page's headings.
fn headings(content: &str) -> impl Iterator<Item = String> {
    let titles = content
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim());
    titles.map(|title| {
        let kept = title.to_lowercase().replace(' ', "-");
        kept.chars()
            .filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::text;

    #[test]
    fn links_lead_somewhere() {
        let page = "# One idea\n[a](#one-idea) [b](https://example.org) [c](page.md#one-idea)";
        assert!(check(&text("docs/page.md", page)).is_empty());
        assert_eq!(check(&text("docs/page.md", "[a](gone.md) [b](#gone)")).len(), 2);
        assert!(check(&text("docs/page.md", "```\n[a](gone.md)\n```")).is_empty());
    }

    #[test]
    fn goes_up() {
        assert_eq!(beside("docs/a.md", "../b.md"), "b.md");
    }
}
