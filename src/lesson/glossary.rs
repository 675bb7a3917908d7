//! The glossary: it opens on the term, and stands whole under the index.
use crate::dom::{El, el};
use crate::lesson::prose::inline;
use std::cell::Cell;
use story::lesson::{self, Term};
use story::text::{LessonKey, say, tag};

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// A term among other words, which opens what it means.
pub fn term(shown: &str, name: &str) -> El {
    let Some(found) = lesson::term(name) else {
        return crate::dom::text(shown);
    };
    // Each place has a note of its own, so that it opens there.
    let id = COUNT.with(|count| {
        count.set(count.get() + 1);
        format!("term-{}", count.get())
    });
    let open = el("button.term")
        .attrs(&[("type", "button"), ("popovertarget", &id)])
        .children(inline(shown));
    let note = el("span.term-note")
        .attrs(&[("id", &id), ("popover", "auto")])
        .child(el("strong").text(&names(&found)))
        .text(" ")
        .text(say(found.about));
    el("span").child(open).child(note)
}

/// All terms.
pub fn all() -> El {
    let rows = lesson::TERMS
        .iter()
        .flat_map(|term| [el("dt").text(&names(term)), el("dd").text(say(term.about))]);
    el("details.lesson-glossary")
        .child(el("summary").text(say(LessonKey::Glossary)))
        .child(el("dl").children(rows.collect()))
}

/// Its name, and the English one where another language is spoken: papers and programs use it.
fn names(term: &Term) -> String {
    let title = say(term.title);
    match tag() {
        "en" => title.to_owned(),
        _ => [title, " (", &term.name.replace('-', " "), ")"].concat(),
    }
}
