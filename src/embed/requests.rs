//! What a host asks, read from a message with everything that can be wrong in it.
use crate::dom::js::{get, set};
use js_sys::{Object, Reflect};
use story::text::EmbedKey;
use wasm_bindgen::prelude::*;

/// A message in our own words.
#[derive(Debug)]
pub struct Request {
    pub id: JsValue,
    pub kind: String,
    body: JsValue,
}

/// What was wrong with it.
#[derive(Debug)]
pub struct Bad {
    pub id: JsValue,
    pub field: &'static str,
    pub must: EmbedKey,
}

impl Request {
    /// `None` where it is none of ours.
    pub fn read(said: &JsValue) -> Option<Result<Self, Bad>> {
        let version = get(said, "convlens");
        if !said.is_object() || version.is_undefined() {
            return None;
        }
        let id = get(said, "id");
        let bad = |field, must| {
            let id = if is_id(&id) { id.clone() } else { JsValue::UNDEFINED };
            Some(Err(Bad { id, field, must }))
        };
        if version.as_f64() != Some(1.0) {
            return bad("convlens", EmbedKey::MustVersion);
        }
        if !is_id(&id) {
            return bad("id", EmbedKey::MustId);
        }
        let Some(kind) = get(said, "type").as_string() else {
            return bad("type", EmbedKey::MustText);
        };
        let body = said.clone();
        Some(Ok(Self { id, kind, body }))
    }

    pub fn get(&self, name: &str) -> JsValue {
        get(&self.body, name)
    }

    /// A whole number, where one is given.
    pub fn integer(&self, name: &'static str, otherwise: Option<i64>) -> Result<i64, &'static str> {
        const MOST: f64 = 9_007_199_254_740_991.0;
        let given = self.get(name);
        match (given.as_f64(), otherwise) {
            (Some(number), _) if number.fract() == 0.0 && number.abs() <= MOST => Ok(number as i64),
            (None, Some(otherwise)) if given.is_undefined() => Ok(otherwise),
            _ => Err(name),
        }
    }

    /// The message without what makes it one.
    pub fn content(&self) -> JsValue {
        let content = Object::assign(&Object::new(), self.body.unchecked_ref());
        for name in ["convlens", "id", "type"] {
            // An object of our own.
            let _ = Reflect::delete_property(&content, &name.into());
        }
        content.into()
    }

    /// Whom an answer is for.
    pub fn addressed(id: &JsValue, message: &JsValue) {
        if !id.is_undefined() {
            set(message, "id", &id.clone());
        }
    }
}

fn is_id(id: &JsValue) -> bool {
    id.is_undefined() || id.as_string().is_some() || id.as_f64().is_some()
}
