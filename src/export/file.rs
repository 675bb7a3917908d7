//! What was made, as a file.
use crate::dom::js::{call, get, made, set, window};
use js_sys::{Array, Object};
use story::text::ExportKey;
use wasm_bindgen::prelude::*;

/// Something that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// As a file is called.
    pub name: String,
    pub mime: &'static str,
    pub content: Content,
    /// What is seen in it, for those who do not.
    pub alt: String,
    /// What is to be known of it.
    pub note: Option<String>,
}

#[derive(Clone, Debug)]
pub enum Content {
    Text(String),
    /// The browser's `Blob`.
    Blob(JsValue),
}

/// An address of something in memory, for as long as this is kept.
#[derive(Debug)]
pub struct Address(JsValue);

impl Address {
    /// # Errors
    /// What the browser throws that gives none.
    pub fn of(parts: &[JsValue], mime: &str) -> Result<Self, JsValue> {
        Self::of_blob(&blob(parts, mime)?)
    }

    /// # Errors
    /// What the browser throws that gives none.
    pub fn of_blob(blob: &JsValue) -> Result<Self, JsValue> {
        call(&get(&window(), "URL"), "createObjectURL", &[blob]).map(Self)
    }

    pub fn text(&self) -> &JsValue {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // What has gone already is gone.
        let _ = call(&get(&window(), "URL"), "revokeObjectURL", &[&self.0]);
    }
}

/// # Errors
/// What the browser throws that makes none.
pub fn blob(parts: &[JsValue], mime: &str) -> Result<JsValue, JsValue> {
    let options = Object::new();
    set(&options, "type", &mime.into());
    made("Blob", &[&parts.iter().collect::<Array>().into(), &options])
}

impl Made {
    /// # Errors
    /// Where the browser makes none.
    pub fn blob(&self) -> Result<JsValue, ExportKey> {
        match &self.content {
            Content::Blob(blob) => Ok(blob.clone()),
            Content::Text(text) => blob(&[text.into()], self.mime).map_err(|_| ExportKey::NoImage),
        }
    }
}
