//! Numbers and words that fit: how wide a text is, and what to show when it is too wide.
use story::number;

/// The width of a digit, against the size of the type; on the wide side, as systems' faces differ.
const DIGIT: f32 = 0.66;
/// The smallest type that numbers in cells are set in.
const SMALLEST: f32 = 7.0;
/// How much of a cell a number may take.
const SHARE: f32 = 0.9;

/// The type size for numbers of up to so many characters, against the cell that holds them.
pub(crate) fn type_size(cell: f32, characters: usize) -> f32 {
    let fits = cell * SHARE / (DIGIT * characters.max(1) as f32);
    let size = (cell * 0.4).min(fits).max(6.0);
    round(size * 2.0) / 2.0
}

/// How many characters the widest of the numbers has: at most as many as a cell takes.
pub(crate) fn widest(values: &[f32], cell: f32) -> usize {
    let most = most_characters(cell);
    let mut widest = 1;
    for &value in values {
        if widest >= most {
            return most;
        }
        widest = widest.max(length(value));
    }
    widest.min(most)
}

/// The smallest cell that shows these numbers as they are.
pub(crate) fn cell_for(values: &[f32]) -> f32 {
    let longest = values.iter().map(|&value| length(value)).max().unwrap_or(0);
    longest as f32 * DIGIT * SMALLEST / SHARE
}

/// A number as a cell shows it: shorter where it is too long.
pub(crate) fn cell_number(value: f32, cell: f32) -> String {
    short_number(value, most_characters(cell))
}

/// A number in at most so many characters, if that can be done at all.
pub(crate) fn short_number(value: f32, most: usize) -> String {
    let text = number(value);
    if letters(&text) <= most {
        text
    } else {
        shorter(value, most)
    }
}

fn most_characters(cell: f32) -> usize {
    ((cell * SHARE / (DIGIT * SMALLEST)) as usize).max(4)
}

fn length(value: f32) -> usize {
    // Most numbers on the page are small and whole: those are counted without being written.
    if value.fract() == 0.0 && value.abs() < 1000.0 {
        let size = value.abs();
        return usize::from(value < 0.0) + 1 + usize::from(size >= 10.0) + usize::from(size >= 100.0);
    }
    letters(&number(value))
}

/// To the nearest whole number, of what is not negative. (`f32::round` is a call into a library, for the signs.)
#[inline(never)]
pub(crate) fn round(size: f32) -> f32 {
    (f64::from(size) + 0.5).floor() as f32
}

/// How many letters a text has. (The standard library's way is made for long texts.)
#[inline(never)]
pub(crate) fn letters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// As many digits as there is room for; a power of ten where not even the whole part fits.
fn shorter(value: f32, most: usize) -> String {
    let size = value.abs();
    if !size.is_finite() {
        return number(value);
    }
    for &scale in &[1000.0, 100.0, 10.0, 1.0] {
        let rounded = round(size * scale) / scale;
        let mut text = number(if value < 0.0 { -rounded } else { rounded });
        // Without the zero before the point.
        if size < 1.0
            && let Some(point) = text.bytes().position(|byte| byte == b'.')
        {
            text.remove(point - 1);
        }
        if rounded != 0.0 && letters(&text) <= most {
            return text;
        }
    }
    if size < 0.5 {
        return "~0".to_owned();
    }
    let (mut digit, mut power) = (size, 0);
    // What is rounded to ten is the next power's one.
    while digit >= 9.5 {
        (digit, power) = (digit / 10.0, power + 1);
    }
    let mut text = String::from(if value < 0.0 { "−" } else { "" });
    crate::coord::whole(&mut text, round(digit) as u32);
    text.push('e');
    crate::coord::whole(&mut text, power);
    text
}

/// About how wide words are: nobody can measure them here.
pub(crate) fn words_width(words: &str, size: f32) -> f32 {
    let widths = words.chars().map(|letter| match letter {
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ',' | ' ' => 0.36,
        'm' | 'w' | '×' | '+' | '−' | '=' | 'Σ' => 0.8,
        _ if is_chinese(letter) => 1.0,
        _ => 0.59,
    });
    // Some systems' bold faces are a good deal wider than others'.
    widths.sum::<f32>() * size * 1.12
}

/// Words in lines: broken at spaces, and in Chinese between letters, wherever a longer line would not fit.
pub(crate) fn lines(words: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(words) {
        let longer = [&line, piece].concat();
        if line.is_empty() || fits(longer.trim_end()) {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            line = piece.to_owned();
        }
    }
    lines.push(line);
    lines
}

/// What a line cannot be broken within, each with the space after it.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = '\0';
    for (at, letter) in words.char_indices() {
        let is_apart = (is_chinese(before) || is_chinese(letter)) && !"（“".contains(before);
        let is_held = " ，。；：、）”？！".contains(letter);
        if at > 0 && !is_held && (is_apart || before == ' ') {
            pieces.push(&words[start..at]);
            start = at;
        }
        before = letter;
    }
    pieces.push(&words[start..]);
    pieces
}

/// The letters of Chinese, and its marks.
fn is_chinese(letter: char) -> bool {
    letter >= '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_between_chinese_letters() {
        let of = |words, most| lines(words, |line| line.chars().count() <= most);
        assert_eq!(of("one two three", 7), ["one two", "three"]);
        assert_eq!(of("unbreakable", 3), ["unbreakable"]);
        assert_eq!(of("输入格相加", 2), ["输入", "格相", "加"]);
        // Then no line begins with a mark that closes, nor ends with one that opens.
        assert_eq!(of("输入，输出", 2), ["输", "入，", "输出"]);
        assert_eq!(of("输（入）格", 2), ["输", "（入）", "格"]);
        assert_eq!(of("有 123 格", 4), ["有", "123", "格"]);
    }

    #[test]
    fn a_long_number_loses_digits_before_it_becomes_unreadable() {
        for (value, most, text) in [
            (-0.1309, 5, "−.131"),
            (-0.1309, 3, "−.1"),
            (1234.5, 4, "1235"),
            (12345.0, 3, "1e4"),
            (-98765.0, 4, "−1e5"),
            (0.001, 3, "~0"),
            (0.125, 3, ".13"),
        ] {
            assert_eq!(shorter(value, most), text);
        }
    }

    #[test]
    fn short_numbers_share_one_large_size() {
        assert_eq!(type_size(54.0, 1), type_size(54.0, 3));
        assert!(type_size(54.0, 7) < type_size(54.0, 3));
        assert!(type_size(54.0, 7) * DIGIT * 7.0 < 54.0);
    }

    #[test]
    fn the_length_is_that_of_the_text() {
        for value in [0.0, -0.0, 9.0, 10.0, -99.0, 100.0, 999.0, -999.0, 1000.0, 0.5, -0.1309] {
            assert_eq!(length(value), number(value).chars().count(), "{value}");
        }
    }
}
