//! The clock that plays a film.
use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use std::time::Duration;

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
        let period = Duration::from_secs_f32(1.0 / rate().max(0.1));
        if let Ok(handle) = set_interval_with_handle(tick.clone(), period) {
            on_cleanup(move || handle.clear());
        }
    });
}
