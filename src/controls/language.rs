//! The language of the page: of a link, and chosen.
//!
//! All that stands in the page is written once. So another language starts the page again, where it was.
use crate::controls::lessons::ready;
use crate::controls::reader::READER;
use crate::controls::services;
use crate::controls::shown::governed;
use crate::dom::{El, el, option, value_of, watch};
use crate::page::Page;
use crate::page::later::{self, Opened};
use crate::part::Act;
use std::rc::Rc;
use story::text::{LaterKey, say, speak};
use story::{Control, Lang, link};
use web_sys::Event;

/// The scene of a query, once its language is spoken.
pub fn open(query: String, then: Act<Opened>) {
    let pairs = link::pairs(&query);
    let value = |wanted: &str| pairs.iter().rfind(|(name, _)| name == wanted).map(|(_, value)| value);
    let lang = value("lang").and_then(|name| Lang::from_name(name));
    let is_of_a_lesson = value("lesson").is_some();
    let read = move || {
        let read = move || READER.try_with(move |reader| then(reader.map(|reader| (reader.open)(&query))));
        // Where they cannot be had, the link's own scene is better than nothing.
        if is_of_a_lesson {
            ready(lang.unwrap_or_default(), read);
        } else {
            read();
        }
    };
    match lang {
        Some(lang) if lang != Lang::English => {
            let once = std::cell::Cell::new(Some(read));
            let told = move |words: Option<String>| {
                speak(words.as_deref());
                (services().speak)();
                if let Some(read) = once.take() {
                    read();
                }
            };
            (services().text)(lang.name(), Rc::new(told));
        }
        _ => {
            speak(None);
            (services().speak)();
            read();
        }
    }
}

pub fn choice(page: Page) -> El {
    let lang = move || page.scene.with(|scene| scene.view.lang.unwrap_or_default());
    let now = page.scene.with_untracked(|scene| scene.view.lang.unwrap_or_default());
    watch(move || {
        if lang() != now {
            (services().again)(&later::query(&page.shot()), page.playing.get_untracked());
        }
    });
    let choose = move |event: Event| {
        let lang = Lang::from_name(&value_of(&event));
        page.set_view(|view| view.lang = lang);
    };
    let options = Lang::ALL.map(|lang| option(lang.name(), lang.own_name()).attr("lang", lang.name()));
    let langs = el("select")
        .children(options.into())
        .live_value(move || lang().name().to_owned())
        .on("change", choose);
    // The page was started again by this choice: it goes on as it was.
    if let Some(plays) = (services().resumed)() {
        langs.focus_with(|_| ());
        page.play(plays);
    }
    let label = el("label")
        .child(el("span.unseen").text(say(LaterKey::Language)))
        .child(langs);
    governed(Control::Lang, label)
}
