//! Numbers as text, in one place: each kind of them that is written somehow brings its own code.

/// Numbers with something between them.
pub fn joined(numbers: &[i64], separator: &str) -> String {
    let mut text = String::new();
    join(&mut text, numbers, separator);
    text
}

pub(crate) fn join(text: &mut String, numbers: &[i64], separator: &str) {
    for (at, &number) in numbers.iter().enumerate() {
        if at > 0 {
            *text += separator;
        }
        if number < 0 {
            text.push('-');
        }
        write(text, number.unsigned_abs());
    }
}

/// Appends a number. By hand: what formats by macro takes several times the code.
pub(crate) fn write(text: &mut String, number: u64) {
    let mut unit = 1;
    while number / unit > 9 {
        unit *= 10;
    }
    while unit > 0 {
        text.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
}

/// A text with numbers in its places: `{p, }` is place `p`, whose numbers have `, ` between them; `fill` appends them.
pub(crate) fn filled(pattern: &str, fill: &dyn Fn(&mut String, char, &str)) -> String {
    let mut text = String::new();
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        if c != '{' {
            text.push(c);
            continue;
        }
        let place = rest.next().unwrap_or('}');
        let mut between = String::new();
        for c in rest.by_ref().take_while(|c| *c != '}') {
            between.push(c);
        }
        fill(&mut text, place, &between);
    }
    text
}

/// A text with one number in its place.
pub(crate) fn counted(pattern: &str, number: i64) -> String {
    filled(pattern, &|text, _, between| join(text, &[number], between))
}

/// One number an axis as Python writes it: a tuple, or one number where all are the same.
pub fn tuple(values: &[i64]) -> String {
    match values {
        [first, rest @ ..] if rest.iter().all(|value| value == first) => joined(&[*first], ""),
        _ => ["(", &joined(values, ", "), ")"].concat(),
    }
}

/// Sizes as the numbers that are written.
pub fn signed(sizes: &[usize]) -> Vec<i64> {
    sizes
        .iter()
        .map(|&size| i64::try_from(size).unwrap_or(i64::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_largest_and_the_smallest() {
        assert_eq!(
            joined(&[i64::MIN, -1, 0, 10, i64::MAX], " "),
            format!("{} -1 0 10 {}", i64::MIN, i64::MAX)
        );
        let mut text = String::new();
        write(&mut text, u64::MAX);
        assert_eq!(text, u64::MAX.to_string());
    }

    #[test]
    fn fills_each_place_with_its_numbers() {
        let numbers = |text: &mut String, place, between: &str| match place {
            'x' => join(text, &[1, 2], between),
            _ => join(text, &[3], between),
        };
        assert_eq!(filled("a {x, } b {y}", &numbers), "a 1, 2 b 3");
        assert_eq!(filled("none", &numbers), "none");
        assert_eq!(counted("{n}d", -7), "-7d");
    }
}
