//! The head's own controls: the way to the lessons, the page's language and its colours.
use crate::controls::shown::governed;
use crate::controls::{language, lessons, services};
use crate::dom::{El, el, option, value_of};
use crate::page::Page;
use story::lesson::Place;
use story::text::{LaterKey, say};
use story::{Control, Theme, words};
use web_sys::{Event, MouseEvent};

pub fn theme(page: Page) -> El {
    let choose = move |event: Event| {
        let theme = Theme::from_name(&value_of(&event)).unwrap_or_default();
        page.set_view(|view| view.theme = theme);
    };
    let options = Theme::ALL.map(|theme| option(theme.name(), say(words::theme_name(theme))));
    let themes = el("select")
        .children(options.into())
        .live_value(move || page.scene.with(|scene| scene.view.theme.name().to_owned()))
        .on("change", choose);
    let label = el("label")
        .child(el("span.unseen").text(say(LaterKey::Theme)))
        .child(themes);
    let lessons = el("a").attr("href", "?lesson=").on("click", move |event: MouseEvent| {
        // With a key held, a browser opens it elsewhere.
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            (services().keep)();
            page.set_view(|view| view.lesson = Some(Place::INDEX));
        }
    });
    lessons::follow(page);
    el("div.theme")
        .child(governed(Control::Lesson, lessons.text(say(LaterKey::Lessons))))
        .child(language::choice(page))
        .child(governed(Control::Theme, label))
}
