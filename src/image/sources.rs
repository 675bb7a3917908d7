//! Where a picture comes from: a sample, a file, what is pasted or dropped, or the camera.
use crate::dom::js::{call, get, set};
use crate::dom::{El, State, el, option, value_of};
use crate::image::camera::Camera;
use crate::image::lab::{Lab, Picture};
use crate::image::open::open;
use std::rc::{Rc, Weak};
use story::image::{Fault, Sample, draw};
use story::text::{ImageKey, say};
use wasm_bindgen::prelude::*;
use web_sys::Event;

/// What the longer side of a picture may have, in pixels.
const SIDES: [u32; 4] = [128, 256, 512, 1024];

/// Takes a picture that is drawn in code.
pub fn take_sample(lab: Lab, sample: Sample) {
    let _ = lab.begin();
    let side = lab.side.get_untracked();
    lab.picture.set(Some(Picture {
        width: side as usize,
        height: side as usize,
        pixels: draw(sample, side).into(),
    }));
}

/// The buttons; `last` is what was taken last, to be taken again in another size.
pub fn sources(lab: Lab, camera: &Rc<Camera>) -> El {
    // A listener may outlive the panel; the camera must not.
    let camera = Rc::downgrade(camera);
    let last = State::new(Some(Sample::Shapes));
    let samples = Sample::ALL.map(|sample| {
        let stopping = camera.clone();
        let take = move |_: Event| {
            stop(&stopping);
            last.set(Some(sample));
            take_sample(lab, sample);
        };
        button(say(match sample {
            Sample::Shapes => ImageKey::Shapes,
            Sample::Noise => ImageKey::Noise,
            Sample::Rings => ImageKey::Rings,
        }))
        .attr("data-sample", sample.name())
        .on("click", take)
    });
    let (stopping, switching) = (camera.clone(), camera);
    let chosen = move |event: Event| {
        let Some(field) = event.target() else { return };
        if let Some(file) = first(&get(&field, "files")) {
            stop(&stopping);
            last.set(None);
            open(lab, file);
        }
        // So that the same file can be chosen again.
        set(&field, "value", &"".into());
    };
    let file = el("input")
        .attrs(&[
            ("type", "file"),
            ("accept", "image/png,image/jpeg,image/gif,image/webp"),
        ])
        .on("change", chosen);
    let film = move |_: Event| {
        let Some(camera) = switching.upgrade() else { return };
        if lab.filming.get_untracked() {
            camera.stop();
        } else {
            last.set(None);
            camera.start();
        }
    };
    let film = button("")
        .attr("data-camera", "")
        .live_attr("aria-pressed", move || Some(lab.filming.get().to_string()))
        .live_text(move || {
            let filming = lab.filming.get();
            say(if filming {
                ImageKey::CameraStop
            } else {
                ImageKey::Camera
            })
            .to_owned()
        })
        .on("click", film);
    let resize = move |event: Event| {
        if let Ok(side) = value_of(&event).parse() {
            lab.side.set(side);
            if let Some(sample) = last.get_untracked() {
                take_sample(lab, sample);
            }
        }
    };
    let sides = SIDES.map(|side| option(&side.to_string(), &side.to_string()));
    let side = el("select")
        .children(sides.into())
        .live_value(move || lab.side.get().to_string())
        .on("change", resize);
    el("div.choice")
        .child(el("span.choice-name").text(say(ImageKey::Source)))
        .children(samples.into())
        .child(el("label.as-button").text(say(ImageKey::File)).child(file))
        .child(film)
        .child(el("label.check").text(say(ImageKey::Side)).child(side))
}

/// What is pasted or dropped anywhere in the panel.
pub fn takes(lab: Lab, camera: &Rc<Camera>, panel: El) -> El {
    let camera = Rc::downgrade(camera);
    let over = State::new(false);
    let stopping = camera.clone();
    let take = move |camera: &Weak<Camera>, event: &Event, name: &str| {
        let data = get(event, name);
        match first(&get(&data, "files")) {
            Some(file) => {
                event.prevent_default();
                stop(camera);
                open(lab, file);
            }
            None => lab.fail(Fault::NoPicture),
        }
    };
    let pasted = move |event: Event| {
        // A field takes what is pasted into it by itself.
        let target = event.target().map(JsCast::unchecked_into::<web_sys::Element>);
        if target.is_none_or(|target| target.tag_name() != "TEXTAREA") {
            take(&camera, &event, "clipboardData");
        }
    };
    let dropped = move |event: Event| {
        event.prevent_default();
        over.set(false);
        take(&stopping, &event, "dataTransfer");
    };
    let hovered = move |event: Event| {
        // Else the browser would go to the file.
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

fn stop(camera: &Weak<Camera>) {
    if let Some(camera) = camera.upgrade() {
        camera.stop();
    }
}

pub fn button(words: &str) -> El {
    el("button").attr("type", "button").text(words)
}

fn first(files: &JsValue) -> Option<JsValue> {
    call(files, "item", &[&0.into()]).ok().filter(JsValue::is_object)
}
