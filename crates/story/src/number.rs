//! Numbers as text, and back.
//!
//! By hand, in a few lines of 64-bit arithmetic: the standard library's way with fractions is a third of what a page of
//! this size may weigh.
use crate::decimal::{Decimal, first_digit, takes_sign};
use std::cell::Cell;

/// A number as a cell or a sum shows it: at most five significant digits, no trailing zeros, a real minus sign.
pub fn number(value: f32) -> String {
    let minus = if value < 0.0 { "−" } else { "" };
    let size = f64::from(value.abs());
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return [minus, "∞"].concat();
    }
    if value != 0.0 && !(1e-4..1e7).contains(&value.abs()) {
        let last = first_digit(size) - 3;
        return Decimal::of(size, last).scientific(minus, "e−");
    }
    let whole_digits = (first_digit(size) + 1).clamp(1, 5);
    let last = if value.fract() == 0.0 { 0 } else { whole_digits - 5 };
    Decimal::of(size, last).plain(minus)
}

/// A number as a factor or a later term: in brackets where it is negative.
pub fn signed(value: f32) -> String {
    let text = number(value);
    if value < 0.0 { ["(", &text, ")"].concat() } else { text }
}

/// The shortest text from which [`read`] makes the same number, to the bit.
pub fn exact(value: f32) -> String {
    let minus = if value.is_sign_negative() { "-" } else { "" };
    let size = f64::from(value.abs());
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return [minus, "inf"].concat();
    }
    let first = first_digit(size);
    // Nine digits tell any two numbers apart.
    let decimal = (0..8)
        .map(|more| Decimal::of(size, first - more))
        .find(|decimal| decimal.value() as f32 == value.abs())
        .unwrap_or_else(|| Decimal::of(size, first - 8));
    if (-8..21).contains(&first) {
        decimal.plain(minus)
    } else {
        decimal.scientific(minus, "e-")
    }
}

/// Reads a number as programs and people write one: `1`, `-.5`, `+5.`, `1e-3`, `inf`, `NaN`, and with a real minus sign.
///
/// Where a text lies so near to the middle between two numbers that only its seventeenth digit tells, it may be read as
/// either of them.
pub fn read(text: &str) -> Option<f32> {
    let mut rest = text;
    let negative = takes_sign(&mut rest);
    let size = if rest.eq_ignore_ascii_case("inf") || rest.eq_ignore_ascii_case("infinity") {
        f64::INFINITY
    } else if rest.eq_ignore_ascii_case("nan") {
        f64::NAN
    } else {
        Decimal::read(rest)?.value()
    };
    Some(if negative { -size as f32 } else { size as f32 })
}

/// Reads a whole number, also with a real minus sign.
pub(crate) fn whole(text: &str) -> Option<i64> {
    match text.strip_prefix('−') {
        Some(size) => ["-", size].concat().parse().ok(),
        None => text.parse().ok(),
    }
}

/// Reads a number that has no minus.
pub(crate) fn count(text: &str) -> Option<usize> {
    let number: i64 = if text.starts_with('-') {
        return None;
    } else {
        text.parse().ok()?
    };
    usize::try_from(number).ok()
}

thread_local! {
    static GROUPING: Cell<fn(u64) -> String> = const { Cell::new(in_english) };
}

/// Has counts written by a formatter that knows the language that is spoken.
pub fn group_by(formatter: fn(u64) -> String) {
    GROUPING.set(formatter);
}

/// A count with its thousands apart, as the language that is spoken writes it.
pub fn grouped(count: u64) -> String {
    GROUPING.get()(count)
}

/// As a count is written where no formatter is known.
fn in_english(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Reads a number as people write one: also with its thousands apart, as in `30,720`.
pub fn read_grouped(text: &str) -> Option<f32> {
    let parts: Vec<&str> = text.split(is_between_thousands).collect();
    let whole = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        [_, ref rest @ ..] if rest.iter().all(whole) => read(&parts.concat()),
        _ => None,
    }
}

