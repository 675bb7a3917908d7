//! No circle among the files of a crate: two files that use each other are one thing in two places.
//!
//! A file uses another where it names something that stands there. What a module only hands on (`pub use`) is looked up
//! where it stands.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

use super::Text;

/// The circles that there are for a reason: a link holds links, those of a lesson's steps and of the scene beside, and what
/// comes later to the page is a table of functions that take the page.
const KNOWN: [&[&str]; 2] = [
    &[
        "lesson",
        "lesson::at",
        "link::lessons",
        "link::reading",
        "link::schema",
        "link::schema::content",
        "link::schema::view",
        "link::writing",
    ],
    &["page", "page::later"],
];

type Path = Vec<String>;

/// A file as a module.
#[derive(Default)]
struct Module {
    /// What it names, from the root of the crate.
    names: BTreeSet<Path>,
    /// What it hands on: by which name, from where. `*` is all of it.
    hands_on: Vec<(String, Path)>,
    defines: BTreeSet<String>,
}

pub fn check(texts: &[Text]) -> Vec<String> {
    let mut crates: BTreeMap<&str, BTreeMap<Path, Module>> = BTreeMap::new();
    let mut complaints = Vec::new();
    for text in texts {
        let Some((root, path)) = place(&text.path) else {
            continue;
        };
        match syn::parse_file(&text.content) {
            Ok(file) => {
                let module = read(&file, &path);
                crates.entry(root).or_default().insert(path, module);
            }
            Err(error) => complaints.push(format!("{}: {error}", text.path)),
        }
    }
    for (root, modules) in &crates {
        let uses = uses(modules);
        let circles = circles(&uses);
        let circles = circles
            .iter()
            .filter(|circle| !KNOWN.iter().any(|known| circle == known));
        complaints.extend(circles.map(|circle| format!("{root}: a circle of {}", circle.join(", "))));
    }
    complaints
}

/// The crate of a source file and its place among the modules.
fn place(path: &str) -> Option<(&str, Path)> {
    let (root, rest) = match path.strip_prefix("src/") {
        Some(rest) => ("src", rest),
        None => path.split_once("/src/")?,
    };
    if path.ends_with("tests.rs") || rest.starts_with("bin/") {
        return None;
    }
    let mut place: Path = rest.strip_suffix(".rs")?.split('/').map(str::to_owned).collect();
    if matches!(place.last().map(String::as_str), Some("lib" | "main" | "mod")) {
        place.pop();
    }
    Some((root, place))
}

fn read(file: &syn::File, path: &Path) -> Module {
    let mut reader = Reader {
        module: Module::default(),
        path,
    };
    reader.visit_file(file);
    for item in &file.items {
        if let Some(name) = name_of(item) {
            reader.module.defines.insert(name);
        }
    }
    reader.module
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.meta.require_list().ok();
        attribute.path().is_ident("cfg") && condition.is_some_and(|list| list.tokens.to_string().contains("test"))
    })
}

struct Reader<'a> {
    module: Module,
    path: &'a Path,
}

impl Reader<'_> {
    /// A path in the code from the root of the crate, if it says where it starts.
    fn absolute(&self, path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let mut from = match first.as_str() {
            "crate" => Path::new(),
            "self" => self.path.clone(),
            "super" => self.path.split_last()?.1.to_vec(),
            _ => return None,
        };
        for part in rest {
            if part == "super" {
                from.pop();
            } else {
                from.push(part.clone());
            }
        }
        Some(from)
    }

    fn tree(&mut self, tree: &UseTree, before: &Path, handed_on: bool) {
        let with = |name: &dyn ToString| [&before[..], &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), handed_on),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, before, handed_on);
                }
            }
            UseTree::Name(name) => self.used(&with(&name.ident), &name.ident.to_string(), handed_on),
            UseTree::Rename(name) => self.used(&with(&name.ident), &name.rename.to_string(), handed_on),
            UseTree::Glob(_) => self.used(before, "*", handed_on),
        }
    }

    fn used(&mut self, path: &Path, name: &str, handed_on: bool) {
        if handed_on {
            let from = self.absolute(path).unwrap_or_else(|| [&self.path[..], path].concat());
            self.module.hands_on.push((name.to_owned(), from));
        } else if let Some(path) = self.absolute(path) {
            self.module.names.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_test(&item.attrs) {
            self.tree(&item.tree, &Path::new(), !matches!(item.vis, Visibility::Inherited));
        }
    }

    /// Who may see it is not what it uses.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Path = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.module.names.extend(self.absolute(&parts));
        visit::visit_path(self, path);
    }
}

