//! What the components ask of the browser. `split.rs` hands it in, so that components and platform do not know each other.
use std::rc::Rc;

/// Is told what came of something, later.
pub type Told<T> = Rc<dyn Fn(T)>;

/// The browser's services.
#[derive(Clone, Copy, Debug)]
pub struct Services {
    /// Keeps the present scene as an entry of the history, so that the browser's back leads to it.
    pub keep: fn(),
    /// The address of the page.
    pub page: fn() -> String,
    /// Copies a text; tells whether the browser allowed it.
    pub copy: fn(&str, Told<bool>),
    /// Fetches a text that is a file of its own.
    pub text: fn(&str, Told<Option<String>>),
    /// Writes a count in the language that is spoken.
    pub count: fn(u64) -> String,
    /// Makes the document one in the language that is spoken.
    pub speak: fn(),
    /// Starts the page again, at a link; and whether it plays.
    pub again: fn(&str, bool),
    /// Where the page was started again so, and this was not asked before: whether it played.
    pub resumed: fn() -> Option<bool>,
    /// Draws a chart as SVG text, when the charts are there.
    pub draw: fn(&Chart, Told<Result<String, ()>>),
}

pub type Points = Vec<(u32, u32)>;

/// What a chart shows.
#[derive(Clone, Debug)]
pub enum Chart {
    Staircase(Staircase),
    Bars(picture::explain::Bars),
}

/// A chart of output size against input size.
#[derive(Clone, Debug)]
pub struct Staircase {
    /// Pairs of input size and output size.
    pub points: Points,
    /// The pair that the scene has.
    pub present: (u32, u32),
    /// The names of the axes, and the title.
    pub words: [String; 3],
}
