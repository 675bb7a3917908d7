//! Layers as people write and print them, in Python.
//!
//! Written by hand, without recursion, and each character is read once: whatever is pasted is answered at once.
mod error;
mod names;
mod token;
mod value;

pub use error::{Expected, ParseError};

use crate::{LayerSpec, Padding, PaddingMode};
use names::{CLASSES, Parameter, nearest};
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
            let classes = CLASSES.into_iter().map(|(class, ..)| class);
            let lazy = name
                .strip_prefix("Lazy")
                .and_then(|name| classes.clone().find(|class| *class == name));
            return self.refuse(
                class,
                lazy.map_or_else(
                    || Expected::Class {
                        nearest: nearest(name, classes),
                    },
                    |class| Expected::Eager { class },
                ),
            );
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
        let parameters = Parameter::of(spec.op);
        let mut given = [false; 12];
        let mut by_name = false;
        let mut position = 0;
        loop {
            let start = self.next;
            if self.takes(')') {
                // Their defaults are numbers too, but PyTorch asks for these three.
                if let Some(missing) = given[..3].iter().position(|given| !given) {
                    return self.refuse(
                        start,
                        Expected::Required {
                            name: parameters[missing].name(),
                        },
                    );
                }
                return Ok(spec);
            }
            let index = match self.keyword() {
                Some(name) => {
                    by_name = true;
                    let known = parameters.iter().position(|parameter| parameter.name() == name);
                    let Some(index) = known else {
                        let names = parameters.iter().map(|parameter| parameter.name());
                        return self.refuse(
                            start,
                            Expected::Keyword {
                                nearest: nearest(name, names),
                            },
                        );
                    };
                    index
                }
                None if matches!(start.kind, Kind::Sign(_) | Kind::End) && !opens(start) => {
                    return self.refuse(start, Expected::Argument);
                }
                None if by_name => return self.refuse(start, Expected::Named),
                None if position == parameters.len() => {
                    return self.refuse(
                        start,
                        Expected::AtMost {
                            count: parameters.len(),
                        },
                    );
                }
                None => {
                    position += 1;
                    position - 1
                }
            };
            if std::mem::replace(&mut given[index], true) {
                return self.refuse(
                    start,
                    Expected::Once {
                        name: parameters[index].name(),
                    },
                );
            }
            self.argument(&mut spec, parameters[index])?;
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

    fn argument(&mut self, spec: &mut LayerSpec, parameter: Parameter) -> Parsed<()> {
        let rank = spec.rank();
        match parameter {
            Parameter::InChannels => spec.in_channels = self.integer()?,
            Parameter::OutChannels => spec.out_channels = self.integer()?,
            Parameter::Groups => spec.groups = self.integer()?,
            Parameter::KernelSize => {
                spec.kernel_size = self.axes(rank, Expected::IntegerOrTuple)?;
            }
            Parameter::Stride => spec.stride = self.axes(rank, Expected::IntegerOrTuple)?,
            Parameter::OutputPadding => {
                spec.output_padding = self.axes(rank, Expected::IntegerOrTuple)?;
            }
            Parameter::Dilation => spec.dilation = self.axes(rank, Expected::IntegerOrTuple)?,
            Parameter::Padding => {
                spec.padding = match self.next.kind {
                    Kind::Text("same") => Padding::Same,
                    Kind::Text("valid") => Padding::Valid,
                    _ => {
                        return self
                            .axes(rank, Expected::Padding)
                            .map(|cells| spec.padding = Padding::Cells(cells));
                    }
                };
                self.take();
            }
            Parameter::Bias => {
                spec.bias = match self.next.kind {
                    Kind::Name("True") => true,
                    Kind::Name("False") => false,
                    _ => return self.refuse(self.next, Expected::Bool),
                };
                self.take();
            }
            Parameter::PaddingMode => {
                let Kind::Text(name) = self.next.kind else {
                    return self.refuse(self.next, Expected::PaddingMode);
                };
                let Some(mode) = PaddingMode::from_name(name) else {
                    return self.refuse(self.next, Expected::PaddingMode);
                };
                spec.padding_mode = mode;
                self.take();
            }
            Parameter::Device | Parameter::Dtype => self.setting()?,
        }
        Ok(())
    }
}

fn opens(token: Token<'_>) -> bool {
    matches!(token.kind, Kind::Sign('(' | '['))
}
