//! Marks that follow one another and stand by a place are a group that counts from the first of them: where a window
//! moves, one place differs and all within stays.
use crate::coord::trace;
use crate::mark::Mark;

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// From where the marks within count.
    pub at: [f32; 2],
    pub marks: Vec<Mark>,
}

impl Group {
    /// The same marks, in groups. Paths count from the picture's corner, between two groups of others.
    pub fn all(marks: Vec<Mark>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        let mut was_placed = None;
        for mut mark in marks {
            let place = mark.place();
            let is_placed = place.is_some();
            if was_placed != Some(is_placed) {
                was_placed = Some(is_placed);
                groups.push(Self {
                    at: place.as_ref().map(|[x, y]| [**x, **y]).unwrap_or_default(),
                    marks: Vec::new(),
                });
            }
            let Some(group) = groups.last_mut() else { continue };
            if let Some([x, y]) = place {
                *x -= group.at[0];
                *y -= group.at[1];
            }
            group.marks.push(mark);
        }
        groups
    }

    /// Where it is, as the attribute `transform`.
    pub fn transform(&self) -> String {
        let mut text = String::new();
        trace(&mut text, "translate(..)", &self.at);
        text
    }
}
