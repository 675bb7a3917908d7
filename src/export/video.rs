//! The film as a video, where the browser records one: it takes as long as the film plays.
use crate::dom::js::{call, get, made, once, set, window};
use crate::export::canvas::{Canvas, Then};
use crate::export::film::{Film, Showing, Watch};
use js_sys::Object;
use std::cell::Cell;
use std::rc::Rc;
use story::text::ExportKey;
use wasm_bindgen::JsValue;

pub const MIME: &str = "video/webm";

/// Whether this browser records such videos.
pub fn can_record() -> bool {
    let asked = call(&get(&window(), "MediaRecorder"), "isTypeSupported", &[&MIME.into()]);
    asked.is_ok_and(|answer| answer.is_truthy())
}

pub fn video(film: Rc<Film>, watch: Watch, then: Then<JsValue>) {
    let canvas = match Canvas::new(film.size()) {
        Ok(canvas) => canvas,
        Err(why) => return then(Err(why)),
    };
    let Some(recorder) = recorder(&canvas) else {
        return then(Err(ExportKey::NoRecorder));
    };
    let then = Rc::new(Cell::new(Some(then)));
    let (kept, broken) = (Rc::clone(&then), then);
    let taken = once(move |event: JsValue| {
        if let Some(then) = kept.take() {
            then(Ok(get(&event, "data")));
        }
    });
    set(&recorder, "ondataavailable", &taken);
    if call(&recorder, "start", &[]).is_err() {
        return fail(&broken, ExportKey::NoRecorder);
    }
    let [_, count] = film.frames();
    // A recorder takes what is drawn when it is drawn: the last frame a second time, so that it stands as long as others.
    let frames = (0..count).chain([count - 1]).collect();
    let pause = film.pause;
    let ended = move |done: Result<(), ExportKey>| {
        if let Err(why) = done {
            fail(&broken, why);
        }
        if call(&recorder, "stop", &[]).is_err() {
            fail(&broken, ExportKey::NoRecorder);
        }
    };
    Showing {
        frames,
        act: Box::new(move |_| Ok(pause)),
        watch,
        then: Cell::new(Some(Box::new(ended))),
        film,
        canvas,
    }
    .run();
}

fn fail(then: &Cell<Option<Then<JsValue>>>, why: ExportKey) {
    if let Some(then) = then.take() {
        then(Err(why));
    }
}

/// What records a canvas, if the browser lets it.
fn recorder(canvas: &Canvas) -> Option<JsValue> {
    if !can_record() {
        return None;
    }
    let stream = call(canvas.element(), "captureStream", &[]).ok()?;
    let options = Object::new();
    set(&options, "mimeType", &MIME.into());
    // Letters stay sharp.
    set(&options, "videoBitsPerSecond", &4_000_000.into());
    made("MediaRecorder", &[&stream, &options]).ok()
}
