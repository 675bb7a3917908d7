//! The page's nodes, built by hand and kept alive by Leptos' effects.
//!
//! Leptos' own views are types as deep as the page, and each of them is compiled anew: so written, the page was
//! 226 KB to load (brotli, with the glue), and 159 as it is here. Here every element is of one type, and every part
//! that follows signals is one boxed closure in one kind of effect. Signals, memos and owners are Leptos' own; what a
//! part makes goes when it is made again.
pub mod js;
pub mod kept;
pub mod life;
pub mod paint;
pub mod promise;
pub mod rest;
pub mod size;
mod state;
pub mod style;

pub use state::{Derived, State};

use leptos::prelude::{RenderEffect, document, on_cleanup};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element or a text, and how to go on building it.
#[derive(Clone, Debug)]
pub struct El(Node);

/// An element by tag and classes: `el("p.hint")`.
pub fn el(what: &str) -> El {
    let (tag, classes) = what.split_once('.').unwrap_or((what, ""));
    let element = match tag {
        "svg" | "path" | "g" | "rect" | "text" => document().create_element_ns(Some(SVG), tag),
        _ => document().create_element(tag),
    };
    // The tags are the page's own: none is malformed.
    let made = El(element.unwrap_throw().into());
    if classes.is_empty() {
        made
    } else {
        made.attr("class", &classes.replace('.', " "))
    }
}

/// A text.
pub fn text(text: &str) -> El {
    El(document().create_text_node(text).into())
}

/// A text that follows signals.
pub fn live_text(now: impl Fn() -> String + 'static) -> El {
    let made = text("");
    made.follow(Box::new(move || Some(now())), Node::set_text_content);
    made
}

/// An element that stands in the page, to build on.
pub fn root(element: HtmlElement) -> El {
    El(element.into())
}

/// One of the things to choose in a `select`.
pub fn option(value: &str, label: &str) -> El {
    el("option").attr("value", value).text(label)
}

impl El {
    pub fn attr(self, name: &str, value: &str) -> Self {
        // The names are the page's own: none is malformed.
        let _ = self.element().set_attribute(name, value);
        self
    }

    pub fn attrs(mut self, pairs: &[(&str, &str)]) -> Self {
        for (name, value) in pairs {
            self = self.attr(name, value);
        }
        self
    }

    /// An attribute that follows signals; `None` takes it away.
    pub fn live_attr(self, name: &'static str, now: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow(Box::new(now), move |node, now| {
            let element: &Element = node.unchecked_ref();
            let _ = match now {
                Some(now) => element.set_attribute(name, now),
                None => element.remove_attribute(name),
            };
        });
        self
    }

    /// A style that follows signals, set in a way that the page policy allows.
    pub fn live_style(self, name: &'static str, now: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow(Box::new(now), move |node, now| {
            let style = node.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(name, now.unwrap_or_default());
        });
        self
    }

    /// What a field holds. For a `select` its options come first.
    pub fn live_value(self, now: impl Fn() -> String + 'static) -> Self {
        self.follow(Box::new(move || Some(now())), |node, now| {
            // Other fields have a value too, under the same name.
            node.unchecked_ref::<HtmlInputElement>()
                .set_value(now.unwrap_or_default());
        });
        self
    }

    pub fn live_checked(self, now: impl Fn() -> bool + 'static) -> Self {
        self.follow(flag(now), |node, now| {
            node.unchecked_ref::<HtmlInputElement>().set_checked(now.is_some());
        });
        self
    }

    pub fn live_class(self, name: &'static str, now: impl Fn() -> bool + 'static) -> Self {
        self.follow(flag(now), move |node, now| {
            let classes = node.unchecked_ref::<Element>().class_list();
            let _ = classes.toggle_with_force(name, now.is_some());
        });
        self
    }

    pub fn text(self, words: &str) -> Self {
        self.child(text(words))
    }

    pub fn live_text(self, now: impl Fn() -> String + 'static) -> Self {
        self.child(live_text(now))
    }

    pub fn child(self, child: Self) -> Self {
        self.append(&child.0);
        self
    }

    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    pub fn children(self, children: Vec<Self>) -> Self {
        for child in &children {
            self.append(&child.0);
        }
        self
    }

    /// Children that are made anew whenever a signal changes that making them read.
    pub fn live(self, children: impl Fn() -> Vec<Self> + 'static) -> Self {
        let end = document().create_text_node("");
        self.append(&end);
        keep_alive(rebuilt(end.into(), Box::new(children)));
        self
    }

    /// Children that are there while `when`.
    pub fn show(
        self,
        when: impl Fn() -> bool + Send + Sync + 'static,
        children: impl Fn() -> Vec<Self> + 'static,
    ) -> Self {
        let when = Derived::new(when);
        self.live(move || if when.get() { children() } else { Vec::new() })
    }

    pub fn on<E: JsCast>(self, event: &str, act: impl Fn(E) + 'static) -> Self {
        let act = callback(self::act(move |event| act(event.unchecked_into())));
        let _ = self.0.add_event_listener_with_callback(event, &act);
        self
    }

    /// Takes the focus as soon as it stands in the page.
    pub fn focus_with(&self, then: fn(&HtmlInputElement)) {
        let field: HtmlInputElement = self.0.clone().unchecked_into();
        once_shown(move || {
            let _ = field.focus();
            then(&field);
        });
    }

    pub fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    fn append(&self, child: &Node) {
        // No node here is put into itself.
        let _ = self.0.append_child(child);
    }

    /// Writes what signals say whenever it differs.
    fn follow(&self, now: Box<dyn Fn() -> Option<String>>, write: impl Fn(&Node, Option<&str>) + 'static) {
        keep_alive(written(self.0.clone(), now, Box::new(write)));
    }
}

