//! What the lessons say: a text that is fetched once. Another language is another instance of the page.
use crate::controls::services;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use story::Lang;

thread_local! {
    static WORDS: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
}

/// Is told what the lessons say in a language: now if it is there, else as it comes; nothing where it cannot be had.
pub fn words(lang: Lang, told: impl FnOnce(Option<Arc<str>>) + 'static) {
    if let Some(words) = WORDS.with_borrow(Clone::clone) {
        return told(Some(words));
    }
    let file = ["lessons-", lang.name()].concat();
    let told = Cell::new(Some(told));
    let came = move |words: Option<String>| {
        let words = words.map(Arc::from);
        WORDS.with_borrow_mut(|kept: &mut Option<Arc<str>>| kept.clone_from(&words));
        if let Some(told) = told.take() {
            told(words);
        }
    };
    (services().text)(&file, Rc::new(came));
}
