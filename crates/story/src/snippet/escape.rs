//! Texts, made safe for where they stand.

/// A text on one line, without letters that no line has.
pub fn line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control() || is_noncharacter(letter));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What is no character, and nowhere in HTML or XML allowed.
fn is_noncharacter(letter: char) -> bool {
    let code = u32::from(letter);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// The value of an attribute, between double quotes: of HTML, of HTML within any of the Markdowns, or of JSX, all of which
/// read the same references. What means something to a Markdown, a template or a typesetter is one of them too: some look
/// into tags.
pub fn attribute(value: &str) -> String {
    let mut escaped = String::new();
    for letter in value.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '"' => escaped += "&quot;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '\'' | '`' | '{' | '}' | '[' | ']' | '\\' | '$' | '|' | '+' => {
                escaped += "&#";
                escaped += &u32::from(letter).to_string();
                escaped.push(';');
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a\n\tb\u{0}\u{2028}c  d "), "a b c d");
        assert_eq!(line("\u{fdd0}a\u{ffff}b\u{6fffe}"), "a b");
    }

    #[test]
    fn an_attribute_keeps_what_is_read_and_escapes_what_acts() {
        assert_eq!(attribute("Conv2d(1, 1, 3): é"), "Conv2d(1, 1, 3): é");
        assert_eq!(attribute("\"<&>'`{}"), "&quot;&lt;&amp;&gt;&#39;&#96;&#123;&#125;");
    }
}
