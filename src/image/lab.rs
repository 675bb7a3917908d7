//! What is tried, on what, and what came of it.
use crate::dom::{Derived, State};
use crate::page::Page;
use conv::Bounds;
use std::sync::Arc;
use story::Scene;
use story::image::{Applied, Fault, Kind, Unfit, grey, value};

/// A decoded picture: red, green, blue and opacity of each pixel.
#[derive(Clone, Debug)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Arc<[u8]>,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pixels, &other.pixels)
    }
}

impl Picture {
    fn pixel(&self, at: usize) -> [u8; 3] {
        let pixel = self.pixels.get(4 * at..).and_then(|pixels| pixels.first_chunk());
        pixel.copied().unwrap_or_default()
    }

    /// A cell of the input that the layer sees: the picture's grey, or its colours.
    pub fn cell(&self, channels: usize, index: usize) -> f32 {
        let area = (self.width * self.height).max(1);
        let pixel = self.pixel(index % area);
        value(match channels {
            1 => grey(pixel),
            _ => pixel[(index / area).min(2)],
        })
    }

    /// As the layer sees it.
    pub fn seen(&self, channels: usize) -> Vec<u8> {
        let mut pixels = self.pixels.to_vec();
        if channels == 1 {
            for pixel in pixels.as_chunks_mut::<4>().0 {
                let [red, green, blue, _] = *pixel;
                let grey = grey([red, green, blue]);
                *pixel = [grey, grey, grey, 255];
            }
        }
        pixels
    }
}

/// What came of a picture or a signal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub shape: Vec<usize>,
    pub path: String,
    pub ms: f64,
    pub range: [f32; 2],
    /// Which numbers are black and white.
    pub scale: [f32; 2],
    pub look: String,
    /// On which canvases it is drawn: another number, other ones.
    pub sheet: usize,
    /// A signal's numbers.
    pub data: Arc<[f32]>,
}

/// The output cell under the magnifier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub channel: usize,
    pub row: usize,
    pub column: usize,
}

pub type Tried = Result<Arc<Applied>, Unfit>;

#[derive(Clone, Copy, Debug)]
pub struct Lab {
    pub page: Page,
    pub picture: State<Option<Picture>>,
    pub signal: State<Arc<[f32]>>,
    /// Pixels that the longer side of a picture has at most.
    pub side: State<u32>,
    /// How the output is shown; empty where nobody chose.
    pub look: State<&'static str>,
    pub fault: State<Option<Fault>>,
    pub outcome: State<Option<Arc<Outcome>>>,
    pub place: State<Option<Place>>,
    /// Counts what was asked for: what is not the last is dropped.
    pub asked: State<usize>,
    pub filming: State<bool>,
    /// Whether it is computed apart from the page.
    pub apart: State<bool>,
    pub kind: Derived<Option<Kind>>,
    pub tried: Derived<Option<Tried>>,
}

impl Lab {
    pub fn new(page: Page) -> Self {
        let (picture, signal) = (State::new(None::<Picture>), State::new(Arc::from([])));
        let apart = State::new(true);
        let kind = Derived::new(move || page.scene.with(Scene::tries));
        let tried = Derived::new(move || {
            // It says why not, whatever the size.
            let size = kind
                .get()
                .map_or_else(|| Some(Vec::new()), |kind| size(kind, picture, signal))?;
            Some(page.scene.with(|scene| tried(scene, &size, apart)))
        });
        Self {
            page,
            picture,
            signal,
            side: State::new(512),
            look: State::new(""),
            fault: State::new(None),
            outcome: State::new(None),
            place: State::new(None),
            asked: State::new(0),
            filming: State::new(false),
            apart,
            kind,
            tried,
        }
    }

    /// The layer of a scene that the page does not show yet, on the input that is there.
    pub fn ahead(self, scene: &Scene) -> Option<(Kind, Arc<Applied>)> {
        let kind = scene.tries()?;
        let size = size(kind, self.picture, self.signal)?;
        let applied = tried(scene, &size, self.apart).ok()?;
        Some((kind, applied))
    }

    pub fn is_alive(self) -> bool {
        self.fault.is_alive()
    }

    /// Begins to bring another input. What comes is taken if nothing else was asked for meanwhile.
    pub fn begin(self) -> impl Fn() -> bool + Copy + 'static {
        let mine = self.asked.get_untracked() + 1;
        self.asked.set(mine);
        self.fault.set(None);
        move || self.is_alive() && self.asked.get_untracked() == mine
    }

    pub fn fail(self, fault: Fault) {
        if self.is_alive() {
            self.fault.set(Some(fault));
        }
    }

    /// The layer and its input's channels, where it can be tried.
    pub fn applied(self) -> Option<Arc<Applied>> {
        self.tried.get().and_then(Result::ok)
    }

    /// What came of it, as long as the layer can be tried.
    pub fn shown(self) -> Option<Arc<Outcome>> {
        self.applied()?;
        self.outcome.get()
    }

    /// A cell of the input that is tried.
    pub fn cell(self, channels: usize, index: usize) -> f32 {
        match self.kind.get_untracked() {
            Some(Kind::Signal) => self
                .signal
                .with_untracked(|signal| signal.get(index).copied().unwrap_or(0.0)),
            _ => self
                .picture
                .with_untracked(|picture| picture.as_ref().map_or(0.0, |picture| picture.cell(channels, index))),
        }
    }
}

/// The size of the input, where there is one.
fn size(kind: Kind, picture: State<Option<Picture>>, signal: State<Arc<[f32]>>) -> Option<Vec<usize>> {
    match kind {
        Kind::Signal => Some(vec![signal.with(|signal| signal.len())]),
        Kind::Picture => picture.with(|picture| picture.as_ref().map(|it| vec![it.height, it.width])),
    }
}

fn tried(scene: &Scene, size: &[usize], apart: State<bool>) -> Tried {
    let bounds = if apart.get() { Bounds::WORKER } else { Bounds::PAGE };
    scene.applied(size, bounds).map(Arc::new)
}
