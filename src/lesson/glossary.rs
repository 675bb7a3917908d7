//! The glossary: it opens on the term, and stands whole under the index.
use crate::dom::{El, el, text};
use std::cell::Cell;
use story::lesson::{self, Term};
use story::text::{LessonKey, say, tag};

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// A term among other words, which opens what it means.
pub fn term(shown: Vec<El>, name: &str) -> El {
    let Some(found) = lesson::term(name) else {
        return el("span").children(shown);
    };
    // Each place has a note of its own, so that it opens there.
    let id = COUNT.with(|count| {
        count.set(count.get() + 1);
        format!("term-{}", count.get())
    });
    let open = el("button.term")
        .attrs(&[("type", "button"), ("popovertarget", &id)])
        .children(shown);
    let note = el("span.term-note")
        .attrs(&[("id", &id), ("popover", "auto")])
        .child(el("strong").children(names(&found)))
        .text(" ")
        .text(say(found.about));
    el("span").child(open).child(note)
}

/// All terms.
pub fn all() -> El {
    let rows = lesson::TERMS
        .iter()
        .flat_map(|term| [el("dt").children(names(term)), el("dd").text(say(term.about))]);
    el("details.lesson-glossary")
        .child(el("summary").text(say(LessonKey::Glossary)))
        .child(el("dl").children(rows.collect()))
}

/// Its name, and the English one where another language is spoken: papers and programs use it.
fn names(term: &Term) -> Vec<El> {
    let title = text(say(term.title));
    match tag() {
        "en" => vec![title],
        _ => {
            let english = el("span").attr("lang", "en").text(&term.name.replace('-', " "));
            vec![title, text(" ("), english, text(")")]
        }
    }
}
