//! What an author can hide or lock.
use crate::dom::El;
use crate::page::Page;
use story::Control;

impl Page {
    /// Whether the reader may not change it.
    pub fn is_locked(self, control: Control) -> bool {
        self.scene.with(|scene| scene.view.locks(control))
    }
}

/// Names a part of the page, so that it can be hidden: boot.js knows how.
pub fn governed(control: Control, part: El) -> El {
    part.attr("data-control", control.name())
}

/// A part of the page that can be hidden, and locked as a whole.
pub fn inert_if_locked(page: Page, control: Control, part: El) -> El {
    governed(control, part).live_attr("inert", move || page.is_locked(control).then(String::new))
}
