//! The camera, from when a person asks for it until they stop it or close the panel.
use crate::dom::js::{call, get, once, set, window};
use crate::dom::life::at_end;
use crate::dom::promise::when_done;
use crate::dom::{el, js};
use crate::image::canvas::{picture, size};
use crate::image::lab::Lab;
use crate::image::work::Work;
use js_sys::{Array, Object};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use story::image::Fault;
use wasm_bindgen::prelude::*;

pub struct Camera {
    me: Weak<Self>,
    lab: Lab,
    work: Rc<Work>,
    /// The stream, and the element that plays it.
    on: RefCell<Option<[JsValue; 2]>>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.end();
    }
}

impl Camera {
    pub fn new(lab: Lab, work: Rc<Work>) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            lab,
            work,
            on: RefCell::default(),
        })
    }

    /// Asks for the camera.
    pub fn start(&self) {
        let is_wanted = self.lab.begin();
        let devices = get(&get(&window(), "navigator"), "mediaDevices");
        let (video, wanted) = (Object::new(), Object::new());
        let width = Object::new();
        set(&width, "ideal", &640.into());
        set(&video, "width", &width);
        set(&wanted, "video", &video);
        let Ok(stream) = call(&devices, "getUserMedia", &[&wanted]) else {
            return self.lab.fail(Fault::NoCamera);
        };
        let (me, lab) = (self.me.clone(), self.lab);
        when_done(stream.unchecked_into(), move |stream| match (stream, me.upgrade()) {
            (Ok(stream), Some(camera)) if is_wanted() => camera.play(&stream),
            // Nobody waits for it any more.
            (Ok(stream), _) => stop(&stream),
            (Err(error), _) if is_wanted() => {
                let is_denied = get(&error, "name")
                    .as_string()
                    .is_some_and(|name| name == "NotAllowedError");
                lab.fail(if is_denied {
                    Fault::CameraDenied
                } else {
                    Fault::NoCamera
                });
            }
            (Err(_), _) => {}
        });
    }

    fn play(&self, stream: &JsValue) {
        self.end();
        let video = el("video").attrs(&[("muted", ""), ("playsinline", "")]);
        let video: JsValue = video.element().into();
        set(&video, "muted", &true.into());
        set(&video, "srcObject", stream);
        for track in tracks(stream) {
            at_end(&track, "stop", &JsValue::UNDEFINED);
        }
        self.on.replace(Some([stream.clone(), video.clone()]));
        self.lab.filming.set(true);
        if let Ok(playing) = call(&video, "play", &[]) {
            // A film that is stopped before it began is no fault.
            when_done(playing.unchecked_into(), |_| {});
        }
        self.next(&video);
    }

    /// Waits for the next frame.
    fn next(&self, video: &JsValue) {
        let (me, source) = (self.me.clone(), video.clone());
        let frame = once(move |_| {
            if let Some(camera) = me.upgrade() {
                camera.frame(&source);
            }
        });
        if call(video, "requestVideoFrameCallback", &[&frame]).is_err() {
            // Older browsers have it not: whenever they draw, there may be a new one.
            let _ = call(&window(), "requestAnimationFrame", &[&frame]);
        }
    }

    fn frame(&self, video: &JsValue) {
        let is_on = self.on.borrow().as_ref().is_some_and(|[_, playing]| playing == video);
        if !is_on || !self.lab.is_alive() {
            return;
        }
        let length = size(video, ["videoWidth", "videoHeight"]);
        // While a frame is computed, others go by.
        if length.0 > 0.0 && self.work.is_idle() {
            match picture(video, length, self.lab.side.get_untracked().into()) {
                Some(picture) => self.lab.picture.set(Some(picture)),
                None => {
                    self.stop();
                    return self.lab.fail(Fault::Canvas);
                }
            }
        }
        self.next(video);
    }

    pub fn stop(&self) {
        self.end();
        if self.lab.is_alive() {
            self.lab.filming.set(false);
        }
    }

    fn end(&self) {
        if let Some([stream, video]) = self.on.take() {
            stop(&stream);
            js::set(&video, "srcObject", &JsValue::NULL);
        }
    }
}

fn stop(stream: &JsValue) {
    for track in tracks(stream) {
        let _ = call(&track, "stop", &[]);
    }
}

fn tracks(stream: &JsValue) -> Vec<JsValue> {
    let tracks = call(stream, "getTracks", &[]).unwrap_or_default();
    Array::from(&tracks).iter().collect()
}
