//! Marks on paper, one beneath the other.
use super::MARGIN;
use crate::fit::{lines, words_width};
use crate::mark::{Mark, Marks};

/// How much of a line's height its letters take, from its top to its baseline.
const BASELINE: f32 = 1.1;
/// A line of many words is not as wide as each of them may be.
const TIGHT: f32 = 0.9;
/// From line to line, against the size of the type.
const LINE: f32 = 1.45;

/// Marks on paper with the words that belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is of, and what there is to see in it.
    pub title: String,
    pub about: String,
    pub(super) groups: Vec<Group>,
    /// The style sheets that say what its marks look like.
    pub(super) styles: Vec<&'static str>,
    width: f32,
    height: f32,
    scale: f32,
}

/// Marks that stand elsewhere than they say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub x: f32,
    pub y: f32,
    pub marks: Vec<Mark>,
}

impl Sheet {
    pub(super) fn new(title: &str, about: &str, width: f32) -> Self {
        Self {
            title: title.to_owned(),
            about: about.to_owned(),
            groups: Vec::new(),
            styles: vec![crate::STYLE],
            width,
            height: 0.0,
            scale: 1.0,
        }
    }

    /// The same, so many times as large.
    pub(super) fn scaled(self, scale: f32) -> Self {
        Self { scale, ..self }
    }

    /// Width and height, as it is shown.
    pub fn size(&self) -> (f32, f32) {
        let (width, height) = self.extent();
        (width * self.scale, (height * self.scale).ceil())
    }

    /// Width and height, as its marks count.
    pub(super) fn extent(&self) -> (f32, f32) {
        (self.width, self.height.ceil())
    }

    /// Makes it at least so high, as the steps of a film are all of one size.
    pub fn at_least(mut self, height: f32) -> Self {
        self.height = self.height.max(height / self.scale);
        self
    }

    pub(super) fn gap(&mut self, by: f32) {
        self.height += by;
    }

    /// Marks of a height beneath what is there.
    pub(super) fn put(&mut self, x: f32, height: f32, marks: Vec<Mark>) {
        let y = self.height;
        self.place(x, y, marks);
        self.height += height;
    }

    /// Marks anywhere.
    pub(super) fn place(&mut self, x: f32, y: f32, marks: Vec<Mark>) {
        self.groups.push(Group { x, y, marks });
    }

    /// Words beneath what is there, in as many lines as they need.
    pub(super) fn words(&mut self, class: &'static str, size: f32, words: &str) {
        let lines = wrapped(words, size, self.width - 2.0 * MARGIN);
        let height = lines.len() as f32 * size * LINE;
        self.gap(size * 0.3);
        self.put(MARGIN, height, set(class, size, lines));
    }
}

/// Lines of words, one beneath the other.
pub(super) fn set(class: &'static str, size: f32, lines: Vec<String>) -> Vec<Mark> {
    let mut marks = Marks::default();
    for (index, line) in lines.into_iter().enumerate() {
        marks.text(class, 0.0, size * (BASELINE + LINE * index as f32), size, line);
    }
    marks.0
}

/// How high so many lines are.
pub(super) fn height(size: f32, lines: usize) -> f32 {
    size * LINE * lines as f32
}

/// Words in lines of a width.
pub(super) fn wrapped(words: &str, size: f32, width: f32) -> Vec<String> {
    lines(words, |line| TIGHT * words_width(line, size) <= width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_and_none_is_lost() {
        let words = "one two three four five six";
        let lines = wrapped(words, 13.0, 80.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), words);
        assert_eq!(wrapped(words, 13.0, 1000.0), [words]);
        assert_eq!(wrapped("unbreakable", 13.0, 10.0), ["unbreakable"]);
    }
}
