//! The clipboard, where the browser lets it.
use crate::platform::promise::when_done;

/// Copies a text; tells whether the browser allowed it.
pub fn copy(text: &str, told: impl Fn(bool) + Clone + 'static) {
    match web_sys::window().filter(|window| window.is_secure_context()) {
        Some(window) => when_done(window.navigator().clipboard().write_text(text), move |done| {
            told(done.is_ok());
        }),
        None => told(false),
    }
}
