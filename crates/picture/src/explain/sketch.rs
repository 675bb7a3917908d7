//! What the explaining pictures are drawn with.
use super::{Act, Drawing, Spot};
use crate::fit::{type_size, widest, words_width};
use crate::mark::Marks;
use crate::plane::Rect;
use story::Cell;

/// The size of a heading in a picture, and of a note.
pub(crate) const TITLE: f32 = 13.0;
pub(crate) const NOTE: f32 = 12.0;

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

    /// A heading by its baseline, and beside it a quiet note.
    pub fn heading(&mut self, class: &'static str, (x, y): (f32, f32), title: &str, note: &str) {
        self.words(class, (x, y), TITLE, title);
        self.words("note", (x + words_width(title, TITLE) + 9.0, y), NOTE, note);
    }

    /// How far down the picture reaches so far.
    pub fn bottom(&self) -> f32 {
        self.size.1
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
