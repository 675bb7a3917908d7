//! The page's wasm. It mounts nothing by itself: `boot` does, when the glue calls it.
fn main() {
    convlens::watch_panics();
}
