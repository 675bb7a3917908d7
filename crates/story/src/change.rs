//! What a person can change, and what becomes of the scene.
use crate::film::Wrong;
use crate::tensor::{Place, place_of};
use crate::{Edits, Numbers, Order, Scene, Tensor};
use conv::{LayerSpec, Op, ParseError, sequential};
use std::sync::Arc;

/// One change of the scene.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another layer in place of the one in hand; its data keep what still fits.
    Layer(LayerSpec),
    /// The same for the layer of this index.
    LayerAt(usize, LayerSpec),
    /// Other layers altogether, as a pasted `nn.Sequential` brings them; the first is in hand then. Data keep what still
    /// fits, layer by layer.
    Layers(Vec<LayerSpec>),
    /// A layer more, at this index, which is in hand then.
    Insert(usize, LayerSpec),
    /// Without the layer in hand; the last one stays.
    Remove,
    /// The layer in hand one place on, or back.
    Move(bool),
    /// The layer of this index in hand.
    Stage(usize),
    /// Another input size, one entry an axis.
    Size(Vec<usize>),
    /// One cell's value; with `None` the generated one comes back. A cell that is not there is left alone.
    Cell(Tensor, usize, Option<f32>),
    /// Numbers for a whole tensor. It takes their size, and the layer their channels where they have several; exactly as
    /// many as the tensor has, written in one row, fill it as it is.
    Numbers(Tensor, Numbers),
    /// Other generated data; edits stay.
    Seed(u32),
    Order(Order),
    Flip(bool),
    /// The scene to compare with.
    Beside(Option<Arc<Scene>>),
    /// Another scene altogether.
    Scene(Box<Scene>),
}

/// The scene that is shown, and what a person tried that cannot be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The last scene that holds: the stage shows it.
    pub scene: Scene,
    pub attempt: Option<Attempt>,
    /// What was computed before the last change of it.
    pub before: Option<Arc<Scene>>,
}

/// A scene that PyTorch would refuse, with the layer at fault and the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pub scene: Scene,
    pub wrong: Wrong,
}

impl Desk {
    /// What the controls show: what was tried, else the scene.
    pub fn draft(&self) -> &Scene {
        self.attempt.as_ref().map_or(&self.scene, |attempt| &attempt.scene)
    }

    /// The desk after a change of the draft. A change that cannot be leaves the scene as it is.
    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        if let Some(attempt) = &self.attempt
            && change.is_safe()
        {
            return self.with_both(attempt, &change);
        }
        let scene = self.draft().with(change);
        match scene.plans() {
            Ok(_) => Self {
                before: self.before(&scene),
                scene,
                attempt: None,
            },
            Err(wrong) => Self {
                scene: self.scene.clone(),
                attempt: Some(Attempt { scene, wrong }),
                before: self.before.clone(),
            },
        }
    }

    /// What cannot make a layer invalid acts on the picture that stands as well as on the draft. A cell is the one that
    /// a person points at in that picture, by its place.
    fn with_both(&self, attempt: &Attempt, change: &Change) -> Self {
        let mut draft = attempt.scene.clone();
        match *change {
            Change::Cell(tensor, index, value) => {
                if let Some(place) = self.scene.place(tensor, index) {
                    draft.set_place(tensor, place, value);
                }
            }
            _ => draft = draft.with(change.clone()),
        }
        let scene = self.scene.with(change.clone());
        Self {
            before: self.before(&scene),
            scene,
            attempt: Some(Attempt {
                scene: draft,
                wrong: attempt.wrong.clone(),
            }),
        }
    }

    /// The desk without what was tried.
    #[must_use]
    pub fn dropped(&self) -> Self {
        Self {
            attempt: None,
            ..self.clone()
        }
    }

    /// What comes before a scene that takes the place of the present one.
    fn before(&self, next: &Scene) -> Option<Arc<Scene>> {
        if self.scene.computes_as(next) {
            self.before.clone()
        } else {
            Some(self.scene.pinned())
        }
    }
}

impl Change {
    /// What a pasted text asks for: one layer in place of the one in hand, or several in place of all.
    ///
    /// # Errors
    /// As [`sequential::parse`].
    pub fn pasted(text: &str) -> Result<Self, ParseError> {
        let mut layers = sequential::parse(text)?;
        Ok(match &layers[..] {
            [_] => Self::Layer(layers.remove(0)),
            _ => Self::Layers(layers),
        })
    }

