//! What the host says, and the answer to it. Every request is answered, a bad one with what is wrong in it.
use crate::api::state;
use crate::dom::js::set;
use crate::dom::{act, life};
use crate::embed::deck::Deck;
use crate::embed::height::{self, Height};
use crate::embed::host::{Host, object};
use crate::embed::requests::{Bad, Request};
use crate::page::Page;
use crate::page::later::{self, LATER, Later, Told};
use js_sys::{Array, Reflect};
use story::Cursor;
use story::text::{EmbedKey, say};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

/// Hears the host from now on, and first what it said before.
pub fn hear(page: Page, host: &Host, height: Height, deck: Deck) {
    let host = host.clone();
    let heard = move |event: &MessageEvent| {
        if !host.sent(event) {
            return;
        }
        let said = event.data();
        let is_of_a_deck = said.as_string().is_some_and(|said| deck.hear(&said));
        if is_of_a_deck || height::answer(&host, height, &said) {
            return;
        }
        match Request::read(&said) {
            None => {}
            Some(Ok(request)) => answer(page, &host, request),
            Some(Err(Bad { id, field, must })) => fail(&host, &id, fault(field, must)),
        }
    };
    let name = JsValue::from("convlensMail");
    let kept = Reflect::get(&leptos::prelude::window(), &name).unwrap_or_default();
    for event in kept.dyn_ref::<Array>().into_iter().flat_map(Array::iter) {
        heard(event.unchecked_ref());
    }
    let _ = Reflect::set(&leptos::prelude::window(), &name, &JsValue::NULL);
    life::listen("message", act(move |event| heard(event.unchecked_ref())));
}

fn answer(page: Page, host: &Host, request: Request) {
    let (id, kind) = (request.id.clone(), request.kind.clone());
    let told_host = host.clone();
    let told: Told = Box::new(move |done| match done {
        Ok(value) => {
            let message = object(&[
                ("convlens", 1.into()),
                ("type", "answer".into()),
                ("to", kind.into()),
                ("value", value),
            ]);
            Request::addressed(&id, &message);
            told_host.post(&message);
        }
        Err(error) => fail(&told_host, &id, error),
    });
    match request.kind.as_str() {
        "get" => told(Ok(state(page))),
        "set" => with_later(told, move |later, told| (later.set)(page, request.get("scene"), told)),
        setting @ ("theme" | "lang") => {
            let wanted = object(&[(setting, request.get(setting))]);
            with_later(told, move |later, told| (later.set)(page, wanted, told));
        }
        "compute" => with_later(told, move |later, told| told((later.compute)(&request.content()))),
        "export" => with_later(told, move |later, told| (later.export)(page, request.content(), told)),
        _ => told(at_once(page, &request)),
    }
}

fn with_later(told: Told, act: impl FnOnce(Later, Told) + 'static) {
    LATER.try_with(move |later| match later {
        Some(later) => act(later, told),
        None => told(Err(later::missing())),
    });
}

/// What needs no other part of the page.
fn at_once(page: Page, request: &Request) -> Result<JsValue, JsValue> {
    let integer = |name, otherwise| {
        request
            .integer(name, otherwise)
            .map_err(|name| fault(name, EmbedKey::MustWhole))
    };
    match request.kind.as_str() {
        "step" => {
            let by = integer("by", Some(1))?;
            page.pause();
            page.step(by);
        }
        "seek" => {
            let step = integer("step", None)?;
            let step = usize::try_from(step).map_err(|_| fault("step", EmbedKey::MustNotNegative))?;
            page.pause();
            page.seek(Cursor::whole(step));
        }
        "play" => page.play(true),
        "pause" => page.play(false),
        _ => {
            return Err(fault("type", EmbedKey::MustKind));
        }
    }
    Ok(state(page))
}

fn fault(field: &str, must: EmbedKey) -> JsValue {
    let error = js_sys::Error::new(&[field, " ", say(must)].concat());
    set(&error, "code", &"unknown".into());
    set(&error, "field", &field.into());
    error.into()
}

fn fail(host: &Host, id: &JsValue, error: JsValue) {
    let said = |name: &str| Reflect::get(&error, &name.into()).unwrap_or_default();
    let message = object(&[
        ("convlens", 1.into()),
        ("type", "error".into()),
        ("code", said("code")),
        ("field", said("field")),
        ("message", said("message")),
    ]);
    let pytorch = said("pytorch");
    if !pytorch.is_undefined() {
        set(&message, "pytorch", &pytorch);
    }
    Request::addressed(id, &message);
    host.post(&message);
}
