//! Layers as people write and print them, in Python.
//!
//! Written by hand, without recursion, and each character is read once: whatever is pasted is answered at once.
mod error;
mod names;
mod token;
mod value;

pub use error::{Expected, ParseError};

use crate::{Field, LayerSpec, Padding, PaddingMode};
use names::{CLASSES, count, field, name, nearest};
use token::{Kind, Lexer, Token};

/// One layer.
pub(crate) fn layer(text: &str) -> Result<LayerSpec, ParseError> {
    let mut parser = Parser {
        text,
        lexer: Lexer::new(text),
        next: Lexer::new(text).token(),
    };
    parser.lexer.token();
    parser.layer()
}

struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// Not taken yet.
    next: Token<'a>,
}

type Parsed<T> = Result<T, ParseError>;

impl<'a> Parser<'a> {
    fn take(&mut self) -> Token<'a> {
        std::mem::replace(&mut self.next, self.lexer.token())
    }

    /// Takes the next token if it is this sign.
    fn takes(&mut self, sign: char) -> bool {
        let is = self.next.kind == Kind::Sign(sign);
        if is {
            self.take();
        }
        is
    }

    fn refuse<T>(&self, at: Token<'_>, expected: Expected) -> Parsed<T> {
        Err(self.error(at, expected))
    }

    #[inline(never)]
    fn error(&self, at: Token<'_>, expected: Expected) -> ParseError {
        // Whatever was expected, this is the more helpful thing to say.
        let expected = match at.kind {
            Kind::Unclosed => Expected::ClosingQuote,
            Kind::Integer(None) => Expected::InRange,
            _ => expected,
        };
        let before = self.text.get(..at.start).unwrap_or("");
        let whole = self.text.get(at.start..at.end).unwrap_or("");
        let mut found: String = whole.chars().take(24).collect();
        if found.len() < whole.len() {
            found.push('…');
        }
        ParseError {
            column: before.chars().fold(1, |column, _| column + 1),
            expected,
            found,
        }
    }

    fn layer(&mut self) -> Parsed<LayerSpec> {
        let class = self.class()?;
        let Kind::Name(name) = class.kind else {
            return self.refuse(class, Expected::Class { nearest: None });
        };
        let Some((_, op, rank)) = CLASSES.into_iter().find(|(class, ..)| *class == name) else {
            let classes = CLASSES.map(|(class, ..)| class);
            let lazy = name.strip_prefix("Lazy").unwrap_or("");
            let expected = match classes.into_iter().find(|class| *class == lazy) {
                Some(class) => Expected::Eager { class },
                None => Expected::Class {
                    nearest: nearest(name, &classes),
                },
            };
            return self.refuse(class, expected);
        };
        if !self.takes('(') {
            return self.refuse(self.next, Expected::Open);
        }
        let spec = self.arguments(LayerSpec::new(op, rank, 0, 0, 0))?;
        while matches!(self.next.kind, Kind::Sign(',' | ';')) {
            self.take();
        }
        if self.next.kind == Kind::End {
            Ok(spec)
        } else {
            self.refuse(self.next, Expected::End)
        }
    }

    /// The layer's name, after whatever a program or a listing puts in front: `self.c = nn.`, `(0): `.
    fn class(&mut self) -> Parsed<Token<'a>> {
        let mut named = None;
        loop {
            let token = self.next;
            match token.kind {
                Kind::Name(_) => named = Some(token),
                Kind::Sign('.' | '=' | ':') | Kind::Sign(')') | Kind::Integer(Some(_)) => {
                    named = None;
                }
                Kind::Sign('(') if named.is_none() => {}
                _ => break,
            }
            self.take();
        }
        match named {
            Some(class) => Ok(class),
            None => self.refuse(self.next, Expected::Class { nearest: None }),
        }
    }

    fn arguments(&mut self, mut spec: LayerSpec) -> Parsed<LayerSpec> {
        let names: Vec<&str> = (0..count(spec.op)).map(|at| name(spec.op, at)).collect();
        let mut given = vec![false; names.len()];
        let (mut by_name, mut position) = (false, 0);
        loop {
            let start = self.next;
            if self.takes(')') {
                // Their defaults are numbers too, but PyTorch asks for these three.
                return match given.iter().position(|given| !given) {
                    Some(missing @ ..3) => self.refuse(start, Expected::Required { name: names[missing] }),
                    _ => Ok(spec),
                };
            }
            let at = if let Some(written) = self.keyword() {
                by_name = true;
                match names.iter().position(|name| *name == written) {
                    Some(at) => at,
                    None => {
                        let nearest = nearest(written, &names);
                        return self.refuse(start, Expected::Keyword { nearest });
                    }
                }
            } else {
                let ends = matches!(start.kind, Kind::Sign(_) | Kind::End) && !opens(start);
                let wrong = match () {
                    () if ends => Some(Expected::Argument),
                    () if by_name => Some(Expected::Named),
                    () if position == names.len() => Some(Expected::AtMost { count: position }),
                    () => None,
                };
                if let Some(expected) = wrong {
                    return self.refuse(start, expected);
                }
                position += 1;
                position - 1
            };
            if std::mem::replace(&mut given[at], true) {
                return self.refuse(start, Expected::Once { name: names[at] });
            }
            self.argument(&mut spec, at)?;
            if self.next.kind != Kind::Sign(')') && !self.takes(',') {
                return self.refuse(self.next, Expected::Comma);
            }
        }
    }

    /// Takes `name=`, if that is next.
    fn keyword(&mut self) -> Option<&'a str> {
        let Kind::Name(name) = self.next.kind else {
            return None;
        };
        let mut ahead = self.lexer;
        if ahead.token().kind != Kind::Sign('=') {
            return None;
        }
        self.take();
        self.take();
        Some(name)
    }

    fn argument(&mut self, spec: &mut LayerSpec, at: usize) -> Parsed<()> {
        let Some(field) = field(spec.op, at) else {
            return self.setting();
        };
        match (field, self.next.kind) {
            (Field::InChannels | Field::OutChannels | Field::Groups, _) => {
                spec.numbers_mut(field)[0] = self.integer()?;
                return Ok(());
            }
            (Field::Bias, Kind::Name("True")) => spec.bias = true,
            (Field::Bias, Kind::Name("False")) => spec.bias = false,
            (Field::Bias, _) => return self.refuse(self.next, Expected::Bool),
            (Field::PaddingMode, kind) => {
                let name = if let Kind::Text(name) = kind { name } else { "" };
                match PaddingMode::from_name(name) {
                    Some(mode) => spec.padding_mode = mode,
                    None => return self.refuse(self.next, Expected::PaddingMode),
                }
            }
            (Field::Padding, Kind::Text("same")) => spec.padding = Padding::Same,
            (Field::Padding, Kind::Text("valid")) => spec.padding = Padding::Valid,
            _ => {
                let expected = if field == Field::Padding {
                    Expected::Padding
                } else {
                    Expected::IntegerOrTuple
                };
                let values = self.axes(spec.rank(), expected)?;
                spec.numbers_mut(field).copy_from_slice(&values);
                return Ok(());
            }
        }
        self.take();
        Ok(())
    }
}

fn opens(token: Token<'_>) -> bool {
    matches!(token.kind, Kind::Sign('(' | '['))
}
