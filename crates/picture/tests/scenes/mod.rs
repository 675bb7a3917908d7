//! Films to draw: a layer as text, the size of its input, an order, a cursor.
use conv::LayerSpec;
use picture::Viewport;
use std::sync::Arc;
use story::{Cursor, Edits, Fill, Frame, Net, Order, Scene, Showing, Stage, Timeline, View};

/// A wide and a narrow window's viewport.
pub const WIDE: Viewport = Viewport {
    width: 1000.0,
    height: 430.0,
};
pub const NARROW: Viewport = Viewport {
    width: 340.0,
    height: 560.0,
};

/// What a picture is of.
#[derive(Clone, Debug)]
pub struct Shot {
    pub name: &'static str,
    pub layer: &'static str,
    pub size: &'static [usize],
    pub order: Order,
    pub cursor: Cursor,
    /// Values with fractions, instead of small whole ones.
    pub has_fractions: bool,
}

impl Shot {
    pub const fn new(name: &'static str, layer: &'static str, size: &'static [usize], step: usize) -> Self {
        let cursor = Cursor { step, tap: None };
        Self {
            name,
            layer,
            size,
            order: Order::Rows,
            cursor,
            has_fractions: false,
        }
    }

    pub const fn order(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    pub const fn tap(mut self, tap: usize) -> Self {
        self.cursor.tap = Some(tap);
        self
    }

    pub const fn fractions(mut self) -> Self {
        self.has_fractions = true;
        self
    }

    pub fn timeline(&self) -> Result<Timeline, String> {
        let spec = LayerSpec::parse(self.layer).map_err(|error| format!("{}: {error:?}", self.layer))?;
        timeline(spec, self.size, self.order, self.has_fractions)
    }

    pub fn frame(&self) -> Result<Frame, String> {
        Ok(self.timeline()?.at(self.cursor))
    }
}

pub fn timeline(spec: LayerSpec, size: &[usize], order: Order, has_fractions: bool) -> Result<Timeline, String> {
    let mut stage = Stage::new(spec);
    let mut input = Edits::default();
    if has_fractions {
        (input, stage.weight) = (fractions(1, size), fractions(2, &[3, 3]));
    }
    let net = Net {
        size: size.to_vec(),
        input,
        stages: vec![stage],
        seed: 1,
        fill: Fill::Numbers,
    };
    match (Scene {
        net: net.into(),
        view: View::default(),
        b: None,
    })
    .show()
    {
        Ok(Showing::Film(film)) => Ok(Timeline::new(Arc::clone(&film), order, 1)),
        other => Err(format!("{other:?}")),
    }
}

/// Values between -1 and 1, and one that is large.
fn fractions(seed: u32, size: &[usize]) -> Edits {
    let (height, width) = match *size {
        [width] => (1, width),
        [height, width] => (height, width),
        _ => (0, 0),
    };
    let place = |cell: usize| [0, 0, 0, (cell / width) as u32, (cell % width) as u32];
    let value = |cell: usize| match cell {
        7 => 1234.5 * seed as f32,
        _ => ((cell as f32 + seed as f32) * 1.7).sin() * 0.9,
    };
    (0..height * width)
        .map(|cell| (place(cell), (value(cell) * 1e4).round() / 1e4))
        .collect()
}

/// The pictures that are looked at.
pub const SHOTS: &[Shot] = &[
    Shot::new("plain", "Conv2d(1, 1, 3, bias=False)", &[5, 5], 4),
    Shot::new("stride", "Conv2d(1, 1, 3, stride=2, padding=1, bias=False)", &[5, 5], 4),
    Shot::new("row", "Conv1d(1, 1, 3)", &[6], 1),
    Shot::new("row-channels", "Conv1d(4, 2, 3)", &[8], 7),
    Shot::new("channels", "Conv2d(3, 4, 3, padding=1)", &[6, 6], 50),
    Shot::new("columns", "Conv2d(4, 8, 3)", &[5, 5], 4),
    Shot::new("many-columns", "Conv2d(256, 256, 3, padding=1)", &[16, 16], 30),
    Shot::new("groups", "Conv1d(4, 4, 3, groups=2, padding=1)", &[7], 17),
    Shot::new("depthwise", "Conv2d(6, 6, 3, groups=6)", &[5, 5], 40),
    Shot::new("dilation", "Conv2d(1, 1, 3, dilation=2, bias=False)", &[7, 7], 4),
    Shot::new("unread", "Conv2d(1, 1, 2, stride=3, bias=False)", &[6, 7], 1),
    Shot::new("transposed-row", "ConvTranspose1d(1, 1, 3, stride=2)", &[3], 3),
    Shot::new(
        "transposed",
        "ConvTranspose2d(1, 1, 3, stride=2, padding=1, output_padding=1, bias=False)",
        &[3, 3],
        15,
    ),
    Shot::new(
        "reflect",
        "Conv2d(1, 1, 3, padding=2, padding_mode='reflect', bias=False)",
        &[5, 5],
        1,
    ),
    Shot::new("picture", "Conv2d(1, 1, 3, padding=1)", &[64, 64], 1234),
    Shot::new("large", "Conv2d(1, 1, 5, bias=False)", &[128, 128], 5000),
    Shot::new("wide", "Conv2d(256, 32, 3, groups=8)", &[6, 6], 100),
    Shot::new("scatter", "ConvTranspose2d(1, 1, 3, stride=2, padding=1)", &[3, 3], 4).order(Order::Scatter),
    Shot::new("scatter-row", "ConvTranspose1d(1, 2, 3, stride=2)", &[3], 1).order(Order::Scatter),
    Shot::new("taps", "Conv2d(1, 1, 3, padding=1)", &[5, 5], 7).tap(4),
    Shot::new("strip", "Conv1d(1, 1, 9)", &[256], 77),
    Shot::new("fractions", "Conv2d(1, 1, 3)", &[5, 5], 4).fractions(),
    Shot::new("all", "Conv2d(2, 2, 3, bias=False)", &[5, 5], 0).order(Order::All),
    Shot::new("shuffle", "Conv2d(1, 1, 3)", &[32, 32], 300).order(Order::Shuffle),
    Shot::new("colours", "Conv2d(3, 4, 3)", &[64, 64], 5000),
    Shot::new("kernel11", "Conv2d(1, 1, 11, padding=5)", &[40, 40], 500),
    Shot::new("solid", "Conv3d(1, 1, 2)", &[3, 3, 3], 2),
    Shot::new("same", "Conv1d(1, 1, 4, padding='same')", &[12], 3),
    Shot::new("transposed-channels", "ConvTranspose2d(2, 3, 2, stride=2)", &[3, 3], 40),
    Shot::new("max-pool", "MaxPool2d(3, stride=2, padding=1)", &[5, 5], 4),
    Shot::new("average-pool", "AvgPool2d(3, stride=1, padding=1)", &[5, 5], 3),
    Shot::new("sides", "ReflectionPad2d((2, 1, 0, 1))", &[4, 4], 9),
    Shot::new("relu", "ReLU()", &[5, 5], 7),
    Shot::new("flatten", "Flatten()", &[3, 4], 7),
    Shot::new("linear", "Linear(12, 3)", &[], 1),
    Shot::new("big-kernel", "Conv2d(1, 1, 5, padding=2)", &[9, 9], 30),
];
