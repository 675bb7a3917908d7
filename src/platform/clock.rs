//! The clock that plays a film.
use crate::platform::life;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Calls `tick` so many times a second while `running`.
pub fn run(
    running: RwSignal<bool>,
    rate: impl Fn() -> f32 + Send + Sync + 'static,
    tick: impl Fn() + Clone + Send + Sync + 'static,
) {
    Effect::new(move |_| {
        if !running.get() {
            return;
        }
        let tick = tick.clone();
        let tick = Closure::<dyn FnMut()>::new(move || tick());
        let period = (1000.0 / rate().max(0.1)) as i32;
        let window = window();
        let timer =
            window.set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), period);
        let Ok(timer) = timer else { return };
        life::at_end(&window, "clearInterval", &timer.into());
        let tick = StoredValue::new_local(Some(tick));
        on_cleanup(move || {
            web_sys::window().inspect(|window| window.clear_interval_with_handle(timer));
            tick.set_value(None);
        });
    });
}
