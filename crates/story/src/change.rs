//! What a person can change, and what becomes of the scene.
use crate::film::{bias_axes, input_axes, weight_axes};
use crate::tensor::place_of;
use crate::{Edits, Numbers, Order, Scene, Tensor, args};
use conv::{LayerSpec, Refusal};

/// One change of the scene.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another layer; its data keep what still fits.
    Layer(LayerSpec),
    /// Another input size, one entry an axis.
    Size(Vec<usize>),
    /// One cell's value; with `None` the generated one comes back.
    Cell(Tensor, usize, Option<f32>),
    /// Numbers for a whole tensor. The input takes their size, the kernel too.
    Numbers(Tensor, Numbers),
    /// Other generated data; edits stay.
    Seed(u32),
    Order(Order),
    Flip(bool),
    /// Another scene altogether.
    Scene(Box<Scene>),
}

/// The scene that is shown, and what a person tried that cannot be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The last scene that holds: the stage shows it.
    pub scene: Scene,
    pub attempt: Option<Attempt>,
}

/// A scene that PyTorch would refuse, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pub scene: Scene,
    pub refusal: Refusal,
}

impl Desk {
    /// What the controls show: what was tried, else the scene.
    pub fn draft(&self) -> &Scene {
        self.attempt.as_ref().map_or(&self.scene, |attempt| &attempt.scene)
    }

    /// The desk after a change of the draft. A change that cannot be leaves the scene as it is.
    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        let scene = self.draft().with(change);
        match scene.plan() {
            Ok(_) => Self { scene, attempt: None },
            Err(refusal) => Self {
                scene: self.scene.clone(),
                attempt: Some(Attempt { scene, refusal }),
            },
        }
    }

    /// The desk without what was tried.
    #[must_use]
    pub fn dropped(&self) -> Self {
        Self {
            scene: self.scene.clone(),
            attempt: None,
        }
    }
}

impl Scene {
    /// The scene after a change, whether or not it can be computed.
    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        let mut scene = self.clone();
        match change {
            Change::Layer(spec) => {
                scene.net.size = args::fit(&scene.net.size, spec.rank());
                scene.stage_mut().spec = spec;
            }
            Change::Size(size) => scene.net.size = size,
            Change::Cell(tensor, index, value) => scene.set_cell(tensor, index, value),
            Change::Numbers(tensor, numbers) => scene.set_numbers(tensor, &numbers),
            Change::Seed(seed) => scene.net.seed = seed,
            Change::Order(order) => scene.view.order = order,
            Change::Flip(flip) => scene.view.flip = flip,
            Change::Scene(other) => scene = *other,
        }
        scene
    }

    fn edits_mut(&mut self, tensor: Tensor) -> Option<&mut Edits> {
        match tensor {
            Tensor::Input => Some(&mut self.net.input),
            Tensor::Weight => Some(&mut self.stage_mut().weight),
            Tensor::Bias => Some(&mut self.stage_mut().bias),
            Tensor::Output => None,
        }
    }

    fn set_cell(&mut self, tensor: Tensor, index: usize, value: Option<f32>) {
        let Ok(plan) = self.plan() else { return };
        let axes = match tensor {
            Tensor::Input => input_axes(&plan),
            Tensor::Weight => weight_axes(&plan),
            Tensor::Bias | Tensor::Output => bias_axes(&plan),
        };
        if let Some(edits) = self.edits_mut(tensor) {
            *edits = edits.with(place_of(axes, index), value);
        }
    }

    fn set_numbers(&mut self, tensor: Tensor, numbers: &Numbers) {
        let rank = self.spec().rank();
        match tensor {
            Tensor::Input => {
                self.net.size = numbers.size(rank);
                let channels = i64::from(numbers.extent[1]);
                if channels > 1 {
                    self.stage_mut().spec.in_channels = channels;
                }
            }
            Tensor::Weight => {
                let size = numbers.size(rank);
                self.stage_mut().spec.kernel_size = size.into_iter().map(|size| size as i64).collect();
            }
            Tensor::Bias => self.stage_mut().spec.bias = true,
            Tensor::Output => return,
        }
        if let Some(edits) = self.edits_mut(tensor) {
            *edits = numbers.edits();
        }
    }
}
