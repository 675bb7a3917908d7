//! The clock that plays a film.
use crate::dom::State;
use crate::dom::life::Timer;
use crate::dom::{act, callback, watch};

/// Calls `tick` so many times a second while `running`.
pub fn run(running: State<bool>, rate: impl Fn() -> f32 + 'static, tick: impl Fn() + 'static) {
    let tick = callback(act(move |_| tick()));
    let mut timer = None;
    watch(move || {
        let next = running.get().then(|| (1000.0 / rate().max(0.1)) as i32);
        // The old one ends before the next one begins.
        drop(timer.take());
        timer = next.and_then(|period| Timer::every(period, &tick));
    });
}
