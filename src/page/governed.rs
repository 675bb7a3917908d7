//! What an author can hide.
use crate::dom::El;

/// Names a part of the page by its `story::Control`, so that it can be hidden: boot.js knows how.
pub fn governed(name: &str, part: El) -> El {
    part.attr("data-control", name)
}
