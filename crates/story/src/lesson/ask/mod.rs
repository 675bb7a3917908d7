//! The questions of lessons: what is asked of a step's scene, in variants without end, and what an answer tells.
//!
//! Every kind of question is a module with the same functions: the question of a shot, what learners make of it by known
//! mistakes, and its words. What is right is always what the film or the plan says.
mod choice;
mod cost;
mod draw;
mod feeds;
mod field;
mod misconception;
mod other;
mod shape;
mod size;
mod value;
mod vary;
mod window;
mod words;

pub(super) use field::size as field_size;
pub use misconception::Misconception;
pub(super) use value::stands;

use super::{Ask, Step};
use crate::link::{self, Shot};
use crate::text::{AskKey, say};
use crate::words::cell_name;
use crate::{Cell, Cursor, Film, Frame, Showing, Timeline, number};
use conv::Plan;
use std::sync::Arc;

/// What is asked of a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What stands on the stage while it is asked.
    pub shot: Shot,
    /// What stands there once it is answered.
    pub told: Shot,
    pub ask: Ask,
    pub form: Form,
    pub right: Answer,
    /// The cell that it is about, if it is about one.
    pub cell: Option<Cell>,
    known: Known,
}

/// How it is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    Number,
    /// A shape of so many entries, channels first.
    Shape(usize),
    /// Cells of a tensor of this shape, the layer's input, channels first. Padding has none.
    Cells(Vec<usize>),
    /// One of these.
    Choice(Vec<String>),
}

/// Whether the question has this answer is asked of [`Question::check`]; any answer can be given to any question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Number(f32),
    Shape(Vec<usize>),
    /// Flat indices into the tensor, in any order.
    Cells(Vec<usize>),
    /// The index of a choice.
    Choice(usize),
}

/// What an answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub right: bool,
    /// What the learner probably thought, if the answer is wrong as a known mistake makes it.
    pub misconception: Option<Misconception>,
}

/// What is computed of the scene.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    plan: Plan,
    /// None where the scene shows its shapes alone, or no number is asked about.
    timeline: Option<Timeline>,
}

/// What a kind of question makes of a shot.
struct Asked {
    form: Form,
    right: Answer,
    cell: Option<Cell>,
}

/// The question of a step; none where it asks nothing, or what it asks is not there (the value after the last step).
/// Variant 0 is about the step's own scene; the others are made from it, each variant always the same.
pub fn question(step: &Step<'_>, variant: u32) -> Option<Question> {
    let ask = step.ask?;
    let (shot, warnings) = link::read(&link::pairs(step.link));
    if !warnings.is_empty() {
        return None;
    }
    vary::variant(ask, step.link, &shot, variant)
}

impl Question {
    /// The question of a shot as it is, with the place of the input cell that is asked about and the lines to choose from.
    fn of(ask: Ask, shot: Shot, place: &[usize], choices: Vec<String>) -> Option<Self> {
        let known = Known::of(ask, &shot)?;
        let mut told = shot.clone();
        let asked = match ask {
            Ask::Value | Ask::Window => {
                told.cursor = known.next(shot.cursor.step)?;
                if ask == Ask::Value {
                    value::ask(&known, told.cursor)?
                } else {
                    window::ask(&known, told.cursor)?
                }
            }
            Ask::Shape => shape::ask(&known.plan),
            Ask::Feeds(_) => feeds::ask(&known, place)?,
            Ask::Params => cost::ask(known.plan.layer().params()),
            Ask::Macs => cost::ask(known.plan.macs()),
            Ask::ReceptiveField => field::ask(&shot.scene)?,
            Ask::Layer(_) => choice::layer(&shot.scene, choices)?,
            Ask::Claim(holds) => choice::claim(holds),
        };
        Some(Self {
            shot,
            told,
            ask,
            form: asked.form,
            right: asked.right,
            cell: asked.cell,
            known,
        })
    }

    /// What is asked.
    pub fn prompt(&self) -> String {
        words::prompt(self)
    }

    /// The way to the answer, without the last step of it.
    pub fn hint(&self) -> String {
        words::hint(self)
    }

    /// Whether an answer is right, and what it tells where it is not.
    pub fn check(&self, given: &Answer) -> Verdict {
        let right = self.is_right(given);
        let mistakes = if right { Vec::new() } else { self.mistakes() };
        let made = mistakes.into_iter().find(|(_, answer)| is_same(answer, given));
        Verdict {
            right,
            misconception: made.map(|(misconception, _)| misconception),
        }
    }

