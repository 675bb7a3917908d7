//! What a parameter of a link can be.
use crate::exact_number;

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Layers, as PyTorch writes them.
    Layer,
    /// Sizes, one an axis.
    Shape,
    /// The numbers of a tensor.
    Numbers,
    /// A step, and a product in it.
    Step,
    /// A whole number from 0 to this.
    Whole(u32),
    /// One of these numbers.
    OneOf(&'static [f32]),
    /// One of some names: the one of an index, while there are any.
    Name(fn(usize) -> Option<&'static str>),
    /// Yes or no.
    Switch,
    /// Names of controls.
    Controls,
    /// A link of its own.
    Scene,
    /// A step of a lesson.
    Place,
    /// Several links.
    Steps,
}

impl Kind {
    /// The names that it can be, if it is a name.
    pub fn names(self) -> Vec<&'static str> {
        match self {
            Self::Name(name) => (0..).map_while(name).collect(),
            _ => Vec::new(),
        }
    }

    /// What it can be, or what that looks like.
    pub fn examples(self) -> String {
        match self {
            Self::Layer => "Conv2d(1,1,3)".to_owned(),
            Self::Shape => "6, 5x5, 4x4x4".to_owned(),
            Self::Numbers => "1,2;3,4".to_owned(),
            Self::Step => "0, 7, 7.3".to_owned(),
            Self::Whole(most) => ["0, 1 … ", &most.to_string()].concat(),
            Self::OneOf(numbers) => {
                let numbers: Vec<_> = numbers.iter().map(|&number| exact_number(number)).collect();
                numbers.join(", ")
            }
            Self::Name(_) => self.names().join(", "),
            Self::Switch => "0, 1".to_owned(),
            Self::Controls => "tools,facts".to_owned(),
            Self::Scene => "layer=Conv2d(1,1,3)".to_owned(),
            Self::Place => "stride, stride.3".to_owned(),
            Self::Steps => "say=Look&layer=Conv1d(1,1,3)".to_owned(),
        }
    }
}
