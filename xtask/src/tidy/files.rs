//! Rules about what stands in the files.

use super::Text;

/// A file longer than this holds more than one thing.
const LINES: usize = 400;

/// Crates that know no browser; in these nothing is unsafe.
const PURE: [&str; 4] = ["conv", "story", "picture", "reel"];

/// Where unsafe code may stand, each time with its reason.
const UNSAFE: [&str; 4] = [
    "crates/kernels/src/lanes.rs",
    "crates/kernels-wasm/src/lib.rs",
    "crates/paint/src/exports.rs",
    "src/split.rs",
];
const UNSAFE_ALLOWED: &str = concat!("allow(unsafe", "_code)");

/// The rooms of the app and what each may know of the others. `app` and `split` join them. What is there at once (`ui`,
/// `api` and all before them) does not know what loads later, or that would come along.
const ROOMS: [(&str, &[&str]); 17] = [
    ("services", &[]),
    ("part", &[]),
    ("dom", &[]),
    ("page", &["dom", "part", "services"]),
    ("platform", &["dom", "page", "services"]),
    ("ui", &["dom", "page"]),
    ("api", &["dom", "page"]),
    ("controls", &["dom", "page", "part", "services", "ui"]),
    ("reader", &["dom", "page", "part", "services", "ui", "api", "controls"]),
    ("explain", &["dom", "page", "part", "services", "ui", "controls"]),
    ("composer", &["dom", "page", "part", "services", "ui", "controls"]),
    ("export", &["dom", "page", "part", "services", "ui", "controls"]),
    ("lesson", &["dom", "page", "part", "services", "ui", "controls"]),
    ("image", &["dom", "page", "part", "services", "ui", "controls"]),
    ("grids", &["dom", "page", "part", "services", "ui", "controls"]),
    ("sheet", &["dom", "page", "part", "controls", "export"]),
    ("embed", &["dom", "page", "part", "services", "api"]),
];

/// What belongs to one machine or to work in progress. (In halves, so that this file does not break its own rule.)
const FORBIDDEN: [&str; 6] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/wo", "rk/"),
    concat!("../sha", "red"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
];

pub fn check(texts: &[Text]) -> Vec<String> {
    let mut complaints = no_unsafe(texts);
    for text in texts {
        complaints.extend(length(text));
        complaints.extend(rooms(text));
        complaints.extend(inline_styles(text));
        complaints.extend(words_in_views(text));
        complaints.extend(forbidden(text));
    }
    complaints
}

fn is_source(path: &str) -> bool {
    let folder = path.starts_with("src/") || path.contains("/src/");
    folder && path.ends_with(".rs") && !path.ends_with("tests.rs") && !path.contains("/tests/")
}

fn in_app(path: &str) -> bool {
    path.starts_with("src/")
}

/// The lines of a file that hold `what`, as places.
fn places(text: &Text, why: &str, what: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = text.content.lines().enumerate().filter(|(_, line)| what(line));
    lines
        .map(|(index, _)| format!("{}:{}: {why}", text.path, index + 1))
        .collect()
}

fn no_unsafe(texts: &[Text]) -> Vec<String> {
    let open = PURE.iter().filter(|name| {
        let path = format!("crates/{name}/src/lib.rs");
        texts
            .iter()
            .any(|text| text.path == path && !text.content.contains("#![forbid(unsafe_code)]"))
    });
    let open = open.map(|name| format!("crates/{name}/src/lib.rs: lacks #![forbid(unsafe_code)]"));
    let elsewhere = texts.iter().filter(|text| !UNSAFE.contains(&text.path.as_str()));
    let allowed = elsewhere
        .filter(|text| text.path.ends_with(".rs"))
        .flat_map(|text| places(text, "nothing is unsafe here", |line| line.contains(UNSAFE_ALLOWED)));
    open.chain(allowed).collect()
}