    /// What known mistakes answer here, where that is wrong: each answer once, by the likeliest mistake.
    pub fn mistakes(&self) -> Vec<(Misconception, Answer)> {
        let known = match self.ask {
            Ask::Value => value::mistakes(self),
            Ask::Window => window::mistakes(self),
            Ask::Shape => shape::mistakes(self),
            Ask::Feeds(_) => feeds::mistakes(self),
            Ask::Params => cost::of_params(&self.known.plan),
            Ask::Macs => cost::of_macs(&self.known.plan),
            Ask::ReceptiveField => field::mistakes(self),
            Ask::Layer(_) => choice::mistakes(self),
            Ask::Claim(_) => Vec::new(),
        };
        let mut mistakes: Vec<(Misconception, Answer)> = Vec::new();
        for (misconception, answer) in known {
            if !self.is_right(&answer) && mistakes.iter().all(|(_, other)| !is_same(other, &answer)) {
                mistakes.push((misconception, answer));
            }
        }
        mistakes
    }

    /// The right answer as it is written.
    pub fn answer_text(&self) -> String {
        self.written(&self.right)
    }

    /// An answer as it is written.
    pub fn written(&self, answer: &Answer) -> String {
        match (answer, &self.form) {
            (Answer::Number(value), _) => number(*value),
            (Answer::Shape(shape), _) => words::shape(shape),
            (Answer::Choice(at), Form::Choice(choices)) => choices.get(*at).cloned().unwrap_or_default(),
            (Answer::Cells(cells), _) => match &self.known.timeline {
                Some(timeline) if !cells.is_empty() => words::cells(timeline.film(), cells),
                _ => say(AskKey::NoCells).to_owned(),
            },
            _ => String::new(),
        }
    }

    /// Whether it is answered by a whole number that is not negative.
    pub fn is_count(&self) -> bool {
        self.ask != Ask::Value
    }

    fn is_right(&self, given: &Answer) -> bool {
        let copied =
            || self.ask == Ask::Window && window::with_copies(self).is_some_and(|cells| is_same(&cells, given));
        is_same(&self.right, given) || copied()
    }

    fn film(&self) -> Option<&Arc<Film>> {
        self.known.timeline.as_ref().map(Timeline::film)
    }

    /// The frames of the question and of what is told then.
    fn frames(&self) -> Option<[Frame; 2]> {
        let timeline = self.known.timeline.as_ref()?;
        Some([self.shot.cursor, self.told.cursor].map(|cursor| timeline.at(Cursor::whole(cursor.step))))
    }

    /// The name of the cell that it is about.
    fn cell_name(&self) -> String {
        match self.cell {
            Some(Cell::Of(tensor, index)) => {
                let film = self.film();
                film.map_or_else(String::new, |film| cell_name(film, tensor, index))
            }
            _ => String::new(),
        }
    }
}

impl Known {
    fn of(ask: Ask, shot: &Shot) -> Option<Self> {
        let scene = &shot.scene;
        if !matches!(ask, Ask::Value | Ask::Window | Ask::Feeds(_)) {
            return Some(Self {
                plan: scene.plan().ok()?,
                timeline: None,
            });
        }
        Some(match scene.show().ok()? {
            Showing::Shapes(plan, _) => Self {
                plan: *plan,
                timeline: None,
            },
            Showing::Film(film) => Self {
                plan: film.plan.clone(),
                timeline: Some(Timeline::new(film, scene.view.order, scene.net.seed)),
            },
        })
    }

    /// The cursor of the step after this one.
    fn next(&self, step: usize) -> Option<Cursor> {
        let next = step.checked_add(1)?;
        let is_there = next < self.timeline.as_ref()?.steps();
        is_there.then(|| Cursor::whole(next))
    }
}

/// Whether two answers are the same. A number with many places may be given to two of them, and as it is shown.
fn is_same(one: &Answer, other: &Answer) -> bool {
    match (one, other) {
        (Answer::Number(one), Answer::Number(other)) => is_near(*one, *other),
        (Answer::Cells(one), Answer::Cells(other)) => sorted(one) == sorted(other),
        _ => one == other,
    }
}

fn is_near(value: f32, given: f32) -> bool {
    let shown = value.fract() != 0.0 && number(value) == number(given);
    let rounded = value.fract() != 0.0 && value.abs() >= 0.1 && (value - given).abs() <= 0.005_01;
    value == given || (value.is_nan() && given.is_nan()) || shown || rounded
}

fn sorted(cells: &[usize]) -> Vec<usize> {
    let mut cells = cells.to_vec();
    cells.sort_unstable();
    cells.dedup();
    cells
}

fn count(number: u64) -> Answer {
    Answer::Number(number as f32)
}

/// The cells of these sizes, saturating.
fn product(sizes: &[usize]) -> u64 {
    sizes
        .iter()
        .fold(1, |product, &size| product.saturating_mul(size as u64))
}
