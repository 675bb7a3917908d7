//! The stage: input, kernel and output as a picture, and what a person does with its cells.
use crate::dom::paint::Painter;
use crate::dom::size;
use crate::dom::{Derived, El, State, el, watch};
use crate::page::later::{LATER, Stage};
use crate::page::{Page, governed};
use crate::ui::arithmetic::arithmetic;
use crate::ui::keys::step_key;
use picture::{Layout, Mark, Means, Viewport};
use story::text::{Key, say};
use story::{Cell, Control, Cursor, Tensor, exact_number};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

/// `below` is what opens below the picture.
pub fn stage(page: Page, below: El) -> El {
    let frame = el("div.picture-box");
    let space = size::of(&frame);

    let layout = Derived::new(move || {
        let (width, height) = space.get();
        page.frame.with(|frame| {
            let frame = frame.as_ref().filter(|_| width > 0.0)?;
            Some(picture::layout(frame, Viewport { width, height }))
        })
    });
    let stage = Stage {
        layout,
        editing: State::new(None),
    };
    let cell_at = move |event: &MouseEvent| {
        let picture = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
        let from = picture.get_bounding_client_rect();
        let (x, y) = (
            f64::from(event.client_x()) - from.left(),
            f64::from(event.client_y()) - from.top(),
        );
        layout.with_untracked(|layout| layout.as_ref()?.hit(x as f32, y as f32))
    };
    let on_move = move |event: PointerEvent| {
        if LATER.now().is_none() {
            return LATER.ask();
        }
        let cell = cell_at(&event);
        if page.pointed.get_untracked() != cell {
            page.pointed.set(cell);
        }
    };
    let on_click = move |event: MouseEvent| {
        if let Some(cell) = cell_at(&event) {
            act(page, stage, cell);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let own = event.target() == event.current_target();
        if own && key(page, stage, &event) {
            event.prevent_default();
        }
    };
    let picture = picture(page, layout);
    let editor = move || {
        stage.editing.with(|_| ());
        LATER
            .now()
            .and_then(|later| (later.editor)(page, stage))
            .into_iter()
            .collect()
    };
    let place = el("div.picture-place")
        .on("pointermove", on_move)
        .on("pointerdown", on_move)
        .on("pointerleave", move |event: PointerEvent| left(page, &event))
        .on("click", on_click)
        .children(picture)
        .live(editor);
    let frame = frame
        .attrs(&[
            ("tabindex", "0"),
            ("role", "application"),
            ("aria-label", say(Key::StageHint)),
            ("aria-describedby", "narration"),
        ])
        .on("keydown", on_key)
        .on("blur", move |_: Event| page.pointed.set(None))
        .live_class("unshown", move || page.frame.with(Option::is_none))
        .child(place);
    el("section.card.stage")
        .attrs(&[("id", "stage"), ("aria-label", say(Key::Stage))])
        .live_attr("data-hand", move || {
            page.hand.get().map(|field| field.name().to_owned())
        })
        .child(frame)
        .child(readout(page))
        .child(governed(const { Control::Arithmetic.name() }, arithmetic(page)))
        .child(below)
}

/// The picture in its two layers: what stands from step to step, and what moves.
///
/// Each is an image of its own, isolated in the style sheet: what stands is then not gone through again for a step.
fn picture(page: Page, layout: Derived<Option<Layout>>) -> Vec<El> {
    let backdrop = move || {
        page.timeline.with(|timeline| {
            let film = timeline.as_ref()?.film();
            layout.with(|layout| Some(picture::backdrop(layout.as_ref()?, film, means(page, layout.as_ref()?))))
        })
    };
    let overlay = move || {
        let pointed = page.pointed.get().zip(page.later());
        page.frame.with(|frame| {
            let frame = frame.as_ref()?;
            layout.with(|layout| {
                let layout = layout.as_ref()?;
                let mut marks = picture::overlay(layout, frame, means(page, layout));
                if let Some((cell, later)) = pointed {
                    marks.extend((later.lights)(layout, frame, cell));
                }
                Some(marks)
            })
        })
    };
    let dimension = move |of: fn((f32, f32)) -> f32| {
        move || layout.with(|layout| layout.as_ref().map(|layout| exact_number(of(layout.size()))))
    };
    let backdrop = drawn("svg.picture", Box::new(backdrop))
        .live_attr("width", dimension(|size| size.0))
        .live_attr("height", dimension(|size| size.1));
    vec![backdrop, drawn("svg.picture.overlay", Box::new(overlay))]
}

/// With what the picture is drawn: what a fresh page shows needs little, but in a window where its numbers do not fit.
fn means(page: Page, layout: &Layout) -> &'static Means {
    match page.later() {
        Some(later) => later.means,
        None => {
            if layout.has_mosaic() {
                LATER.ask();
            }
            &picture::PLAIN
        }
    }
}

/// A layer of the picture, kept painted.
pub fn drawn(what: &str, marks: Box<dyn Fn() -> Option<Vec<Mark>>>) -> El {
    let layer = el(what).attr("aria-hidden", "true");
    let node = layer.element().clone();
    let mut painter = Painter::default();
    watch(move || painter.paint(&node, marks().unwrap_or_default()));
    layer
}

/// What happens as a pointer leaves. A finger that is lifted leaves too, and what it touched stays lit.
pub fn left(page: Page, event: &PointerEvent) {
    if event.pointer_type() != "touch" {
        page.pointed.set(None);
    }
}

/// What a click on a cell does: an output is gone to, any other number is edited or shown where it comes from.
pub fn act(page: Page, stage: Stage, cell: Cell) {
    match cell {
        Cell::Of(Tensor::Output, output) => {
            let step = page
                .timeline
                .with_untracked(|timeline| timeline.as_ref().map(|timeline| timeline.step_of(output)));
            if let Some(step) = step {
                page.pause();
                page.seek(Cursor::whole(step));
            }
        }
        Cell::Of(..) => LATER.with(move |later| (later.touch)(page, stage, cell)),
        Cell::Padding { .. } => {}
    }
}

/// A key on the stage; tells whether it meant something.
fn key(page: Page, stage: Stage, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    let key = event.key();
    match LATER.now() {
        Some(later) if (later.walk)(page, stage, &key) => true,
        None if key == "Enter" => {
            LATER.with(move |later| {
                (later.walk)(page, stage, "Enter");
            });
            true
        }
        _ => step_key(page, &key, event.shift_key()),
    }
}

/// What the cell is that a person points at; else why there is no picture, or how to use it.
fn readout(page: Page) -> El {
    let text = move || match page.later() {
        Some(later) => (later.readout)(page),
        None => say(Key::EditCellHint).to_owned(),
    };
    el("p.readout").live_text(text)
}
