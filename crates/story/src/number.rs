//! Numbers as text.

/// A number as a cell or a sum shows it: at most five significant digits, no trailing zeros, a real minus sign.
pub fn number(value: f32) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value < 0.0 { "−∞" } else { "∞" }.to_owned();
    }
    let text = if value.fract() == 0.0 && value.abs() < 1e7 {
        format!("{}", value as i64)
    } else {
        fraction(value)
    };
    text.replace('-', "−")
}

/// A number as a factor or a later term: in brackets where it is negative.
pub fn signed(value: f32) -> String {
    let text = number(value);
    if value < 0.0 { format!("({text})") } else { text }
}

/// A count with its thousands apart by narrow spaces.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

fn fraction(value: f32) -> String {
    let size = value.abs();
    if !(1e-4..1e7).contains(&size) {
        return scientific(value);
    }
    let whole_digits = [1.0, 10.0, 100.0, 1e3, 1e4]
        .iter()
        .filter(|&&least| size >= least)
        .count();
    trimmed(&format!("{value:.*}", 5 - whole_digits.max(1)))
}

fn scientific(value: f32) -> String {
    let text = format!("{value:.3e}");
    let Some((digits, exponent)) = text.split_once('e') else {
        return text;
    };
    [&trimmed(digits), "e", exponent].concat()
}

/// Without the zeros that end a fraction.
fn trimmed(text: &str) -> String {
    if !text.contains('.') {
        return text.to_owned();
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_where_they_can_be() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (-5.0, "−5"),
            (0.25, "0.25"),
            (-6.3543, "−6.3543"),
            (0.111_111_11, "0.1111"),
            (1234.56, "1234.6"),
            (12_345.6, "12346"),
            (12_340.4, "12340"),
            (1_000_000.0, "1000000"),
            (9_999_999.0, "9999999"),
            (10_000_000.0, "1e7"),
            (16_777_216.0, "1.678e7"),
            (1.5e10, "1.5e10"),
            (1e-6, "1e−6"),
            (-0.000_01, "−1e−5"),
            (0.000_1, "0.0001"),
            (0.000_099_99, "9.999e−5"),
            (0.000_099_999_99, "1e−4"),
            (f32::NAN, "NaN"),
            (f32::INFINITY, "∞"),
            (f32::NEG_INFINITY, "−∞"),
            (f32::MAX, "3.403e38"),
            (f32::MIN, "−3.403e38"),
            (f32::MIN_POSITIVE, "1.175e−38"),
            (f32::from_bits(1), "1.401e−45"),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn five_digits_are_kept_also_where_rounding_carries() {
        let cases = [
            (9.999_99, "10"),
            (0.999_99, "1"),
            (0.999_9, "0.9999"),
            (99.999_6, "100"),
            (999.996, "1000"),
            (9_999.96, "10000"),
            (99_999.6, "100000"),
            (-99_999.6, "−100000"),
            (999_999.5, "1000000"),
            (-0.333_333_34, "−0.3333"),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn a_negative_factor_stands_in_brackets() {
        assert_eq!(signed(-2.0), "(−2)");
        assert_eq!(signed(2.0), "2");
    }
}
