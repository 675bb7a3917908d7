//! The painter for JavaScript, by numbers alone.
// Unsafe is to name an export as somebody else does (these are a module's only exports), and an allocator for one thread.
#![allow(unsafe_code)]

use std::cell::RefCell;

use crate::Painter;

#[global_allocator]
// SAFETY: nothing here starts a thread, and the memory is not shared.
static MEMORY: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };

thread_local! {
    static PAINTER: RefCell<Painter> = const { RefCell::new(Painter::NEW) };
}

fn with<T>(act: impl FnOnce(&mut Painter) -> T) -> T {
    PAINTER.with_borrow_mut(act)
}

/// As [`Painter::begin`]. Places are other ones afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn begin(area: usize, images: usize) {
    with(|painter| painter.begin(area, images));
}

/// Where the plane lies.
#[unsafe(no_mangle)]
pub extern "C" fn plane() -> usize {
    with(|painter| painter.plane_mut().as_mut_ptr() as usize)
}

/// Where the images lie, one after another.
#[unsafe(no_mangle)]
pub extern "C" fn images() -> usize {
    with(|painter| painter.images().as_ptr() as usize)
}

#[unsafe(no_mangle)]
pub extern "C" fn measure() {
    with(Painter::measure);
}

/// The ends: 0 the low one, 1 the high one.
#[unsafe(no_mangle)]
pub extern "C" fn end(which: usize) -> f32 {
    with(|painter| painter.ends()[which])
}

#[unsafe(no_mangle)]
pub extern "C" fn paint(image: usize, factor: f64, start: f64) {
    with(|painter| painter.paint(image, factor, start));
}

#[unsafe(no_mangle)]
pub extern "C" fn join() {
    with(Painter::join);
}
