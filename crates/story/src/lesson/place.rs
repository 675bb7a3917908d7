//! Where a learner is.

/// A step of a lesson, or the index of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The lesson's name; empty for the index.
    pub name: &'static str,
    /// From 0.
    pub step: usize,
    /// Which one of its questions is asked. 0 is about the step's own scene.
    pub variant: u32,
}

/// The name of a teacher's own lesson.
pub const OWN: &str = "own";

impl Place {
    pub const INDEX: Self = Self::start("");

    /// The first step of a lesson.
    pub const fn start(name: &'static str) -> Self {
        Self {
            name,
            step: 0,
            variant: 0,
        }
    }

    pub fn is_index(self) -> bool {
        self.name.is_empty()
    }

    /// As a link writes it: `stride`, `stride.2` for the second step, `stride.2.7` for the seventh variant of its question.
    pub fn written(self) -> String {
        let Self { name, step, variant } = self;
        match (step, variant) {
            (0, 0) => name.to_owned(),
            (_, 0) => format!("{name}.{}", step + 1),
            _ => format!("{name}.{}.{variant}", step + 1),
        }
    }
}
