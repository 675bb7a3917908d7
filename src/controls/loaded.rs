//! What a later part makes, from when it is there.
use crate::dom::{El, State};
use crate::part::Part;

/// Making it asks for the part.
pub fn loaded<T: Copy + 'static>(
    part: &'static Part<T>,
    parts: impl Fn(T) -> Vec<El> + 'static,
) -> impl Fn() -> Vec<El> + 'static {
    let is_there = State::new(part.now().is_some());
    part.once_there(move |_| is_there.try_set(true));
    move || {
        is_there.get();
        match part.now() {
            Some(there) => parts(there),
            None => {
                part.ask();
                Vec::new()
            }
        }
    }
}
