//! What holds of Chinese, text by text.
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
    "output_padding",
    "im2col",
];

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

/// Every text in English and in Chinese.
fn both() -> impl Iterator<Item = (&'static str, &'static str)> {
    let (_, english) = table(Lang::English);
    english.into_iter().zip(table(Lang::Chinese).1)
}

#[test]
fn no_english_stays_in_the_chinese_table() {
    for (english, chinese) in both() {
        let is_reviewed = SAME.contains(&chinese) || !has_words(chinese);
        assert!(english != chinese || is_reviewed, "{english}: {chinese}");
    }
}

#[test]
fn chinese_sentences_have_chinese_punctuation() {
    // Half-width marks stand only beside code, numbers and placeholders.
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (english, chinese) in both() {
        let letters: Vec<char> = chinese.chars().collect();
        for pair in letters.windows(2) {
            let is_mixed = is_chinese(pair[0]) && ",.:;!?".contains(pair[1]);
            assert!(!is_mixed, "{english}: {chinese}");
        }
    }
}
