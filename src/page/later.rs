//! What the page can do once the part of it is there that loads when it is first used: everything that changes a scene.
//!
//! Until then the page shows the opening example, steps through it, and knows how to ask for the rest.
use crate::dom::{Derived, El, State};
use crate::page::Page;
use crate::part::{Act, Known, Part};
use crate::services::Services;
use js_sys::Reflect;
use picture::{Layout, Mark, Means};
use story::link::Shot;
use story::text::{Key, say};
use story::{Change, Desk, Frame, Scene, Showing};
use wasm_bindgen::JsValue;

/// The part that comes later, as functions: nothing else of it is known to what is there at once.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// The scene of a query; nothing where what reads it cannot be had.
    pub open: fn(String, Act<Opened>),
    /// The query of a scene, with its `?`; nothing for a fresh page's.
    pub query: fn(&Shot) -> String,
    /// The keys and values of a link to a scene.
    pub pairs: fn(&Shot) -> Vec<(String, String)>,
    /// As [`Desk::with`].
    pub change: fn(&Desk, Change) -> Desk,
    /// As [`Scene::show`].
    pub show: fn(&Scene) -> Option<Showing>,
    /// On in the next layer's film, or back at the end of the one before; tells whether there is one.
    pub beyond: fn(Page, bool) -> bool,
    /// A step of a layer without weights as arithmetic.
    pub pooled: fn(&Frame) -> String,
    /// Any step as a sentence.
    pub narrate: fn(&Frame) -> String,
    /// With what every picture can be drawn.
    pub means: &'static Means,
    pub card: fn(Card, Page) -> El,
    /// What there is to say of the cell that is pointed at.
    pub readout: fn(Page) -> String,
    /// What lights up with a cell.
    pub lights: fn(&Layout, &Frame, story::Cell) -> Vec<Mark>,
    /// What a key does among the cells; tells whether it meant something.
    pub walk: fn(Page, Stage, &str) -> bool,
    /// A click on a cell that is no output: it is edited, or gone to where it was made.
    pub touch: fn(Page, Stage, story::Cell),
    /// A field over the cell that is edited.
    pub editor: fn(Page, Stage) -> Option<El>,
    /// `convlens.set` and `convlens.compute`.
    pub set: fn(Page, JsValue, Told),
    pub compute: fn(&JsValue) -> Result<JsValue, JsValue>,
    /// The message `export`: `{format, width, scheme}` to `{format, mime, text or blob}`.
    pub export: fn(Page, JsValue, Told),
    /// What its parts ask of the browser.
    pub services: Services,
}

thread_local! {
    static KNOWN: Known<Later> = const { Known::new() };
}

pub static LATER: Part<Later> = Part(&KNOWN);

/// Is told what a script asked for, or why it cannot be.
pub type Told = Box<dyn FnOnce(Result<JsValue, JsValue>)>;

/// A scene, and a notice of what of its link could not be taken.
pub type Opened = (Shot, Option<El>);

/// A part of the page that stands in its HTML until it is first used.
#[derive(Clone, Copy, Debug)]
pub enum Card {
    Theme,
    Layer,
    /// Below the picture: the frame as tables, and an explaining picture.
    Below,
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

/// The query of a scene. Without the later part nothing but the step can differ from a fresh page.
pub fn query(shot: &Shot) -> String {
    let embed = if shot.scene.view.embed { IN_EMBED } else { "" };
    match (LATER.now(), shot.cursor.step) {
        (Some(later), _) => (later.query)(shot),
        (None, 0) => embed.to_owned(),
        (None, step) => [
            embed,
            if embed.is_empty() { "?" } else { "&" },
            "step=",
            &step.to_string(),
        ]
        .concat(),
    }
}

/// The query of the opening example as a part of another page.
const IN_EMBED: &str = "?embed";

/// The scene of a query that needs no reading, if it is one.
pub fn opening(query: &str) -> Option<Shot> {
    let mut shot = Shot::default();
    shot.scene.view.embed = query.len() > 1;
    (query.len() <= 1 || query == IN_EMBED).then_some(shot)
}

/// What a script is told where a part cannot be had.
pub fn missing() -> JsValue {
    let error = js_sys::Error::new(say(Key::Missing));
    for (name, value) in [("code", "unknown"), ("field", "")] {
        // A new object refuses nothing.
        let _ = Reflect::set(&error, &name.into(), &value.into());
    }
    error.into()
}
