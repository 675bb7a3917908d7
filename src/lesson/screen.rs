//! One step of a lesson: what it says, what it asks, and the way on.
use crate::controls::lessons;
use crate::dom::{El, el};
use crate::lesson::ask::ask;
use crate::lesson::prose::paragraphs;
use crate::lesson::room::Room;
use crate::lesson::tried;
use crate::ui::icon::{Icon, icon};
use story::lesson::Question;
use story::lesson::{self, Ask, Place, Words};
use story::link::{self, Shot};
use story::text::{Key, LessonKey, fill, fill_with, say};
use web_sys::Event;

pub fn screen(room: Room, words: &str, place: Place) -> Vec<El> {
    let own = room.page.scene.with_untracked(|scene| link::own(&scene.view.own));
    let Some(step) = lesson::step(place, &own) else {
        return Vec::new();
    };
    let words = Words(words);
    let question = (lessons::asking().question)(&step, place.variant);
    let said = words.step(place.name, step.name);
    let (says, told) = said.map_or((step.name, None), |said| (said.says, said.told));
    let shot = match &question {
        Some(question) => question.shot.clone(),
        None => link::read(&link::pairs(step.link)).0,
    };
    let title = words.title(place.name).unwrap_or(say(LessonKey::Own));
    let of = lesson::steps(place.name, &own);
    let mut parts = vec![head(room, title, place, of)];
    // What a step says is about its own scene: another question of its kind speaks for itself.
    let is_own = place.variant == 0;
    let says = if is_own {
        paragraphs(&filled(says, &shot))
    } else {
        Vec::new()
    };
    parts.push(el("div.lesson-says").children(says));
    if let Some(question) = question {
        let told = told.filter(|_| is_own).map(|told| filled(told, &question.told));
        parts.push(answered(room, place, question, told));
    }
    parts.push(ways(room, place, of));
    parts.push(tried::list(room.tried));
    vec![el("div.card.lesson-card").children(parts)]
}

/// A text with what it tells of the scene on the stage.
fn filled(text: &str, shot: &Shot) -> String {
    let facts = (lessons::asking().facts)(shot);
    let facts: Vec<_> = facts.iter().map(|(name, fact)| (*name, &**fact)).collect();
    fill_with(text, &facts)
}

fn head(room: Room, title: &str, place: Place, of: usize) -> El {
    let step = [("step", &*(place.step + 1).to_string()), ("steps", &of.to_string())];
    let index = el("button.lesson-index")
        .attr("type", "button")
        .on("click", move |_: Event| room.go(Place::INDEX))
        .text(say(LessonKey::Index));
    let close = el("button.lesson-close")
        .attrs(&[("type", "button"), ("aria-label", say(LessonKey::Close))])
        .on("click", move |_: Event| room.leave())
        .child(icon(Icon::Close));
    el("header.lesson-head")
        .child(index)
        .child(el("span.lesson-count").text(&fill(Key::StepOf, &step)))
        .child(close)
        .child(heading(room, title))
}

/// What a person who came by a button goes on from.
pub fn heading(room: Room, title: &str) -> El {
    let heading = el("h2").attrs(&[("tabindex", "-1")]).text(title);
    if room.came.get_untracked() {
        room.came.set(false);
        heading.focus_with(|_| ());
    }
    heading
}

/// The question until it is answered, then what there is to say.
fn answered(room: Room, place: Place, question: Question, told: Option<String>) -> El {
    let asking = move || room.page.scene.with(|scene| scene.view.asking);
    let again = move |_: Event| {
        room.go(Place {
            variant: place.variant.wrapping_add(1),
            ..place
        });
    };
    // A claim is one, however often it is asked.
    let varies = !matches!(question.ask, Ask::Claim(_));
    let after = move || {
        if asking() {
            return Vec::new();
        }
        let told = told.as_deref().map(paragraphs).unwrap_or_default();
        let again = el("button")
            .attr("type", "button")
            .on("click", again)
            .text(say(LessonKey::Another));
        let again = varies.then(|| el("p.lesson-more").child(again));
        [el("div.lesson-told").children(told)]
            .into_iter()
            .chain(again)
            .collect()
    };
    el("div.lesson-ask").child(ask(room, place, question)).live(after)
}

fn ways(room: Room, place: Place, of: usize) -> El {
    let to = move |step: usize| Place {
        step,
        variant: 0,
        ..place
    };
    let button = |what, key, place: Place| {
        el(what)
            .attr("type", "button")
            .on("click", move |_: Event| room.go(place))
            .text(say(key))
    };
    let back = (place.step > 0).then(|| button("button", LessonKey::Back, to(place.step.saturating_sub(1))));
    let is_last = place.step + 1 >= of;
    let name = place.name;
    let on = if is_last {
        let on = lesson::after(name).map(|next| button("button.lesson-on", LessonKey::NextLesson, next));
        let on = on.unwrap_or_else(|| button("button.lesson-on", LessonKey::Index, Place::INDEX));
        on.on("click", move |_: Event| room.finish(name))
    } else {
        button("button.lesson-on", LessonKey::Next, to(place.step + 1))
    };
    let free = el("button.lesson-free")
        .attr("type", "button")
        .on("click", move |_: Event| room.leave())
        .text(say(LessonKey::Free));
    el("nav.lesson-ways").maybe(back).child(free).child(on)
}
