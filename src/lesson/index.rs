//! The index of lessons: what each teaches, how long it takes, and what is done.
use crate::dom::{El, el, field};
use crate::lesson::glossary;
use crate::lesson::room::Room;
use crate::lesson::screen::heading;
use crate::ui::icon::{Icon, icon};
use story::lesson::{Lesson, Place, Words, lessons};
use story::text::{LaterKey, LessonKey, fill, say};
use web_sys::Event;

pub fn index(room: Room, words: &str) -> Vec<El> {
    let words = Words(words);
    let close = el("button.lesson-close")
        .attrs(&[("type", "button"), ("aria-label", say(LessonKey::Close))])
        .on("click", move |_: Event| room.leave())
        .child(icon(Icon::Close));
    let head = el("header.lesson-head")
        .child(heading(room, say(LaterKey::Lessons)))
        .child(close);
    let rows = lessons().iter().map(|lesson| row(room, words, lesson)).collect();
    let card = el("div.card.lesson-card")
        .child(head)
        .child(el("p.hint").text(say(LessonKey::About)))
        .child(el("ol.lesson-list").children(rows))
        .child(progress(room))
        .child(glossary::all());
    vec![card]
}

fn row(room: Room, words: Words<'_>, lesson: &'static Lesson) -> El {
    let minutes = fill(LessonKey::Minutes, &[("minutes", &lesson.minutes.to_string())]);
    let done = move || room.done.with(|done| done.contains(lesson.name));
    let mark = move || {
        if done() {
            ["✓ ", say(LessonKey::Done)].concat()
        } else {
            String::new()
        }
    };
    let open = el("a")
        .attr("href", &["?lesson=", lesson.name].concat())
        .on("click", move |event: web_sys::MouseEvent| {
            // With a key held, a browser opens it elsewhere.
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                room.go(Place::start(lesson.name));
            }
        })
        .text(words.title(lesson.name).unwrap_or(lesson.name));
    el("li")
        .child(el("strong").child(open))
        .child(el("span.lesson-minutes").text(&minutes))
        .child(el("p").text(words.about(lesson.name).unwrap_or_default()))
        .child(el("span.lesson-done").live_text(mark))
}

fn progress(room: Room) -> El {
    let said = move || {
        let done = room.done.with(|done| {
            let all = lessons().iter().filter(|lesson| done.contains(lesson.name));
            all.count().to_string()
        });
        fill(
            LessonKey::Progress,
            &[("done", &done), ("count", &lessons().len().to_string())],
        )
    };
    let keep = el("input")
        .attr("type", "checkbox")
        .live_checked(move || room.keeps.get())
        .on("change", move |event: Event| {
            room.set_keeps(field(&event).is_some_and(|field| field.checked()));
        });
    el("div.lesson-progress")
        .child(el("span").live_text(said))
        .child(el("label.check").child(keep).text(say(LessonKey::Keep)))
}
