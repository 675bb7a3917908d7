//! The cells that a person points at or walks through by keyboard.
use crate::page::Page;
use crate::page::later::Stage;
use crate::ui::act;
use picture::{Layout, Mark};
use story::text::{Key, LaterKey, fill, say};
use story::{Cell, Film, Frame, Limit, Lit, Showing, words};

/// What lights up with a cell.
pub fn lights(layout: &Layout, frame: &Frame, cell: Cell) -> Vec<Mark> {
    picture::lights(layout, &Lit::of(frame, cell))
}

/// What a key does among the cells; tells whether it meant something.
pub fn walk(page: Page, stage: Stage, key: &str) -> bool {
    let layout = stage.layout;
    let Some(cell) = page.pointed.get_untracked() else {
        if key == "Enter" {
            page.pointed
                .set(layout.with_untracked(|layout| layout.as_ref()?.first_cell()));
        }
        return key == "Enter";
    };
    let go = |dx, dy| {
        let next = layout.with_untracked(|layout| layout.as_ref()?.neighbour(cell, dx, dy));
        page.pointed.set(next.or(Some(cell)));
    };
    match key {
        "ArrowLeft" => go(-1, 0),
        "ArrowRight" => go(1, 0),
        "ArrowUp" => go(0, -1),
        "ArrowDown" => go(0, 1),
        "Enter" => act(page, stage, cell),
        "Escape" => page.pointed.set(None),
        _ => return false,
    }
    true
}

/// What the cell is that a person points at; else why there is no picture, or how to use it.
pub fn readout(page: Page) -> String {
    if let Some(limit) = page.showing.with(limit_of) {
        return limit;
    }
    let pointed = page.pointed.get();
    page.frame.with(|frame| match (frame, pointed) {
        (Some(frame), Some(cell)) => words::readout(frame, cell),
        (Some(frame), None) if is_rank_3(&frame.film) => say(LaterKey::Rank3).to_owned(),
        _ if page.scene.with(story::Scene::in_hand) > 0 => say(LaterKey::LaterCellHint).to_owned(),
        _ => say(Key::EditCellHint).to_owned(),
    })
}

fn is_rank_3(film: &Film) -> bool {
    film.plan.rank() == 3
}

fn limit_of(showing: &Option<Showing>) -> Option<String> {
    match showing {
        Some(Showing::Shapes(_, limit)) => Some(match limit {
            Limit::Size { limit } => fill(LaterKey::TooLarge, &[("limit", &limit.to_string())]),
            Limit::Kernel { limit } => fill(LaterKey::KernelTooWide, &[("limit", &limit.to_string())]),
            Limit::Work => say(LaterKey::TooMuchWork).to_owned(),
        }),
        _ => None,
    }
}
