//! What a lesson says, cut where it is more than words.

/// A piece of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    Code(&'a str),
    /// Words that open the glossary on a term.
    Term {
        shown: &'a str,
        name: &'a str,
    },
}

/// The pieces of a paragraph: `` `code` ``, `[shown words](term)`, and the words between. What is not whole stays as it is.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words, mut rest) = (text, text);
    while let Some(at) = rest.find(['`', '[']) {
        let Some((piece, after)) = piece(&rest[at..]) else {
            rest = &rest[at + 1..];
            continue;
        };
        let before = &words[..words.len() - rest.len() + at];
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(piece);
        (words, rest) = (after, after);
    }
    if !words.is_empty() {
        pieces.push(Piece::Text(words));
    }
    pieces
}

fn piece(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(rest) = text.strip_prefix('`') {
        let (code, after) = rest.split_once('`')?;
        return Some((Piece::Code(code), after));
    }
    let (shown, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (name, after) = rest.split_once(')')?;
    // A shape in brackets is none.
    (!shown.contains('[') && !name.is_empty()).then_some((Piece::Term { shown, name }, after))
}

#[cfg(test)]
mod tests {
    use super::Piece::{Code, Term, Text};
    use super::*;

    #[test]
    fn a_paragraph_is_cut_into_words_code_and_terms() {
        let cases: [(&str, &[Piece<'_>]); 7] = [
            ("", &[]),
            ("plain", &[Text("plain")]),
            ("`a[1]` is 3", &[Code("a[1]"), Text(" is 3")]),
            (
                "A [window](window) of [1, 5]",
                &[
                    Text("A "),
                    Term {
                        shown: "window",
                        name: "window",
                    },
                    Text(" of [1, 5]"),
                ],
            ),
            (
                "from [1, 5] to a [shape](shape)",
                &[
                    Text("from [1, 5] to a "),
                    Term {
                        shown: "shape",
                        name: "shape",
                    },
                ],
            ),
            ("an open ` stays", &[Text("an open ` stays")]),
            ("[a]", &[Text("[a]")]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }
}
