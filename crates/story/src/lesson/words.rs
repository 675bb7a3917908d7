//! What the lessons say in one language: a text that is read as it is.
//!
//! A file for each lesson, headings and paragraphs, one line each: `# title`, `# about`, then a heading for each step with
//! its name, and `# name told` for what is said once it has been answered. The files of a language in a row, each under
//! `## ` and the lesson's name, are what a page loads.

/// What the lessons of one language say.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a>(pub &'a str);

/// What one step says, a paragraph a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepWords<'a> {
    pub says: &'a str,
    /// After it has been answered, or at once where nothing is asked.
    pub told: Option<&'a str>,
}

impl<'a> Words<'a> {
    pub fn title(self, lesson: &str) -> Option<&'a str> {
        self.under(lesson, "title")
    }

    /// What it teaches, in one sentence.
    pub fn about(self, lesson: &str) -> Option<&'a str> {
        self.under(lesson, "about")
    }

    pub fn step(self, lesson: &str, step: &str) -> Option<StepWords<'a>> {
        Some(StepWords {
            says: self.under(lesson, step)?,
            told: self.under(lesson, &[step, " told"].concat()),
        })
    }

    fn under(self, lesson: &str, heading: &str) -> Option<&'a str> {
        let lesson = section(self.0, "## ", lesson)?;
        section(lesson, "# ", heading)
    }
}

/// What stands between the line of this heading and the next one of its kind.
fn section<'a>(text: &'a str, mark: &str, heading: &str) -> Option<&'a str> {
    let line = ["\n", mark, heading, "\n"].concat();
    let start = match text.strip_prefix(&line[1..]) {
        Some(rest) => rest,
        None => &text[text.find(&line)? + line.len()..],
    };
    let end = start.find(&["\n", mark].concat()).unwrap_or(start.len());
    Some(start[..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "## stride\n# title\nStride\n# jumps\nIt jumps.\nBy two.\n# jumps told\nSee?\n## padding\n# title\nPadding\n";

    #[test]
    fn each_text_stands_under_its_lesson_and_heading() {
        let words = Words(TEXT);
        assert_eq!(words.title("stride"), Some("Stride"));
        assert_eq!(words.title("padding"), Some("Padding"));
        assert_eq!(words.about("padding"), None);
        let step = StepWords {
            says: "It jumps.\nBy two.",
            told: Some("See?"),
        };
        assert_eq!(words.step("stride", "jumps"), Some(step));
        assert_eq!(words.step("padding", "jumps"), None);
    }
}
