//! What is taken away: [`Export`] is all that the controls know of it.
mod answer;
mod canvas;
mod file;
mod film;
mod gif;
mod make;
mod onefile;
mod panel;
pub mod sheet;
mod video;

use crate::controls::export::Export;
use crate::dom::js::{call, get, window};
use crate::dom::style;
use crate::export::sheet::{SHEET, Sheet};
use crate::page::Page;
use crate::part::Fetch;
use ::picture::figure::Scheme;
use story::Theme;

/// Everything here, as the controls know it.
pub fn export(sheet: Fetch<Sheet>) -> Export {
    SHEET.fetched_by(sheet);
    style::adopt(&[include_str!("style.css")]);
    Export {
        panel: panel::panel,
        answer: answer::answer,
    }
}

/// What the page looks like now.
fn scheme(page: Page) -> Scheme {
    let dark = match page.scene.with_untracked(|scene| scene.view.theme) {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => {
            let asked = call(&window(), "matchMedia", &[&"(prefers-color-scheme: dark)".into()]);
            asked.is_ok_and(|asked| get(&asked, "matches").is_truthy())
        }
    };
    if dark { Scheme::Dark } else { Scheme::Light }
}
