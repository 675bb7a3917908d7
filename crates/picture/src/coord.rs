//! Coordinates as text: two decimals at most, none that are not needed.

/// Appends a coordinate. Values beyond what a screen has are clamped, so that the arithmetic stays in 32 bits.
pub(crate) fn push(text: &mut String, value: f32) {
    let hundredths = (value.clamp(-1e6, 1e6) * 100.0 + 0.5).floor() as i32;
    if hundredths < 0 {
        text.push('-');
    }
    let size = hundredths.unsigned_abs();
    whole(text, size / 100);
    let fraction = size % 100;
    if fraction != 0 {
        text.push('.');
        text.push(digit(fraction / 10));
        if !fraction.is_multiple_of(10) {
            text.push(digit(fraction % 10));
        }
    }
}

/// Appends a whole number.
pub(crate) fn whole(text: &mut String, value: u32) {
    if value >= 10 {
        whole(text, value / 10);
    }
    text.push(digit(value % 10));
}

/// A whole number as text.
pub(crate) fn count(value: usize) -> String {
    let mut text = String::new();
    whole(&mut text, u32::try_from(value).unwrap_or(u32::MAX));
    text
}

/// Appends a path command and its coordinates.
pub(crate) fn command(path: &mut String, letter: char, values: &[f32]) {
    path.push(letter);
    for (i, &value) in values.iter().enumerate() {
        if i > 0 {
            path.push(' ');
        }
        push(path, value);
    }
}

fn digit(value: u32) -> char {
    char::from(b'0' + (value % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_no_more_digits_than_they_need() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (1.5, "1.5"),
            (-3.254, "-3.25"),
            (0.05, "0.05"),
            (999.999, "1000"),
            (f32::NAN, "0"),
        ] {
            let mut out = String::new();
            push(&mut out, value);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn a_command_separates_its_values() {
        let mut path = String::new();
        command(&mut path, 'M', &[1.0, -2.5]);
        assert_eq!(path, "M1 -2.5");
    }
}
