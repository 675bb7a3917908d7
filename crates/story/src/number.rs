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

fn fraction(value: f32) -> String {
    let size = value.abs();
    if !(1e-4..1e7).contains(&size) {
        return scientific(value);
    }
    let whole_digits = if size < 1.0 { 1 } else { size.log10() as usize + 1 };
    trimmed(&format!("{value:.*}", 5_usize.saturating_sub(whole_digits).max(1)))
}

fn scientific(value: f32) -> String {
    let text = format!("{value:.3e}");
    let Some((digits, exponent)) = text.split_once('e') else {
        return text;
    };
    format!("{}e{exponent}", trimmed(digits))
}

fn trimmed(text: &str) -> String {
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_where_they_can_be() {
        let cases: [(f32, &str); 13] = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (-5.0, "−5"),
            (0.25, "0.25"),
            (-6.3543, "−6.3543"),
            (1234.56, "1234.6"),
            (1_000_000.0, "1000000"),
            (1.5e10, "1.5e10"),
            (1e-6, "1e−6"),
            (f32::NAN, "NaN"),
            (f32::INFINITY, "∞"),
            (f32::NEG_INFINITY, "−∞"),
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
