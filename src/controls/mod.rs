//! What changes a scene: the layer's card, the facts about it, editing, links, and the script interface's heavier half.
//!
//! It loads when it is first used. What is there at once knows only [`Later`], the functions that this hands over.
mod argument;
mod cells;
pub mod chart;
pub mod composer;
mod data;
mod details;
mod editor;
pub mod explain;
pub mod export;
mod facts;
mod fault;
mod formula;
pub mod grids;
pub mod image;
mod language;
mod layer;
pub mod lessons;
mod list;
pub mod loaded;
mod presets;
pub mod reader;
mod row;
mod shapes;
pub mod shown;
mod theme;
mod tools;
mod tray;
mod ways;

use crate::controls::composer::{COMPOSER, Composer};
use crate::controls::explain::{EXPLAIN, Explain};
use crate::controls::export::{EXPORT, Export};
use crate::controls::grids::{GRIDS, Grids};
use crate::controls::image::{IMAGE, Image};
use crate::controls::lessons::{COURSE, LESSONS, Lessons, taught};
use crate::controls::reader::{READER, Reader};
use crate::dom::js::get;
use crate::dom::{el, style};
use crate::page::later::{self, Card, LATER, Later};
use crate::part::Fetch;
use crate::services::Services;
use conv::{Finish, sequential};
use story::lesson::Course;
use story::link::{self, Shot};
use story::words;
use wasm_bindgen::UnwrapThrowExt;

/// How the parts are fetched that the controls ask for.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    pub reader: Fetch<Reader>,
    pub explain: Fetch<Explain>,
    pub composer: Fetch<Composer>,
    pub export: Fetch<Export>,
    pub course: Fetch<Course>,
    pub lessons: Fetch<Lessons>,
    pub grids: Fetch<Grids>,
    pub image: Fetch<Image>,
}

/// Everything here, as the page knows it.
pub fn controls(services: Services, parts: Parts) -> Later {
    style::adopt(&[picture::LATER_STYLE, include_str!("style.css")]);
    story::group_by(services.count);
    READER.fetched_by(parts.reader);
    EXPLAIN.fetched_by(parts.explain);
    COMPOSER.fetched_by(parts.composer);
    EXPORT.fetched_by(parts.export);
    COURSE.fetched_by(parts.course);
    LESSONS.fetched_by(parts.lessons);
    GRIDS.fetched_by(parts.grids);
    IMAGE.fetched_by(parts.image);
    Later {
        open: language::open,
        query: |shot| link::query(&link::write(shot)),
        pairs,
        change: image::change,
        show: |scene| scene.show().ok(),
        beyond: row::beyond,
        pooled: words::pooled,
        narrate: |frame| match frame.film.plan.finish() {
            Finish::Sum => words::narrate(frame),
            _ => words::narrate_pool(frame),
        },
        means: &picture::ALL,
        card: |card, page| match card {
            Card::Theme => theme::theme(page),
            Card::Layer => layer::layer(page),
            Card::Below => el("div.below").child(grids::place(page)).children(explain::place(page)),
            Card::About => facts::facts(page),
            Card::Ways => ways::ways(page),
        },
        readout: cells::readout,
        lights: cells::lights,
        walk: cells::walk,
        touch: editor::touch,
        editor: editor::editor,
        set: |page, wanted, told| {
            let is_of_a_lesson = !get(&wanted, "lesson").is_undefined();
            let set = move || {
                READER.try_with(move |reader| {
                    told(match reader {
                        Some(reader) => (reader.set)(page, &wanted),
                        None => Err(later::missing()),
                    });
                });
            };
            // What of it is a lesson, only they know.
            if is_of_a_lesson {
                taught(set);
            } else {
                set();
            }
        },
        export: |page, wanted, told| {
            EXPORT.try_with(move |export| match export {
                Some(export) => (export.answer)(page, &wanted, told),
                None => told(Err(later::missing())),
            });
        },
        compute: |given| match READER.at_once() {
            Some(reader) => (reader.compute)(given),
            None => Err(later::missing()),
        },
        services,
    }
}

/// A link's keys and values, with the layers as PyTorch writes them.
fn pairs(shot: &Shot) -> Vec<(String, String)> {
    let mut pairs = link::write(shot);
    pairs.push(("layer".to_owned(), sequential::line(&shot.scene.net.specs())));
    pairs
}

/// What the browser gives. Nothing here runs before the page has it.
pub fn services() -> Services {
    LATER.now().unwrap_throw().services
}
