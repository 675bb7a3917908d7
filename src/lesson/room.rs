//! What the lessons know: where the learner is, what they tried, what is done.
use crate::controls::{lessons, services};
use crate::dom::js::{call, get, set, window};
use crate::dom::{Derived, El, State, el, watch};
use crate::lesson::tried::Tried;
use crate::lesson::words::words;
use crate::page::Page;
use leptos::prelude::document;
use std::collections::BTreeSet;
use std::sync::Arc;
use story::lesson::{self, Ask, Place, Words};
use story::link;
use story::link::Shot;
use story::text::{LessonKey, fill};
use web_sys::Event;

#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub page: Page,
    /// What the lessons say in the language of the page, when it is there.
    pub words: State<Option<Arc<str>>>,
    /// What was answered since the page was opened.
    pub tried: State<Vec<Tried>>,
    /// The names of the lessons that the learner came to the end of.
    pub done: State<BTreeSet<String>>,
    /// Whether that is kept for the next time.
    pub keeps: State<bool>,
    /// Whether the learner came to what is shown by a button there: then it is read from its heading.
    pub came: State<bool>,
    /// From where the learner went to try for themselves.
    left: State<Option<Place>>,
    place: Derived<Option<Place>>,
}

impl Room {
    pub fn new(page: Page) -> Self {
        let kept = kept();
        let room = Self {
            page,
            words: State::new(None),
            tried: State::new(Vec::new()),
            done: State::new(kept.clone().unwrap_or_default()),
            keeps: State::new(kept.is_some()),
            came: State::new(false),
            left: State::new(None),
            place: Derived::new(move || page.scene.with(|scene| scene.view.lesson)),
        };
        watch(move || {
            let kind = page.scene.with(|scene| {
                let view = &scene.view;
                let place = view.lesson.filter(|_| view.asking)?;
                lesson::step(place, &link::own(&view.own))?.ask.map(Ask::kind)
            });
            // What would tell the answer is not shown: the style sheet knows what that is.
            if let Some(root) = document().document_element() {
                let _ = match kind {
                    Some(kind) => root.set_attribute("data-asking", kind),
                    None => root.remove_attribute("data-asking"),
                };
            }
        });
        let lang = page.scene.with_untracked(|scene| scene.view.lang.unwrap_or_default());
        words(lang, move |words| room.words.try_set(words));
        if let Some(place) = room.place_untracked().filter(|place| place.variant > 0) {
            // A link says which variant, but not how to make it.
            room.go(place);
        }
        room
    }

    pub fn place(self) -> Option<Place> {
        self.place.get()
    }

    pub fn place_untracked(self) -> Option<Place> {
        self.place.get_untracked()
    }

    /// Shows a step, or the index.
    pub fn go(self, place: Place) {
        self.came.set(true);
        let own = self.page.scene.with_untracked(|scene| link::own(&scene.view.own));
        let Some(step) = lesson::step(place, &own) else {
            return self.view(|view| view.lesson = Some(place));
        };
        let shot = match (lessons::asking().question)(&step, place.variant) {
            Some(question) => question.shot,
            None => link::read(&link::pairs(step.link)).0,
        };
        self.show(shot, Some(place), step.ask.is_some());
    }

    /// Shows a scene of a lesson as the page is shown now.
    pub fn show(self, shot: Shot, place: Option<Place>, asking: bool) {
        let now = self.page.scene.with_untracked(|scene| scene.view.clone());
        self.page.show(lesson::shown(shot, &now, place, asking));
    }

    fn view(self, change: impl FnOnce(&mut story::View)) {
        self.page.set_view(change);
    }

    /// Leaves the scene as it is, without the lesson, and knows the way back.
    pub fn leave(self) {
        (services().keep)();
        self.left.set(self.place_untracked().filter(|place| !place.is_index()));
        self.view(|view| (view.lesson, view.asking) = (None, false));
    }

    /// What leads back to the lesson that was left.
    pub fn way_back(self) -> Vec<El> {
        let Some(place) = self.left.get() else {
            return Vec::new();
        };
        let title = self.words.with_untracked(|words| {
            let words = Words(words.as_deref().unwrap_or_default());
            words.title(place.name).unwrap_or_default().to_owned()
        });
        let back = el("button.lesson-return")
            .attr("type", "button")
            .on("click", move |_: Event| self.go(place))
            .text(&fill(LessonKey::Return, &[("title", &title)]));
        vec![back]
    }

    /// The learner came to the end of a lesson.
    pub fn finish(self, name: &str) {
        self.done.update(|done| {
            done.insert(name.to_owned());
        });
        self.keep();
    }

    /// Keeps on this device what is done, from now on or no more.
    pub fn set_keeps(self, on: bool) {
        self.keeps.set(on);
        self.keep();
    }

    fn keep(self) {
        let storage = get(&window(), STORAGE);
        // A browser may forbid it: then nothing is kept.
        let _ = if self.keeps.get_untracked() {
            let done = self
                .done
                .with_untracked(|done| done.iter().cloned().collect::<Vec<_>>());
            call(&storage, "setItem", &[&NAME.into(), &done.join(",").into()])
        } else {
            call(&storage, "removeItem", &[&NAME.into()])
        };
    }

    /// Tells the page around this one of an answer.
    pub fn score(self, tried: &Tried) {
        let message = js_sys::Object::new();
        for (name, value) in tried.message() {
            set(&message, name, &value);
        }
        set(&message, "convlens", &1.into());
        set(&message, "type", &"score".into());
        let parent = get(&window(), "parent");
        if parent != window() {
            // Which page it is, this one cannot know.
            let _ = call(&parent, "postMessage", &[&message, &"*".into()]);
        }
    }
}

const STORAGE: &str = "localStorage";
const NAME: &str = "convlens-lessons";

/// The lessons that are done, where the learner wanted that to be kept.
fn kept() -> Option<BTreeSet<String>> {
    // Reading the property throws where storage is denied.
    let storage = get(&window(), STORAGE);
    let kept = call(&storage, "getItem", &[&NAME.into()]).ok()?.as_string()?;
    Some(
        kept.split(',')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    )
}
