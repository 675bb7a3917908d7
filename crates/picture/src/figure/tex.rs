//! Words as LaTeX sets them.

/// Words for LaTeX, in letters that every engine knows.
pub(super) fn words(text: &str) -> String {
    let mut tex = String::new();
    for letter in text.chars() {
        match sign(letter) {
            Some(sign) => tex += sign,
            None => tex.push(letter),
        }
    }
    tex
}

/// Words for a comment: on one line.
pub(super) fn comment(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// How a letter is written that LaTeX would take for a command, or that not every engine knows.
fn sign(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\\' => "\\textbackslash{}",
        '{' => "\\{",
        '}' => "\\}",
        '_' => "\\_",
        '#' => "\\#",
        '%' => "\\%",
        '&' => "\\&",
        '$' => "\\$",
        '~' => "$\\sim$",
        '^' => "\\^{}",
        '<' => "$<$",
        '>' => "$>$",
        '−' => "$-$",
        '×' => "$\\times$",
        '·' => "$\\cdot$",
        '÷' => "$\\div$",
        '∞' => "$\\infty$",
        'Σ' => "$\\Sigma$",
        'Δ' => "$\\Delta$",
        '→' => "$\\to$",
        '←' => "$\\leftarrow$",
        '↔' => "$\\leftrightarrow$",
        '↓' => "$\\downarrow$",
        '↑' => "$\\uparrow$",
        '≈' => "$\\approx$",
        '≠' => "$\\ne$",
        '≤' => "$\\le$",
        '≥' => "$\\ge$",
        '⌊' => "$\\lfloor$",
        '⌋' => "$\\rfloor$",
        '∗' => "$\\ast$",
        '…' => "\\dots{}",
        '⋮' => "$\\vdots$",
        '⋯' => "$\\cdots$",
        '–' => "--",
        '—' => "---",
        '’' => "'",
        '‘' => "`",
        '“' => "``",
        '”' => "''",
        '²' => "$^2$",
        '³' => "$^3$",
        '\u{a0}' => "~",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_latex_would_obey_is_a_letter() {
        assert_eq!(words("50% of a_b & {c}"), "50\\% of a\\_b \\& \\{c\\}");
        assert_eq!(words("−2 × 3"), "$-$2 $\\times$ 3");
        assert_eq!(words("\\"), "\\textbackslash{}");
        assert_eq!(comment("a\nb"), "a b");
    }
}
