//! The page's name, and its colours.
use crate::page::Page;
use leptos::prelude::*;
use story::Theme;
use story::text::{Key, say};

#[component]
pub fn Header() -> impl IntoView {
    let page = Page::here();
    let choose = move |event| {
        let theme = Theme::from_name(&event_target_value(&event)).unwrap_or_default();
        page.set_view(|view| view.theme = theme);
    };
    let label = |theme| match theme {
        Theme::Auto => Key::ThemeAuto,
        Theme::Light => Key::ThemeLight,
        Theme::Dark => Key::ThemeDark,
    };
    view! {
        <a class="skip" href="#stage">{say(Key::Skip)}</a>
        <header class="top">
            <h1 class="brand">{say(Key::Title)}</h1>
            <p class="tagline">{say(Key::Tagline)}</p>
            <label class="theme">
                <span class="unseen">{say(Key::Theme)}</span>
                <select on:change=choose prop:value=move || page.scene.with(|scene| scene.view.theme.name())>
                    {Theme::ALL.map(|theme| view! { <option value=theme.name()>{say(label(theme))}</option> })}
                </select>
            </label>
        </header>
    }
}
