//! Python text as tokens, one at a time.

/// What a token is. Text borrows from what is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Name(&'a str),
    /// Digits, perhaps with a sign; `None` if no 64-bit integer holds them.
    Integer(Option<i64>),
    /// What stands between the quotes.
    Text(&'a str),
    /// A single character that means something here: `( ) [ ] , = . : ;`.
    Sign(char),
    /// A quote that is never closed.
    Unclosed,
    /// Any other character, or a number that is no integer.
    Other,
    End,
}

/// A token and where it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub kind: Kind<'a>,
    /// Byte offsets.
    pub start: usize,
    pub end: usize,
}

/// Reads tokens from left to right, each byte once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The length of the longest run of such characters from here on.
    fn run(&self, accepts: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        rest.find(|c| !accepts(c)).unwrap_or(rest.len())
    }

    /// Space, line breaks, continued lines, and comments mean nothing between brackets.
    fn skip_blank(&mut self) {
        loop {
            self.at += self.run(|c| c.is_whitespace() || c == '\\' || c == '\u{feff}');
            if !self.rest().starts_with('#') {
                return;
            }
            self.at += self.run(|c| c != '\n');
        }
    }

    /// The next token; `End` again and again at the end.
    pub fn token(&mut self) -> Token<'a> {
        self.skip_blank();
        let start = self.at;
        let rest = self.rest();
        let kind = match rest.chars().next() {
            None => Kind::End,
            Some(quote @ ('"' | '\'')) => self.text_literal(quote),
            Some(c) if c.is_alphabetic() || c == '_' => {
                self.at += self.run(|c| c.is_alphanumeric() || c == '_');
                Kind::Name(&self.text[start..self.at])
            }
            Some(c) if c.is_ascii_digit() => self.number(0),
            Some('+' | '-') if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => self.number(1),
            Some(c) => {
                self.at += c.len_utf8();
                if "()[],=.:;".contains(c) {
                    Kind::Sign(c)
                } else {
                    Kind::Other
                }
            }
        };
        Token {
            kind,
            start,
            end: self.at,
        }
    }

    fn text_literal(&mut self, quote: char) -> Kind<'a> {
        let inside = self.at + 1;
        self.at = inside;
        let length = self.run(|c| c != quote && c != '\n');
        self.at = inside + length;
        if self.rest().starts_with(quote) {
            self.at += 1;
            Kind::Text(&self.text[inside..inside + length])
        } else {
            Kind::Unclosed
        }
    }

    /// Python allows `1_000`. A fraction or an exponent makes it another kind of number, read as one token.
    fn number(&mut self, sign: usize) -> Kind<'a> {
        let start = self.at;
        self.at += sign;
        let digits = self.run(|c| c.is_ascii_digit() || c == '_');
        let (from, to) = (self.at, self.at + digits);
        self.at = to;
        self.at += self.run(|c| c.is_alphanumeric() || c == '.');
        if self.at > to {
            return Kind::Other;
        }
        let negative = self.text[start..].starts_with('-');
        let mut value: Option<i64> = Some(0);
        for digit in self.text[from..to].bytes().filter(u8::is_ascii_digit) {
            let digit = i64::from(digit - b'0');
            value = value.and_then(|value| value.checked_mul(10)).and_then(|value| {
                if negative {
                    value.checked_sub(digit)
                } else {
                    value.checked_add(digit)
                }
            });
        }
        Kind::Integer(value)
    }
}
