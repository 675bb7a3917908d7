//! The size of an element, as it changes.
use crate::platform::life;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// An element's content box in CSS pixels, whole ones; zero until it is known.
pub fn of<E>(element: NodeRef<E>) -> ReadSignal<(f32, f32)>
where
    E: ElementType,
    E::Output: AsRef<web_sys::Element> + JsCast + Clone + 'static,
{
    let (size, set_size) = signal((0.0_f32, 0.0_f32));
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let element: &web_sys::Element = element.as_ref();
        observe(element, move |now| {
            if size.try_get_untracked().is_some_and(|before| before != now) {
                set_size.set(now);
            }
        });
    });
    size
}

fn observe(element: &web_sys::Element, set: impl Fn((f32, f32)) + 'static) {
    let measure = {
        let element = element.clone();
        move || set((element.client_width() as f32, element.client_height() as f32))
    };
    measure();
    let watch = Closure::<dyn FnMut()>::new(measure).into_js_value();
    if let Ok(observer) = web_sys::ResizeObserver::new(watch.unchecked_ref()) {
        observer.observe(element);
        life::at_end(&observer, "disconnect", &JsValue::UNDEFINED);
    }
}
