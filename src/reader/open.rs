//! The query of an address as a scene.
use crate::page::later::Opened;
use crate::reader::warnings::warnings;
use story::link;

/// The scene of a query, and a notice of what of it could not be taken.
pub fn open(query: &str) -> Opened {
    let (shot, refused) = link::read(&link::pairs(query));
    (shot, warnings(&refused))
}
