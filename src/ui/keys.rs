//! The keys that move the film.
use crate::page::Page;
use leptos::prelude::untrack;
use story::Control;

/// A key that moves the film; tells whether it is one.
pub fn step_key(page: Page, key: &str, shift: bool) -> bool {
    if untrack(|| is_locked(page)) {
        return false;
    }
    match (key, shift) {
        (" ", _) => page.play(!page.playing.get_untracked()),
        // Where there is no such step the key is the host's.
        ("ArrowRight", false) => return page.step(1),
        ("ArrowLeft", false) => return page.step(-1),
        ("ArrowRight", true) => return page.row(1),
        ("ArrowLeft", true) => return page.row(-1),
        ("Home", _) => {
            page.to_start();
        }
        ("End", _) => {
            page.to_end();
        }
        _ => return false,
    }
    true
}

/// Whether the reader may not step.
pub fn is_locked(page: Page) -> bool {
    page.scene
        .with(|scene| scene.view.asking || scene.view.lock.has(Control::Transport))
}
