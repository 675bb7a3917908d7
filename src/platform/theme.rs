//! The colours that a reader chose, on the document.
use crate::dom::watch;
use leptos::prelude::document;
use story::Theme;

/// Keeps the document's theme as asked; the style sheet follows the system where none is.
pub fn follow(theme: impl Fn() -> Theme + 'static) {
    watch(move || {
        let Some(root) = document().document_element() else {
            return;
        };
        // Only an element without a name could refuse an attribute.
        let _ = match theme() {
            Theme::Auto => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.name()),
        };
    });
}
