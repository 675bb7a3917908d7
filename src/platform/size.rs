//! The size of an element, as it changes.
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
        let measure = {
            let element = element.clone();
            move || {
                let now = (element.client_width() as f32, element.client_height() as f32);
                if set_size
                    .try_update(|size| std::mem::replace(size, now) != now)
                    .is_none()
                {
                    // The page is gone: the observer goes with its element.
                }
            }
        };
        measure();
        let watch = Closure::<dyn FnMut()>::new(measure).into_js_value();
        if let Ok(observer) = web_sys::ResizeObserver::new(watch.unchecked_ref()) {
            observer.observe(element);
        }
    });
    size
}
