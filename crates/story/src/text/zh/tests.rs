//! What holds of both languages, text by text.
use super::super::*;

/// What is called the same in both languages.
const SAME: &[&str] = &[
    "ConvLens",
    "<conv-lens>",
    "MkDocs",
    "Quarto",
    "reveal.js",
    "Moodle",
    "Docusaurus",
    "Notion",
    "SVG",
    "PNG",
    "GIF",
    "WebM",
    "weight.shape = [{shape}]",
];

/// Every text in English and in Chinese, with its key.
fn pairs() -> Vec<(String, &'static str, &'static str)> {
    fn of<K: Copy + std::fmt::Debug>(
        all: &[K],
        english: fn(K) -> &'static str,
        chinese: fn(K) -> &'static str,
    ) -> Vec<(String, &'static str, &'static str)> {
        let kind = std::any::type_name::<K>().rsplit("::").next().unwrap_or_default();
        all.iter()
            .map(|&key| (format!("{kind}::{key:?}"), english(key), chinese(key)))
            .collect()
    }
    [
        of(Key::ALL, en::text, zh::text),
        of(EmbedKey::ALL, en::embed, zh::embed),
        of(LaterKey::ALL, en::later, zh::later),
        of(ReaderKey::ALL, en::reader, zh::reader),
        of(LinkKey::ALL, en::links, zh::links),
        of(ComposerKey::ALL, en::composer, zh::composer),
        of(ExportKey::ALL, en::export, zh::export),
        of(ExplainKey::ALL, en::explain, zh::explain),
        of(ChannelsKey::ALL, en::channels, zh::channels),
        of(WindowsKey::ALL, en::windows, zh::windows),
        of(NumbersKey::ALL, en::numbers, zh::numbers),
        of(TablesKey::ALL, en::tables, zh::tables),
    ]
    .concat()
}

/// The names in `{...}`, in the order of the alphabet.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names
}

/// A text apart from its placeholders.
fn words(text: &str) -> String {
    let rest = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
    rest.collect::<Vec<_>>().join(" ")
}

fn has_words(text: &str) -> bool {
    words(text)
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .any(|word| word.len() > 1)
}

#[test]
fn both_languages_have_the_same_placeholders() {
    for (key, english, chinese) in pairs() {
        assert_eq!(placeholders(english), placeholders(chinese), "{key}: {chinese}");
    }
}

#[test]
fn no_english_stays_in_the_chinese_table() {
    for (key, english, chinese) in pairs() {
        let is_reviewed = SAME.contains(&chinese) || !has_words(chinese);
        assert!(english != chinese || is_reviewed, "{key}: {chinese}");
    }
}

#[test]
fn chinese_sentences_have_chinese_punctuation() {
    // Half-width marks stand only beside code, numbers and placeholders.
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (key, _, chinese) in pairs() {
        let letters: Vec<char> = chinese.chars().collect();
        for pair in letters.windows(2) {
            let is_mixed = is_chinese(pair[0]) && ",.:;!?".contains(pair[1]);
            assert!(!is_mixed, "{key}: {chinese}");
        }
    }
}
