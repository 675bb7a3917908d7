//! The page's name, and its colours.
use crate::dom::{El, el, option, value_of};
use crate::page::Page;
use story::Theme;
use story::text::{Key, say};
use web_sys::Event;

pub fn header(page: Page) -> Vec<El> {
    let choose = move |event: Event| {
        let theme = Theme::from_name(&value_of(&event)).unwrap_or_default();
        page.set_view(|view| view.theme = theme);
    };
    let label = |theme| match theme {
        Theme::Auto => Key::ThemeAuto,
        Theme::Light => Key::ThemeLight,
        Theme::Dark => Key::ThemeDark,
    };
    let options = Theme::ALL.map(|theme| option(theme.name(), say(label(theme))));
    let themes = el("select")
        .children(options.into())
        .live_value(move || page.scene.with(|scene| scene.view.theme.name().to_owned()))
        .on("change", choose);
    vec![
        el("a.skip").attr("href", "#stage").text(say(Key::Skip)),
        el("header.top")
            .child(el("h1.brand").text(say(Key::Title)))
            .child(el("p.tagline").text(say(Key::Tagline)))
            .child(
                el("label.theme")
                    .child(el("span.unseen").text(say(Key::Theme)))
                    .child(themes),
            ),
    ]
}
