//! Every link that our documents have ever had opens for ever, on the same numbers.
//!
//! `data/published-links.txt` keeps them, one a line: the link, its canonical form, and a digest of what is computed.
//! `BLESS=1` adds the new ones of the documents; no line is ever changed or taken away.
mod kept;

use std::fs;
use story::link::{Shot, keys, pairs, read, write};
use story::{Showing, Tensor};

const KEPT: &str = "crates/story/tests/data/published-links.txt";

/// The project's own pages.
fn documents() -> Vec<(String, String)> {
    let folders = ["", "docs"].map(kept::place);
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|file| file.expect("a file").path());
    let pages = paths.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let mut pages: Vec<_> = pages
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a page")))
        .collect();
    pages.sort();
    pages
}

/// The links in a page: what begins with `?` and a parameter. Those that leave something out with dots are patterns.
fn links(page: &str) -> Vec<String> {
    let starts = page.match_indices('?').filter_map(|(at, _)| {
        let rest = &page[at + 1..];
        let name = rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
        let goes_on = rest[name.len()..].starts_with(['=', '&', '`', '"', ')', '.']);
        (goes_on && keys().any(|key| key.name == name)).then_some(rest)
    });
    let whole = starts.map(|rest| {
        let mut open = 0;
        let end = rest.find(|letter: char| {
            open += i32::from(letter == '(') - i32::from(letter == ')');
            open < 0 || letter.is_whitespace() || "`\"<>|".contains(letter)
        });
        rest[..end.unwrap_or(rest.len())].replace("&amp;", "&")
    });
    whole
        .filter(|link| !link.contains("...") && !link.contains('…'))
        .collect()
}

fn opened(link: &str) -> Shot {
    let (shot, warnings) = read(&pairs(link));
    assert_eq!(warnings, [], "{link}");
    let (again, warnings) = read(&write(&shot));
    assert_eq!((&again, &warnings[..]), (&shot, &[][..]), "{link}");
    shot
}

fn canonical(shot: &Shot) -> String {
    let pairs = write(shot).into_iter().map(|(name, value)| {
        let encoded = [("%", "%25"), ("&", "%26"), ("+", "%2B"), ("#", "%23"), (" ", "+")];
        let value = encoded.iter().fold(value, |value, (from, to)| value.replace(from, to));
        format!("{name}={value}")
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Of every number that the scene computes, in order; nothing where it is too large to be computed.
fn digest(shot: &Shot) -> String {
    let Ok(Showing::Film(film)) = shot.scene.show() else {
        return "-".to_owned();
    };
    let tensors = [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output];
    let bits = tensors
        .iter()
        .flat_map(|&tensor| film.data(tensor))
        .flat_map(|value| value.to_bits().to_le_bytes());
    let fnv = bits.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{fnv:016x}")
}

fn line(link: &str) -> String {
    let shot = opened(link);
    format!("{link} | {} | {}", canonical(&shot), digest(&shot))
}

#[test]
fn every_link_that_was_published_opens_on_what_it_has_always_opened_on() {
    let mut text = fs::read_to_string(kept::place(KEPT)).unwrap_or_default();
    for kept in text.lines() {
        let link = kept.split(" | ").next().expect("a link");
        assert_eq!(line(link), kept);
        let canonical = kept.split(" | ").nth(1).expect("its canonical form");
        assert_eq!(opened(canonical), opened(link), "{link}");
    }
    for (page, content) in documents() {
        for link in links(&content) {
            let is_kept = text.lines().any(|kept| kept.split(" | ").next() == Some(&link));
            if !is_kept {
                assert!(kept::blesses(), "{page}: ?{link} is new: BLESS=1 keeps it for ever");
                text += &(line(&link) + "\n");
            }
        }
    }
    if kept::blesses() {
        fs::write(kept::place(KEPT), text).expect("a file that can be written");
    }
}

#[test]
fn links_are_found_where_they_stand() {
    for (page, found) in [
        (
            "`?layer=Conv1d(1,1,3)&step=2`. Is it?",
            &["layer=Conv1d(1,1,3)&step=2"][..],
        ),
        ("[a](https://example.org/?step=2) and (`?embed`)", &["step=2", "embed"]),
        ("<iframe src=\"x/?embed&amp;lock=all\">", &["embed&lock=all"]),
        ("`?layer=...` `?x=1` what? layer=x `?layer`s", &["layer"]),
    ] {
        assert_eq!(links(page), found, "{page}");
    }
}
