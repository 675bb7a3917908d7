//! Lessons: short sequences of scenes, with something to predict in each before it is seen.
mod ask;
mod course;
mod facts;
mod term;
mod words;

pub use ask::{Answer, Form, Misconception, Question, Verdict, question};
pub use course::COURSE;
pub use facts::facts;
pub use term::{TERMS, Term, term};
pub use words::{StepWords, Words};

/// A lesson. What it says is in the [`Words`] of each language, under the same names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in a link, `lesson=stride`.
    pub name: &'static str,
    /// About how long it takes.
    pub minutes: u8,
    pub steps: &'static [Step],
}

/// One screen of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Its name among the lesson's words.
    pub name: &'static str,
    /// The scene on the stage, as a link's query without its `?`.
    pub link: &'static str,
    /// What is to be predicted, if anything.
    pub ask: Option<Ask>,
}

/// What a learner predicts of a step's scene. What would tell it is not shown until they have answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask {
    /// The output value of the step after the link's.
    Value,
    /// The shape of the layer's output.
    Shape,
    /// Which input cells the window of the step after the link's reads.
    Window,
    /// How many outputs the input cell of this index (channel, then an index for each axis) feeds, of one output channel.
    Feeds(&'static [usize]),
    /// How many parameters the layer in hand has.
    Params,
    /// How many multiplications the layer in hand takes.
    Macs,
    /// How many cells of the first input, along one axis, an output of the last layer depends on.
    ReceptiveField,
    /// Which layer made this picture: the scene's own, or one of these lines.
    Layer(&'static [&'static str]),
    /// Whether what the step's words claim is right.
    Claim(bool),
}

/// The lesson of a name.
pub fn find(name: &str) -> Option<&'static Lesson> {
    COURSE.iter().find(|lesson| lesson.name == name)
}
