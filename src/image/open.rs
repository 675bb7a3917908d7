//! A file becomes a picture: refused by its size and its head before anything of it is decoded.
use crate::dom::el;
use crate::dom::js::{call, get, once, set, window};
use crate::dom::promise::when_done;
use crate::image::canvas::{picture, size};
use crate::image::lab::{Lab, Picture};
use js_sys::{Object, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use story::image::{Fault, Head, LARGEST_FILE, head};
use wasm_bindgen::prelude::*;

/// A head is looked for in so many bytes: photographs have notes before it.
const HEAD: u32 = 1 << 20;

/// Takes a file, or what else has bytes.
pub fn open(lab: Lab, blob: JsValue) {
    let is_wanted = lab.begin();
    let bytes = get(&blob, "size").as_f64().unwrap_or(0.0);
    if bytes > LARGEST_FILE {
        return lab.fail(Fault::Large { bytes });
    }
    let first = call(&blob, "slice", &[&0.into(), &HEAD.into()]).and_then(|first| call(&first, "arrayBuffer", &[]));
    let Ok(first) = first else {
        return lab.fail(Fault::Decode);
    };
    let took = move |picture: Result<Picture, Fault>| {
        if is_wanted() {
            match picture {
                Ok(picture) => lab.picture.set(Some(picture)),
                Err(fault) => lab.fail(fault),
            }
        }
    };
    when_done(first.unchecked_into(), move |first: Result<JsValue, JsValue>| {
        let read = first.map_err(|_| Fault::Decode);
        let read = read.and_then(|first| head(&Uint8Array::new(&first).to_vec()).map_err(Fault::Head));
        match read {
            Ok(head) if is_wanted() => decode(&blob, head, lab.side.get_untracked(), Rc::new(took)),
            Ok(_) => {}
            Err(fault) => took(Err(fault)),
        }
    });
}

type Took = Rc<dyn Fn(Result<Picture, Fault>)>;

fn decode(blob: &JsValue, head: Head, side: u32, took: Took) {
    let options = Object::new();
    let longer = head.width.max(head.height);
    if longer > side {
        // One of the sides alone: the browser keeps their ratio, also of a picture that its camera says to turn.
        let width = (f64::from(head.width) * f64::from(side) / f64::from(longer)).round();
        set(&options, "resizeWidth", &width.max(1.0).into());
        set(&options, "resizeQuality", &"high".into());
    }
    let Ok(bitmap) = call(&window(), "createImageBitmap", &[blob, &options]) else {
        return by_element(blob, side, took);
    };
    let blob = blob.clone();
    when_done(bitmap.unchecked_into(), move |bitmap| match bitmap {
        Ok(bitmap) => {
            let drawn = picture(&bitmap, size(&bitmap, ["width", "height"]), side.into());
            let _ = call(&bitmap, "close", &[]);
            took(drawn.ok_or(Fault::Canvas));
        }
        // It may refuse what an element shows.
        Err(_) => by_element(&blob, side, took.clone()),
    });
}

/// The old way, where there is no other.
fn by_element(blob: &JsValue, side: u32, took: Took) {
    let urls = get(&window(), "URL");
    let Ok(address) = call(&urls, "createObjectURL", &[blob]) else {
        return took(Err(Fault::Decode));
    };
    let image: JsValue = el("img").element().into();
    // One of the two comes.
    let took = Rc::new(Cell::new(Some(took)));
    let told = move |took: &Cell<Option<Took>>, address: &JsValue, picture| {
        let _ = call(&get(&window(), "URL"), "revokeObjectURL", &[address]);
        if let Some(took) = took.take() {
            took(picture);
        }
    };
    let (loaded, source, first) = (image.clone(), address.clone(), Rc::clone(&took));
    let load = move |_| {
        let drawn = picture(&loaded, size(&loaded, ["naturalWidth", "naturalHeight"]), side.into());
        told(&first, &source, drawn.ok_or(Fault::Canvas));
    };
    set(&image, "onload", &once(load));
    let source = address.clone();
    set(
        &image,
        "onerror",
        &once(move |_| told(&took, &source, Err(Fault::Decode))),
    );
    set(&image, "src", &address);
}
