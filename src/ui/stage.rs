//! The stage: input, kernel and output as a picture, and what a person does with its cells.
use crate::page::Page;
use crate::platform::paint::Painter;
use crate::platform::size;
use crate::ui::arithmetic::Arithmetic;
use crate::ui::editor::Editor;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::G;
use picture::{Layout, Viewport};
use story::text::{Key, fill, say};
use story::{Cell, Cursor, Film, Limit, Lit, Showing, Tensor, words};
use wasm_bindgen::JsCast;

#[component]
pub fn Stage() -> impl IntoView {
    let page = Page::here();
    let frame_box: NodeRef<Div> = NodeRef::new();
    let (backdrop, overlay): (NodeRef<G>, NodeRef<G>) = (NodeRef::new(), NodeRef::new());
    let editing: RwSignal<Option<Cell>> = RwSignal::new(None);
    let space = size::of(frame_box);

    let layout: Memo<Option<Layout>> = Memo::new(move |_| {
        let (width, height) = space.get();
        page.frame.with(|frame| {
            let frame = frame.as_ref().filter(|_| width > 0.0)?;
            Some(picture::layout(frame, Viewport { width, height }))
        })
    });
    draw(backdrop, move || {
        page.timeline.with(|timeline| {
            let film = timeline.as_ref()?.film();
            layout.with(|layout| Some(picture::backdrop(layout.as_ref()?, film)))
        })
    });
    draw(overlay, move || {
        let pointed = page.pointed.get();
        page.frame.with(|frame| {
            let frame = frame.as_ref()?;
            let lit = pointed.map(|cell| Lit::of(frame, cell)).unwrap_or_default();
            layout.with(|layout| Some(picture::overlay(layout.as_ref()?, frame, &lit)))
        })
    });

    let cell_at = move |event: &MouseEvent| {
        let picture = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
        let from = picture.get_bounding_client_rect();
        let (x, y) = (
            f64::from(event.client_x()) - from.left(),
            f64::from(event.client_y()) - from.top(),
        );
        layout.with_untracked(|layout| layout.as_ref()?.hit(x as f32, y as f32))
    };
    let on_move = move |event: web_sys::PointerEvent| {
        let cell = cell_at(&event);
        if page.pointed.get_untracked() != cell {
            page.pointed.set(cell);
        }
    };
    let on_click = move |event: MouseEvent| {
        if let Some(cell) = cell_at(&event) {
            act(page, editing, cell);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let own = event.target() == event.current_target();
        if own && key(page, layout, editing, &event) {
            event.prevent_default();
        }
    };
    let dimension =
        move |of: fn((f32, f32)) -> f32| move || layout.with(|layout| layout.as_ref().map(|layout| of(layout.size())));
    let place = move || {
        let cell = editing.get()?;
        layout.with(|layout| layout.as_ref()?.cell_rect(cell))
    };
    view! {
        <section id="stage" class="card stage" aria-label=say(Key::Stage) data-hand=move || page.hand.get().map(conv::Field::name)>
            <div
                class="picture-box"
                node_ref=frame_box
                tabindex="0"
                role="application"
                aria-label=say(Key::StageHint)
                aria-describedby="narration"
                on:keydown=on_key
                on:blur=move |_| page.pointed.set(None)
            >
                <div
                    class="picture-place"
                    on:pointermove=on_move
                    on:pointerleave=move |_| page.pointed.set(None)
                    on:click=on_click
                >
                    <svg class="picture" width=dimension(|size| size.0) height=dimension(|size| size.1) aria-hidden="true">
                        <g node_ref=backdrop></g>
                        <g node_ref=overlay></g>
                    </svg>
                    {move || editing.get().map(|cell| view! { <Editor cell place=Signal::derive(place) editing /> })}
                </div>
            </div>
            <Readout />
            <Arithmetic />
        </section>
    }
}

/// Keeps a layer of the picture painted.
fn draw(layer: NodeRef<G>, marks: impl Fn() -> Option<Vec<picture::Mark>> + Send + Sync + 'static) {
    let painter = StoredValue::new_local(Painter::default());
    Effect::new(move |_| {
        let Some(layer) = layer.get() else { return };
        let marks = marks().unwrap_or_default();
        painter.update_value(|painter| painter.paint(&layer, marks));
    });
}

/// What a click on a cell does: an output is gone to, every other number is edited.
fn act(page: Page, editing: RwSignal<Option<Cell>>, cell: Cell) {
    match cell {
        Cell::Of(Tensor::Output, output) => {
            let step = page
                .timeline
                .with_untracked(|timeline| timeline.as_ref().map(|timeline| timeline.step_of(output)));
            if let Some(step) = step {
                page.playing.set(false);
                page.seek(Cursor::whole(step));
            }
        }
        Cell::Of(..) => editing.set(Some(cell)),
        Cell::Padding { .. } => {}
    }
}

/// A key on the stage; tells whether it meant something.
fn key(page: Page, layout: Memo<Option<Layout>>, editing: RwSignal<Option<Cell>>, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    let key = event.key();
    if let Some(cell) = page.pointed.get_untracked() {
        let go = |dx, dy| {
            let next = layout.with_untracked(|layout| layout.as_ref()?.neighbour(cell, dx, dy));
            page.pointed.set(next.or(Some(cell)));
        };
        match key.as_str() {
            "ArrowLeft" => go(-1, 0),
            "ArrowRight" => go(1, 0),
            "ArrowUp" => go(0, -1),
            "ArrowDown" => go(0, 1),
            "Enter" => act(page, editing, cell),
            "Escape" => page.pointed.set(None),
            _ => return step_key(page, &key, event.shift_key()),
        }
        return true;
    }
    if key == "Enter" {
        page.pointed
            .set(layout.with_untracked(|layout| layout.as_ref()?.first_cell()));
        return true;
    }
    step_key(page, &key, event.shift_key())
}

/// A key that moves the film; tells whether it is one.
pub fn step_key(page: Page, key: &str, shift: bool) -> bool {
    match (key, shift) {
        (" ", _) => page.play(!page.playing.get_untracked()),
        ("ArrowRight", false) => page.step(1),
        ("ArrowLeft", false) => page.step(-1),
        ("ArrowRight", true) => page.row(1),
        ("ArrowLeft", true) => page.row(-1),
        ("Home", _) => page.to_start(),
        ("End", _) => page.to_end(),
        _ => return false,
    }
    true
}

/// What the cell is that a person points at; else why there is no picture, or how to use it.
#[component]
fn Readout() -> impl IntoView {
    let page = Page::here();
    let text = move || {
        if let Some(limit) = page.showing.with(limit_of) {
            return limit;
        }
        let pointed = page.pointed.get();
        page.frame.with(|frame| match (frame, pointed) {
            (Some(frame), Some(cell)) => words::readout(frame, cell),
            (Some(frame), None) if is_rank_3(&frame.film) => say(Key::Rank3).to_owned(),
            _ => say(Key::EditCellHint).to_owned(),
        })
    };
    view! { <p class="readout">{text}</p> }
}

fn is_rank_3(film: &Film) -> bool {
    film.plan.rank() == 3
}

fn limit_of(showing: &Option<Showing>) -> Option<String> {
    match showing {
        Some(Showing::Shapes(_, limit)) => Some(match limit {
            Limit::Size { limit } => fill(Key::TooLarge, &[("limit", &limit.to_string())]),
            Limit::Kernel { limit } => fill(Key::KernelTooWide, &[("limit", &limit.to_string())]),
            Limit::Work => say(Key::TooMuchWork).to_owned(),
        }),
        _ => None,
    }
}
