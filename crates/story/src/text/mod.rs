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

/// The file of a language, as [`speak`] takes it: its name and direction, then a line for each key. English has none: it is
/// there at once.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(lang: Lang) -> Option<String> {
    let (head, lines) = match lang {
        Lang::English => return None,
        Lang::Chinese => ("zh-CN ltr", table!(zh)),
    };
    Some([vec![head], lines].concat().join("\n"))
}

/// What the document says by itself, by key, in English and in Chinese.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_page() -> impl Iterator<Item = (PageKey, [&'static str; 2])> {
    PageKey::ALL.iter().map(|&key| (key, [en::page(key), zh::page(key)]))
}

/// Every text in English and in Chinese.
#[cfg(all(test, not(target_arch = "wasm32")))]
fn both() -> Vec<[&'static str; 2]> {
    let texts = table!(en).into_iter().zip(table!(zh));
    texts.map(|(english, chinese)| [english, chinese]).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_and_every_bracket_closes() {
        for text in both().concat() {
            assert!(!text.trim().is_empty());
            assert!(!text.contains('\n'), "{text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
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
