//! The page: Leptos components over the scene and the cursor, and the platform that they stand on.
mod api;
mod app;
pub mod page;
mod platform;
mod ui;

pub use app::{App, boot, watch_panics};
