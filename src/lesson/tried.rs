//! What was answered since the page was opened: for the learner, and for a teacher who looks on.
use crate::controls::{lessons, services};
use crate::dom::{El, State, el};
use std::rc::Rc;
use story::lesson::Place;
use story::lesson::{Answer, Question, Verdict};
use story::text::{LessonKey, fill, say};
use wasm_bindgen::JsValue;
use web_sys::Event;

/// One answer.
#[derive(Clone, Debug)]
pub struct Tried {
    place: Place,
    prompt: String,
    answer: String,
    right: String,
    verdict: Verdict,
}

impl Tried {
    pub fn new(place: Place, question: &Question, answer: &Answer, verdict: Verdict) -> Self {
        let asking = lessons::asking();
        Self {
            place,
            prompt: (asking.prompt)(question),
            answer: (asking.written)(question, answer),
            right: (asking.written)(question, &question.right),
            verdict,
        }
    }

    /// What a page around this one is told of it.
    pub fn message(&self) -> [(&'static str, JsValue); 6] {
        let Place { name, step, variant } = self.place;
        [
            ("lesson", name.into()),
            ("step", ((step + 1) as f64).into()),
            ("variant", variant.into()),
            ("right", self.verdict.right.into()),
            ("answer", (&self.answer).into()),
            (
                "misconception",
                self.verdict
                    .misconception
                    .map_or(JsValue::NULL, |known| (lessons::asking().name)(known).into()),
            ),
        ]
    }

    fn cells(&self) -> [&str; 3] {
        [&self.prompt, &self.answer, &self.right]
    }
}

/// All of them, folded away.
pub fn list(tried: State<Vec<Tried>>) -> El {
    let rows = move || {
        tried.with(|all| {
            if all.is_empty() {
                return Vec::new();
            }
            let rows = all.iter().map(|tried| {
                let cells = tried.cells().map(|cell| el("td").text(cell));
                let row = el(if tried.verdict.right { "tr.is-right" } else { "tr" });
                row.children(cells.into())
            });
            let count = all.len().to_string();
            let table = el("table")
                .child(el("thead").child(el("tr").children(heads().map(|head| el("th").text(head)).into())))
                .child(el("tbody").children(rows.collect()));
            let list = el("details.lesson-tried")
                .child(el("summary").text(&fill(LessonKey::Tried, &[("count", &count)])))
                .child(el("div.lesson-table").child(table))
                .child(copy(tried));
            vec![list]
        })
    };
    el("div").live(rows)
}

fn heads() -> [&'static str; 3] {
    [LessonKey::TriedWhat, LessonKey::TriedAnswer, LessonKey::TriedRight].map(say)
}

fn copy(tried: State<Vec<Tried>>) -> El {
    let done: State<Option<bool>> = State::new(None);
    let click = move |_: Event| {
        let text = tried.with_untracked(|all| {
            let rows = all.iter().map(|tried| tried.cells().join("\t"));
            [heads().join("\t")]
                .into_iter()
                .chain(rows)
                .collect::<Vec<_>>()
                .join("\n")
        });
        (services().copy)(
            &text,
            Rc::new(move |copied| {
                done.try_set(Some(copied));
            }),
        );
    };
    let said = move || match done.get() {
        None => say(LessonKey::Copy),
        Some(true) => say(LessonKey::Copied),
        Some(false) => say(LessonKey::NoCopy),
    };
    el("button")
        .attr("type", "button")
        .on("click", click)
        .live_text(move || said().to_owned())
}
