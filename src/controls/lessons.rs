//! The lessons: a part that loads when the first one is opened.
use crate::controls::reader::READER;
use crate::dom::watch;
use crate::page::Page;
use crate::part::{Known, Part};
use leptos::prelude::Owner;
use story::lesson::{Asking, Course, teach};
use wasm_bindgen::UnwrapThrowExt;

#[derive(Clone, Copy, Debug)]
pub struct Lessons {
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
                    owner.with(|| (lessons.begin)(page));
                }
            });
        });
    });
}
