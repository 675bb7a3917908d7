//! The kernels for JavaScript, by numbers alone, so that no glue is generated and two modules are one to their caller.
//!
//! Text and shapes go through a scratch buffer, tensors lie where `input`, `weight`, `bias` and `output` say. What fails
//! leaves in the scratch its code, field, message and PyTorch's line, a line each. `js/convlens-kernels.js` is the caller.
// Unsafe is to name an export as somebody else does (these are a module's only exports), and an allocator for one thread.
#![allow(unsafe_code)]

mod layers;

use std::cell::RefCell;

use layers::Layers;

/// A layer takes and gives back a few large pieces: a list of what is free does, and is a tenth of what std brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
// SAFETY: nothing here starts a thread, and the memory is not shared.
static MEMORY: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };

thread_local! {
    static LAYERS: RefCell<Layers> = const { RefCell::new(Layers::NONE) };
}

fn with<T>(act: impl FnOnce(&mut Layers) -> T) -> T {
    LAYERS.with_borrow_mut(act)
}

/// Where the scratch lies, which then has room for so many bytes; what it holds stays.
#[unsafe(no_mangle)]
pub extern "C" fn scratch(bytes: usize) -> usize {
    with(|layers| layers.scratch(bytes))
}

/// Takes in a layer, whose input shape lies in the scratch as so many 32-bit numbers, and behind them its line as so many
/// characters of 32 bits each. Its weights are 0 until they are written and [`ready`] is called. Returns its handle, from 1; or 0 and a fault.
#[unsafe(no_mangle)]
pub extern "C" fn open(entries: usize, characters: usize) -> usize {
    with(|layers| layers.open(entries, characters))
}

/// Takes the weights as they are now, and chooses the path. Returns 0 and a fault, or 1 and in the scratch the path's name
/// and the output's shape, a line each.
#[unsafe(no_mangle)]
pub extern "C" fn ready(handle: usize) -> usize {
    with(|layers| layers.ready(handle))
}

/// Bytes of the text that the last call left in the scratch.
#[unsafe(no_mangle)]
pub extern "C" fn said() -> usize {
    with(|layers| layers.said())
}

/// Where a tensor lies (0 input, 1 weight, 2 bias, 3 output), once it has its place: input and output have it when the
/// layer is ready.
#[unsafe(no_mangle)]
pub extern "C" fn tensor(handle: usize, which: usize) -> usize {
    with(|layers| layers.tensor(handle, which).as_ptr() as usize)
}

/// How many numbers a tensor holds.
#[unsafe(no_mangle)]
pub extern "C" fn length(handle: usize, which: usize) -> usize {
    with(|layers| layers.tensor(handle, which).len())
}

/// Computes the output from the input.
#[unsafe(no_mangle)]
pub extern "C" fn run(handle: usize) {
    with(|layers| layers.run(handle));
}

/// Gives back what a layer holds.
#[unsafe(no_mangle)]
pub extern "C" fn close(handle: usize) {
    with(|layers| layers.close(handle));
}
