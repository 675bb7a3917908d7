//! What is taken away: a part that loads when it is first asked for.
use crate::controls::loaded::loaded;
use crate::dom::{El, State};
use crate::page::Page;
use crate::page::later::Told;
use crate::part::{Known, Part};
use wasm_bindgen::JsValue;

#[derive(Clone, Copy, Debug)]
pub struct Export {
    /// Where a person chooses what is made, while it is open.
    pub panel: fn(Page, State<bool>) -> Vec<El>,
    /// What the message `export` asks for: `{format, width, scheme}` to `{format, mime, text or blob}`.
    pub answer: fn(Page, &JsValue, Told),
}

thread_local! {
    static KNOWN: Known<Export> = const { Known::new() };
}

pub static EXPORT: Part<Export> = Part(&KNOWN);

/// What the part makes, from when it is there; making it asks for it.
pub fn export(parts: impl Fn(Export) -> Vec<El> + 'static) -> impl Fn() -> Vec<El> + 'static {
    loaded(&EXPORT, parts)
}
