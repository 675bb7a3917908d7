//! Where a picture comes from: a sample, a file, what is pasted or dropped, or the camera.
use crate::dom::js::{call, get, set};
use crate::dom::{El, State, el, option, value_of};
use crate::image::camera::Camera;
use crate::image::lab::{Lab, Picture};
use crate::image::open::open;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use story::image::{Fault, Sample, draw};
use story::text::{ImageKey, say};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// What the longer side of a picture may have, in pixels.
const SIDES: [u32; 4] = [128, 256, 512, 1024];

#[derive(Clone)]
pub struct Sources {
    lab: Lab,
    /// A listener may outlive the panel; the camera must not.
    camera: Weak<Camera>,
    last: Rc<RefCell<Last>>,
}

/// What was taken last.
enum Last {
    Sample(Sample),
    File(JsValue),
    Camera,
}

impl Sources {
    /// The first sample is taken at once.
    pub fn new(lab: Lab, camera: &Rc<Camera>) -> Self {
        let sources = Self {
            lab,
            camera: Rc::downgrade(camera),
            last: Rc::new(RefCell::new(Last::Sample(Sample::Shapes))),
        };
        sources.again();
        sources
    }

    fn take(&self, what: Last) {
        if let Some(camera) = self.camera.upgrade() {
            camera.stop();
        }
        self.last.replace(what);
        self.again();
    }

    /// Takes what was taken last, in the size that is chosen now.
    fn again(&self) {
        match &*self.last.borrow() {
            Last::Sample(sample) => {
                let _ = self.lab.begin();
                let side = self.lab.side.get_untracked();
                self.lab.picture.set(Some(Picture {
                    width: side as usize,
                    height: side as usize,
                    pixels: draw(*sample, side).into(),
                }));
            }
            Last::File(file) => open(self.lab, file.clone()),
            // Its next frame has the size.
            Last::Camera => {}
        }
    }

    fn film(&self) {
        let Some(camera) = self.camera.upgrade() else { return };
        if self.lab.filming.get_untracked() {
            return camera.stop();
        }
        self.last.replace(Last::Camera);
        camera.start();
    }

    pub fn buttons(&self) -> El {
        let samples = Sample::ALL.map(|sample| self.sample(sample));
        el("div.choice")
            .child(el("span.choice-name").text(say(ImageKey::Source)))
            .children(samples.into())
            .child(self.file())
            .child(self.camera())
            .child(self.side())
    }

    fn sample(&self, sample: Sample) -> El {
        let sources = self.clone();
        let name = match sample {
            Sample::Shapes => ImageKey::Shapes,
            Sample::Noise => ImageKey::Noise,
            Sample::Rings => ImageKey::Rings,
        };
        button(say(name))
            .attr("data-sample", sample.name())
            .on("click", move |_: Event| sources.take(Last::Sample(sample)))
    }

    fn file(&self) -> El {
        let sources = self.clone();
        let chosen = move |event: Event| {
            let Some(field) = event.target() else { return };
            if let Some(file) = first(&get(&field, "files")) {
                sources.take(Last::File(file));
            }
            // So that the same file can be chosen again.
            set(&field, "value", &"".into());
        };
        let field = el("input")
            .attrs(&[
                ("type", "file"),
                ("accept", "image/png,image/jpeg,image/gif,image/webp"),
            ])
            .on("change", chosen);
        el("label.as-button").text(say(ImageKey::File)).child(field)
    }

    fn camera(&self) -> El {
        let (lab, sources) = (self.lab, self.clone());
        let name = move || {
            let filming = lab.filming.get();
            say(if filming {
                ImageKey::CameraStop
            } else {
                ImageKey::Camera
            })
            .to_owned()
        };
        button("")
            .attr("data-camera", "")
            .live_text(name)
            .on("click", move |_: Event| sources.film())
    }

    fn side(&self) -> El {
        let (lab, sources) = (self.lab, self.clone());
        let resize = move |event: Event| {
            if let Ok(side) = value_of(&event).parse() {
                lab.side.set(side);
                sources.again();
            }
        };
        let sides = SIDES.map(|side| option(&side.to_string(), &side.to_string()));
        let select = el("select")
            .children(sides.into())
            .live_value(move || lab.side.get().to_string())
            .on("change", resize);
        el("label.check").text(say(ImageKey::Side)).child(select)
    }

    /// Takes what is pasted or dropped anywhere in the panel.
    pub fn takes(&self, panel: El) -> El {
        let over = State::new(false);
        let [pasting, dropping] = [self.clone(), self.clone()];
        let pasted = move |event: Event| {
            // A field takes what is pasted into it by itself.
            let target = event.target().map(JsCast::unchecked_into::<Element>);
            if target.is_none_or(|target| target.tag_name() != "TEXTAREA") {
                pasting.brought(&event, "clipboardData");
            }
        };
        let dropped = move |event: Event| {
            over.set(false);
            // Else the browser would go to the file.
            event.prevent_default();
            dropping.brought(&event, "dataTransfer");
        };
        let hovered = move |event: Event| {
            event.prevent_default();
            over.set(true);
        };
        panel
            .live_class("over", move || over.get())
            .on("paste", pasted)
            .on("dragover", hovered)
            .on("dragleave", move |_: Event| over.set(false))
            .on("drop", dropped)
    }

    fn brought(&self, event: &Event, name: &str) {
        match first(&get(&get(event, name), "files")) {
            Some(file) => {
                event.prevent_default();
                self.take(Last::File(file));
            }
            None => self.lab.fail(Fault::NoPicture),
        }
    }
}

pub fn button(words: &str) -> El {
    el("button").attr("type", "button").text(words)
}

fn first(files: &JsValue) -> Option<JsValue> {
    call(files, "item", &[&0.into()]).ok().filter(JsValue::is_object)
}
