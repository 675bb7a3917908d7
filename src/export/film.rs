//! A film's frames, drawn one after the other. Between two of them the page does whatever else there is to do.
use crate::dom::js::{call, once, window};
use crate::export::canvas::{Canvas, Then};
use crate::page::Page;
use picture::figure::{Scheme, still};
use std::cell::Cell;
use std::rc::Rc;
use story::text::ExportKey;
use story::{Cursor, Timeline};
use wasm_bindgen::JsValue;

/// More frames than this are left out.
const MOST: usize = 200;

/// Told how many frames are done, of how many; says whether to go on.
pub type Watch = Rc<dyn Fn(usize, usize) -> bool>;

/// What there is to draw.
#[derive(Debug)]
pub struct Film {
    timeline: Timeline,
    /// Where the reader goes by products, so does the film.
    taps: usize,
    width: f32,
    scheme: Scheme,
    size: (f32, f32),
    /// How long a step stands, in milliseconds.
    pub pause: f32,
}

impl Film {
    /// The film of the scene; none where it has none.
    pub fn of(page: Page, width: f32, scheme: Scheme) -> Option<Self> {
        let timeline = page.timeline.with_untracked(Clone::clone)?;
        let by_taps = page.shot().cursor.tap.is_some();
        let taps = if by_taps { timeline.taps().max(1) } else { 1 };
        let speed = page.scene.with_untracked(|scene| scene.view.speed);
        let mut film = Self {
            timeline,
            taps,
            width,
            scheme,
            size: (0.0, 0.0),
            pause: 1000.0 / speed.max(0.1),
        };
        for frame in film.samples() {
            let (width, height) = still(&film.timeline.at(film.cursor(frame)), width).size();
            film.size = (width, film.size.1.max(height));
        }
        Some(film)
    }

    /// How many frames there are, and how many are drawn.
    pub fn frames(&self) -> [usize; 2] {
        let all = self.timeline.steps() * self.taps;
        [all, all.min(MOST)]
    }

    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// Frames that have every colour and the height of all.
    pub fn samples(&self) -> [usize; 3] {
        let last = self.frames()[1] - 1;
        [0, last / 2, last]
    }

    fn cursor(&self, frame: usize) -> Cursor {
        let tap = (self.taps > 1).then_some(frame % self.taps);
        Cursor {
            step: frame / self.taps,
            tap,
        }
    }

    fn svg(&self, frame: usize) -> String {
        let sheet = still(&self.timeline.at(self.cursor(frame)), self.width);
        sheet.at_least(self.size.1).svg(self.scheme)
    }
}

/// What is done with each of some frames once it is drawn: it says how long to wait before the next one, in milliseconds.
pub type Act = Box<dyn Fn(usize) -> Result<f32, ExportKey>>;

/// Some frames of a film on their way onto a canvas.
pub struct Showing {
    pub film: Rc<Film>,
    pub canvas: Canvas,
    pub frames: Vec<usize>,
    pub act: Act,
    pub watch: Watch,
    pub then: Cell<Option<Then<()>>>,
}

impl Showing {
    /// Draws all of them, from the first on.
    pub fn run(self) {
        Rc::new(self).from(0);
    }

    fn from(self: Rc<Self>, at: usize) {
        let Some(&frame) = self.frames.get(at) else {
            return self.end(Ok(()));
        };
        if !(self.watch)(at, self.frames.len()) {
            return self.end(Err(ExportKey::Cancelled));
        }
        let this = Rc::clone(&self);
        let drawn = move |drawn: Result<(), ExportKey>| match drawn.and_then(|()| (this.act)(frame)) {
            Err(why) => this.end(Err(why)),
            Ok(0.0) => this.from(at + 1),
            Ok(pause) => later(pause, move || this.from(at + 1)),
        };
        self.canvas.draw(&self.film.svg(frame), Box::new(drawn));
    }

    fn end(&self, done: Result<(), ExportKey>) {
        if let Some(then) = self.then.take() {
            then(done);
        }
    }
}

pub fn later(milliseconds: f32, act: impl FnOnce() + 'static) {
    // Every browser has timers.
    let _ = call(
        &window(),
        "setTimeout",
        &[&once(move |_| act()), &JsValue::from(milliseconds)],
    );
}
