//! What stands after an argument's name.
use super::token::Kind;
use super::{Expected, Parsed, Parser};
use crate::UNKNOWN;
use crate::text::joined;

impl Parser<'_> {
    /// `None`, `'cpu'`, `torch.float32`: where numbers lie and how they are stored changes nothing here.
    pub(super) fn setting(&mut self) -> Parsed<()> {
        loop {
            match self.next.kind {
                Kind::Name(_) => self.take(),
                Kind::Text(_) => {
                    self.take();
                    return Ok(());
                }
                _ => return self.refuse(&self.next, Expected::Setting),
            };
            if !self.takes('.') {
                return Ok(());
            }
        }
    }

    /// An integer, or a product of some: `16*5*5`.
    pub(super) fn integer(&mut self) -> Parsed<i64> {
        let start = self.next;
        let mut product: i64 = 1;
        loop {
            let Kind::Integer(value) = self.next.kind else {
                return self.refuse(&self.next, Expected::Integer);
            };
            // In floating point, as in `bounds::times`, and far from where its rounding matters. A number by itself is as large
            // as it may be.
            if product != 1 && (product as f64 * value as f64).abs() >= (1_i64 << 62) as f64 {
                return self.refuse(&start, Expected::InRange);
            }
            self.take();
            product *= value;
            if !self.takes('*') {
                return Ok(product);
            }
        }
    }

    /// The same, or `?` for what is still to be found out.
    pub(super) fn features(&mut self) -> Parsed<i64> {
        if self.takes('?') {
            return Ok(UNKNOWN);
        }
        self.integer()
    }

    /// The one value that an argument can have here.
    pub(super) fn only(&mut self, value: &'static str) -> Parsed<()> {
        let wanted = match self.next.kind {
            Kind::Name(name) => name == value,
            Kind::Integer(number) => joined(&[number], "") == value,
            _ => false,
        };
        if !wanted {
            return self.refuse(&self.next, Expected::Only { value });
        }
        self.take();
        Ok(())
    }

    /// A number for all axes, or a tuple or list of one for each.
    pub(super) fn axes(&mut self, rank: usize, expected: Expected) -> Parsed<Vec<i64>> {
        let start = self.next;
        let (close, is_tuple) = match start.kind {
            Kind::Integer(value) => {
                self.take();
                return Ok(vec![value; rank]);
            }
            Kind::Sign('(') => (')', true),
            Kind::Sign('[') => (']', false),
            _ => return self.refuse(&start, expected),
        };
        self.take();
        let (mut count, mut comma) = (0, false);
        let mut values = vec![0; rank];
        while self.next.kind != Kind::Sign(close) {
            if count > 0 && !comma {
                return self.refuse(&self.next, Expected::Comma);
            }
            let value = self.integer()?;
            if let Some(place) = values.get_mut(count) {
                *place = value;
            }
            count += 1;
            comma = self.takes(',');
        }
        self.take();
        if is_tuple && count == 1 && !comma {
            // To Python a number in brackets is that number.
            return Ok(vec![values[0]; rank]);
        }
        if count == rank {
            Ok(values)
        } else {
            self.refuse(&start, Expected::Entries { count: rank })
        }
    }
}
