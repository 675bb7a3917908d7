//! The clock that plays a film.
use crate::dom::life::Timer;
use crate::dom::{act, callback, watch};
use leptos::prelude::*;

/// Calls `tick` so many times a second while `running`.
pub fn run(running: RwSignal<bool>, rate: impl Fn() -> f32 + 'static, tick: impl Fn() + 'static) {
    let tick = callback(act(move |_| tick()));
    let timer = StoredValue::new_local(None);
    watch(move || {
        let next = running.get().then(|| (1000.0 / rate().max(0.1)) as i32);
        timer.set_value(next.and_then(|period| Timer::every(period, &tick)));
    });
}