fn is_between_thousands(mark: char) -> bool {
    mark.is_whitespace() || matches!(mark, ',' | '，' | '\'' | '’')
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
    fn counts_are_written_as_the_language_does_once_it_has_said_how() {
        assert_eq!(grouped(1_234_567), "1,234,567");
        group_by(|count| format!("<{count}>"));
        assert_eq!(grouped(1_234_567), "<1234567>");
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
    fn thousands_are_apart() {
        let cases = [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (53_952, "53,952"),
            (1_228_800, "1,228,800"),
        ];
        for (count, text) in cases {
            assert_eq!(grouped(count), text);
            assert_eq!(read_grouped(text), Some(count as f32));
        }
        for text in ["30720", "30 720", "30\u{202f}720", "30，720", "30’720"] {
            assert_eq!(read_grouped(text), Some(30_720.0), "{text}");
        }
        for text in ["", "3,0", "30,72", "a,720", "1,,000", "0,5", "1, 2"] {
            assert_eq!(read_grouped(text), None, "{text}");
        }
        assert_eq!(read_grouped("−0.5"), Some(-0.5));
    }

    #[test]
    fn a_negative_factor_stands_in_brackets() {
        assert_eq!(signed(-2.0), "(−2)");
        assert_eq!(signed(2.0), "2");
    }

    #[test]
    fn texts_are_read_as_the_standard_library_reads_them() {
        let texts = [
            "0",
            "-0",
            "1",
            "+1",
            "1.",
            ".5",
            "-.5",
            "1e3",
            "1E+3",
            "1e-3",
            "12.5e-2",
            "inf",
            "-Infinity",
            "nan",
            "1e39",
            "1e-46",
            "1e99999999999",
            "0e99999999999",
            "-1e-99999999999",
            "123456789012345678901234567890",
            "0.000000000000000000000000000000000000000000000000001e50",
            "3.4028235e38",
            "1e-45",
            "16777217",
            "",
            ".",
            "+",
            "e5",
            "1e",
            "1e+",
            "1e5.",
            "1.2.3",
            "--1",
            "+-1",
            "1 ",
            " 1",
            "1_0",
            "0x1",
            "infin",
            "1é",
        ];
        for text in texts {
            let expected: Option<f32> = text.parse().ok();
            assert_eq!(read(text).map(f32::to_bits), expected.map(f32::to_bits), "{text}");
        }
        assert_eq!(read("−1e−3"), Some(-0.001));
    }

    #[test]
    fn usual_numbers_are_written_as_the_standard_library_writes_them() {
        for value in [
            0.0,
            -0.0,
            1.0,
            -1.5,
            0.1,
            0.111_111_11,
            1e7,
            12_345_678.0,
            1e-7,
            2e20,
            f32::EPSILON,
        ] {
            assert_eq!(exact(value), value.to_string());
        }
        assert_eq!(exact(f32::MIN_POSITIVE), "1.1754944e-38");
        assert_eq!(exact(f32::MAX), "3.4028235e38");
        assert_eq!(exact(f32::from_bits(1)), "1e-45");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            failure_persistence: None,
            ..proptest::prelude::ProptestConfig::with_cases(20_000)
        })]

        /// Given any number, when it is written and read, then it is the same to the bit.
        #[test]
        fn what_is_written_is_read_again(bits in proptest::prelude::any::<u32>()) {
            let value = f32::from_bits(bits);
            let again = read(&exact(value));
            if value.is_nan() {
                assert!(again.is_some_and(f32::is_nan));
            } else {
                assert_eq!(again.map(f32::to_bits), Some(bits), "{}", exact(value));
            }
        }

        /// Given any number, when it is shown, then its digits are those that the standard library rounds to.
        #[test]
        fn what_is_shown_is_rounded_to_the_nearest(bits in proptest::prelude::any::<u32>(), small in -1e5_f32..1e5) {
            for value in [f32::from_bits(bits), small] {
                let size = value.abs();
                let expected = if (1e-4..1e7).contains(&size) {
                    let whole = [10.0, 100.0, 1e3, 1e4].iter().filter(|&&least| size >= least).count();
                    format!("{value:.*}", if size.fract() == 0.0 { 0 } else { 4 - whole })
                } else {
                    format!("{value:.3e}")
                };
                let shown = number(value).replace('−', "-").replace('∞', "inf");
                assert_eq!(shown.parse().ok().map(f64::to_bits), expected.parse().ok().map(f64::to_bits), "{expected}");
            }
        }
    }
}
