//! Explaining pictures to look at: each is a link.
use picture::explain::{Ask, Drawing, Still, draw, still};
use story::link::read;
use story::{Scene, Showing, Timeline, Topic};

pub const WIDE: f32 = 860.0;
pub const PHONE: f32 = 316.0;
pub const SMALL: f32 = 236.0;

/// A name and the link. The topic is the link's `picture`.
pub const SHOTS: &[(&str, &str)] = &[
    (
        "flip",
        "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3&flip=1&step=5&picture=flip",
    ),
    (
        "flip-cross",
        "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3&step=2&picture=flip",
    ),
    (
        "flip-symmetric",
        "layer=Conv1d(1,1,3)&shape=6&weight=1,2,1&flip=1&step=1&picture=flip",
    ),
    (
        "flip-channels",
        "layer=Conv1d(4,2,2,stride=2,groups=2,dilation=2)&shape=9&step=5&flip=1&picture=flip",
    ),
    (
        "flip-long",
        "layer=Conv1d(1,1,5,padding=2)&shape=100&step=40&flip=1&picture=flip",
    ),
    (
        "flip-large",
        "layer=Conv1d(1,1,11,dilation=5)&shape=100&step=4&flip=1&picture=flip",
    ),
    ("flip-one", "layer=Conv1d(1,1,1)&shape=3&picture=flip"),
    (
        "flip-2d",
        "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=5x5&step=6&flip=1&picture=flip",
    ),
    ("flip-2d-cross", "layer=Conv2d(3,2,(2,5))&shape=6x6&step=3&picture=flip"),
    ("flip-2d-large", "layer=Conv2d(1,1,9)&shape=20x20&step=3&picture=flip"),
    ("flip-3d", "layer=Conv3d(1,1,2)&shape=3x3x3&step=3&flip=1&picture=flip"),
    (
        "flip-all",
        "layer=Conv2d(1,1,3)&shape=6x6&order=all&flip=1&picture=flip",
    ),
    (
        "flip-all-1d",
        "layer=Conv1d(1,1,3)&shape=6&order=all&flip=1&picture=flip",
    ),
    (
        "dilation-far",
        "layer=Conv2d(1,1,11,dilation=7)&shape=80x80&picture=dilation",
    ),
    (
        "dilation",
        "layer=Conv1d(1,1,3,dilation=2,bias=False)&shape=8&step=1&picture=dilation",
    ),
    ("dilation-one", "layer=Conv1d(1,1,3)&shape=6&step=1&picture=dilation"),
    (
        "dilation-wide",
        "layer=Conv1d(4,2,5,dilation=4,padding='same',groups=2)&shape=24&step=30&picture=dilation",
    ),
    (
        "dilation-long",
        "layer=Conv1d(1,1,11,dilation=6)&shape=100&step=3&picture=dilation",
    ),
    (
        "dilation-2d",
        "layer=Conv2d(1,1,3,dilation=2,padding=1)&shape=7x7&step=6&picture=dilation",
    ),
    (
        "dilation-axes",
        "layer=Conv2d(3,2,(2,3),dilation=(3,1))&shape=6x6&step=20&flip=1&picture=dilation",
    ),
    (
        "dilation-large",
        "layer=Conv2d(1,1,7,dilation=4)&shape=40x40&step=20&picture=dilation",
    ),
    (
        "dilation-3d",
        "layer=Conv3d(1,1,2,dilation=2)&shape=4x4x4&picture=dilation",
    ),
    (
        "dilation-transposed",
        "layer=ConvTranspose2d(1,1,2,stride=2,dilation=2)&shape=3x3&step=9&picture=dilation",
    ),
    (
        "dilation-scatter",
        "layer=ConvTranspose1d(1,1,3,dilation=2)&shape=4&order=scatter&picture=dilation",
    ),
    (
        "dilation-all",
        "layer=Conv2d(64,64,3,dilation=3)&shape=20x20&order=all&picture=dilation",
    ),
    (
        "padding",
        "layer=Conv1d(1,1,5,padding=2,padding_mode='reflect')&shape=6&picture=padding",
    ),
    (
        "padding-circular",
        "layer=Conv1d(1,1,5,padding=2,padding_mode='circular')&shape=6&step=5&picture=padding",
    ),
    (
        "padding-replicate",
        "layer=Conv1d(1,1,3,padding=3,padding_mode='replicate')&shape=3&picture=padding",
    ),
    (
        "padding-same",
        "layer=Conv1d(1,1,4,padding='same')&shape=6&step=5&picture=padding",
    ),
    ("padding-none", "layer=Conv1d(1,1,3)&shape=6&step=1&picture=padding"),
    (
        "padding-long",
        "layer=Conv1d(4,4,9,padding=4,groups=4,padding_mode='reflect')&shape=120&step=123&picture=padding",
    ),
    (
        "padding-2d",
        "layer=Conv2d(1,1,3,padding=1,padding_mode='reflect')&shape=5x6&step=5&picture=padding",
    ),
    (
        "padding-2d-circular",
        "layer=Conv2d(2,1,3,padding=(2,1),padding_mode='circular')&shape=4x5&step=3&picture=padding",
    ),
    (
        "padding-2d-same",
        "layer=Conv2d(1,1,(4,3),padding='same',dilation=(1,2))&shape=5x5&picture=padding",
    ),
    (
        "padding-image",
        "layer=Conv2d(1,1,7,padding=3,padding_mode='reflect')&shape=48x64&step=63&picture=padding",
    ),
    (
        "padding-3d",
        "layer=Conv3d(1,1,3,padding=1,padding_mode='replicate')&shape=2x3x3&picture=padding",
    ),
    (
        "stride",
        "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=8&step=1&picture=stride",
    ),
    (
        "stride-padding",
        "layer=Conv1d(1,1,2,stride=2,padding=1)&shape=5&step=1&picture=stride",
    ),
    ("stride-data", "layer=Conv1d(1,1,3,stride=2)&shape=6&picture=stride"),
    ("stride-one", "layer=Conv1d(1,1,1)&shape=1&picture=stride"),
    (
        "stride-dense",
        "layer=Conv1d(1,1,9,padding=4)&shape=16&step=7&picture=stride",
    ),
    (
        "stride-holes",
        "layer=Conv1d(4,4,3,stride=4,dilation=2,padding=1,groups=2)&shape=19&step=9&picture=stride",
    ),
    (
        "stride-long",
        "layer=Conv1d(1,1,5,stride=3,padding=2)&shape=200&step=40&picture=stride",
    ),
    (
        "stride-2d",
        "layer=Conv2d(1,1,3,stride=(2,3),padding=(1,0))&shape=6x8&step=3&picture=stride",
    ),
    ("stride-overlap", "layer=Conv2d(3,2,3)&shape=5x5&step=4&picture=stride"),
    (
        "stride-image",
        "layer=Conv2d(1,1,5,stride=4,padding=2)&shape=64x64&step=85&picture=stride",
    ),
    (
        "stride-3d",
        "layer=Conv3d(1,1,2,stride=(1,2,2))&shape=3x4x5&step=3&picture=stride",
    ),
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
    pub still: Still,
    pub step: usize,
}

