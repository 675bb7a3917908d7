//! What reads and explains: [`Reader`] is all that the controls know of it.
mod fault;
mod numbers;
mod open;
mod paste;
mod script;
mod warnings;

use crate::controls::reader::Reader;
use story::Change;
use story::preset::{EXAMPLES, FILTERS};

/// Everything here, as the controls know it.
pub fn reader() -> Reader {
    Reader {
        open: open::open,
        preset: |index, shot| Some(FILTERS.iter().chain(EXAMPLES).nth(index)?.shot(shot)),
        parse: |text| Change::pasted(text).ok(),
        paste: paste::paste,
        numbers: numbers::numbers,
        fault: fault::fault,
        set: script::set,
        compute: script::compute,
    }
}
