//! Python text as tokens, one at a time.

/// What a token is. Text borrows from what is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Name(&'a str),
    /// Digits, perhaps with a sign.
    Integer(i64),
    /// The same, if no 64-bit integer holds them.
    Beyond,
    /// What stands between the quotes.
    Text(&'a str),
    /// A single character that means something here: `( ) [ ] , = . : ; ? *`.
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

    fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or("")
    }

    /// The length of the longest run of such characters from here on.
    fn run(&self, accepts: &dyn Fn(char) -> bool) -> usize {
        let mut length = 0;
        for c in self.rest().chars().take_while(|&c| accepts(c)) {
            length += c.len_utf8();
        }
        length
    }

    /// Space, line breaks, continued lines, and comments mean nothing between brackets.
    fn skip_blank(&mut self) {
        loop {
            self.at += self.run(&|c| c.is_whitespace() || c == '\\' || c == '\u{feff}');
            if self.first() != Some('#') {
                return;
            }
            self.at += self.run(&|c| c != '\n');
        }
    }

    /// The next token; `End` again and again at the end.
    pub fn token(&mut self) -> Token<'a> {
        self.skip_blank();
        let start = self.at;
        let rest = self.rest();
        let kind = match self.first() {
            None => Kind::End,
            Some(quote @ ('"' | '\'')) => self.text_literal(quote),
            Some(c) if is_letter(c) => {
                self.at += self.run(&|c| is_letter(c) || c.is_ascii_digit());
                Kind::Name(self.since(start))
            }
            Some(c) if c.is_ascii_digit() => self.number(0),
            Some('+' | '-') if rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) => self.number(1),
            Some(c) => {
                self.at += c.len_utf8();
                match c {
                    '(' | ')' | '[' | ']' | ',' | '=' | '.' | ':' | ';' | '?' | '*' => Kind::Sign(c),
                    _ => Kind::Other,
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
        self.at += self.run(&|c| c != quote && c != '\n');
        let text = self.since(inside);
        if self.first() == Some(quote) {
            self.at += 1;
            Kind::Text(text)
        } else {
            Kind::Unclosed
        }
    }

    /// Python allows `1_000`. A fraction or an exponent makes it another kind of number, read as one token.
    fn number(&mut self, sign: usize) -> Kind<'a> {
        let start = self.at;
        self.at += sign;
        self.at += self.run(&|c| c.is_ascii_digit() || c == '_');
        let text = self.since(start);
        let more = self.run(&|c| c.is_ascii_digit() || (is_letter(c) && c != '_') || c == '.');
        self.at += more;
        if more > 0 {
            return Kind::Other;
        }
        // Downwards, as there is one negative number more.
        let mut value: Option<i64> = Some(0);
        for digit in text.bytes().filter(u8::is_ascii_digit) {
            let fits = |value: &i64| *value >= i64::MIN / 10;
            value = value
                .filter(fits)
                .and_then(|value| (value * 10).checked_sub(i64::from(digit - b'0')));
        }
        if !text.starts_with('-') {
            value = value.and_then(i64::checked_neg);
        }
        value.map_or(Kind::Beyond, Kind::Integer)
    }
}

/// What a name is made of, besides digits: of other alphabets roughly the letters. Which they are exactly only decides
/// how much of a text that is no layer is quoted.
fn is_letter(c: char) -> bool {
    match c {
        '×' | '÷' => false,
        '_' | '\u{c0}'..'\u{2000}' | '\u{3040}'.. => true,
        _ => c.is_ascii_alphabetic(),
    }
}
