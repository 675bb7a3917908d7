//! Explaining pictures to look at: each is a link.
use picture::explain::{Ask, Drawing, Still, draw, ground, layouts, still};
use story::link::read;
use story::{Scene, Showing, Timeline, Topic};

pub const WIDE: f32 = 860.0;
pub const PHONE: f32 = 316.0;
pub const SMALL: f32 = 236.0;

/// A name and the link. The topic is the link's `picture`.
pub const SHOTS: &[(&str, &str)] = &[
    ("pool-mean", "layer=AvgPool2d(2)&shape=6x6&step=4&picture=pooling"),
    (
        "pool-max",
        "layer=MaxPool2d(3,stride=1,padding=1)&shape=5x5&step=0&picture=pooling",
    ),
    (
        "pool-row",
        "layer=Sequential(Conv1d(1,2,3),AvgPool1d(3))&stage=1&shape=14&step=2&picture=pooling",
    ),
    (
        "stack-holes",
        "layer=Sequential(Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2))&shape=15&stage=2&step=1&picture=stack",
    ),
    (
        "stack-wavenet",
        "layer=Sequential(Conv1d(1,1,3,padding=1),Conv1d(1,1,3,padding=2,dilation=2),Conv1d(1,1,3,padding=4,dilation=4))&shape=24&stage=2&step=12&picture=stack",
    ),
    (
        "stack-stride",
        "layer=Sequential(Conv1d(3,8,3,stride=2,padding=1),ReLU(),MaxPool1d(2),Flatten(),Linear(?,10))&shape=16&stage=0&step=3&picture=stack",
    ),
    (
        "stack-grid",
        "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Conv2d(4,8,3))&shape=14x14&stage=3&step=5&picture=stack",
    ),
    (
        "compare",
        "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=5x5&step=8&picture=compare&b=layer=Conv2d(1,1,3,padding=1,bias=False,padding_mode='reflect')%26shape=5x5",
    ),
    (
        "compare-stride",
        "layer=Conv1d(1,1,3,stride=2)&shape=9&step=2&picture=compare&b=layer=Conv1d(1,1,3)%26shape=9",
    ),
    (
        "compare-large",
        "layer=Conv2d(1,1,3)&shape=64x64&step=1000&picture=compare&b=layer=Conv2d(1,1,3)%26shape=64x64%26flip=1",
    ),
    ("compare-none", "layer=Conv1d(1,1,3)&picture=compare"),
    (
        "order",
        "layer=Conv2d(1,1,3)&shape=6x6&order=columns&step=6&picture=order",
    ),
    ("order-channels", "layer=Conv1d(2,3,3)&shape=7&step=2&picture=order"),
    (
        "order-large",
        "layer=Conv2d(1,1,3)&shape=40x40&order=shuffle&step=500&picture=order",
    ),
];

/// What a link shows.
pub struct Shown {
    pub topic: Topic,
    pub scene: Scene,
    pub timeline: Timeline,
    pub beside: Option<Timeline>,
    pub still: Still,
    pub step: usize,
}

pub fn shown(link: &str) -> Result<Shown, String> {
    let pairs = link.split('&').filter_map(|pair| pair.split_once('='));
    let pairs: Vec<_> = pairs
        .map(|(name, value)| (name.to_owned(), value.replace("%26", "&")))
        .collect();
    let (shot, warnings) = read(&pairs);
    if !warnings.is_empty() {
        return Err(format!("{link}: {warnings:?}"));
    }
    let scene = shot.scene;
    let topic = scene.view.picture.ok_or("no picture")?;
    match scene.show() {
        Ok(Showing::Film(film)) => Ok(Shown {
            topic,
            still: still(topic, &scene, &film),
            timeline: Timeline::new(film, scene.view.order, scene.net.seed),
            beside: scene.beside(),
            step: shot.cursor.step,
            scene,
        }),
        other => Err(format!("{link}: {other:?}")),
    }
}

impl Shown {
    /// The picture of a step, in a width.
    pub fn drawing(&self, cursor: story::Cursor, pointed: Option<story::Cell>, width: f32) -> Drawing {
        let frame = self.timeline.at(cursor);
        let beside = self.beside.as_ref().map(|timeline| timeline.at(cursor));
        let ask = Ask {
            scene: &self.scene,
            frame: &frame,
            beside: beside.as_ref(),
            pointed,
            width,
        };
        let mut drawing = draw(self.topic, &ask);
        let mut marks = ground(self.topic, &ask, &layouts(self.topic, &ask));
        marks.append(&mut drawing.marks);
        Drawing { marks, ..drawing }
    }
}
