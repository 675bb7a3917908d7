//! The size of an element, as it changes.
use crate::dom::State;
use crate::dom::life;
use crate::dom::{El, act, callback, once_shown};
use wasm_bindgen::JsValue;
use web_sys::ResizeObserver;

/// An element's content box in CSS pixels, whole ones; zero until it is known.
pub fn of(element: &El) -> State<(f32, f32)> {
    let size = State::new((0.0_f32, 0.0_f32));
    let element = element.element().clone();
    let measured = element.clone();
    let measure = move || {
        let now = (measured.client_width() as f32, measured.client_height() as f32);
        // Where the page is gone there is none: the observer goes with its element.
        if size.is_alive() && size.get_untracked() != now {
            size.set(now);
        }
    };
    once_shown(move || {
        measure();
        if let Ok(observer) = ResizeObserver::new(&callback(act(move |_| measure()))) {
            observer.observe(&element);
            life::at_end(&observer, "disconnect", &JsValue::UNDEFINED);
        }
    });
    size
}
