//! The way to `static/image-worker.js`, which has the contract: a worker, so that the page goes on meanwhile; where none can
//! be had, the page runs the same module itself.
use crate::dom::js::{call, get, made, once, set, window};
use crate::dom::life::at_end;
use crate::dom::promise::when_done;
use crate::dom::{act, callback, el};
use js_sys::{Array, Object};
use leptos::prelude::document;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

/// What comes of a message.
#[derive(Clone, Debug)]
pub enum Reply {
    Answer(JsValue),
    /// There is no worker: from now on the page answers, which knows nothing of what was sent before.
    Moved,
    /// Nobody answers.
    Nobody,
}

type Then = Box<dyn FnOnce(Reply)>;

#[derive(Clone, Debug)]
enum Way {
    Worker(JsValue),
    Page,
}

pub struct Post {
    me: Weak<Self>,
    way: RefCell<Option<Way>>,
    then: Cell<Option<Then>>,
}

impl Drop for Post {
    fn drop(&mut self) {
        self.end();
    }
}

impl Post {
    pub fn new() -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            way: RefCell::default(),
            then: Cell::default(),
        })
    }

    /// Sends one message; the next one may be sent when its reply is there.
    pub fn send(&self, message: &JsValue, then: Then) {
        self.then.set(Some(then));
        let known = self.way.borrow().clone();
        match known.or_else(|| self.worker()) {
            Some(Way::Worker(worker)) if call(&worker, "postMessage", &[message, &given_away(message)]).is_ok() => {}
            Some(Way::Page) => self.on_page(message),
            _ => self.move_here(),
        }
    }

    fn reply(&self, reply: Reply) {
        if let Some(then) = self.then.take() {
            then(reply);
        }
    }

    fn worker(&self) -> Option<Way> {
        // It could not draw.
        if get(&window(), "OffscreenCanvas").is_undefined() {
            return None;
        }
        let options = Object::new();
        set(&options, "type", &"module".into());
        let worker = made("Worker", &[&address()?, &options]).ok()?;
        // After a panic nobody calls into this instance.
        at_end(&worker, "terminate", &JsValue::UNDEFINED);
        let (me, failing) = (self.me.clone(), self.me.clone());
        let answered = act(move |event| {
            if let Some(post) = me.upgrade() {
                post.reply(Reply::Answer(get(&event, "data")));
            }
        });
        set(&worker, "onmessage", &callback(answered));
        let failed = act(move |event| {
            // The page says what it lacks in its own words.
            let _ = call(&event, "preventDefault", &[]);
            if let Some(post) = failing.upgrade() {
                post.move_here();
            }
        });
        set(&worker, "onerror", &callback(failed));
        let way = Way::Worker(worker);
        self.way.replace(Some(way.clone()));
        Some(way)
    }

    /// Loads what the worker would run into the page.
    fn move_here(&self) {
        self.end();
        let Some(address) = address() else {
            return self.reply(Reply::Nobody);
        };
        let script: JsValue = el("script").attr("type", "module").element().into();
        let (me, failing) = (self.me.clone(), self.me.clone());
        let loaded = once(move |_| {
            if let Some(post) = me.upgrade() {
                post.way.replace(Some(Way::Page));
                post.reply(Reply::Moved);
            }
        });
        let failed = once(move |_| {
            if let Some(post) = failing.upgrade() {
                post.reply(Reply::Nobody);
            }
        });
        set(&script, "onload", &loaded);
        set(&script, "onerror", &failed);
        set(&script, "src", &address);
        let _ = call(&get(&document(), "head"), "append", &[&script]);
    }

    fn on_page(&self, message: &JsValue) {
        let me = self.me.clone();
        let Ok(promise) = call(&window(), "convlensImage", &[message]) else {
            return self.reply(Reply::Nobody);
        };
        when_done(promise.unchecked_into(), move |answer| {
            if let Some(post) = me.upgrade() {
                post.reply(answer.map_or(Reply::Nobody, Reply::Answer));
            }
        });
    }

    fn end(&self) {
        if let Some(Way::Worker(worker)) = self.way.take() {
            let _ = call(&worker, "terminate", &[]);
        }
    }
}

/// Makes the canvases of a message ones that are drawn on elsewhere, and lists them.
fn given_away(message: &JsValue) -> JsValue {
    let canvases = get(message, "canvases");
    if canvases.is_undefined() {
        return Array::new().into();
    }
    // Each is a new one, which cannot refuse.
    let given: Array = Array::from(&canvases)
        .iter()
        .filter_map(|canvas| call(&canvas, "transferControlToOffscreen", &[]).ok())
        .collect();
    set(message, "canvases", &given);
    given.into()
}

/// Where `static/image-worker.js` is.
fn address() -> Option<JsValue> {
    let meta = document().query_selector("meta[name=convlens-image]").ok()??;
    let url = made("URL", &[&get(&meta, "content"), &get(&document(), "baseURI")]).ok()?;
    Some(get(&url, "href"))
}
