//! The clock that plays a film.
use crate::dom::{act, callback, watch};
use crate::platform::life;
use leptos::prelude::*;

/// Calls `tick` so many times a second while `running`.
pub fn run(running: RwSignal<bool>, rate: impl Fn() -> f32 + 'static, tick: impl Fn() + Copy + 'static) {
    watch(move || {
        if !running.get() {
            return;
        }
        let period = (1000.0 / rate().max(0.1)) as i32;
        let tick = callback(act(move |_| tick()));
        let window = window();
        let Ok(timer) = window.set_interval_with_callback_and_timeout_and_arguments_0(&tick, period) else {
            return;
        };
        life::at_end(&window, "clearInterval", &timer.into());
        on_cleanup(move || {
            web_sys::window().inspect(|window| window.clear_interval_with_handle(timer));
        });
    });
}
