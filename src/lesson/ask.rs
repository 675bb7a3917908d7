//! A question and its answer: the learner commits before anything is shown.
use crate::controls::lessons;
use crate::dom::{El, State, el, field, live_text};
use crate::lesson::prose::inline;
use crate::lesson::room::Room;
use crate::lesson::tried::Tried;
use std::collections::BTreeSet;
use std::rc::Rc;
use story::lesson::Place;
use story::lesson::{Answer, Ask, Form, Question, Verdict};
use story::text::{LessonKey, fill, say};
use story::{Tensor, read_grouped, words};
use web_sys::Event;

/// What is typed, ticked or chosen so far.
#[derive(Clone, Debug, Default)]
struct Given {
    texts: Vec<String>,
    cells: BTreeSet<usize>,
    choice: Option<usize>,
}

pub fn ask(room: Room, place: Place, question: Question) -> El {
    let question = Rc::new(question);
    let given = State::new(Given::default());
    let verdict: State<Option<Verdict>> = State::new(None);
    let lacks: State<Option<LessonKey>> = State::new(None);
    let asking = move || room.page.scene.with(|scene| scene.view.asking);
    let reveal = {
        let question = question.clone();
        move || room.show(question.told.clone(), Some(place), false)
    };
    let submit = {
        let (question, reveal) = (question.clone(), reveal.clone());
        move |event: Event| {
            event.prevent_default();
            let answer = given.with_untracked(|given| given.answer(&question.form));
            lacks.set(answer.is_none().then(|| lack(&question.form)));
            let Some(answer) = answer else {
                return;
            };
            let found = (lessons::asking().check)(&question, &answer);
            verdict.set(Some(found));
            let tried = Tried::new(place, &question, &answer, found);
            room.score(&tried);
            room.tried.update(|all| all.push(tried));
            if found.right {
                reveal();
            }
        }
    };
    let is_open = State::new(false);
    let hint = {
        let question = question.clone();
        move || {
            let shown = is_open
                .get()
                .then(|| el("p.lesson-hint").children(inline(&(lessons::asking().hint)(&question))));
            shown.into_iter().collect()
        }
    };
    let answer_text = (lessons::asking().written)(&question, &question.right);
    let said = move || match (lacks.get(), verdict.get()) {
        (Some(lack), _) => say(lack).to_owned(),
        (None, None) => String::new(),
        (None, Some(Verdict { right: true, .. })) => say(LessonKey::Right).to_owned(),
        (None, Some(Verdict { misconception, .. })) => {
            let known = misconception.map(lessons::asking().says);
            let known = known.unwrap_or_else(|| say(LessonKey::NotYet).to_owned());
            if asking() {
                known
            } else {
                [&known, " ", &fill(LessonKey::Answer, &[("answer", &answer_text)])].concat()
            }
        }
    };
    let buttons = move || {
        if !asking() {
            return Vec::new();
        }
        let reveal = reveal.clone();
        let check = el("button.lesson-check")
            .attr("type", "submit")
            .text(say(LessonKey::Check));
        let hint = el("button")
            .attr("type", "button")
            .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
            .on("click", move |_: Event| is_open.set(!is_open.get_untracked()))
            .text(say(LessonKey::Hint));
        // Who has not tried has not committed.
        let show = verdict.get().map(|_| {
            el("button")
                .attr("type", "button")
                .on("click", move |_: Event| reveal())
                .text(say(LessonKey::Show))
        });
        let mut buttons = vec![check, hint];
        buttons.extend(show);
        buttons
    };
    // What is claimed, or to be told apart, the step itself has just said.
    let is_said = place.variant == 0 && matches!(question.ask, Ask::Claim(_) | Ask::Layer(_));
    el("form.lesson-form")
        .on("submit", submit)
        .child(
            el(if is_said { "p.unseen" } else { "p.lesson-prompt" })
                .attr("id", "lesson-prompt")
                .children(inline(&(lessons::asking().prompt)(&question))),
        )
        .child(fields(&question, given).live_attr("inert", move || (!asking()).then(String::new)))
        .child(el("div.lesson-buttons").live(buttons))
        .live(hint)
        .child(
            el("p.lesson-verdict")
                .attr("role", "status")
                .live_class("is-right", move || verdict.get().is_some_and(|verdict| verdict.right))
                .child(live_text(said)),
        )
}

