//! Style sheets that come with a part of the page, so that the first load needs none of them. The page policy allows
//! them: they are made, not written into the page.
use crate::dom::document;
use crate::dom::js::{call, get, made, set};
use js_sys::Array;

/// Adds style sheets after those of the page. Called once a part.
pub fn adopt(sheets: &[&str]) {
    let document = document();
    let name = "adoptedStyleSheets";
    let all = Array::from(&get(&document, name));
    for &text in sheets {
        // Where there are none, static/boot.js does not start the page.
        if let Ok(sheet) = made("CSSStyleSheet", &[]) {
            let _ = call(&sheet, "replaceSync", &[&text.into()]);
            all.push(&sheet);
        }
    }
    set(&document, name, &all);
}
