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
        "transposed",
        "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&shape=3&input=2,1,3&weight=1,2,3&order=scatter&step=1&picture=transposed",
    ),
    (
        "transposed-gather",
        "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&shape=3&input=2,1,3&weight=1,2,3&step=2&picture=transposed",
    ),
    (
        "transposed-cropped",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&shape=4&bias=1&order=scatter&step=2&picture=transposed",
    ),
    (
        "transposed-uncropped",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1)&shape=4&bias=1&step=7&picture=transposed",
    ),
    (
        "transposed-bias-alone",
        "layer=ConvTranspose1d(1,1,2,stride=2,output_padding=1)&shape=3&bias=7&step=6&picture=transposed",
    ),
    (
        "transposed-2d",
        "layer=ConvTranspose2d(1,1,2,stride=2,bias=False)&shape=3x3&order=scatter&step=4&picture=transposed",
    ),
    (
        "transposed-2d-checkerboard",
        "layer=ConvTranspose2d(1,1,3,stride=2,padding=1,output_padding=1)&shape=3x3&step=14&picture=transposed",
    ),
    (
        "transposed-dilated",
        "layer=ConvTranspose1d(1,1,3,stride=2,dilation=2)&shape=4&order=scatter&step=1&picture=transposed",
    ),
    (
        "transposed-channels",
        "layer=ConvTranspose1d(2,3,3,stride=2)&shape=4&step=12&picture=transposed",
    ),
    (
        "transposed-gaps",
        "layer=ConvTranspose1d(1,1,2,stride=3,output_padding=2)&shape=3&step=2.1&flip=1&picture=transposed",
    ),
    (
        "transposed-long",
        "layer=ConvTranspose1d(1,1,4,stride=2,padding=1)&shape=16&order=scatter&step=5&picture=transposed",
    ),
    (
        "transposed-longer",
        "layer=ConvTranspose1d(1,1,5,stride=3,padding=1)&shape=64&order=scatter&step=20&picture=transposed",
    ),
    (
        "transposed-mosaic",
        "layer=ConvTranspose2d(1,1,3,stride=2)&shape=7x7&order=shuffle&step=60&picture=transposed",
    ),
    (
        "transposed-large",
        "layer=ConvTranspose2d(1,1,4,stride=2,padding=1)&shape=40x40&order=scatter&step=500&picture=transposed",
    ),
    (
        "transposed-3d",
        "layer=ConvTranspose3d(1,1,2,stride=2)&shape=1x2x2&order=scatter&step=2&picture=transposed",
    ),
    (
        "transposed-far",
        "layer=ConvTranspose1d(1,1,3,stride=1000000000)&shape=1&order=scatter&picture=transposed",
    ),
    (
        "transposed-cut",
        "layer=ConvTranspose2d(1,1,1,stride=100000000,padding=49999999)&shape=2x2&step=1&picture=transposed",
    ),
    (
        "transposed-all",
        "layer=ConvTranspose1d(2,2,3,groups=2)&shape=4&order=all&picture=transposed",
    ),
    (
        "matrix",
        "layer=Conv2d(1,1,3,bias=False)&shape=5x5&step=4&picture=matrix",
    ),
    (
        "matrix-1d",
        "layer=Conv1d(1,1,3,padding=1)&shape=6&step=2.1&picture=matrix",
    ),
    (
        "matrix-reflect",
        "layer=Conv1d(1,1,3,padding=1,padding_mode='reflect')&shape=5&step=0&picture=matrix",
    ),
    (
        "matrix-channels",
        "layer=Conv1d(2,2,2,stride=2)&shape=6&step=4&picture=matrix",
    ),
    (
        "matrix-groups",
        "layer=Conv1d(4,4,3,groups=2)&shape=5&step=8&picture=matrix",
    ),
    (
        "matrix-dilated",
        "layer=Conv2d(1,1,2,dilation=2)&shape=4x5&step=3&picture=matrix",
    ),
    (
        "matrix-scatter",
        "layer=ConvTranspose2d(1,1,2,stride=2)&shape=2x3&order=scatter&step=2&picture=matrix",
    ),
    (
        "matrix-gather",
        "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4&step=3&picture=matrix",
    ),
    (
        "matrix-12",
        "layer=Conv2d(1,1,3,padding=1)&shape=12x12&step=77&picture=matrix",
    ),
    ("matrix-many", "layer=Conv2d(8,4,3)&shape=4x4&step=9&picture=matrix"),
    (
        "matrix-large",
        "layer=Conv2d(3,8,3,padding=1)&shape=32x32&step=700&picture=matrix",
    ),
    ("matrix-all", "layer=Conv2d(1,1,2)&shape=3x3&order=all&picture=matrix"),
    ("matrix-3d", "layer=Conv3d(1,1,2)&shape=2x3x3&step=1&picture=matrix"),
    ("matrix-one", "layer=Conv1d(1,1,1)&shape=1&picture=matrix"),
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
