//! The explaining pictures: each shows one thing about the layer in hand, at the stage's own step, with its numbers.
//!
//! A picture is two functions. `still` says what follows from the scene alone: what has been computed and compared, and
//! what can be switched in place. `draw` makes the marks of a step, for a width.
mod channels;
mod compare;
mod dilation;
mod feeds;
mod film;
mod flat;
mod flip;
mod grid;
mod groups;
mod lights;
mod matching;
mod matrix;
mod order;
mod padding;
mod pointwise;
mod pooling;
mod separable;
mod sets;
mod signal;
mod sketch;
mod slider;
mod stack;
mod stride;
mod transposed;

use crate::layout::Layout;
use crate::mark::Mark;
use crate::plane::Rect;
pub use sets::{Pictures, Set};
use sketch::Sketch;
use std::sync::Arc;
use story::text::say;
use story::{Cell, Change, Cursor, Film, Frame, Scene, Topic};

/// What only these pictures draw, beside what the stage's style says.
pub const STYLE: &str = include_str!("../../explain.css");

/// What a picture is of.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    pub scene: &'a Scene,
    pub frame: &'a Frame,
    /// The frame of the scene to compare with, at the same step; none where there is no such scene, or it is too large.
    pub beside: Option<&'a Frame>,
    /// The cell that a person points at, here or on the stage.
    pub pointed: Option<Cell>,
    /// CSS pixels from side to side: from 230, on a small phone.
    pub width: f32,
}

/// What follows from the scene alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Still {
    /// Sentences: what has been computed and compared.
    pub lines: Vec<String>,
    /// What can be switched in place.
    pub choices: Vec<Choice>,
    /// A chart, which is drawn apart.
    pub bars: Option<Bars>,
}

/// What the chart of bars shows: `charts::bars` draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Each bar's name and its height.
    pub values: Vec<(String, f64)>,
    /// The bar of the layer in hand.
    pub present: Option<usize>,
    /// What the bars' names are, and what their heights.
    pub x: String,
    pub y: String,
    /// What the chart shows.
    pub title: String,
}

/// Something to choose in place.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is chosen.
    pub name: String,
    /// What each option is called, and the change that it makes.
    pub options: Vec<(String, Change)>,
    /// The present one.
    pub now: Option<usize>,
    /// Whether it is a slider: its options are stops on a scale.
    pub slides: bool,
}

/// A picture of one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub marks: Vec<Mark>,
    /// Its extent; the height is 0 where there is nothing to draw.
    pub size: (f32, f32),
    /// What a person finds in the picture, in reading order.
    pub spots: Vec<Spot>,
    /// Sentences about this step.
    pub lines: Vec<String>,
    /// What it shows, for those who do not see it.
    pub label: String,
}

/// A place in a picture that means something.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub rect: Rect,
    pub act: Act,
}

/// What a place in a picture means.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// It is this cell: what belongs to it lights up, here and on the stage.
    Cell(Cell),
    /// A step of the film.
    Step(Cursor),
}

