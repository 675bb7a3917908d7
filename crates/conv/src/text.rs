//! Whole numbers as text, in one place: each kind of them that is written somehow brings its own code.

/// Numbers with something between them.
pub fn joined(numbers: &[i64], separator: &str) -> String {
    let mut text = String::new();
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            text += separator;
        }
        text += &number.to_string();
    }
    text
}

/// One number an axis as Python writes it: a tuple, or one number where all are the same.
pub fn tuple(values: &[i64]) -> String {
    match values {
        [first, rest @ ..] if rest.iter().all(|value| value == first) => first.to_string(),
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
