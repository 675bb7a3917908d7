//! What the page can do once the part of it is there that loads when it is first used: everything that changes a scene.
//!
//! Until then the page shows the opening example, steps through it, and knows how to ask for the rest.
use crate::dom::{Derived, El, State};
use crate::page::Page;
use crate::services::Services;
use picture::{Layout, Mark, Means};
use std::cell::{Cell, RefCell};
use story::link::Shot;
use story::{Change, Desk, Frame, Scene, Showing};
use wasm_bindgen::JsValue;

/// The part that comes later, as functions: nothing else of it is known to what is there at once.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// The scene of a query.
    pub read: fn(&str) -> Opened,
    /// The query of a scene, with its `?`; nothing for a fresh page's.
    pub query: fn(&Shot) -> String,
    /// The keys and values of a link to a scene.
    pub pairs: fn(&Shot) -> Vec<(&'static str, String)>,
    /// As [`Desk::with`].
    pub change: fn(&Desk, Change) -> Desk,
    /// As [`Scene::show`].
    pub show: fn(&Scene) -> Option<Showing>,
    /// With what every picture can be drawn.
    pub means: &'static Means,
    pub card: fn(Card, Page) -> El,
    /// What there is to say of the cell that is pointed at.
    pub readout: fn(Page) -> String,
    /// What lights up with a cell.
    pub lights: fn(&Layout, &Frame, story::Cell) -> Vec<Mark>,
    /// What a key does among the cells; tells whether it meant something.
    pub walk: fn(Page, Stage, &str) -> bool,
    /// A field over the cell that is edited.
    pub editor: fn(Page, Stage) -> Option<El>,
    /// `convlens.set` and `convlens.compute`.
    pub set: fn(Page, &JsValue) -> Result<JsValue, JsValue>,
    pub compute: fn(&JsValue) -> Result<JsValue, JsValue>,
    /// What its parts ask of the browser.
    pub services: Services,
}

/// A scene, and a notice of what of its link could not be taken.
pub type Opened = (Shot, Option<El>);

/// A part of the page that stands in its HTML until it is first used.
#[derive(Clone, Copy, Debug)]
pub enum Card {
    Theme,
    Layer,
    /// Output size and cost.
    About,
    /// What a step is, their order, their speed.
    Ways,
}

/// Where the picture's cells are, and which one is being edited.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    pub layout: Derived<Option<Layout>>,
    pub editing: State<Option<story::Cell>>,
}

/// Is told of the part, or that it cannot be had.
pub type Act = Box<dyn FnOnce(Option<Later>)>;

/// How the part is fetched. Nothing comes where it cannot be had.
#[derive(Clone, Copy, Debug)]
pub struct Fetch {
    pub soon: fn(Act),
    /// While everything waits.
    pub now: fn() -> Option<Later>,
}

/// What runs when the part comes; and whether it goes on waiting where the part cannot be had.
struct Waiting {
    act: Act,
    patient: bool,
}

thread_local! {
    static THERE: Cell<Option<Later>> = const { Cell::new(None) };
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
    static FETCHING: Cell<bool> = const { Cell::new(false) };
    static FETCH: Cell<Option<Fetch>> = const { Cell::new(None) };
}

/// Says how the part is fetched.
pub fn fetched_by(fetch: Fetch) {
    FETCH.set(Some(fetch));
}

/// The part, if it is there.
pub fn now() -> Option<Later> {
    THERE.get()
}

/// Runs `act` with the part: now if it is there, else as soon as somebody asked for it and it came.
pub fn once_there(act: impl FnOnce(Later) + 'static) {
    match now() {
        Some(later) => act(later),
        None => wait(Box::new(if_there(act)), true),
    }
}

/// Runs `act` with the part, which is asked for where it is not there yet; not at all where it cannot be had.
pub fn with(act: impl FnOnce(Later) + 'static) {
    try_with(if_there(act));
}

/// The same, but `act` is told where the part cannot be had.
pub fn try_with(act: impl FnOnce(Option<Later>) + 'static) {
    match now() {
        Some(later) => act(Some(later)),
        None => {
            wait(Box::new(act), false);
            ask();
        }
    }
}

fn if_there(act: impl FnOnce(Later)) -> impl FnOnce(Option<Later>) {
    |later| {
        if let Some(later) = later {
            act(later);
        }
    }
}

fn wait(act: Act, patient: bool) {
    WAITING.with_borrow_mut(|waiting| waiting.push(Waiting { act, patient }));
}

/// Asks for the part.
pub fn ask() {
    if now().is_some() || FETCHING.replace(true) {
        return;
    }
    if let Some(fetch) = FETCH.get() {
        (fetch.soon)(Box::new(arrived));
    }
}

/// The part, fetched while everything waits where it is not there yet.
pub fn at_once() -> Option<Later> {
    if now().is_none()
        && let Some(fetch) = FETCH.get()
    {
        arrived((fetch.now)());
    }
    now()
}

fn arrived(later: Option<Later>) {
    // Where it could not be had, the next one who asks tries again.
    FETCHING.set(false);
    let later = later.or(now());
    THERE.set(later);
    for waiting in WAITING.take() {
        if later.is_none() && waiting.patient {
            WAITING.with_borrow_mut(|still| still.push(waiting));
        } else {
            (waiting.act)(later);
        }
    }
}

/// The query of a scene. Without the later part nothing but the step can differ from a fresh page.
pub fn query(shot: &Shot) -> String {
    match (now(), shot.cursor.step) {
        (Some(later), _) => (later.query)(shot),
        (None, 0) => String::new(),
        (None, step) => ["?step=", &step.to_string()].concat(),
    }
}
