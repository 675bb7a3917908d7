//! Every file says first what it is for, and every test runs.

use super::Text;

/// A lesson is named by its file; what it teaches, its words say.
const LESSONS: &str = "crates/story/src/lesson/course/";
const IGNORED: &str = concat!("#[", "ignore");

pub fn check(texts: &[Text]) -> Vec<String> {
    let complaints = texts.iter().filter_map(|text| {
        let head = match text.path.rsplit('.').next()? {
            "rs" => "//!",
            "js" | "mjs" => "//",
            _ => return None,
        };
        let (path, content) = (&text.path, &text.content);
        if !content.starts_with(head) && !path.starts_with(LESSONS) {
            return Some(format!("{path}: does not say first what it is for"));
        }
        content
            .contains(IGNORED)
            .then(|| format!("{path}: has a test that does not run"))
    });
    complaints.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::text;

    #[test]
    fn a_file_says_what_it_is_for() {
        assert!(check(&text("src/a.rs", "//! Does it.\nfn it() {}")).is_empty());
        assert!(check(&text("static/a.js", "// Does it.")).is_empty());
        assert_eq!(check(&text("src/a.rs", "fn it() {}")).len(), 1);
        assert_eq!(check(&text("tests/a.mjs", "it();")).len(), 1);
    }

    #[test]
    fn every_test_runs() {
        let content = format!("//! Tests it.\n#[test]\n{IGNORED}]\nfn it() {{}}");
        assert_eq!(check(&text("src/a.rs", &content)).len(), 1);
    }
}
