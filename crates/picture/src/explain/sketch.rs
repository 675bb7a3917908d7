//! What the explaining pictures are drawn with.
use super::{Act, Drawing, Spot};
use crate::fit::{lines, short_number, type_size, widest, words_width};
use crate::mark::Marks;
use crate::mosaic::{Classes, all_shades};
use crate::plane::{Plane, Rect};
use story::{Cell, Shown};

/// The size of a heading in a picture, and of a note.
pub(crate) const TITLE: f32 = 13.0;
pub(crate) const NOTE: f32 = 12.0;
/// How much broader a heading is than other words.
pub(crate) const BOLD: f32 = 1.14;

/// Before a sum.
const EQUALS: &str = "Σ = ";

/// A picture in the making. Its extent grows with what is drawn.
#[derive(Debug, Default)]
pub(crate) struct Sketch {
    pub marks: Marks,
    pub spots: Vec<Spot>,
    pub lines: Vec<String>,
    pub label: String,
    size: (f32, f32),
}

impl Sketch {
    pub fn drawing(self) -> Drawing {
        Drawing {
            marks: self.marks.0,
            size: self.size,
            spots: self.spots,
            lines: self.lines,
            label: self.label,
        }
    }

    /// Makes the picture large enough for a rectangle.
    pub fn hold(&mut self, rect: &Rect) {
        self.size.0 = self.size.0.max(rect.right() + 1.0);
        self.size.1 = self.size.1.max(rect.bottom() + 1.0);
    }

    /// A cell with its number, which a person can point at.
    pub fn cell(&mut self, classes: (&'static str, &'static str), rect: &Rect, size: f32, value: Option<f32>) {
        self.marks.cell(classes.0, rect);
        self.marks.number(classes.1, rect, size, value);
        self.hold(rect);
    }

    /// A sum that begins at a point, with as many digits as there is room for.
    pub fn sum(&mut self, class: &'static str, at: (f32, f32), sum: f32, room: f32) {
        let free = room - words_width(EQUALS, TITLE);
        let sum = short_number(sum, (free / words_width("0", TITLE)) as usize);
        self.words(class, at, TITLE, &[EQUALS, &sum].concat());
    }

    /// A plane's cells as colours, given the [`level`](crate::mosaic::level) of each: always as many marks.
    pub fn shades(&mut self, plane: &Plane, levels: &[u8], classes: Classes) {
        self.marks.0.append(&mut all_shades(plane, levels, classes));
    }

    /// Words that begin at a point, by their baseline; with the class `middle` they are centred on it.
    pub fn words(&mut self, class: &'static str, (x, y): (f32, f32), size: f32, text: &str) {
        self.marks.text(class, x, y, size, text.to_owned());
        let width = words_width(text, size);
        let left = if class.contains("middle") { x - width / 2.0 } else { x };
        self.hold(&Rect {
            x: left,
            y: y - size,
            width,
            height: size * 1.3,
        });
    }

    /// Words that begin at a point, cut where there is no room for all of them.
    pub fn cut(&mut self, class: &'static str, at: (f32, f32), size: f32, room: f32, words: &str) {
        let mut text = words.to_owned();
        if words_width(words, size) > room {
            while words_width(&text, size) + size > room && text.pop().is_some() {}
            text.push('…');
        }
        self.marks.text(class, at.0, at.1, size, text);
    }

    /// Words in as many lines as a width asks for, from the first one's baseline; the baseline of the last.
    pub fn paragraph(&mut self, class: &'static str, (x, y): (f32, f32), size: f32, text: &str, room: f32) -> f32 {
        let mut below = y;
        for (index, line) in lines(text, |line| words_width(line, size) <= room).iter().enumerate() {
            below = y + size * 1.35 * index as f32;
            self.words(class, (x, below), size, line);
        }
        below
    }

    /// A heading by its baseline, and beside it a quiet note.
    pub fn heading(&mut self, class: &'static str, (x, y): (f32, f32), title: &str, note: &str) {
        self.words(class, (x, y), TITLE, title);
        self.words("note", (x + words_width(title, TITLE) + 9.0, y), NOTE, note);
    }

    /// How far down the picture reaches so far.
    pub fn bottom(&self) -> f32 {
        self.size.1
    }

    /// How far to the right.
    pub fn right(&self) -> f32 {
        self.size.0
    }

    pub fn spot(&mut self, rect: &Rect, act: Act) {
        self.spots.push(Spot { rect: *rect, act });
    }

    /// A place that is a cell of the film.
    pub fn spot_of(&mut self, rect: &Rect, cell: Cell) {
        self.spot(rect, Act::Cell(cell));
    }
}

/// The size of type in which all of these numbers fit into cells of a width.
pub(crate) fn number_size(values: &[f32], cell: f32) -> f32 {
    type_size(cell, widest(values, cell))
}

/// What an output cell and its number look like.
pub(crate) fn output_classes(shown: Shown, is_present: bool) -> (&'static str, &'static str) {
    match shown {
        Shown::Partial(_) if is_present => ("cell out now part", "num out now part"),
        _ if is_present => ("cell out now", "num out now"),
        Shown::Empty => ("cell out", "num out"),
        Shown::Partial(_) => ("cell out part", "num out part"),
        Shown::Done(_) => ("cell out done", "num out"),
    }
}
