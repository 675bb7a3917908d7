//! Every text that a reader sees, by key. A language is one table, which the compiler holds complete.
//!
//! English is there at once. The words of another language are a file made of its table ([`written`]), which a page loads
//! when it is spoken.
mod en;
mod keys;
mod spoken;
#[cfg(not(target_arch = "wasm32"))]
mod zh;

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

/// Every text in English and in Chinese, in the order of the file.
#[cfg(not(target_arch = "wasm32"))]
fn both() -> Vec<[&'static str; 2]> {
    fn of<K: Copy>(all: &[K], words: [fn(K) -> &'static str; 2]) -> Vec<[&'static str; 2]> {
        all.iter().map(|&key| words.map(|words| words(key))).collect()
    }
    [
        of(PageKey::ALL, [en::page, zh::page]),
        of(Key::ALL, [en::text, zh::text]),
        of(EmbedKey::ALL, [en::embed, zh::embed]),
        of(LaterKey::ALL, [en::later, zh::later]),
        of(ReaderKey::ALL, [en::reader, zh::reader]),
        of(LinkKey::ALL, [en::links, zh::links]),
        of(ComposerKey::ALL, [en::composer, zh::composer]),
        of(ExportKey::ALL, [en::export, zh::export]),
        of(ExplainKey::ALL, [en::explain, zh::explain]),
        of(ChannelsKey::ALL, [en::channels, zh::channels]),
        of(WindowsKey::ALL, [en::windows, zh::windows]),
        of(NumbersKey::ALL, [en::numbers, zh::numbers]),
        of(TablesKey::ALL, [en::tables, zh::tables]),
        of(AskKey::ALL, [en::ask, zh::ask]),
        of(TermKey::ALL, [en::terms, zh::terms]),
        of(LessonKey::ALL, [en::lessons, zh::lessons]),
        of(GridKey::ALL, [en::grids, zh::grids]),
    ]
    .concat()
}

/// What the document says by itself, by key, in English and in Chinese.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_page() -> impl Iterator<Item = (PageKey, [&'static str; 2])> {
    PageKey::ALL.iter().map(|&key| (key, [en::page(key), zh::page(key)]))
}

/// The file of Chinese, as [`speak`] takes it: its name and direction, then a line for each key.
#[cfg(not(target_arch = "wasm32"))]
pub fn written() -> String {
    let lines = both().into_iter().map(|[_, text]| text);
    ["zh-CN ltr"].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
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
        speak(Some(&written()));
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
