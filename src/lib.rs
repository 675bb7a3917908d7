//! The page: components over the scene and the cursor, and the platform that they stand on.
mod api;
mod app;
mod composer;
mod controls;
mod dom;
mod embed;
mod explain;
mod export;
mod grids;
mod image;
mod lesson;
pub mod page;
mod part;
mod platform;
mod reader;
mod services;
mod sheet;
mod split;
mod ui;

pub use app::{boot, watch_panics};
