//! The picture itself, and what a person does with it.
use crate::dom::{Derived, El, State, el, size};
use crate::explain::seen::Seen;
use crate::page::Page;
use crate::ui::{drawn, left, step_key};
use picture::Mark;
use picture::explain::{Act, Drawing};
use std::sync::Arc;
use story::text::{Key, LaterKey, say};
use story::{Cell, Topic, exact_number};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

pub fn picture(page: Page, topic: Derived<Option<Topic>>) -> El {
    let frame = el("div.explain-box");
    let seen = Seen::new(page, topic, size::of(&frame));
    let sketch = Sketch {
        page,
        drawing: seen.drawing(),
        held: State::new(None),
    };
    let layouts = seen.layouts();
    let dimension = move |of: fn((f32, f32)) -> f32| move || sketch.with(|drawing| exact_number(of(drawing.size)));
    let ground = drawn("svg.picture", Box::new(move || seen.ground(layouts)))
        .live_attr("width", dimension(|size| size.0))
        .live_attr("height", dimension(|size| size.1));
    let place = el("div.picture-place")
        .child(ground)
        .child(drawn("svg.picture.overlay", Box::new(move || Some(sketch.marks()))));
    let frame_of_it = el("div.explain-picture")
        .attrs(&[("tabindex", "0"), ("role", "application")])
        .live_attr("aria-label", move || {
            let label = sketch.with(|drawing| drawing.label.clone())?;
            Some([&label, say(LaterKey::Stop), say(Key::StageHint)].concat())
        })
        .on("pointermove", move |event: PointerEvent| sketch.point(&event))
        .on("pointerdown", move |event: PointerEvent| sketch.point(&event))
        .on("pointerleave", move |event: PointerEvent| left(page, &event))
        .on("click", move |event: MouseEvent| sketch.click(&event))
        .on("keydown", move |event: KeyboardEvent| {
            if sketch.key(&event) {
                event.prevent_default();
            }
        })
        .on("blur", move |_: Event| sketch.hold(None))
        .child(place);
    let lines = el("div.claims").kept(move |line| {
        for text in &sketch.with(|drawing| drawing.lines.clone()).unwrap_or_default() {
            line.put("says", text);
        }
    });
    // A size is measured of the frame alone, so that nothing stands in it before there is something to draw.
    frame
        .live_class("bare", move || {
            sketch.with(|drawing| drawing.size.1).is_none_or(|height| height == 0.0)
        })
        .child(frame_of_it)
        .child(lines)
}

/// The picture as it is now, and the place in it that a person holds by keyboard.
#[derive(Clone, Copy)]
struct Sketch {
    page: Page,
    drawing: Derived<Option<Arc<Drawing>>>,
    held: State<Option<usize>>,
}

impl Sketch {
    fn with<R>(self, read: impl FnOnce(&Drawing) -> R) -> Option<R> {
        self.drawing.with(|drawing| drawing.as_deref().map(read))
    }

    fn now(self) -> Option<Arc<Drawing>> {
        self.drawing.get_untracked()
    }

    /// The drawing's marks, and one around the place that is held.
    fn marks(self) -> Vec<Mark> {
        let held = self.held.get();
        let marks = self.with(|drawing| {
            let mut marks = drawing.marks.clone();
            if let Some(spot) = held.and_then(|held| drawing.spots.get(held)) {
                marks.push(Mark::Rect {
                    class: "lit here",
                    rect: spot.rect,
                    radius: 4.0,
                });
            }
            marks
        });
        marks.unwrap_or_default()
    }

    fn spot_at(self, event: &MouseEvent) -> Option<usize> {
        let place = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
        let from = place.first_element_child()?.get_bounding_client_rect();
        let drawing = self.now()?;
        // A picture that is wider than its place is shown smaller.
        let scale = drawing.size.0 / (from.width() as f32).max(1.0);
        let x = (f64::from(event.client_x()) - from.left()) as f32 * scale;
        let y = (f64::from(event.client_y()) - from.top()) as f32 * scale;
        drawing.hit(x, y)
    }

    fn act_of(self, spot: usize) -> Option<Act> {
        Some(self.now()?.spots.get(spot)?.act.clone())
    }

    fn cell_of(self, spot: Option<usize>) -> Option<Cell> {
        match self.act_of(spot?)? {
            Act::Cell(cell) => Some(cell),
            Act::Step(_) => None,
        }
    }

    fn point(self, event: &MouseEvent) {
        let cell = self.cell_of(self.spot_at(event));
        if self.page.pointed.get_untracked() != cell {
            self.page.pointed.set(cell);
        }
    }

    fn click(self, event: &MouseEvent) {
        if let Some(spot) = self.spot_at(event) {
            self.act(spot);
        }
    }

    /// A step is gone to, and so is an output cell.
    fn act(self, spot: usize) {
        let cursor = match self.act_of(spot) {
            Some(Act::Step(cursor)) => Some(cursor),
            Some(Act::Cell(Cell::Of(story::Tensor::Output, output))) => {
                let timeline = self.page.timeline;
                timeline.with_untracked(|timeline| Some(story::Cursor::whole(timeline.as_ref()?.step_of(output))))
            }
            _ => None,
        };
        if let Some(cursor) = cursor {
            self.page.pause();
            self.page.seek(cursor);
        }
    }

    fn hold(self, spot: Option<usize>) {
        self.held.set(spot);
        self.page.pointed.set(self.cell_of(spot));
    }

    /// A key on the picture; tells whether it meant something.
    fn key(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return false;
        }
        let key = event.key();
        let held = self.held.get_untracked();
        let Some(drawing) = self.now() else { return false };
        match (key.as_str(), held) {
            ("Enter", None) => self.hold((!drawing.spots.is_empty()).then_some(0)),
            ("Enter", Some(spot)) => self.act(spot),
            ("Escape", Some(_)) => self.hold(None),
            (_, Some(spot)) => {
                let (dx, dy) = match key.as_str() {
                    "ArrowLeft" => (-1.0, 0.0),
                    "ArrowRight" => (1.0, 0.0),
                    "ArrowUp" => (0.0, -1.0),
                    "ArrowDown" => (0.0, 1.0),
                    _ => return step_key(self.page, &key, event.shift_key()),
                };
                self.hold(drawing.neighbour(spot, dx, dy).or(Some(spot)));
            }
            _ => return step_key(self.page, &key, event.shift_key()),
        }
        true
    }
}
