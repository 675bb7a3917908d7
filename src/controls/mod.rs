//! What changes a scene: the layer's card, the facts about it, editing, links, and the script interface's heavier half.
//!
//! It loads when it is first used. What is there at once knows only [`Later`], the functions that this hands over.
mod argument;
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
mod script;
mod shapes;
mod tools;
mod tray;
mod warnings;

use crate::page::later::{self, Later};
use crate::services::Services;
use story::link;
use wasm_bindgen::UnwrapThrowExt;

/// Everything here, as the page knows it.
pub fn controls(services: Services) -> Later {
    Later {
        read: |pairs| {
            let (shot, warnings) = link::read(pairs);
            (shot, warnings::warnings(&warnings))
        },
        write: link::write,
        change: story::Desk::with,
        path: conv::exact::run,
        layer: layer::layer,
        facts: facts::facts,
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
