//! Has outputs computed. While one is, only what was asked for last waits.
use crate::dom::el;
use crate::dom::js::{get, set};
use crate::image::canvas::bytes;
use crate::image::lab::{Lab, Outcome, Picture};
use crate::image::post::{Post, Reply};
use crate::image::sheet::drawn;
use js_sys::{Array, Float32Array, Object};
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

/// The same one, not one that is alike: that would be a long search.
impl PartialEq for Input {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Picture(one), Self::Picture(other)) => one == other,
            (Self::Signal(one), Self::Signal(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    pub applied: Arc<Applied>,
    pub input: Input,
    pub look: &'static str,
}

/// The canvases of the last answer.
pub type Canvases = Rc<RefCell<Vec<JsValue>>>;

/// What is drawn on elsewhere.
#[derive(Default)]
struct Sheet {
    canvases: Vec<JsValue>,
    /// The how many-th it is.
    serial: usize,
}

pub struct Work {
    me: Weak<Self>,
    lab: Lab,
    shown: Canvases,
    sheet: RefCell<Sheet>,
    post: Rc<Post>,
    is_busy: Cell<bool>,
    last: RefCell<Option<Ask>>,
    next: RefCell<Option<Ask>>,
    /// The input that the other side has.
    known: RefCell<Option<Input>>,
}

impl Work {
    pub fn new(lab: Lab, shown: Canvases) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            lab,
            shown,
            sheet: RefCell::default(),
            post: Post::new(),
            is_busy: Cell::default(),
            last: RefCell::default(),
            next: RefCell::default(),
            known: RefCell::default(),
        })
    }

    /// Asks for the newest. What was asked for before and has not begun is dropped.
    pub fn ask(&self, ask: Ask) {
        let last = self.last.replace(Some(ask.clone()));
        if last.is_some_and(|last| last == ask) {
            return;
        }
        if self.is_busy.get() {
            self.next.replace(Some(ask));
        } else {
            self.send(ask);
        }
    }

    /// Whether nothing is being computed.
    pub fn is_idle(&self) -> bool {
        !self.is_busy.get()
    }

    fn send(&self, ask: Ask) {
        self.is_busy.set(true);
        let message = self.message(&ask);
        let me = self.me.clone();
        let then = move |reply| {
            if let Some(work) = me.upgrade() {
                work.replied(ask, reply);
            }
        };
        self.post.send(&message, Box::new(then));
    }

    fn message(&self, ask: &Ask) -> JsValue {
        let message = asked(&ask.applied);
        set(&message, "look", &ask.look.into());
        if self.known.borrow().as_ref() != Some(&ask.input) {
            match &ask.input {
                Input::Picture(picture) => {
                    let content = Object::new();
                    set(&content, "pixels", &bytes(&picture.pixels));
                    set(&message, "picture", &content);
                }
                Input::Signal(signal) => set(&message, "signal", &Float32Array::from(&signal[..])),
            }
            self.known.replace(Some(ask.input.clone()));
        }
        let mut sheet = self.sheet.borrow_mut();
        let count = drawn(ask.applied.plan.out_channels());
        if matches!(ask.input, Input::Picture(_)) && sheet.canvases.len() != count {
            sheet.serial += 1;
            sheet.canvases = (0..count).map(|_| el("canvas").element().into()).collect();
            let canvases: Array = sheet.canvases.iter().collect();
            set(&message, "canvases", &canvases);
        }
        message
    }

    fn replied(&self, ask: Ask, reply: Reply) {
        self.is_busy.set(false);
        if !self.lab.is_alive() {
            return;
        }
        let next = self.next.take();
        match reply {
            Reply::Moved => {
                self.known.replace(None);
                self.sheet.borrow_mut().canvases.clear();
                self.lab.apart.set(false);
                return self.send(next.unwrap_or(ask));
            }
            Reply::Nobody => self.lab.fail(Fault::NoKernels),
            Reply::Answer(answer) => match outcome(&answer, &ask.applied) {
                Ok(mut outcome) => {
                    let sheet = self.sheet.borrow();
                    outcome.sheet = sheet.serial;
                    self.shown.replace(sheet.canvases.clone());
                    drop(sheet);
                    self.lab.outcome.set(Some(Arc::new(outcome)));
                }
                Err(fault) => self.lab.fail(fault),
            },
        }
        if let Some(next) = next {
            self.send(next);
        }
    }
}

/// A message that asks for a layer.
pub fn asked(applied: &Applied) -> JsValue {
    let message = Object::new();
    let shape = applied.plan.input_shape().iter();
    let shape: Array = shape.map(|&size| JsValue::from(size as f64)).collect();
    set(&message, "line", &applied.line().into());
    set(&message, "shape", &shape);
    set(&message, "weight", &Float32Array::from(&applied.plain_weight()[..]));
    if let Some(bias) = &applied.bias {
        set(&message, "bias", &Float32Array::from(&bias[..]));
    }
    message.into()
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

/// What an answer's error comes to.
pub fn fault(answer: &JsValue) -> Fault {
    let code = get(&get(answer, "error"), "code").as_string();
    if code.as_deref() == Some("bound") {
        Fault::Memory
    } else {
        Fault::NoKernels
    }
}

fn outcome(answer: &JsValue, applied: &Applied) -> Result<Outcome, Fault> {
    if get(answer, "error").is_object() {
        return Err(fault(answer));
    }
    let number = |name| get(answer, name).as_f64().unwrap_or(0.0);
    let string = |name| get(answer, name).as_string().unwrap_or_default();
    let scale = list(answer, "scale").into_iter().filter_map(|end| end.as_f64());
    let scale: Vec<f32> = scale.map(|end| end as f32).collect();
    let data = get(answer, "data");
    let data = if data.is_object() {
        Float32Array::new(&data).to_vec()
    } else {
        Vec::new()
    };
    Ok(Outcome {
        shape: applied.plan.output_shape().to_vec(),
        path: string("path"),
        ms: number("ms"),
        range: [number("low") as f32, number("high") as f32],
        scale: scale.try_into().unwrap_or([0.0, 1.0]),
        look: string("look"),
        sheet: 0,
        data: data.into(),
    })
}
