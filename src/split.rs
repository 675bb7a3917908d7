//! Where the page is split in two: what is there at once, and what loads when it is first used.
//!
//! Without the feature `split`, as in tests, all is one file and there at once.
use crate::controls;
use crate::page::later::{Act, Later};
use crate::platform::{address, charts, clipboard};
use crate::services::Services;

#[cfg(feature = "split")]
pub use cut::{fetch, fetch_now};

/// Hands over the later part, which is there.
#[cfg(not(feature = "split"))]
pub fn fetch(then: Act) {
    then(fetch_now());
}

/// The later part.
#[cfg(not(feature = "split"))]
pub fn fetch_now() -> Option<Later> {
    Some(all())
}

fn all() -> Later {
    controls::controls(Services {
        keep: address::keep,
        copy: clipboard::copy,
        draw: charts::draw,
    })
}

/// The cut itself: the build (`xtask`, by the crate wasm_split_cli_support) finds these names in the wasm, and moves
/// into a file of its own what only the exported function reaches. `static/later.js` fetches it.
///
/// Leptos' macro does the same with futures, which would weigh more than the page asks for.
#[cfg(feature = "split")]
#[allow(unsafe_code)]
mod cut {
    use super::{Act, Later, all};
    use js_sys::Reflect;
    use std::cell::Cell;
    use std::ffi::c_void;

    type Told = extern "C" fn(*const c_void, bool);

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes, reason = "both sides are compiled as one")]
    unsafe extern "C" {
        /// Fetches the file and tells whether it is there.
        safe fn __wasm_split_load_controls(told: Told, data: *const c_void);
        /// Becomes a call of the exported function; only for when the file is there.
        fn __wasm_split_00controls00_import_636f6e766c656e73000000006c617465() -> Later;
    }

    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are compiled as one")]
    extern "C" fn __wasm_split_00controls00_export_636f6e766c656e73000000006c617465() -> Later {
        all()
    }

    thread_local! {
        static THEN: Cell<Option<Act>> = const { Cell::new(None) };
        static IS_THERE: Cell<bool> = const { Cell::new(false) };
    }

    /// Fetches the later part and hands it over, or nothing where it cannot be had. Nobody asks twice before the answer.
    pub fn fetch(then: Act) {
        THEN.set(Some(then));
        __wasm_split_load_controls(told, std::ptr::null());
    }

    extern "C" fn told(_data: *const c_void, is_there: bool) {
        if let Some(then) = THEN.take() {
            then(part(is_there));
        }
    }

    /// Fetches the later part while everything waits.
    pub fn fetch_now() -> Option<Later> {
        let wait = |on: bool| web_sys::window().map(|window| Reflect::set(&window, &"convlensNow".into(), &on.into()));
        // Only a frozen window could refuse.
        let _ = wait(true);
        IS_THERE.set(false);
        __wasm_split_load_controls(told_now, std::ptr::null());
        let _ = wait(false);
        part(IS_THERE.get())
    }

    extern "C" fn told_now(_data: *const c_void, is_there: bool) {
        IS_THERE.set(is_there);
    }

    fn part(is_there: bool) -> Option<Later> {
        // SAFETY: the file with the function is there.
        is_there.then(|| unsafe { __wasm_split_00controls00_import_636f6e766c656e73000000006c617465() })
    }
}
