//! `window.convlens`: the page for scripts. Version 1 of the contract.
use crate::dom::js::set;
use crate::dom::{Callback, act, callback};
use crate::page::Page;
use crate::page::later::{self, LATER};
use js_sys::{Object, Promise};
use story::Cursor;
use wasm_bindgen::prelude::*;

/// Puts `convlens` onto the window.
pub fn offer(page: Page) {
    let api = Object::new();
    set(&api, "version", &1.into());
    let offer = |name, act: Callback| set(&api, name, &callback(act).into());
    offer("get", Box::new(move |_| Ok(state(page))));
    offer(
        "set",
        Box::new(move |wanted| {
            let promise = Promise::new(&mut |kept, broken| {
                let (wanted, kept, broken) = (wanted.clone(), kept.clone(), broken.clone());
                let told = move |done: Result<JsValue, JsValue>| {
                    // What a promise calls does not throw.
                    let _ = match done {
                        Ok(state) => kept.call1(&JsValue::NULL, &state),
                        Err(fault) => broken.call1(&JsValue::NULL, &fault),
                    };
                };
                LATER.try_with(move |later| match later {
                    Some(later) => (later.set)(page, wanted, Box::new(told)),
                    None => told(Err(later::missing())),
                });
            });
            Ok(promise.into())
        }),
    );
    // The answer comes at once, as the contract has it, even where the part that computes must be waited for.
    let compute = |given| match LATER.at_once() {
        Some(later) => (later.compute)(&given),
        None => Err(later::missing()),
    };
    offer("compute", Box::new(compute));
    let step = move |by: JsValue| {
        page.pause();
        page.step(by.as_f64().unwrap_or(1.0) as i64);
    };
    offer("step", act(step));
    let seek = move |step: JsValue| {
        page.pause();
        page.seek(Cursor::whole(step.as_f64().unwrap_or(0.0).max(0.0) as usize));
    };
    offer("seek", act(seek));
    offer("play", act(move |_| page.play(true)));
    offer("pause", act(move |_| page.play(false)));
    if let Some(window) = web_sys::window() {
        set(&window, "convlens", &api.into());
    }
}

/// The scene, with the link's keys; every one of them, whether or not a link would need to name it.
pub fn state(page: Page) -> JsValue {
    let state = Object::new();
    let shot = page.shot();
    let pairs = match LATER.now() {
        Some(later) => (later.pairs)(&shot),
        // Nothing has changed it yet.
        None => vec![("layer".to_owned(), story::OPENING_LINE.to_owned())],
    };
    for (name, value) in pairs {
        set(&state, &name, &value.into());
    }
    set(&state, "step", &(untracked_cursor(page).step as f64).into());
    set(&state, "playing", &page.playing.get_untracked().into());
    state.into()
}

fn untracked_cursor(page: Page) -> Cursor {
    let cursor = page.shot().cursor;
    page.timeline
        .with_untracked(|timeline| timeline.as_ref().map_or(cursor, |timeline| timeline.clamp(cursor)))
}
