//! The clipboard, where the browser lets it.
use crate::dom::promise::when_done;
use crate::services::Told;

/// Copies a text; tells whether the browser allowed it.
pub fn copy(text: &str, told: Told<bool>) {
    match web_sys::window().filter(web_sys::Window::is_secure_context) {
        Some(window) => when_done(window.navigator().clipboard().write_text(text), move |done| {
            told(done.is_ok());
        }),
        None => told(false),
    }
}
