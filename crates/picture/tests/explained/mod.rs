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
        "order",
        "layer=Conv2d(1,1,3)&shape=6x6&order=columns&step=6&picture=order",
    ),
    ("order-channels", "layer=Conv1d(2,3,3)&shape=7&step=2&picture=order"),
    (
        "order-large",
        "layer=Conv2d(1,1,3)&shape=40x40&order=shuffle&step=500&picture=order",
    ),
    (
        "separable",
        "layer=Conv2d(3,256,5,bias=False)&shape=12x12&step=70&picture=separable",
    ),
    (
        "separable-depthwise",
        "layer=Conv2d(4,8,3,padding=1,groups=4)&shape=5x5&step=80&picture=separable",
    ),
    (
        "separable-groups",
        "layer=Conv1d(12,12,3,groups=2)&shape=9&step=60&picture=separable",
    ),
    (
        "separable-many",
        "layer=Conv2d(256,256,3,padding=1,groups=256)&shape=4x4&step=4000&picture=separable",
    ),
    (
        "separable-1x1",
        "layer=Conv2d(1,1,1)&shape=4x4&order=all&picture=separable",
    ),
    (
        "separable-3d",
        "layer=Conv3d(2,5,(1,2,2))&shape=4x4x4&order=columns&step=70&picture=separable",
    ),
    (
        "signal",
        "layer=Conv1d(1,1,9,padding=4,bias=False)&shape=200&fill=sine&weight=0.11111111,0.11111111,0.11111111,\
         0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111&step=120&picture=signal",
    ),
    (
        "signal-small",
        "layer=Conv1d(1,1,3,padding=1)&input=1,2,-3,4,5,6&weight=1,-1,2&step=3&picture=signal",
    ),
    (
        "signal-channels",
        "layer=Conv1d(8,4,3,stride=2,padding=2,padding_mode='reflect')&shape=12&step=9&picture=signal",
    ),
    (
        "signal-groups",
        "layer=Conv1d(6,6,3,groups=3,dilation=2)&shape=40&fill=sine&step=100&picture=signal",
    ),
    (
        "signal-transposed",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&input=2,1,3,4&step=4&picture=signal",
    ),
    (
        "signal-scatter",
        "layer=ConvTranspose1d(1,2,4,stride=2)&input=2,1,3,4,1,2&order=scatter&step=2&picture=signal",
    ),
    (
        "signal-large",
        "layer=Conv1d(1,1,11,dilation=8,padding=40)&shape=256&fill=sine&order=shuffle&step=130&picture=signal",
    ),
    ("signal-all", "layer=Conv1d(1,1,1)&shape=1&order=all&picture=signal"),
    (
        "match",
        "layer=Conv2d(1,3,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;\
         0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,0,1;-1,0,1;-1,0,1__-1,-1,-1;0,0,0;1,1,1__-1,2,-1;-1,2,-1;-1,2,-1\
         &step=32&picture=match",
    ),
    (
        "match-told",
        "layer=Conv2d(1,4,3,bias=False)&input=0,0,0,0,0,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;\
         0,0,0,0,0,0,0;0,0,0,0,0,0,0&weight=-1,-1,-1;-1,1,1;-1,1,1__-1,-1,-1;1,1,-1;1,1,-1__-1,1,1;-1,1,1;-1,-1,-1__\
         1,1,-1;1,1,-1;-1,-1,-1&step=99&picture=match",
    ),
    (
        "match-small",
        "layer=Conv1d(1,1,3)&input=0,0,5,5,1,1,-1,0&weight=-1,0,1&step=5&picture=match",
    ),
    (
        "match-row",
        "layer=Conv1d(2,2,5,padding=2)&shape=200&step=399&picture=match",
    ),
    (
        "match-rgb",
        "layer=Conv2d(3,8,3,padding=1)&shape=6x6&seed=3&step=40&picture=match",
    ),
    ("match-many", "layer=Conv2d(256,256,1)&shape=4x4&step=7&picture=match"),
    (
        "match-groups",
        "layer=Conv2d(4,4,3,groups=2,dilation=2)&shape=9x9&step=60&picture=match",
    ),
    (
        "match-large",
        "layer=Conv2d(1,2,7,padding=3)&shape=64x64&step=1000&picture=match",
    ),
    (
        "match-huge",
        "layer=Conv2d(1,8,3)&shape=128x128&step=1000&picture=match",
    ),
    (
        "match-all",
        "layer=Conv2d(1,1,3,padding_mode='reflect',padding=1)&shape=5x5&order=all&picture=match",
    ),
    ("match-3d", "layer=Conv3d(1,1,2)&shape=3x4x4&step=3&picture=match"),
    (
        "match-too-large",
        "layer=Conv3d(1,1,6)&shape=8x8x8&step=3&picture=match",
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
    let scene = shot.scene;
    let topic = scene.view.picture.ok_or("no picture")?;
    match scene.show() {
        Ok(Showing::Film(film)) => Ok(Shown {
            topic,
            still: still(topic, &scene, &film),
            timeline: Timeline::new(film, scene.view.order, scene.net.seed),
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
        let ask = Ask {
            scene: &self.scene,
            frame: &frame,
            pointed,
            width,
        };
        draw(self.topic, &ask)
    }
}