    /// Whether no layer becomes invalid, or valid, by it.
    fn is_safe(&self) -> bool {
        matches!(
            self,
            Self::Cell(..) | Self::Seed(_) | Self::Order(_) | Self::Flip(_) | Self::Stage(_) | Self::Beside(_)
        )
    }
}

impl Scene {
    /// The scene after a change, whether or not it can be computed.
    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        let mut scene = self.clone();
        match change {
            Change::Layer(spec) => scene.set_layer(self.in_hand(), spec),
            Change::LayerAt(stage, spec) => scene.set_layer(stage, spec),
            Change::Layers(specs) => scene.set_layers(specs),
            Change::Insert(stage, spec) => scene.insert(stage, spec),
            Change::Remove => scene.remove(),
            Change::Move(on) => scene.move_layer(on),
            Change::Stage(stage) => scene.view.stage = stage.min(scene.net.stages.len() - 1),
            Change::Size(size) => scene.net_mut().size = size,
            Change::Cell(tensor, index, value) => scene.set_cell(tensor, index, value),
            Change::Numbers(tensor, numbers) => scene.set_numbers(tensor, numbers),
            Change::Seed(seed) => scene.net_mut().seed = seed,
            Change::Order(order) => scene.view.order = order,
            Change::Flip(flip) => scene.view.flip = flip,
            Change::Beside(other) => scene.b = other,
            Change::Scene(other) => scene = *other,
        }
        scene
    }

    fn edits_mut(&mut self, tensor: Tensor) -> Option<&mut Edits> {
        match tensor {
            Tensor::Input => Some(&mut self.net_mut().input),
            Tensor::Weight => Some(&mut self.stage_mut().weight),
            Tensor::Bias => Some(&mut self.stage_mut().bias),
            Tensor::Output => None,
        }
    }

    fn place(&self, tensor: Tensor, index: usize) -> Option<Place> {
        let axes = self.net.axes(self.in_hand(), tensor);
        let cells = axes.iter().fold(1, |cells: usize, &size| cells.saturating_mul(size));
        (index < cells).then(|| place_of(axes, index))
    }

    fn set_cell(&mut self, tensor: Tensor, index: usize, value: Option<f32>) {
        if let Some(place) = self.place(tensor, index) {
            self.set_place(tensor, place, value);
        }
    }

    fn set_place(&mut self, tensor: Tensor, place: Place, value: Option<f32>) {
        if let Some(edits) = self.edits_mut(tensor) {
            *edits = edits.with(place, value);
        }
    }

    fn set_numbers(&mut self, tensor: Tensor, numbers: Numbers) {
        let stage = self.in_hand();
        let is_there = match tensor {
            Tensor::Input => stage == 0,
            Tensor::Weight | Tensor::Bias => self.spec().op.has_weight(),
            Tensor::Output => false,
        };
        if !is_there {
            return;
        }
        let numbers = numbers.of_layer(tensor, self.spec().op, self.net.axes(stage, tensor));
        let size = numbers.size(self.rank_of(tensor));
        let filled = self.filled().in_channels;
        let several = |axis: usize| Some(i64::from(numbers.extent[axis])).filter(|&count| count > 1);
        let spec = &mut self.stage_mut().spec;
        match tensor {
            Tensor::Input => {
                let channels = several(1).unwrap_or(spec.in_channels);
                if spec.op.has_weight() {
                    spec.in_channels = channels;
                } else {
                    spec.set_channels(channels);
                }
                self.net_mut().size = size;
            }
            Tensor::Weight => {
                let groups = spec.groups.max(1);
                let grouped = several(1).map(|count| count.saturating_mul(groups));
                let (ins, outs) = match spec.op {
                    Op::ConvTranspose => (several(0), grouped),
                    _ => (grouped, several(0)),
                };
                // What is left open stays so, as long as it comes to the same.
                if ins != Some(filled) {
                    spec.in_channels = ins.unwrap_or(spec.in_channels);
                }
                spec.out_channels = outs.unwrap_or(spec.out_channels);
                spec.kernel_size = size.into_iter().map(|size| size as i64).collect();
            }
            Tensor::Bias => spec.bias = true,
            Tensor::Output => return,
        }
        if let Some(edits) = self.edits_mut(tensor) {
            *edits = numbers.edits();
        }
    }
}
