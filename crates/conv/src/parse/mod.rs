//! Layers as people write and print them, in Python.
//!
//! Written by hand, without recursion, and each character is read once: whatever is pasted is answered at once.
mod error;
mod names;
mod token;
mod value;

pub use error::{Expected, ParseError};
pub(crate) use names::fields;

use crate::{Field, LayerSpec, Op, Padding, PaddingMode, UNKNOWN};
use names::{Argument, CLASSES, Class, arguments, nearest};
use token::{Kind, Lexer, Token};

impl LayerSpec {
    /// Reads one layer as people write or print it: `nn.Conv2d(3, 16, 3)`.
    ///
    /// # Errors
    /// The first place that cannot be read, and what could stand there.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        // There is at least one.
        layers(text, 1).map(|mut layers| layers.swap_remove(0))
    }
}

/// One layer, or an `nn.Sequential` of at most `most`; such a one inside another is as if its layers stood there.
pub(crate) fn layers(text: &str, most: usize) -> Result<Vec<LayerSpec>, ParseError> {
    Parser::of(text).layers(most).map_err(|error| *error)
}

struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// Not taken yet.
    next: Token<'a>,
}

/// In a box: what is handed on is then one word.
type Parsed<T> = Result<T, Box<ParseError>>;

impl<'a> Parser<'a> {
    fn of(text: &'a str) -> Self {
        let mut lexer = Lexer::new(text);
        let next = lexer.token();
        Self { text, lexer, next }
    }

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

    fn refuse<T>(&self, at: &Token<'_>, expected: Expected) -> Parsed<T> {
        Err(self.error(at, expected))
    }

    #[inline(never)]
    fn error(&self, at: &Token<'_>, expected: Expected) -> Box<ParseError> {
        // Whatever was expected, this is the more helpful thing to say.
        let expected = match at.kind {
            Kind::Unclosed => Expected::ClosingQuote,
            Kind::Beyond => Expected::InRange,
            _ => expected,
        };
        let before = self.text.get(..at.start).unwrap_or("");
        let whole = self.text.get(at.start..at.end).unwrap_or("");
        let mut found: String = whole.chars().take(24).collect();
        if found.len() < whole.len() {
            found.push('…');
        }
        Box::new(ParseError {
            column: before.chars().fold(1, |column, _| column + 1),
            expected,
            found,
        })
    }

    /// All layers of the text, at least one.
    fn layers(&mut self, most: usize) -> Parsed<Vec<LayerSpec>> {
        let mut layers = Vec::new();
        // Sequentials that are not closed yet.
        let mut open = 0;
        loop {
            if open > 0 && self.closes(!layers.is_empty())? {
                open -= 1;
                if open == 0 {
                    break;
                }
                continue;
            }
            let class = self.class()?;
            if most > 1 && class.kind == Kind::Name("Sequential") {
                self.opens()?;
                open += 1;
                continue;
            }
            if layers.len() == most {
                return self.refuse(&class, Expected::Layers { count: most });
            }
            layers.push(self.layer(class)?);
            if open == 0 {
                break;
            }
        }
        while matches!(self.next.kind, Kind::Sign(',' | ';')) {
            self.take();
        }
        if layers.is_empty() {
            return self.refuse(&self.next, Expected::Class { nearest: None });
        }
        if self.next.kind == Kind::End {
            Ok(layers)
        } else {
            self.refuse(&self.next, Expected::End)
        }
    }

    /// Between the layers of a sequential: whether it ends here. A print-out has no commas, but an index before each.
    fn closes(&mut self, any: bool) -> Parsed<bool> {
        while self.takes(',') {}
        if self.takes(')') {
            return Ok(true);
        }
        if self.next.kind == Kind::End && any {
            return self.refuse(&self.next, Expected::Comma);
        }
        Ok(false)
    }

    fn opens(&mut self) -> Parsed<()> {
        if self.takes('(') {
            Ok(())
        } else {
            self.refuse(&self.next, Expected::Open)
        }
    }

    /// The layer whose class was just taken.
    fn layer(&mut self, class: Token<'a>) -> Parsed<LayerSpec> {
        let Kind::Name(name) = class.kind else {
            return self.refuse(&class, Expected::Class { nearest: None });
        };
        let lazy = name.strip_prefix("Lazy").unwrap_or("");
        let is_lazy = lazy == "Linear";
        let name = if is_lazy { lazy } else { name };
        let Some(&(_, op, rank, mode)) = class_of(name) else {
            let expected = match class_of(lazy) {
                Some((class, ..)) => Expected::Eager { class },
                None => Expected::Class {
                    nearest: nearest(name, &|at| CLASSES.get(at).map(|(class, ..)| *class)),
                },
            };
            return self.refuse(&class, expected);
        };
        self.opens()?;
        // What takes any rank has one as long as nobody says which.
        let rank = if op.takes_any_rank() { 1 } else { rank };
        let mut spec = LayerSpec::new(op, rank, 1, 1, 0);
        spec.padding_mode = mode;
        self.arguments(&mut spec, is_lazy)?;
        Ok(spec)
    }