pub fn shown(link: &str) -> Result<Shown, String> {
    let pairs = link.split('&').filter_map(|pair| pair.split_once('='));
    let pairs: Vec<_> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let (shot, warnings) = read(&pairs);
    if !warnings.is_empty() {
        return Err(format!("{link}: {warnings:?}"));
    }
    let topic = shot.scene.view.picture.ok_or("no picture")?;
    let mut shown = Shown::of(topic, shot.scene).map_err(|fault| [link, ": ", &fault].concat())?;
    shown.step = shot.cursor.step;
    Ok(shown)
}

impl Shown {
    /// A topic's picture of a scene, at its first step.
    pub fn of(topic: Topic, scene: Scene) -> Result<Self, String> {
        match scene.show() {
            Ok(Showing::Film(film)) => Ok(Self {
                topic,
                still: still(topic, &scene, &film),
                timeline: Timeline::new(film, scene.view.order, scene.net.seed),
                step: 0,
                scene,
            }),
            other => Err(format!("{other:?}")),
        }
    }

    /// The picture of a step, in a width.
    pub fn drawing(&self, cursor: story::Cursor, pointed: Option<story::Cell>, width: f32) -> Drawing {
        let frame = self.timeline.at(cursor);
        let ask = Ask {
            scene: &self.scene,
            frame: &frame,
            pointed,
            width,
        };
        draw(self.topic, &ask)
    }
}
