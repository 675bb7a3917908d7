//! The page's language and colours.
use crate::controls::language;
use crate::controls::shown::governed;
use crate::dom::{El, el, option, value_of};
use crate::page::Page;
use story::text::{LaterKey, say};
use story::{Control, Theme, words};
use web_sys::Event;

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
    el("div.theme")
        .child(language::choice(page))
        .child(governed(Control::Theme, label))
}
