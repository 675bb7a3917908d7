//! The scene: all that is shown, as a value.
use crate::lesson::Place;
use crate::{Control, Controls, Edits, Lang, Order, Tensor, Topic};
use conv::{LayerSpec, Op};
use std::sync::Arc;

/// All that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Shared by the scenes that differ in their view alone, so that one look tells whether numbers may differ.
    pub net: Arc<Net>,
    pub view: View,
    /// The scene to compare with, if one is pinned. It has none itself.
    pub b: Option<Arc<Scene>>,
}

/// Layers in a row, and the data they work on.
#[derive(Clone, Debug, PartialEq)]
pub struct Net {
    /// The input's spatial sizes; its channels are the first layer's `in_channels`, also where that takes any number.
    pub size: Vec<usize>,
    pub input: Edits,
    /// At least one. Each but the first works on what the one before it gives.
    pub stages: Vec<Stage>,
    /// Names the generated data.
    pub seed: u32,
    /// What the input is generated as.
    pub fill: Fill,
}

/// What stands in the input's cells that nobody set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Small whole numbers.
    #[default]
    Numbers,
    /// A sine with noise, along the last axis.
    Sine,
}

impl Fill {
    pub const ALL: [Self; 2] = [Self::Numbers, Self::Sine];

    /// Its name in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Sine => "sine",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fill| fill.name() == name)
    }
}

/// One layer and what a person set of its weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub spec: LayerSpec,
    pub weight: Edits,
    pub bias: Edits,
}

/// How it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The layer in hand, from 0. Beyond the last it means the last.
    pub stage: usize,
    pub order: Order,
    /// True convolution: the kernel is mirrored before it slides.
    pub flip: bool,
    /// Steps a second.
    pub speed: f32,
    pub autoplay: bool,
    pub theme: Theme,
    /// None where nobody chose one: English.
    pub lang: Option<Lang>,
    /// Where in the lessons it is, if it is in one.
    pub lesson: Option<Place>,
    /// Whether something is to be predicted: what would tell it is not shown, and nothing can be changed.
    pub asking: bool,
    /// The lesson that a teacher made, as a link says it: [`link::own`](crate::link::own) reads it. Empty where there is none.
    pub own: Arc<str>,
    /// The explaining picture that is open.
    pub picture: Option<Topic>,
    /// Within another page: the stage, and what the author left visible.
    pub embed: bool,
    /// What is not shown, if the author says: see [`hidden`](Self::hidden).
    pub hide: Option<Controls>,
    /// What the reader cannot change: see [`locks`](Self::locks).
    pub lock: Controls,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in a link.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl View {
    /// Steps a second that can be chosen.
    pub const SPEEDS: [f32; 5] = [0.5, 1.0, 2.0, 4.0, 8.0];

    /// What is not shown: as the author says, else in an embed what a reader of a course can do without.
    pub fn hidden(&self) -> Controls {
        const IN_EMBED: Controls = Controls::of(&[Control::Tools, Control::Numbers, Control::Facts, Control::Theme]);
        self.hide.unwrap_or(if self.embed { IN_EMBED } else { Controls::NONE })
    }

    /// Whether the reader cannot change it, itself or with the part of the page that it is set in.
    pub fn locks(&self, control: Control) -> bool {
        // What is to be predicted stays as it is until it is.
        self.asking || self.lock.has(control) || self.lock.iter().any(|part| part.holds().has(control))
    }
}

impl Default for View {
    fn default() -> Self {
        Self {
            stage: 0,
            order: Order::Rows,
            flip: false,
            speed: 1.0,
            autoplay: true,
            theme: Theme::Auto,
            lang: None,
            lesson: None,
            asking: false,
            own: Arc::default(),
            picture: None,
            embed: false,
            hide: None,
            lock: Controls::NONE,
        }
    }
}

impl Stage {
    pub fn new(spec: LayerSpec) -> Self {
        Self {
            spec,
            weight: Edits::default(),
            bias: Edits::default(),
        }
    }
}

impl Scene {
    /// The layer in hand as it is written: what it takes from its input is left open.
    pub fn spec(&self) -> &LayerSpec {
        &self.stage().spec
    }

    /// How many axes the numbers of a tensor of the layer in hand are written with, besides channels and filters.
    pub fn rank_of(&self, tensor: Tensor) -> usize {
        match tensor {
            Tensor::Input if self.in_hand() == 0 => self.net.size.len(),
            _ => self.spec().rank(),
        }
    }

    /// The index of the layer in hand.
    pub fn in_hand(&self) -> usize {
        self.view.stage.min(self.net.stages.len() - 1)
    }

    pub fn stage(&self) -> &Stage {
        &self.net.stages[self.in_hand()]
    }

    pub fn net_mut(&mut self) -> &mut Net {
        Arc::make_mut(&mut self.net)
    }

    pub fn stage_mut(&mut self) -> &mut Stage {
        let stage = self.in_hand();
        &mut self.net_mut().stages[stage]
    }
}

/// The worked example that the page opens on: an edge detector over a small picture of a bright block.
impl Default for Scene {
    fn default() -> Self {
        let (spec, [input, weight]) = opening();
        let mut stage = Stage::new(spec);
        stage.weight = grid(weight);
        Self {
            net: Arc::new(Net {
                size: vec![5, 5],
                input: grid(input),
                stages: vec![stage],
                seed: 1,
                fill: Fill::Numbers,
            }),
            view: View::default(),
            b: None,
        }
    }
}

/// Its layer as PyTorch writes it. A page that shows nothing else need not bring the code that writes layers.
pub const OPENING_LINE: &str = "nn.Conv2d(1, 1, kernel_size=3, bias=False)";

/// Rows of numbers.
type Rows = &'static [&'static [f32]];

/// Its layer, its input and its weights.
pub(crate) fn opening() -> (LayerSpec, [Rows; 2]) {
    let mut spec = LayerSpec::new(Op::Conv, 2, 1, 1, 3);
    spec.bias = false;
    const INPUT: Rows = &[
        &[1.0, 0.0, 2.0, 1.0, 3.0],
        &[2.0, 1.0, 0.0, 4.0, 1.0],
        &[0.0, 3.0, 5.0, 1.0, 2.0],
        &[1.0, 2.0, 1.0, 0.0, 1.0],
        &[4.0, 0.0, 1.0, 2.0, 0.0],
    ];
    const WEIGHT: Rows = &[&[1.0, 0.0, -1.0], &[2.0, 0.0, -2.0], &[1.0, 0.0, -1.0]];
    (spec, [INPUT, WEIGHT])
}

fn grid(rows: Rows) -> Edits {
    let mut cells = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, &value) in row.iter().enumerate() {
            cells.push(([0, 0, 0, y as u32, x as u32], value));
        }
    }
    cells.into_iter().collect()
}