    /// The layer's name, after whatever a program or a listing puts in front: `self.c = nn.`, `(0): `.
    fn class(&mut self) -> Parsed<Token<'a>> {
        let mut named = None;
        loop {
            let token = self.next;
            match token.kind {
                Kind::Name(_) => named = Some(token),
                Kind::Sign('.' | '=' | ':') | Kind::Sign(')') | Kind::Integer(_) => {
                    named = None;
                }
                Kind::Sign('(') if named.is_none() => {}
                _ => break,
            }
            self.take();
        }
        match named {
            Some(class) => Ok(class),
            None => self.refuse(&self.next, Expected::Class { nearest: None }),
        }
    }

    /// A lazy layer's `in_features` is left open.
    fn arguments(&mut self, spec: &mut LayerSpec, is_lazy: bool) -> Parsed<()> {
        let op = spec.op;
        let (arguments, required) = arguments(op);
        let name = |at: usize| arguments.get(at).map(|argument| argument.name(op));
        // A bit for each.
        let mut given = 0_u32;
        let first = usize::from(is_lazy);
        let (mut by_name, mut position) = (false, first);
        loop {
            let start = self.next;
            if self.takes(')') {
                if let Some(missing) = (first..required).find(|at| given >> at & 1 == 0) {
                    // Their defaults are numbers too, but PyTorch asks for these.
                    let name = arguments[missing].name(op);
                    return self.refuse(&start, Expected::Required { name });
                }
                if is_lazy {
                    spec.in_channels = UNKNOWN;
                }
                return Ok(());
            }
            let at = if let Some(written) = self.keyword() {
                by_name = true;
                match (0..arguments.len()).find(|at| name(*at) == Some(written)) {
                    Some(at) => at,
                    None => {
                        let nearest = nearest(written, &name);
                        return self.refuse(&start, Expected::Keyword { nearest });
                    }
                }
            } else {
                let ends = matches!(start.kind, Kind::Sign(_) | Kind::End) && !begins(start);
                let wrong = match () {
                    () if ends => Some(Expected::Argument),
                    () if by_name => Some(Expected::Named),
                    () if position == arguments.len() => Some(Expected::AtMost {
                        count: position - first,
                    }),
                    () => None,
                };
                if let Some(expected) = wrong {
                    return self.refuse(&start, expected);
                }
                position += 1;
                position - 1
            };
            let argument = arguments[at];
            if given >> at & 1 == 1 {
                let name = argument.name(op);
                return self.refuse(&start, Expected::Once { name });
            }
            given |= 1 << at;
            match argument {
                Argument::Of(field) => self.argument(spec, field)?,
                Argument::Only((_, value)) => self.only(value)?,
                Argument::Setting(_) => self.setting()?,
            }
            if self.next.kind != Kind::Sign(')') && !self.takes(',') {
                return self.refuse(&self.next, Expected::Comma);
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

    fn argument(&mut self, spec: &mut LayerSpec, field: Field) -> Parsed<()> {
        match (field, self.next.kind) {
            (Field::InChannels, _) if spec.op == Op::Linear => {
                spec.in_channels = self.features()?;
                return Ok(());
            }
            (Field::InChannels | Field::OutChannels | Field::Groups, _) => {
                spec.numbers_mut(field)[0] = self.integer()?;
                return Ok(());
            }
            // A pool steps by its kernel, if nobody says otherwise.
            (Field::Stride, Kind::Name("None")) if spec.op.is_pool() => {
                spec.stride = spec.kernel_size.clone();
            }
            (Field::Bias, Kind::Name("True")) => spec.bias = true,
            (Field::Bias, Kind::Name("False")) => spec.bias = false,
            (Field::Bias, _) => return self.refuse(&self.next, Expected::Bool),
            (Field::PaddingMode, kind) => {
                let name = if let Kind::Text(name) = kind { name } else { "" };
                match PaddingMode::from_name(name) {
                    Some(mode) => spec.padding_mode = mode,
                    None => return self.refuse(&self.next, Expected::PaddingMode),
                }
            }
            (Field::Padding, Kind::Text("same")) if spec.op.has_weight() => spec.padding = Padding::Same,
            (Field::Padding, Kind::Text("valid")) if spec.op.has_weight() => spec.padding = Padding::Valid,
            _ => {
                let expected = if field == Field::Padding && spec.op.has_weight() {
                    Expected::Padding
                } else {
                    Expected::IntegerOrTuple
                };
                let values = self.axes(spec.numbers_mut(field).len().max(spec.rank()), expected)?;
                if field == Field::KernelSize && spec.steps_by_kernel() {
                    spec.stride.copy_from_slice(&values);
                }
                spec.numbers_mut(field).copy_from_slice(&values);
                return Ok(());
            }
        }
        self.take();
        Ok(())
    }
}

fn class_of(name: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|(class, ..)| *class == name)
}

fn begins(token: Token<'_>) -> bool {
    matches!(token.kind, Kind::Sign('(' | '[' | '?'))
}
