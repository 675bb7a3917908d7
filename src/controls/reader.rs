//! What reads links, pasted layers and numbers, what scripts ask for, and what explains a fault: a part that loads when it
//! is first used.
use crate::controls::loaded::loaded;
use crate::dom::{El, State};
use crate::page::Page;
use crate::page::later::Opened;
use crate::part::{Known, Part};
use story::link::Shot;
use story::{Change, Wrong};
use wasm_bindgen::JsValue;

#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The scene of a query.
    pub open: fn(&str) -> Opened,
    /// The ready scene of this number, over the present one.
    pub preset: fn(usize, &Shot) -> Option<Shot>,
    /// One layer or several, as people write or print them.
    pub parse: fn(&str) -> Option<Change>,
    /// A field that takes any such layer.
    pub paste: fn(Page, State<bool>) -> El,
    /// Fields with the numbers of all tensors.
    pub numbers: fn(Page) -> Vec<El>,
    /// Why a layer cannot be, and ways out of it.
    pub fault: fn(Page, &Wrong) -> Vec<El>,
    pub set: fn(Page, &JsValue) -> Result<JsValue, JsValue>,
    pub compute: fn(&JsValue) -> Result<JsValue, JsValue>,
}

thread_local! {
    static KNOWN: Known<Reader> = const { Known::new() };
}

pub static READER: Part<Reader> = Part(&KNOWN);

/// What the reader makes, from when it is there; making it asks for the reader.
pub fn read(parts: impl Fn(Reader) -> Vec<El> + 'static) -> impl Fn() -> Vec<El> + 'static {
    loaded(&READER, parts)
}
