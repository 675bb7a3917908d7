//! Every text that a reader sees, by key. A language is one table, which the compiler holds complete.
//!
//! English is there at once. The words of another language are a file made of its table ([`written`]), which a page loads
//! when it is spoken.
mod en;
mod keys;
mod spoken;
#[cfg(not(target_arch = "wasm32"))]
mod zh;

#[cfg(not(target_arch = "wasm32"))]
use crate::Lang;
pub use keys::*;
pub use spoken::{Direction, direction, speak, tag};

/// The name of a text.
pub trait Named: Copy {
    /// Its words in English, with their placeholders: where they stand, which is less to hand on than the words.
    fn english(self) -> &'static &'static str;

    /// Its line in the file of another language.
    fn line(self) -> usize;
}

/// The text of a key in the language that is spoken, with its placeholders.
pub fn say(key: impl Named) -> &'static str {
    spoken::line(key.line(), key.english())
}

/// A text that is none of a key, filled likewise.
pub fn fill_with(text: &str, arguments: &[(&str, &str)]) -> String {
    filled(text, arguments)
}

/// The text of a key, `{name}` replaced by the argument of that name.
pub fn fill(key: impl Named, arguments: &[(&str, &str)]) -> String {
    filled_line(key.line(), key.english(), arguments)
}

// One for all kinds of keys: it is called from everywhere.
#[inline(never)]
fn filled_line(index: usize, english: &'static &'static str, arguments: &[(&str, &str)]) -> String {
    filled(spoken::line(index, english), arguments)
}

fn filled(mut rest: &str, arguments: &[(&str, &str)]) -> String {
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        text += before;
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = arguments.iter().find(|(argument, _)| *argument == name);
        text += value.map_or("", |(_, value)| value);
        rest = after;
    }
    text + rest
}

/// Every text of a language, in the order of its file.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! table {
    ($lang:ident) => {{
        fn of<K: Copy>(all: &[K], words: fn(K) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|&key| words(key)).collect()
        }
        [
            of(PageKey::ALL, $lang::page),
            of(Key::ALL, $lang::text),
            of(EmbedKey::ALL, $lang::embed),
            of(LaterKey::ALL, $lang::later),
            of(ReaderKey::ALL, $lang::reader),
            of(LinkKey::ALL, $lang::links),
            of(ComposerKey::ALL, $lang::composer),
            of(ExportKey::ALL, $lang::export),
            of(ExplainKey::ALL, $lang::explain),
            of(ChannelsKey::ALL, $lang::channels),
            of(WindowsKey::ALL, $lang::windows),
            of(NumbersKey::ALL, $lang::numbers),
            of(TablesKey::ALL, $lang::tables),
            of(AskKey::ALL, $lang::ask),
            of(TermKey::ALL, $lang::terms),
            of(LessonKey::ALL, $lang::lessons),
            of(GridKey::ALL, $lang::grids),
            of(SheetKey::ALL, $lang::sheet),
            of(ImageKey::ALL, $lang::image),
        ]
        .concat()
    }};
}

/// Every text of a language, in the order of its file, under its name and direction.
#[cfg(not(target_arch = "wasm32"))]
fn table(lang: Lang) -> (&'static str, Vec<&'static str>) {
    match lang {
        Lang::English => ("en ltr", table!(en)),
        Lang::Chinese => ("zh-CN ltr", table!(zh)),
    }
}

/// The file of a language, as [`speak`] takes it: its name and direction, then a line for each key. English has none: it is
/// there at once.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(lang: Lang) -> Option<String> {
    let (head, lines) = table(lang);
    (lang != Lang::English).then(|| [vec![head], lines].concat().join("\n"))
}

/// What the document says by itself in a language, by key.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_page(lang: Lang) -> impl Iterator<Item = (PageKey, &'static str)> {
    let (_, lines) = table(lang);
    // The first of the table.
    PageKey::ALL.iter().copied().zip(lines)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_and_every_bracket_closes() {
        for text in Lang::ALL.into_iter().flat_map(|lang| table(lang).1) {
            assert!(!text.trim().is_empty());
            assert!(!text.contains('\n'), "{text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        }
    }

    #[test]
    fn the_document_speaks_each_language() {
        for (key, text) in of_page(Lang::Chinese) {
            assert_eq!(text, zh::page(key));
        }
    }

    #[test]
    fn every_language_has_the_same_placeholders() {
        fn placeholders(text: &str) -> Vec<&str> {
            let mut names: Vec<_> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| Some(rest.split_once('}')?.0))
                .collect();
            names.sort_unstable();
            names
        }
        let (_, english) = table(Lang::English);
        for lang in Lang::ALL {
            for (english, text) in english.iter().zip(table(lang).1) {
                assert_eq!(placeholders(english), placeholders(text), "{english}: {text}");
            }
        }
    }

    #[test]
    fn arguments_take_their_places() {
        let text = fill(Key::StepOf, &[("step", "5"), ("steps", "9")]);
        assert_eq!(text, "5 of 9");
    }

    #[test]
    fn a_language_answers_for_every_key_from_when_it_is_spoken() {
        // Given the file of a language, when it is spoken, then each key has its own line.
        speak(written(Lang::Chinese).as_deref());
        assert_eq!(say(Key::Title), zh::text(Key::Title));
        let last = GridKey::Cut;
        assert_eq!(say(last), zh::grids(last));
        assert_eq!(tag(), "zh-CN");
        // And English again once it is not.
        speak(None);
        assert_eq!(say(last), en::grids(last));
        assert_eq!(tag(), "en");
    }

    #[test]
    fn a_file_that_is_cut_short_is_made_up_for_in_english() {
        speak(Some("xx rtl\nTitel"));
        assert_eq!(say(PageKey::Title), "Titel");
        assert_eq!(say(Key::Play), en::text(Key::Play));
        assert_eq!(direction(), Direction::RightToLeft);
        speak(None);
    }
}
