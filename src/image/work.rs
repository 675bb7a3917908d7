//! Who computes: a worker, so that the page goes on meanwhile; where none can be had, the page itself.
//!
//! `static/image-worker.js` has the contract. While it computes, only what was asked for last waits.
use crate::dom::js::{call, get, made, once, set, window};
use crate::dom::life::at_end;
use crate::dom::promise::when_done;
use crate::dom::{act, callback, el};
use crate::image::canvas::bytes;
use crate::image::lab::{Lab, Outcome, Picture};
use js_sys::{Array, Float32Array, Object};
use leptos::prelude::document;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use story::image::{Applied, Fault};
use wasm_bindgen::prelude::*;

/// What a layer is applied to.
#[derive(Clone, Debug)]
pub enum Input {
    Picture(Picture),
    Signal(Arc<[f32]>),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Ask {
    pub applied: Arc<Applied>,
    pub input: Input,
    pub look: &'static str,
}

/// The images of the last answer, as bytes of pixels.
pub type Images = Rc<RefCell<Vec<JsValue>>>;

#[derive(Clone, Debug)]
enum Channel {
    Worker(JsValue),
    Page,
}

pub struct Work {
    me: Weak<Self>,
    lab: Lab,
    images: Images,
    channel: RefCell<Option<Channel>>,
    /// What is being computed, and what is asked for next.
    busy: RefCell<Option<Ask>>,
    next: RefCell<Option<Ask>>,
    count: Cell<f64>,
    /// The input that the other side has.
    known: RefCell<Option<Input>>,
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Some(Channel::Worker(worker)) = self.channel.take() {
            let _ = call(&worker, "terminate", &[]);
        }
    }
}

