//! The lessons: a part that loads when the first one is opened.
use crate::controls::reader::READER;
use crate::dom::{once_shown, watch};
use crate::page::Page;
use crate::part::{Known, Part};
use leptos::prelude::Owner;
use story::Lang;
use story::lesson::{Asking, Course, teach};
use wasm_bindgen::UnwrapThrowExt;

#[derive(Clone, Copy, Debug)]
pub struct Lessons {
    /// Goes on when what they say is there, or cannot be had.
    pub ready: fn(Lang, Box<dyn FnOnce()>),
    /// Puts the lessons into the page, from now on.
    pub begin: fn(Page),
}

thread_local! {
    static KNOWN: Known<Lessons> = const { Known::new() };
}

pub static LESSONS: Part<Lessons> = Part(&KNOWN);

thread_local! {
    static COURSE_KNOWN: Known<Course> = const { Known::new() };
}

/// Which lessons there are, which links need to know.
pub static COURSE: Part<Course> = Part(&COURSE_KNOWN);

/// Goes on when links know of the lessons, or when those cannot be had.
pub fn taught(then: impl FnOnce() + 'static) {
    // What reads links is there before.
    READER.try_with(move |_| {
        COURSE.try_with(move |course| {
            if let Some(course) = course {
                teach(course);
            }
            then();
        });
    });
}

/// Goes on when all has come that a page of a lesson shows, or cannot be had: so it is made in one piece, and nothing moves.
pub fn ready(lang: Lang, then: impl FnOnce() + 'static) {
    taught(move || {
        LESSONS.try_with(move |lessons| match lessons {
            Some(lessons) => (lessons.ready)(lang, Box::new(then)),
            None => then(),
        });
    });
}

/// What asks. No lesson is shown before it is there.
pub fn asking() -> Asking {
    COURSE.now().unwrap_throw().asking
}

/// Has them come when the scene is first one of a lesson.
pub fn follow(page: Page) {
    let owner = Owner::current();
    let mut begun = false;
    watch(move || {
        if begun || page.scene.with(|scene| scene.view.lesson.is_none()) {
            return;
        }
        begun = true;
        let owner = owner.clone();
        taught(move || {
            LESSONS.with(move |lessons| {
                if let Some(owner) = owner.filter(|_| COURSE.now().is_some()) {
                    once_shown(move || owner.with(|| (lessons.begin)(page)));
                }
            });
        });
    });
}
