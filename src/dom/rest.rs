//! What is done when a value has stood still for a while.
use crate::dom::life::Timer;
use crate::dom::{act, callback, watch};
use std::cell::Cell;
use std::rc::Rc;

/// How long, in milliseconds; at most twice that.
const REST: i32 = 200;

/// Calls `then` with what `now` says, once it says nothing new any more. `None` says nothing.
pub fn at_rest<T: 'static>(mut now: impl FnMut() -> Option<T> + 'static, then: impl Fn(T) + 'static) {
    let latest: Rc<Cell<Option<T>>> = Rc::default();
    let timer: Rc<Cell<Option<Timer>>> = Rc::default();
    let moved: Rc<Cell<bool>> = Rc::default();
    let (rested, fired, still) = (latest.clone(), timer.clone(), moved.clone());
    let look = callback(act(move |_| {
        if still.take() {
            return;
        }
        fired.set(None);
        if let Some(value) = rested.take() {
            then(value);
        }
    }));
    watch(move || {
        let Some(value) = now() else { return };
        latest.set(Some(value));
        moved.set(true);
        let running = timer.take();
        timer.set(running.or_else(|| Timer::every(REST, &look)));
    });
}
