//! Coordinates as text: two decimals at most, none that are not needed.

/// Appends a coordinate. Values beyond what a screen has are clamped, so that the arithmetic stays in 32 bits.
#[inline(never)]
pub(crate) fn push(text: &mut String, value: f32) {
    decimal(text, value.clamp(-1e6, 1e6), 100);
}

/// Appends a factor, of which many cells are a multiple: with four decimals.
pub(crate) fn push_fine(text: &mut String, value: f32) {
    decimal(text, value.clamp(-1e4, 1e4), 10_000);
}

/// `one` is the power of ten that has as many zeros as there are decimals.
fn decimal(text: &mut String, value: f32, one: u32) {
    let scaled = (value * one as f32 + 0.5).floor() as i32;
    if scaled < 0 {
        text.push('-');
    }
    let size = scaled.unsigned_abs();
    whole(text, size / one);
    let (mut rest, mut place) = (size % one, one / 10);
    if rest != 0 {
        text.push('.');
    }
    while rest != 0 {
        digit(text, rest / place);
        rest %= place;
        place = (place / 10).max(1);
    }
}

/// Appends a whole number.
pub(crate) fn whole(text: &mut String, value: u32) {
    if value >= 10 {
        whole(text, value / 10);
    }
    digit(text, value % 10);
}

/// A whole number as text.
pub(crate) fn count(value: usize) -> String {
    let mut text = String::new();
    push_count(&mut text, value);
    text
}

pub(crate) fn push_count(text: &mut String, value: usize) {
    whole(text, u32::try_from(value).unwrap_or(u32::MAX));
}

/// Appends a path: a pattern's letters as they are, its dots as coordinates.
#[inline(never)]
pub(crate) fn trace(path: &mut String, pattern: &str, values: &[f32]) {
    let mut values = values.iter();
    let mut follows = false;
    for &letter in pattern.as_bytes() {
        if letter != b'.' {
            path.push(char::from(letter));
        } else if let Some(&value) = values.next() {
            if follows {
                path.push(' ');
            }
            push(path, value);
        }
        follows = letter == b'.';
    }
}

#[inline(never)]
fn digit(text: &mut String, value: u32) {
    text.push(char::from(b'0' + value as u8));
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
    fn a_factor_is_finer() {
        let mut text = String::new();
        push_fine(&mut text, 0.875);
        assert_eq!(text, "0.875");
    }

    #[test]
    fn a_path_separates_its_values() {
        let mut path = String::new();
        trace(&mut path, "M..h.z", &[1.0, -2.5, 3.0]);
        assert_eq!(path, "M1 -2.5h3z");
    }
}
