//! The numbers of all tensors, under a summary.
use crate::controls::details::details;
use crate::controls::reader::read;
use crate::dom::{El, State};
use crate::page::Page;
use story::text::LaterKey;

pub fn data(page: Page) -> El {
    let open = State::new(false);
    let fields = move || read(move |reader| (reader.numbers)(page));
    let summary = details("details.data", LaterKey::Data, open);
    summary.show(move || open.get(), move || vec![crate::dom::el("div").live(fields())])
}
