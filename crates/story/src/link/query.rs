//! The query of an address as parameters.

/// The parameters of a query, with its `?` or without, decoded as browsers do: `+` is a space.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    parted(&query.replace('+', " "))
}

/// The same of a query in which a `+` is one.
pub(super) fn parted(query: &str) -> Vec<(String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte.filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_decoded_as_browsers_do() {
        for (query, expected) in [
            ("", &[][..]),
            ("?", &[]),
            ("?embed&a=1&&b=2=3", &[("embed", ""), ("a", "1"), ("b", "2=3")]),
            ("%61=%2B+%2b&x=%zz%4", &[("a", "+ +"), ("x", "%zz%4")]),
            ("a=%C3%97%FF", &[("a", "×\u{fffd}")]),
            ("a=%+1", &[("a", "% 1")]),
        ] {
            let pairs = pairs(query);
            let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
            assert_eq!(pairs, expected, "{query}");
        }
    }
}
