//! The lessons: a part that loads when the first one is opened.
use crate::dom::watch;
use crate::page::Page;
use crate::part::{Known, Part};
use leptos::prelude::Owner;

#[derive(Clone, Copy, Debug)]
pub struct Lessons {
    /// Puts the lessons into the page, from now on.
    pub begin: fn(Page),
}

thread_local! {
    static KNOWN: Known<Lessons> = const { Known::new() };
}

pub static LESSONS: Part<Lessons> = Part(&KNOWN);

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
        LESSONS.with(move |lessons| {
            if let Some(owner) = owner {
                owner.with(|| (lessons.begin)(page));
            }
        });
    });
}