/// What an answer needs to be one.
const fn lack(form: &Form) -> LessonKey {
    match form {
        Form::Number => LessonKey::NoNumber,
        Form::Shape(_) => LessonKey::NoSizes,
        Form::Cells(_) => LessonKey::NoCells,
        Form::Choice(_) => LessonKey::NoChoice,
    }
}

impl Given {
    /// Nothing where it is not whole yet.
    fn answer(&self, form: &Form) -> Option<Answer> {
        Some(match form {
            Form::Number => Answer::Number(read_grouped(self.texts.first()?.trim())?),
            Form::Shape(entries) => {
                let sizes = self.texts.iter().map(|text| text.trim().parse().ok());
                let sizes: Vec<usize> = sizes.collect::<Option<_>>()?;
                (sizes.len() == *entries).then_some(Answer::Shape(sizes))?
            }
            Form::Cells(_) if self.cells.is_empty() => return None,
            Form::Cells(_) => Answer::Cells(self.cells.iter().copied().collect()),
            Form::Choice(_) => Answer::Choice(self.choice?),
        })
    }
}

fn fields(question: &Question, given: State<Given>) -> El {
    match &question.form {
        Form::Number => {
            given.update(|given| given.texts = vec![String::new()]);
            // A keyboard of digits alone has no minus on some phones.
            let whole = question.is_count();
            el("div.lesson-fields").child(number(
                given,
                0,
                if whole { "numeric" } else { "text" },
                "lesson-prompt",
            ))
        }
        Form::Shape(entries) => {
            given.update(|given| given.texts = vec![String::new(); *entries]);
            let mut fields = vec![crate::dom::text("[")];
            for at in 0..*entries {
                if at > 0 {
                    fields.push(crate::dom::text(", "));
                }
                fields.push(number(given, at, "numeric", "lesson-prompt"));
            }
            fields.push(crate::dom::text("]"));
            el("div.lesson-fields").children(fields)
        }
        Form::Cells(shape) => cells(shape, given),
        Form::Choice(choices) => {
            let choices = choices.iter().enumerate().map(|(at, choice)| {
                let radio = el("input")
                    .attrs(&[("type", "radio"), ("name", "lesson-choice")])
                    .on("change", move |_: Event| given.update(|given| given.choice = Some(at)));
                el("label.lesson-choice")
                    .child(radio)
                    .child(el("span").children(inline(choice)))
            });
            el("div.lesson-choices")
                .attrs(&[("role", "radiogroup"), ("aria-labelledby", "lesson-prompt")])
                .children(choices.collect())
        }
    }
}

fn number(given: State<Given>, at: usize, mode: &str, labelled: &str) -> El {
    let typed = move |event: Event| {
        let text = field(&event).map(|field| field.value()).unwrap_or_default();
        given.update(|given| given.texts[at] = text);
    };
    el("input.lesson-number")
        .attrs(&[
            ("type", "text"),
            ("inputmode", mode),
            ("autocomplete", "off"),
            ("size", "5"),
            ("required", ""),
            ("aria-labelledby", labelled),
        ])
        .on("input", typed)
}

/// The cells of a tensor to tick, a plane a channel.
fn cells(shape: &[usize], given: State<Given>) -> El {
    let width = shape.last().copied().unwrap_or(1);
    let count: usize = shape.iter().product();
    let rows = (0..count / width.max(1)).map(|row| {
        let cells = (row * width..(row + 1) * width).map(|at| {
            let name = words::cell_in(shape, Tensor::Input, at);
            let ticked = move |event: Event| {
                let on = field(&event).is_some_and(|field| field.checked());
                given.update(|given| {
                    if on {
                        given.cells.insert(at)
                    } else {
                        given.cells.remove(&at)
                    };
                });
            };
            let tick = el("input")
                .attr("type", "checkbox")
                .attr("aria-label", &name)
                .on("change", ticked);
            el("label.lesson-cell")
                .child(tick)
                .child(el("span").text(&(at % width).to_string()))
        });
        el("div.lesson-row").children(cells.collect())
    });
    el("div.lesson-cells")
        .attrs(&[("role", "group"), ("aria-labelledby", "lesson-prompt")])
        .children(rows.collect())
}
