//! What changes a scene: the layer's card, the facts about it, editing, links, and the script interface's heavier half.
//!
//! It loads when it is first used. What is there at once knows only [`Later`], the functions that this hands over.
mod argument;
mod cells;
mod chart;
mod data;
mod details;
mod editor;
mod facts;
mod fault;
mod formula;
mod layer;
mod list;
mod presets;
mod query;
mod script;
mod shapes;
mod theme;
mod tools;
mod tray;
mod warnings;
mod ways;

use crate::page::later::{self, Card, Later};
use crate::services::Services;
use story::link;
use wasm_bindgen::UnwrapThrowExt;

/// Everything here, as the page knows it.
pub fn controls(services: Services) -> Later {
    Later {
        read: query::read,
        query: query::query,
        pairs: link::write,
        change: story::Desk::with,
        show: |scene| scene.show().ok(),
        means: &picture::ALL,
        card: |card, page| match card {
            Card::Theme => theme::theme(page),
            Card::Layer => layer::layer(page),
            Card::About => facts::facts(page),
            Card::Ways => ways::ways(page),
        },
        readout: cells::readout,
        lights: cells::lights,
        walk: cells::walk,
        editor: editor::editor,
        set: script::set,
        compute: script::compute,
        services,
    }
}

/// What the browser gives. Nothing here runs before the page has it.
fn services() -> Services {
    later::now().unwrap_throw().services
}
