//! What is around the page: what the reader's system asks for, and another page.

/// Whether motion is unwanted.
pub fn wants_stillness() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether the page stands within another one.
pub fn is_framed() -> bool {
    let parent = web_sys::window().and_then(|window| Some((window.parent().ok()??, window)));
    parent.is_some_and(|(parent, window)| parent != window)
}

fn matches(query: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}
