//! Style sheets that come with a part of the page, so that the first load needs none of them. The page policy allows
//! them: they are made, not written into the page.
use crate::dom::document;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::CssStyleSheet;

/// Adds style sheets after those of the page. Called once a part.
pub fn adopt(sheets: &[&str]) {
    let document = document();
    let name = JsValue::from("adoptedStyleSheets");
    let all: Array = Reflect::get(&document, &name).map_or_else(|_| Array::new(), |there| Array::from(&there));
    for text in sheets {
        // Where there are none, static/boot.js does not start the page.
        if let Ok(sheet) = CssStyleSheet::new() {
            let _ = sheet.replace_sync(text);
            all.push(&sheet);
        }
    }
    let _ = Reflect::set(&document, &name, &all);
}