fn flag(now: impl Fn() -> bool + 'static) -> Box<dyn Fn() -> Option<String>> {
    Box::new(move || now().then(String::new))
}

type Write = Box<dyn Fn(&Node, Option<&str>)>;

fn written(node: Node, now: Box<dyn Fn() -> Option<String>>, write: Write) -> Box<dyn FnMut()> {
    let mut last = None;
    Box::new(move || {
        let now = now();
        if last.as_ref() != Some(&now) {
            write(&node, now.as_deref());
            last = Some(now);
        }
    })
}

fn rebuilt(end: Node, children: Box<dyn Fn() -> Vec<El>>) -> Box<dyn FnMut()> {
    let mut shown: Vec<El> = Vec::new();
    Box::new(move || {
        let next = children();
        let Some(parent) = end.parent_node() else { return };
        for El(old) in shown.drain(..) {
            let _ = parent.remove_child(&old);
        }
        for El(new) in &next {
            let _ = parent.insert_before(new, Some(&end));
        }
        shown = next;
    })
}

/// Runs `act` now and whenever a signal changes that it read, until its owner is cleaned up.
pub fn watch(act: impl FnMut() + 'static) {
    keep_alive(Box::new(act));
}

fn keep_alive(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| act());
    on_cleanup(move || drop(effect));
}

/// Runs `act` when the nodes that are being made stand in the page.
pub fn once_shown(act: impl FnOnce() + 'static) {
    later(Box::new(act));
}

fn later(act: Box<dyn FnOnce()>) {
    leptos::task::spawn_local(async move { act() });
}

/// What a script can call: the one kind there is, for events and for the page's own functions.
pub type Callback = Box<dyn Fn(JsValue) -> Result<JsValue, JsValue>>;

/// A callback that answers nothing.
pub fn act(act: impl Fn(JsValue) + 'static) -> Callback {
    Box::new(move |event| {
        act(event);
        Ok(JsValue::UNDEFINED)
    })
}

pub fn callback(act: Callback) -> js_sys::Function {
    Closure::wrap(act).into_js_value().unchecked_into()
}

/// Calls a method of a browser object: one that is seldom needed has no binding, which would weigh in the first load.
pub fn invoke(object: &JsValue, name: &str) {
    if let Some(method) = method_of(object, name) {
        // It answers nothing.
        let _ = method.call1(object, &JsValue::UNDEFINED);
    }
}

fn method_of(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

/// The text in the field that an event comes from.
pub fn value_of(event: &web_sys::Event) -> String {
    field(event).map(|field| field.value()).unwrap_or_default()
}

/// The field that an event comes from.
pub fn field(event: &web_sys::Event) -> Option<HtmlInputElement> {
    Some(event.target()?.unchecked_into())
}
