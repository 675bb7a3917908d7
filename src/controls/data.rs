//! The numbers of all tensors, under a summary.
use crate::controls::details::details;
use crate::controls::reader::read;
use crate::controls::shown::governed;
use crate::dom::{El, State, el};
use crate::page::Page;
use story::Control;
use story::text::LaterKey;

pub fn data(page: Page) -> El {
    let open = State::new(false);
    let fields = move || vec![el("div").live(read(move |reader| (reader.numbers)(page)))];
    let panel = details("details.data", LaterKey::Data, open).show(move || open.get(), fields);
    governed(Control::Numbers, panel)
}