/// Which files each file uses.
fn uses(modules: &BTreeMap<Path, Module>) -> BTreeMap<String, BTreeSet<String>> {
    let mut uses = BTreeMap::new();
    for (path, module) in modules {
        let found = module.names.iter().filter_map(|name| stands_in(modules, name, 8));
        let others = found.filter(|other| other != path).map(|other| other.join("::"));
        uses.insert(path.join("::"), others.collect());
    }
    uses
}

/// The file in which something stands.
fn stands_in(modules: &BTreeMap<Path, Module>, name: &[String], depth: usize) -> Option<Path> {
    let (module, rest) = (0..=name.len()).rev().find_map(|length| {
        let (path, rest) = name.split_at(length);
        modules.contains_key(path).then_some((path, rest))
    })?;
    let Some((first, after)) = rest.split_first() else {
        return Some(module.to_vec());
    };
    if depth > 0 {
        let followed = |from: &Path| stands_in(modules, &[from, after].concat(), depth - 1);
        for (handed, from) in &modules[module].hands_on {
            if handed == first {
                return followed(from);
            }
            let place = modules
                .get(from)
                .filter(|other| handed == "*" && other.defines.contains(first));
            if place.is_some() {
                return Some(from.clone());
            }
        }
    }
    Some(module.to_vec())
}

/// The sets of files that reach each other.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<&str>> {
    let reach = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = next.pop() {
            for other in uses.get(&file).into_iter().flatten() {
                if seen.insert(other.clone()) {
                    next.push(other.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<String>> = uses.keys().map(|file| (file.as_str(), reach(file))).collect();
    let mut circles = BTreeSet::new();
    for (&file, reaches) in &reached {
        if reaches.contains(file) {
            let back = reached
                .iter()
                .filter(|(other, back)| reaches.contains(**other) && back.contains(file));
            circles.insert(back.map(|(other, _)| *other).collect::<Vec<_>>());
        }
    }
    circles.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(files: &[(&str, &str)]) -> Vec<String> {
        let texts = files.iter().map(|(path, content)| Text {
            path: (*path).to_owned(),
            content: (*content).to_owned(),
        });
        check(&texts.collect::<Vec<_>>())
    }

    #[test]
    fn files_that_use_each_other_are_a_circle() {
        let circle = [
            ("crates/a/src/lib.rs", "mod one; mod two; pub use two::Two;"),
            ("crates/a/src/one.rs", "use crate::Two; pub struct One;"),
            ("crates/a/src/two.rs", "pub struct Two(crate::one::One);"),
        ];
        assert_eq!(complaints(&circle), ["crates/a: a circle of one, two"]);
    }

    #[test]
    fn what_a_module_hands_on_stands_where_it_is_defined() {
        let files = [
            ("crates/a/src/lib.rs", "mod one; mod part; pub use part::*;"),
            ("crates/a/src/one.rs", "use crate::{Part, part::other};"),
            (
                "crates/a/src/part/mod.rs",
                "mod other; pub use other::other; pub struct Part;",
            ),
            (
                "crates/a/src/part/other.rs",
                "pub fn other() { super::super::one::f() }",
            ),
        ];
        assert_eq!(complaints(&files), ["crates/a: a circle of one, part::other"]);
    }

    #[test]
    fn tests_and_what_may_be_seen_make_no_circle() {
        let files = [
            ("crates/a/src/lib.rs", "mod one; mod two;"),
            (
                "crates/a/src/one.rs",
                "pub struct One; #[cfg(test)] mod tests { use crate::two::Two; }",
            ),
            (
                "crates/a/src/two.rs",
                "use crate::one::One; pub(in crate::one) struct Two;",
            ),
        ];
        assert_eq!(complaints(&files), [""; 0]);
    }
}
