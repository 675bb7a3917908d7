//! What the host is told unasked: that the page is ready, each step, and what the scene has become.
use crate::api::state;
use crate::dom::{Derived, rest, watch};
use crate::embed::height::Height;
use crate::embed::host::Host;
use crate::page::Page;
use story::Timeline;
use wasm_bindgen::JsValue;

pub fn tell(page: Page, host: &Host, height: Height) {
    ready(page, host, height);
    steps(page, host);
    scenes(page, host);
}

/// Once, when there is a height to tell.
fn ready(page: Page, host: &Host, height: Height) {
    let host = host.clone();
    let mut told = false;
    watch(move || {
        let (_, now) = height.get();
        if now > 0.0 && !told {
            told = true;
            host.tell(
                "ready",
                &[("version", 1.into()), ("state", state(page)), ("height", now.into())],
            );
        }
    });
}

fn steps(page: Page, host: &Host) {
    let now = Derived::new(move || {
        let steps = page
            .timeline
            .with(|timeline| timeline.as_ref().map_or(0, Timeline::steps));
        (page.cursor().step, steps, page.at_end())
    });
    let host = host.clone();
    let mut before = None;
    watch(move || {
        let now @ (step, steps, at_end) = now.get();
        if before.replace(now).is_some() {
            let content: [(&str, JsValue); 3] = [
                ("step", (step as f64).into()),
                ("steps", (steps as f64).into()),
                ("atEnd", at_end.into()),
            ];
            host.tell("step", &content);
        }
    });
}

/// At rest: a person who drags changes the scene at every frame.
fn scenes(page: Page, host: &Host) {
    let host = host.clone();
    let mut is_first = true;
    let changed = move || {
        page.scene.with(|_| ());
        (!std::mem::take(&mut is_first)).then_some(())
    };
    rest::at_rest(changed, move |()| host.tell("state", &[("state", state(page))]));
}