fn length(text: &Text) -> Vec<String> {
    let lines = text.content.lines().count();
    if !is_source(&text.path) || lines <= LINES {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, more than {LINES}", text.path)]
}

fn rooms(text: &Text) -> Vec<String> {
    let is_in = |room: &str| text.path == format!("src/{room}.rs") || text.path.starts_with(&format!("src/{room}/"));
    let Some((room, known)) = ROOMS.iter().find(|(room, _)| is_in(room)) else {
        return Vec::new();
    };
    let rooms = ROOMS.iter().map(|(other, _)| *other).chain(["app", "split"]);
    let others: Vec<_> = rooms
        .filter(|other| other != room && !known.contains(other))
        .map(|other| format!("crate::{other}"))
        .collect();
    places(text, &format!("{room} may not know that"), |line| {
        let code = line.split("//").next().unwrap_or_default();
        others.iter().any(|other| {
            let mut uses = code.match_indices(other.as_str());
            uses.any(|(at, _)| {
                !code[at + other.len()..].starts_with(|next: char| next == '_' || next.is_alphanumeric())
            })
        })
    })
}

/// The page policy blocks a style attribute; `style:x` in a view is a property and may stay.
fn inline_styles(text: &Text) -> Vec<String> {
    if !(in_app(&text.path) || text.path.ends_with(".html")) {
        return Vec::new();
    }
    places(text, "the page policy blocks style=", |line| line.contains(" style="))
}

/// What a reader sees comes from the one text table: no worded text, no worded attribute.
fn words_in_views(text: &Text) -> Vec<String> {
    if !(in_app(&text.path) && is_source(&text.path)) {
        return Vec::new();
    }
    let starts = [
        "text(\"",
        "(\"aria-label\", \"",
        "(\"title\", \"",
        "(\"placeholder\", \"",
    ];
    places(text, "words belong in the text table", |line| {
        starts.iter().any(|start| line.split(start).skip(1).any(begins_a_word))
    })
}

/// Two letters side by side make a word, but for code (`x.shape`, `a = nn.Conv1d(...)`), which is the same in every
/// language.
fn begins_a_word(rest: &str) -> bool {
    let quoted = rest.split('"').next().unwrap_or_default();
    let code = quoted.contains(" = ") || (quoted.contains('.') && !quoted.contains(' '));
    !code
        && quoted
            .as_bytes()
            .windows(2)
            .any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
}

fn forbidden(text: &Text) -> Vec<String> {
    let found = FORBIDDEN
        .iter()
        .flat_map(|word| places(text, &format!("says {word}"), |line| line.contains(word)));
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::text;

    #[test]
    fn pure_crates_forbid_unsafe_code() {
        assert_eq!(no_unsafe(&text("crates/conv/src/lib.rs", "")).len(), 1);
        assert!(no_unsafe(&text("crates/conv/src/lib.rs", "#![forbid(unsafe_code)]")).is_empty());
    }

    #[test]
    fn unsafe_code_stands_where_it_is_known() {
        let content = format!("#![{UNSAFE_ALLOWED}]");
        assert_eq!(no_unsafe(&text("crates/kernels/src/gemm.rs", &content)).len(), 1);
        assert!(no_unsafe(&text("crates/kernels/src/lanes.rs", &content)).is_empty());
    }

    #[test]
    fn files_are_short() {
        let long = "\n".repeat(LINES + 1);
        assert_eq!(check(&text("src/long.rs", &long)).len(), 1);
        assert!(check(&text("crates/conv/tests/data.rs", &long)).is_empty());
    }

    #[test]
    fn rooms_are_apart() {
        assert_eq!(check(&text("src/ui/grid.rs", "use crate::platform::clock;")).len(), 1);
        assert_eq!(check(&text("src/ui/grid.rs", "use crate::controls::tray;")).len(), 1);
        assert!(check(&text("src/controls/tray.rs", "use crate::ui::icon;")).is_empty());
        assert!(check(&text("src/app.rs", "use crate::platform::clock;")).is_empty());
    }

    #[test]
    fn styles_are_properties() {
        assert_eq!(check(&text("src/ui/grid.rs", "<p style=x>")).len(), 1);
        assert!(check(&text("src/ui/grid.rs", "<p style:color=x>")).is_empty());
    }

    #[test]
    fn words_are_in_the_table() {
        assert_eq!(check(&text("src/ui/a.rs", "el(\"p\").text(\"Play\")")).len(), 1);
        assert_eq!(check(&text("src/ui/a.rs", ".attr(\"title\", \"Play\")")).len(), 1);
        assert!(check(&text("src/ui/a.rs", "el(\"p\").text(\"x.shape\")")).is_empty());
        assert!(check(&text("src/ui/a.rs", "el(\"p\").text(\" = \").attr(\"id\", \"layer\")")).is_empty());
    }

    #[test]
    fn nothing_is_left_behind() {
        assert_eq!(check(&text("a.md", &format!("see {}x", FORBIDDEN[0]))).len(), 1);
    }
}
