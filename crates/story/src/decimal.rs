//! Decimal fractions.

/// `units * 10^last`, which is not negative.
#[derive(Clone, Copy)]
pub(crate) struct Decimal {
    units: u64,
    last: i32,
}

impl Decimal {
    /// A number rounded to the digit of the power `last`; the middle goes to the even digit.
    pub fn of(size: f64, last: i32) -> Self {
        let mut units = scaled(size, -last).round_ties_even() as u64;
        let mut last = last;
        while units.is_multiple_of(10) && units > 0 {
            units /= 10;
            last += 1;
        }
        Self { units, last }
    }

    /// Digits with at most one point and at most one exponent.
    pub fn read(text: &str) -> Option<Self> {
        let (mut units, mut last) = (0_u64, 0_i32);
        let (mut digits, mut point) = (0, false);
        let mut rest = text.as_bytes();
        while let [byte, after @ ..] = rest {
            match byte {
                b'0'..=b'9' => {
                    digits += 1;
                    // What 64 bits do not hold is too little to count, but for its place.
                    if units < u64::MAX / 10 {
                        units = units * 10 + u64::from(byte - b'0');
                        last -= i32::from(point);
                    } else {
                        last += i32::from(!point);
                    }
                }
                b'.' if !point => point = true,
                _ => break,
            }
            rest = after;
        }
        if digits == 0 {
            return None;
        }
        if let [b'e' | b'E', ..] = rest {
            last = last.saturating_add(exponent(text.get(text.len() - rest.len() + 1..)?)?);
            rest = &[];
        }
        rest.is_empty().then_some(Self { units, last })
    }

    pub fn value(self) -> f64 {
        scaled(self.units as f64, self.last)
    }

    /// `−0.025`, `1200`
    pub fn plain(self, minus: &str) -> String {
        let mut text = self.units.to_string();
        // How many digits stand before the point; where there are none, zeros do.
        let whole = text.len() as i32 + self.last;
        for _ in whole..1 {
            text.insert(0, '0');
        }
        if self.last < 0 {
            text.insert(whole.max(1) as usize, '.');
        }
        for _ in 0..self.last {
            text.push('0');
        }
        text.insert_str(0, minus);
        text
    }

    /// `2.5e−7`
    pub fn scientific(self, minus: &str, small: &str) -> String {
        let mut text = self.units.to_string();
        let first = i64::from(self.last) + text.len() as i64 - 1;
        if text.len() > 1 {
            text.insert(1, '.');
        }
        text.insert_str(0, minus);
        text += if first < 0 { small } else { "e" };
        text + &first.unsigned_abs().to_string()
    }
}

/// The power of ten of a number's first digit; 0 for 0.
pub(crate) fn first_digit(size: f64) -> i32 {
    let mut power = 0;
    while size >= scaled(1.0, power + 1) {
        power += 1;
    }
    while size > 0.0 && size < scaled(1.0, power) {
        power -= 1;
    }
    power
}

/// `value * 10^power`: to the bit up to the power 22, beyond with an error that no `f32` notices.
fn scaled(value: f64, power: i32) -> f64 {
    if value == 0.0 {
        return value;
    }
    let mut factor = 1.0;
    for _ in 0..power.unsigned_abs().min(400) {
        factor *= 10.0;
    }
    if power < 0 { value / factor } else { value * factor }
}

fn exponent(text: &str) -> Option<i32> {
    let mut rest = text;
    let negative = takes_sign(&mut rest);
    let mut size = 0_i32;
    for digit in rest.bytes() {
        if !digit.is_ascii_digit() {
            return None;
        }
        size = size.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
    }
    (!rest.is_empty()).then_some(if negative { -size } else { size })
}

/// Takes a sign from the front; whether it is a minus.
pub(crate) fn takes_sign(text: &mut &str) -> bool {
    for (sign, negative) in [("+", false), ("-", true), ("−", true)] {
        if let Some(rest) = text.strip_prefix(sign) {
            *text = rest;
            return negative;
        }
    }
    false
}