impl Work {
    pub fn new(lab: Lab, images: Images) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            lab,
            images,
            channel: RefCell::default(),
            busy: RefCell::default(),
            next: RefCell::default(),
            count: Cell::default(),
            known: RefCell::default(),
        })
    }

    /// Asks for the newest. What was asked for before and has not begun is dropped.
    pub fn ask(&self, ask: Ask) {
        if self.busy.borrow().is_some() {
            self.next.replace(Some(ask));
        } else {
            self.send(ask);
        }
    }

    /// Whether nothing is being computed.
    pub fn is_idle(&self) -> bool {
        self.busy.borrow().is_none()
    }

    fn send(&self, ask: Ask) {
        let message = self.message(&ask);
        self.busy.replace(Some(ask));
        let known = self.channel.borrow().clone();
        match known.or_else(|| self.worker()) {
            Some(Channel::Worker(worker)) if call(&worker, "postMessage", &[&message]).is_ok() => {}
            Some(Channel::Page) => self.on_page(&message),
            _ => self.without_worker(),
        }
    }

    fn message(&self, ask: &Ask) -> JsValue {
        let message = Object::new();
        let plan = &ask.applied.plan;
        let id = self.count.replace(self.count.get() + 1.0);
        let shape: Array = plan
            .input_shape()
            .iter()
            .map(|&size| JsValue::from(size as f64))
            .collect();
        set(&message, "id", &id.into());
        set(&message, "line", &ask.applied.line().into());
        set(&message, "shape", &shape);
        set(&message, "weight", &numbers(&ask.applied.plain_weight()));
        if let Some(bias) = &ask.applied.bias {
            set(&message, "bias", &numbers(bias));
        }
        set(&message, "look", &ask.look.into());
        if !self
            .known
            .borrow()
            .as_ref()
            .is_some_and(|known| is_same(known, &ask.input))
        {
            match &ask.input {
                Input::Picture(picture) => {
                    let content = Object::new();
                    set(&content, "pixels", &bytes(&picture.pixels));
                    set(&message, "picture", &content);
                }
                Input::Signal(signal) => set(&message, "signal", &numbers(signal)),
            }
            self.known.replace(Some(ask.input.clone()));
        }
        message.into()
    }

    fn worker(&self) -> Option<Channel> {
        let options = Object::new();
        set(&options, "type", &"module".into());
        let worker = made("Worker", &[&address()?, &options]).ok()?;
        // After a panic nobody calls into this instance.
        at_end(&worker, "terminate", &JsValue::UNDEFINED);
        let (me, failing) = (self.me.clone(), self.me.clone());
        let answered = act(move |event| {
            if let Some(work) = me.upgrade() {
                work.answered(&get(&event, "data"));
            }
        });
        set(&worker, "onmessage", &callback(answered));
        let failed = act(move |event| {
            // The page says what it lacks in its own words.
            let _ = call(&event, "preventDefault", &[]);
            if let Some(work) = failing.upgrade() {
                work.without_worker();
            }
        });
        set(&worker, "onerror", &callback(failed));
        let channel = Channel::Worker(worker);
        self.channel.replace(Some(channel.clone()));
        Some(channel)
    }

    /// Loads what the worker would run into the page, and asks again.
    fn without_worker(&self) {
        if let Some(Channel::Worker(worker)) = self.channel.take() {
            let _ = call(&worker, "terminate", &[]);
        }
        self.known.replace(None);
        let Some(address) = address() else {
            return self.failed(Fault::NoKernels);
        };
        let script = el("script").attr("type", "module");
        let script: JsValue = script.element().into();
        let (me, failing) = (self.me.clone(), self.me.clone());
        let loaded = once(move |_| {
            let Some(work) = me.upgrade() else { return };
            work.channel.replace(Some(Channel::Page));
            if work.lab.is_alive() {
                work.lab.apart.set(false);
            }
            let waiting = work.next.take().or(work.busy.take());
            work.busy.replace(None);
            if let Some(ask) = waiting {
                work.send(ask);
            }
        });
        let failed = once(move |_| {
            if let Some(work) = failing.upgrade() {
                work.failed(Fault::NoKernels);
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
            return self.failed(Fault::NoKernels);
        };
        when_done(promise.unchecked_into(), move |answer| {
            if let Some(work) = me.upgrade() {
                work.answered(&answer.unwrap_or_default());
            }
        });
    }

    fn answered(&self, answer: &JsValue) {
        let done = self.busy.take();
        if let Some(ask) = done.filter(|_| self.lab.is_alive()) {
            match outcome(answer, &ask.applied) {
                Some(outcome) => {
                    self.images.replace(list(answer, "images"));
                    self.lab.outcome.set(Some(Arc::new(outcome)));
                }
                None => {
                    let code = get(&get(answer, "error"), "code").as_string();
                    let is_memory = code.as_deref() == Some("bound");
                    self.lab.fail(if is_memory { Fault::Memory } else { Fault::NoKernels });
                }
            }
        }
        if let Some(ask) = self.next.take() {
            self.send(ask);
        }
    }

    fn failed(&self, fault: Fault) {
        self.busy.replace(None);
        self.next.replace(None);
        self.channel.replace(None);
        self.lab.fail(fault);
    }
}

fn is_same(one: &Input, other: &Input) -> bool {
    match (one, other) {
        (Input::Picture(one), Input::Picture(other)) => one == other,
        (Input::Signal(one), Input::Signal(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

fn numbers(numbers: &[f32]) -> JsValue {
    Float32Array::from(numbers).into()
}

/// Where `static/image-worker.js` is.
fn address() -> Option<JsValue> {
    let meta = document().query_selector("meta[name=convlens-image]").ok()??;
    let url = made("URL", &[&get(&meta, "content"), &get(&document(), "baseURI")]).ok()?;
    Some(get(&url, "href"))
}

/// A list that an answer may have.
fn list(answer: &JsValue, name: &str) -> Vec<JsValue> {
    let list = get(answer, name);
    if list.is_object() {
        Array::from(&list).iter().collect()
    } else {
        Vec::new()
    }
}

/// What an answer says; nothing where it says an error.
fn outcome(answer: &JsValue, applied: &Applied) -> Option<Outcome> {
    let number = |name| get(answer, name).as_f64();
    let string = |name| get(answer, name).as_string();
    let scale = list(answer, "scale").into_iter().filter_map(|end| end.as_f64());
    let scale: Vec<f32> = scale.map(|end| end as f32).collect();
    let data = get(answer, "data");
    let data = if data.is_object() {
        Float32Array::new(&data).to_vec()
    } else {
        Vec::new()
    };
    Some(Outcome {
        shape: applied.plan.output_shape().to_vec(),
        path: string("path")?,
        ms: number("ms")?,
        range: [number("low")? as f32, number("high")? as f32],
        scale: scale.try_into().unwrap_or([0.0, 1.0]),
        look: string("look").unwrap_or_default(),
        data: data.into(),
    })
}
