//! What the message `export` is answered with.
use crate::dom::js::{get, set};
use crate::export::file::{Content, Made};
use crate::export::make::{Format, Options, make};
use crate::export::scheme;
use crate::page::Page;
use crate::page::later::Told;
use picture::figure::{Scheme, WIDTHS};
use std::rc::Rc;
use story::text::{ExportKey, say};
use wasm_bindgen::JsValue;

/// `{format, width, scheme}` to `{format, mime, text}` or `{format, mime, blob}`.
pub fn answer(page: Page, wanted: &JsValue, told: Told) {
    let name = get(wanted, "format").as_string().unwrap_or_default();
    let Some(format) = Format::from_name(&name) else {
        return told(Err(fault("unknown", "format", ExportKey::NoFormat)));
    };
    let width = get(wanted, "width");
    let in_bounds = |width: &f64| (f64::from(WIDTHS[0])..=f64::from(WIDTHS[1])).contains(width);
    let number = width.as_f64().filter(in_bounds);
    if number.is_none() && !(width.is_undefined() || width.is_null()) {
        return told(Err(fault("bound", "width", ExportKey::NoWidth)));
    }
    let options = Options {
        width: number.map(|width| width as f32),
        scheme: match get(wanted, "scheme").as_string().as_deref() {
            Some("light") => Scheme::Light,
            Some("dark") => Scheme::Dark,
            _ => scheme(page),
        },
    };
    let then = move |made: Result<Made, ExportKey>| {
        told(match made {
            Ok(made) => Ok(value(format, &made)),
            Err(ExportKey::NoFilm) => Err(fault("bound", "layer", ExportKey::NoFilm)),
            Err(why) => Err(fault("unknown", "format", why)),
        });
    };
    make(page, format, options, Rc::new(|_, _| true), Box::new(then));
}

fn value(format: Format, made: &Made) -> JsValue {
    let value = js_sys::Object::new();
    set(&value, "format", &format.name().into());
    set(&value, "mime", &made.mime.into());
    match &made.content {
        Content::Text(text) => set(&value, "text", &text.into()),
        Content::Blob(blob) => set(&value, "blob", blob),
    }
    value.into()
}

fn fault(code: &str, field: &str, why: ExportKey) -> JsValue {
    let error = js_sys::Error::new(say(why));
    set(&error, "code", &code.into());
    set(&error, "field", &field.into());
    error.into()
}
