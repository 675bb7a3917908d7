//! Which modules of the page's wasm go into one file: what parts share goes with the part that is there before all of them,
//! and where there is none, into a file of their own.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::onefile;

/// The part that is there before another one can be asked for. All others are there before none.
const BEFORE: [(&str, &str); 13] = [
    ("reader", "controls"),
    ("explain", "controls"),
    ("composer", "controls"),
    ("export", "controls"),
    ("grids", "controls"),
    ("image", "controls"),
    ("sheet", "export"),
    ("course", "reader"),
    ("lessons", "course"),
    ("channels", "explain"),
    ("windows", "explain"),
    ("numbers", "explain"),
    ("tables", "explain"),
];
/// What is shared by parts that come after this one is a file beside its own, so that neither becomes large.
const FIRST: &str = "controls";
/// What it shares with this one, which every link needs as well, is another one.
const SECOND: &str = "reader";
const BASIS: &str = "basis";
const SHARED: &str = "shared";
/// The same, where no scene needs it that only stands there or is changed: so the page in one file has all of a file or
/// nothing.
const BEYOND: &str = "beyond";
/// What parts share that know nothing of each other.
const COMMON: &str = "common";
/// A module of so many bytes is a file of its own where the part before those that use it does not use it itself.
const LARGE: usize = 8 << 10;

/// Modules by the name of the file that they go into.
pub type Packs = BTreeMap<String, Vec<String>>;

/// Given the modules of each part, by their stems, and the size of each: which go into one file.
pub fn pack(parts: &BTreeMap<String, Vec<String>>, size: impl Fn(&str) -> Result<usize>) -> Result<Packs> {
    let mut users: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (part, stems) in parts {
        for stem in stems {
            users.entry(stem).or_default().insert(part);
        }
    }
    let mut packs = Packs::new();
    for (stem, users) in users {
        let home = home(&users);
        let is_alone = match home {
            Some(home) => !users.contains(home) && size(stem)? >= LARGE,
            None => false,
        };
        let name = match (users.len(), home) {
            _ if is_alone => stem.to_owned(),
            (2.., Some(FIRST)) if users.contains(SECOND) => SHARED.to_owned(),
            (2.., Some(FIRST)) if users.iter().any(|part| onefile::CORE.contains(part)) => BASIS.to_owned(),
            (2.., Some(FIRST)) => BEYOND.to_owned(),
            (_, Some(home)) => home.to_owned(),
            // Any of them may come first.
            (_, None) => COMMON.to_owned(),
        };
        packs.entry(name).or_default().push(stem.to_owned());
    }
    Ok(packs)
}

/// The files that a part needs.
pub fn files<'a>(packs: &'a Packs, stems: &[String]) -> Vec<&'a str> {
    let of_part = packs
        .iter()
        .filter(|(_, within)| within.iter().any(|stem| stems.contains(stem)));
    of_part.map(|(name, _)| name.as_str()).collect()
}

/// Modules in one file: each after its length, in four bytes, the lowest first.
pub fn join<'a>(modules: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    for module in modules {
        file.extend(u32::try_from(module.len())?.to_le_bytes());
        file.extend(module);
    }
    Ok(file)
}

/// The last part that is there before each of these, one of them perhaps.
fn home<'a>(parts: &BTreeSet<&'a str>) -> Option<&'a str> {
    let mut lines = parts.iter().map(|part| line(part));
    let mut common = lines.next()?;
    for line in lines {
        common.retain(|part| line.contains(part));
    }
    common.first().copied()
}

/// A part, the one before it, and so on.
fn line(part: &str) -> Vec<&str> {
    let mut line = vec![part];
    let mut last = part;
    while let Some((_, before)) = BEFORE.iter().find(|(part, _)| *part == last) {
        line.push(before);
        last = before;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_share_goes_with_the_part_before_them() -> Result<()> {
        let parts = [
            ("controls", &["split_controls", "a", "e", "g"][..]),
            ("reader", &["split_reader", "a", "large"]),
            ("explain", &["split_explain", "b"]),
            ("windows", &["split_windows", "b", "c", "large"]),
            ("tables", &["split_tables", "c", "d"]),
            ("numbers", &["split_numbers", "d"]),
            ("embed", &["split_embed", "e"]),
            ("export", &["split_export", "f"]),
            ("composer", &["split_composer", "f", "g"]),
        ];
        let owned = |stems: &[&str]| stems.iter().map(ToString::to_string).collect::<Vec<_>>();
        let parts = parts.map(|(part, stems)| (part.to_owned(), owned(stems)));
        let parts = BTreeMap::from(parts);
        let packs = pack(&parts, |stem| Ok(if stem == "large" { 1 << 20 } else { 1 }))?;
        assert_eq!(packs["controls"], ["split_controls"]);
        assert_eq!(packs["shared"], ["a"]);
        assert_eq!(packs["basis"], ["g"]);
        assert_eq!(packs["common"], ["e"]);
        assert_eq!(packs["beyond"], ["f"]);
        assert_eq!(packs["large"], ["large"]);
        assert_eq!(packs["explain"], ["b", "c", "d", "split_explain"]);
        assert_eq!(files(&packs, &parts["windows"]), ["explain", "large", "windows"]);
        assert_eq!(files(&packs, &parts["reader"]), ["large", "reader", "shared"]);
        Ok(())
    }

    #[test]
    fn modules_stand_after_their_lengths() -> Result<()> {
        assert_eq!(join([&b"abc"[..], b"d"])?, b"\x03\0\0\0abc\x01\0\0\0d");
        Ok(())
    }
}
