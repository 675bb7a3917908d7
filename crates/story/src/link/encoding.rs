//! Parameters as the query of an address.

/// The query, with its `?`; nothing where there are no parameters.
pub fn query(pairs: &[(String, String)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        query.push(if query.is_empty() { '?' } else { '&' });
        query += name;
        query.push('=');
        query += &encoded(value);
    }
    query
}

/// Percent-encoded, but for what a query may hold and a person wants to read.
fn encoded(value: &str) -> String {
    percent(value, |byte| {
        byte.is_ascii_alphanumeric() || b"-._~,;=()".contains(&byte)
    })
}

/// A text with all bytes percent-encoded but those to keep.
pub(crate) fn percent(text: &str, keep: impl Fn(u8) -> bool) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEF";
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii() && keep(byte) {
            encoded.push(byte.into());
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(DIGITS[usize::from(digit)].into());
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_reads_stays_and_all_else_is_encoded() {
        let pairs = [
            ("layer", "Conv2d(1,1,3,padding='same')"),
            ("b", "input=1,2;3&step=1"),
            ("é", "ü %"),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(
            query(&pairs[..2]),
            "?layer=Conv2d(1,1,3,padding=%27same%27)&b=input=1,2;3%26step=1"
        );
        assert_eq!(encoded(&pairs[2].1), "%C3%BC%20%25");
        assert_eq!(query(&[]), "");
    }
}
