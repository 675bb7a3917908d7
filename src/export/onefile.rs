//! The scene as one file that needs no other: the page in one file lies beside this page, and a script beside it
//! (static/onefile.js) writes the scene into a copy.
use crate::dom::js::{call, get, once, set, window};
use crate::dom::promise::when_done;
use crate::export::canvas::Then;
use crate::page::Page;
use crate::page::later;
use js_sys::{Array, Promise};
use picture::explain::Set;
use std::cell::Cell;
use std::rc::Rc;
use story::Lang;
use story::text::ExportKey;
use wasm_bindgen::prelude::*;

const SCRIPT: &str = "./onefile.js";
const MAKER: &str = "convlensOneFile";

/// Makes the `Blob` of the scene as it is now.
pub fn onefile(page: Page, then: Then<JsValue>) {
    let mut shot = page.shot();
    // A file has no lessons: it is of the step's scene.
    (shot.scene.view.lesson, shot.scene.view.own) = Default::default();
    let link = later::query(&shot);
    let topic = page
        .scene
        .with_untracked(|scene| scene.view.picture.filter(|topic| topic.fits(scene.spec())));
    let parts = topic.into_iter().flat_map(|topic| ["explain", Set::of(topic).name()]);
    let lang = shot.scene.view.lang.filter(|lang| *lang != Lang::English);
    let parts: Array = parts.chain(lang.map(Lang::name)).map(JsValue::from).collect();
    with_script(move |is_there| {
        let made = call(&window(), MAKER, &[&link.into(), &parts]).and_then(JsCast::dyn_into::<Promise>);
        match made {
            Ok(made) if is_there => {
                let then = Rc::new(Cell::new(Some(then)));
                when_done(made, move |blob| {
                    if let Some(then) = then.take() {
                        then(blob.map_err(|_| ExportKey::NoOneFile));
                    }
                });
            }
            _ => then(Err(ExportKey::NoOneFile)),
        }
    });
}

/// Tells when the script is there, or that it cannot be had.
fn with_script(told: impl FnOnce(bool) + 'static) {
    if get(&window(), MAKER).is_function() {
        return told(true);
    }
    let document = get(&window(), "document");
    let Ok(script) = call(&document, "createElement", &[&"script".into()]) else {
        return told(false);
    };
    let told = Rc::new(Cell::new(Some(told)));
    for (event, came) in [("onload", true), ("onerror", false)] {
        let told = Rc::clone(&told);
        let answer = move |_| {
            if let Some(told) = told.take() {
                told(came);
            }
        };
        set(&script, event, &once(answer));
    }
    set(&script, "src", &SCRIPT.into());
    // Where it cannot be added, neither event comes; but a document has a head.
    let _ = call(&get(&document, "head"), "append", &[&script]);
}
