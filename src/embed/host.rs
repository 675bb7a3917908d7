//! The page around this one.
use crate::dom::js::set;
use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Window};

#[derive(Clone, Debug)]
pub struct Host(Window);

impl Host {
    pub fn around() -> Option<Self> {
        Some(Self(web_sys::window()?.parent().ok()??))
    }

    /// Whether a message is from it: no other window is heard.
    pub fn sent(&self, event: &MessageEvent) -> bool {
        event.source().is_some_and(|source| Object::is(&source, &self.0))
    }

    /// Posts what is for any host: which one it is, a page cannot know.
    pub fn post(&self, message: &JsValue) {
        // Only what cannot be copied could be refused.
        let _ = self.0.post_message(message, "*");
    }

    /// Posts a message of our own.
    pub fn tell(&self, kind: &str, content: &[(&str, JsValue)]) {
        let message = object(content);
        set(&message, "convlens", &1.into());
        set(&message, "type", &kind.into());
        self.post(&message);
    }
}

pub fn object(content: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in content {
        set(&object, name, value);
    }
    object.into()
}
