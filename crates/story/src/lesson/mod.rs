//! Lessons: short sequences of scenes, with something to predict in each before it is seen.
mod ask;
mod at;
mod course;
mod facts;
mod place;
mod prose;
mod term;
mod words;

use crate::link::{Pairs, Shot, without_start};
use std::cell::Cell;

pub use ask::{Answer, Form, Misconception, Question, Verdict, question};
pub use at::{OwnStep, after, shown, step, steps};
pub use course::COURSE;
pub use facts::facts;
pub use place::{OWN, Place};
pub use prose::{Piece, pieces};
pub use term::{TERMS, Term, term};
pub use words::{StepWords, Words};

/// A lesson. What it says is in the [`Words`] of each language, under the same names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in a link, `lesson=stride`.
    pub name: &'static str,
    /// About how long it takes.
    pub minutes: u8,
    pub steps: &'static [Step<'static>],
}

/// One screen of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step<'a> {
    /// Its name among the lesson's words.
    pub name: &'a str,
    /// The scene on the stage, as a link's query without its `?`.
    pub link: &'a str,
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

impl Ask {
    /// What a teacher's own step can ask, by the names that a link has for it.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("value", Self::Value),
        ("shape", Self::Shape),
        ("window", Self::Window),
        ("params", Self::Params),
        ("macs", Self::Macs),
        ("field", Self::ReceptiveField),
    ];

    /// What kind of question it is, for the style sheet.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Feeds(_) => "feeds",
            Self::Layer(_) => "layer",
            Self::Claim(_) => "claim",
            ask => ask.name().unwrap_or_default(),
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        let named = Self::NAMED.iter().find(|(known, _)| *known == name);
        named.map(|(_, ask)| *ask)
    }

    /// None where a link cannot say it.
    pub fn name(self) -> Option<&'static str> {
        let named = Self::NAMED.iter().find(|(_, known)| *known == self);
        named.map(|(name, _)| *name)
    }
}

thread_local! {
    static COURSE_HERE: Cell<Option<Course>> = const { Cell::new(if cfg!(target_arch = "wasm32") { None } else { Some(ALL) }) };
}

/// The lessons, and what links need of them. In a page they come when one is first opened.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    pub lessons: &'static [Lesson],
    /// The parameters of a scene of a lesson without those that it has from its step.
    pub(crate) without_start: fn(&Shot, Pairs) -> Pairs,
    pub asking: Asking,
}

/// The questions, as functions.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// As [`question`].
    pub question: fn(&Step<'_>, u32) -> Option<Question>,
    /// As [`Question::prompt`].
    pub prompt: fn(&Question) -> String,
    /// As [`Question::hint`].
    pub hint: fn(&Question) -> String,
    /// As [`Question::check`].
    pub check: fn(&Question, &Answer) -> Verdict,
    /// As [`Question::written`].
    pub written: fn(&Question, &Answer) -> String,
    /// As [`Misconception::says`].
    pub says: fn(Misconception) -> String,
    /// As [`Misconception::name`].
    pub name: fn(Misconception) -> &'static str,
    /// As [`facts()`].
    pub facts: fn(&Shot) -> Vec<(&'static str, String)>,
}

/// All lessons.
pub const ALL: Course = Course {
    lessons: COURSE,
    without_start,
    asking: Asking {
        question,
        prompt: Question::prompt,
        hint: Question::hint,
        check: Question::check,
        written: Question::written,
        says: Misconception::says,
        name: Misconception::name,
        facts,
    },
};

/// Makes the lessons known from now on.
pub fn teach(course: Course) {
    COURSE_HERE.set(Some(course));
}

/// The course that is known.
pub(crate) fn taught() -> Option<Course> {
    COURSE_HERE.get()
}

/// The lessons that are known.
pub fn lessons() -> &'static [Lesson] {
    taught().map_or(&[], |course| course.lessons)
}

/// The lesson of a name.
pub fn find(name: &str) -> Option<&'static Lesson> {
    lessons().iter().find(|lesson| lesson.name == name)
}
