//! The style sheets of marks as a table: which declarations a class has, and what their values are.
//!
//! What a class looks like is written in `picture.css`, `later.css` and, of explaining pictures, in `explain.css`, and there alone. A figure has to stand where no style sheet reaches it, and be right in
//! programs that know neither `var()` nor `light-dark()` nor `color-mix()`: so they are worked out here.
use super::colour::Rgb;

/// Whether a figure is for light paper or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    #[default]
    Light,
    Dark,
}

type Declared = Vec<(&'static str, &'static str)>;

/// Its rules, in their order, and its custom properties.
#[derive(Debug)]
pub(crate) struct Style {
    scheme: Scheme,
    root: Declared,
    rules: Vec<Rule>,
}

/// What holds for marks that have one class out of each of some sets.
#[derive(Debug)]
struct Rule {
    tag: &'static str,
    needs: Vec<Vec<&'static str>>,
    declares: Declared,
}

impl Style {
    /// Of sheets that come one after the other.
    pub fn new(scheme: Scheme, sheets: &[&'static str]) -> Self {
        let mut style = Self {
            scheme,
            root: Declared::new(),
            rules: Vec::new(),
        };
        for sheet in sheets {
            style.read(sheet);
        }
        style
    }

    fn read(&mut self, sheet: &'static str) {
        let mut rest = sheet;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((declared, after)) = after.split_once('}') else {
                break;
            };
            rest = after;
            let selector = before.rsplit("*/").next().unwrap_or(before).trim();
            if selector == ":root" {
                self.root.extend(declarations(declared));
            } else if let Some(selector) = selector.strip_prefix(".picture ") {
                self.rules.push(Rule::new(selector, declarations(declared)));
            }
        }
    }

    /// What is declared for a mark, the strongest last; properties may stand there twice.
    pub fn declared(&self, tag: &str, class: &str) -> Declared {
        let found: Vec<&Rule> = self.rules.iter().filter(|rule| rule.is_for(tag, class)).collect();
        let strongest = found.iter().map(|rule| rule.needs.len()).max().unwrap_or(0);
        let mut declared = Declared::new();
        // Of equally strong rules the later one wins.
        for strength in 0..=strongest {
            for rule in found.iter().filter(|rule| rule.needs.len() == strength) {
                declared.extend(&rule.declares);
            }
        }
        declared
    }

    /// The colour of a value; nothing for `none` and for what is no colour. `own` are the mark's own declarations.
    pub fn colour(&self, value: &str, own: &[(&str, &'static str)]) -> Option<Rgb> {
        let value = value.trim();
        if let Some(name) = function(value, "var") {
            return self.colour(self.custom(name, own)?, own);
        }
        if let Some(pair) = function(value, "light-dark") {
            let [light, dark] = arguments(pair)[..] else {
                return None;
            };
            return self.colour(if self.scheme == Scheme::Dark { dark } else { light }, own);
        }
        if let Some(mix) = function(value, "color-mix") {
            let ["in oklab", first, second] = arguments(mix)[..] else {
                return None;
            };
            let (first, share) = first.rsplit_once(' ')?;
            let share = match function(share, "var") {
                Some(name) => self.custom(name, own)?,
                None => share,
            };
            let share = story::read_number(share.strip_suffix('%')?)? / 100.0;
            return Some(self.colour(first, own)?.mixed(share, self.colour(second, own)?));
        }
        Rgb::of_hex(value)
    }

    fn custom(&self, name: &str, own: &[(&str, &'static str)]) -> Option<&'static str> {
        let all = self.root.iter().chain(own);
        all.rev().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

impl Rule {
    /// Of a selector's last part: `text`, `.cell.in`, `:is(.title, .index).in`.
    fn new(mut selector: &'static str, declares: Declared) -> Self {
        let mut rule = Self {
            tag: "",
            needs: Vec::new(),
            declares,
        };
        while !selector.is_empty() {
            if let Some((among, rest)) = selector.strip_prefix(":is(").and_then(|rest| rest.split_once(')')) {
                let classes = among.split(',').map(|class| class.trim().trim_start_matches('.'));
                rule.needs.push(classes.collect());
                selector = rest;
                continue;
            }
            let (name, rest) = match selector.strip_prefix('.') {
                Some(class) => class.split_at(class.find(['.', ':']).unwrap_or(class.len())),
                None => selector.split_at(selector.find(['.', ':']).unwrap_or(selector.len())),
            };
            match selector.starts_with('.') {
                true => rule.needs.push(vec![name]),
                false if name.is_empty() => break,
                false => rule.tag = name,
            }
            selector = rest;
        }
        rule
    }

    fn is_for(&self, tag: &str, class: &str) -> bool {
        let has = |set: &Vec<&str>| class.split(' ').any(|class| set.contains(&class));
        (self.tag.is_empty() || self.tag == tag) && self.needs.iter().all(has)
    }
}

fn declarations(text: &'static str) -> Declared {
    let pairs = text.split(';').filter_map(|pair| pair.split_once(':'));
    pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
}

/// What stands in the brackets of a function of that name.
fn function<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')')
}

/// Arguments apart by commas, those in inner brackets together.
fn arguments(text: &str) -> Vec<&str> {
    let (mut all, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b',' if depth == 0 => {
                all.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    all.push(text[start..].trim());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_of_the_sheet_is_known() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let style = Style::new(scheme, &[crate::STYLE, crate::explain::STYLE]);
            assert!(style.rules.len() > 100 && style.root.len() > 20);
            let deep = [("--deep", "12%")];
            let rules = style.rules.iter().flat_map(|rule| &rule.declares);
            for (name, value) in rules.chain(&style.root) {
                if matches!(*name, "fill" | "stroke") || (name.starts_with("--") && *name != "--deep") {
                    let known = *value == "none" || style.colour(value, &deep).is_some();
                    assert!(known, "{name}: {value}");
                }
            }
        }
    }

    #[test]
    fn the_stronger_rule_wins_and_of_equals_the_later() {
        let style = Style::new(Scheme::Light, &[crate::STYLE]);
        let last = |tag, class, name| {
            let declared = style.declared(tag, class);
            declared
                .iter()
                .rev()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| *value)
        };
        assert_eq!(
            last("rect", "cell in idle window", "fill"),
            Some("color-mix(in oklab, var(--in-cell) 55%, var(--card))")
        );
        assert_eq!(last("rect", "cell in window", "fill"), Some("var(--in-window)"));
        assert_eq!(last("text", "title in", "fill"), Some("var(--in-ink)"));
        assert_eq!(last("text", "anything", "fill"), Some("var(--ink)"));
        assert_eq!(last("rect", "anything", "fill"), None);
    }
}