/// One topic's picture.
#[derive(Clone, Copy, Debug)]
pub struct Picture {
    still: fn(&mut Still, &Scene, &Arc<Film>),
    draw: fn(&mut Sketch, &Ask<'_>),
    films: Option<Films>,
}

/// Whole pictures of films within a picture: where their grids are, and what stands from step to step while the scene and
/// these layouts do.
#[derive(Clone, Copy, Debug)]
struct Films {
    layouts: fn(&Ask<'_>) -> Vec<Layout>,
    ground: fn(&mut Sketch, &Ask<'_>, &[Layout]),
}

impl Picture {
    const fn new(still: fn(&mut Still, &Scene, &Arc<Film>), draw: fn(&mut Sketch, &Ask<'_>)) -> Self {
        Self {
            still,
            draw,
            films: None,
        }
    }

    const fn over(self, layouts: fn(&Ask<'_>) -> Vec<Layout>, ground: fn(&mut Sketch, &Ask<'_>, &[Layout])) -> Self {
        Self {
            films: Some(Films { layouts, ground }),
            ..self
        }
    }

    /// What follows from the scene alone. Its cost is that of a change, not of a step.
    pub fn still(self, scene: &Scene, film: &Arc<Film>) -> Still {
        let mut still = Still::default();
        (self.still)(&mut still, scene, film);
        still
    }

    /// The picture of a step.
    pub fn draw(self, ask: &Ask<'_>) -> Drawing {
        let mut sketch = Sketch::default();
        (self.draw)(&mut sketch, ask);
        sketch.drawing()
    }

    /// Where whole films in it are.
    pub fn layouts(self, ask: &Ask<'_>) -> Vec<Layout> {
        self.films.map_or_else(Vec::new, |films| (films.layouts)(ask))
    }

    /// What lies beneath it and stands from step to step, while the scene and these layouts do.
    pub fn ground(self, ask: &Ask<'_>, layouts: &[Layout]) -> Vec<Mark> {
        let mut sketch = Sketch::default();
        if let Some(films) = self.films {
            (films.ground)(&mut sketch, ask, layouts);
        }
        sketch.drawing().marks
    }
}

impl Picture {
    /// The picture of a step with what lies beneath it, for where it does not move.
    pub fn whole(self, ask: &Ask<'_>) -> Drawing {
        let mut marks = self.ground(ask, &self.layouts(ask));
        let mut drawing = self.draw(ask);
        marks.append(&mut drawing.marks);
        Drawing { marks, ..drawing }
    }

    /// The same for a figure.
    pub fn explained(self, ask: &Ask<'_>) -> Explained {
        Explained {
            drawing: self.whole(ask),
            style: STYLE,
        }
    }
}

/// A picture that was drawn for [`inner`](crate::figure::inner) of a figure's width, and the style sheet that its marks need. (They
/// come together, since the page has neither before the first picture is opened.)
#[derive(Clone, Debug)]
pub struct Explained {
    pub drawing: Drawing,
    pub style: &'static str,
}

/// What a topic's picture is called, and what it shows.
pub fn words(topic: Topic) -> [&'static str; 2] {
    topic.words().map(say)
}

impl Drawing {
    /// The place at a point, if there is one: the last that was drawn there.
    pub fn hit(&self, x: f32, y: f32) -> Option<usize> {
        self.spots.iter().rposition(|spot| {
            let Rect { x: left, y: top, .. } = spot.rect;
            x >= left && x < spot.rect.right() && y >= top && y < spot.rect.bottom()
        })
    }

    /// The nearest place from another one, in a direction.
    pub fn neighbour(&self, from: usize, dx: f32, dy: f32) -> Option<usize> {
        let (x, y) = self.spots.get(from)?.rect.centre();
        let mut best: Option<(f32, usize)> = None;
        for (index, spot) in self.spots.iter().enumerate() {
            let (to_x, to_y) = spot.rect.centre();
            let along = (to_x - x) * dx + (to_y - y) * dy;
            let across = ((to_x - x) * dy + (to_y - y) * dx).abs();
            // Straight ahead is nearer than aside.
            let far = along + 3.0 * across;
            if along > 0.5 && best.is_none_or(|(nearest, _)| far < nearest) {
                best = Some((far, index));
            }
        }
        best.map(|(_, index)| index)
    }
}

/// What a picture says of a layer on an input, for the tests of the pictures.
#[cfg(test)]
fn told(topic: Topic, layer: &str, size: &[usize]) -> Vec<String> {
    let spec = conv::LayerSpec::parse(layer).expect("a layer");
    let scene = Scene::default().with(Change::Layer(spec));
    let scene = scene.with(Change::Size(size.to_vec()));
    match scene.show() {
        Ok(story::Showing::Film(film)) => Picture::of(topic).expect("a picture").still(&scene, &film).lines,
        other => panic!("{layer}: {other:?}"),
    }
}
