//! The layer in hand, on a picture or a signal instead of the scene's own input.
use crate::{Change, Scene};
use conv::{Bounds, LayerSpec, Op, Plan, Refusal, sequential};

/// What a layer can be tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Picture,
    Signal,
}

/// A layer and its numbers, on an input that a person brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    pub plan: Plan,
    /// Empty where the layer has none.
    pub weight: Vec<f32>,
    pub bias: Option<Vec<f32>>,
}

/// Why it cannot be.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// The layer takes neither pictures nor signals.
    Layer,
    /// It takes so many channels; a picture has one or three, a signal one.
    Channels(i64),
    Refused(Refusal),
}

/// The layer that there is a way to from any other.
const PLAIN: &str = "Conv2d(1,1,3,padding=1,bias=False)";

impl Scene {
    /// What the layer in hand can be tried on; nothing where it can be on neither.
    pub fn tries(&self) -> Option<Kind> {
        let spec = self.spec();
        let rank = match spec.op {
            Op::Linear | Op::Flatten => return None,
            op if op.takes_any_rank() => self.net.size.len(),
            _ => spec.rank(),
        };
        match rank {
            1 => Some(Kind::Signal),
            2 => Some(Kind::Picture),
            _ => None,
        }
    }

    /// The layer in hand on an input of this spatial size, within bounds.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn applied(&self, size: &[usize], bounds: Bounds) -> Result<Applied, Unfit> {
        let kind = self.tries().ok_or(Unfit::Layer)?;
        let channels = self.picture_channels(kind)?;
        let shape: Vec<usize> = std::iter::once(channels).chain(size.iter().copied()).collect();
        let plan = self
            .spec()
            .on(&shape)
            .layer()
            .and_then(|layer| layer.plan(&shape, self.view.flip))
            .map_err(Unfit::Refused)?;
        plan.check(bounds).map_err(Unfit::Refused)?;
        let (weight, bias) = self.net.learned(self.in_hand(), &plan);
        Ok(Applied { plan, weight, bias })
    }

    /// How many channels of a picture the layer takes: one is its grey, three its colours.
    fn picture_channels(&self, kind: Kind) -> Result<usize, Unfit> {
        let spec = self.spec();
        match (kind, spec.in_channels) {
            // These take any number.
            (Kind::Picture, _) if !spec.op.has_weight() => Ok(3),
            (Kind::Signal, _) if !spec.op.has_weight() => Ok(1),
            (_, 1) => Ok(1),
            (Kind::Picture, 3) => Ok(3),
            (_, channels) => Err(Unfit::Channels(channels)),
        }
    }

    /// The layer nearest to the one in hand that takes pictures or signals.
    pub fn nearest_to_try(&self) -> Option<LayerSpec> {
        let Some(kind) = self.tries() else {
            return LayerSpec::parse(PLAIN).ok();
        };
        let mut spec = self.spec().clone();
        let channels = if kind == Kind::Signal || spec.in_channels < 2 {
            1
        } else {
            3
        };
        if spec.groups > 1 && spec.groups == spec.in_channels {
            // One filter a channel, or several, stays so.
            spec.out_channels = spec.out_channels / spec.groups * channels;
            spec.groups = channels;
        } else if channels % spec.groups.max(1) != 0 {
            spec.groups = 1;
        }
        spec.in_channels = channels;
        let holds = spec.layer().is_ok();
        if holds {
            Some(spec)
        } else {
            LayerSpec::parse(PLAIN).ok()
        }
    }

    /// The change to it.
    pub fn to_nearest(&self) -> Option<Change> {
        self.nearest_to_try().map(Change::Layer)
    }
}

impl Applied {
    /// The layer as PyTorch writes it.
    pub fn line(&self) -> String {
        sequential::line(std::slice::from_ref(self.plan.spec()))
    }

    /// The weights for one who knows of no mirrored kernel: mirrored, where the plan mirrors.
    pub fn plain_weight(&self) -> Vec<f32> {
        let mut weight = self.weight.clone();
        if self.plan.flip() {
            let cells = self.plan.kernel_size().iter().product::<usize>().max(1);
            weight.chunks_mut(cells).for_each(<[f32]>::reverse);
        }
        weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;

    fn scene(query: &str) -> Scene {
        link::read(&link::pairs(query)).0.scene
    }

    #[test]
    fn given_a_mirrored_kernel_when_the_weights_are_mirrored_then_the_plain_layer_computes_the_same() {
        let scene = scene("layer=Conv2d(1,2,3,padding=1)&flip=1&weight=1,2,3;4,5,6;7,8,9");
        let applied = scene.applied(&[5, 4], Bounds::PAGE).expect("it fits");
        let input: Vec<f32> = (0..20).map(|cell| (cell * cell % 7) as f32).collect();
        let bias = applied.bias.as_deref();
        let wanted = applied.plan.run(&input, &applied.weight, bias).expect("it runs");
        let plain = LayerSpec::parse(&applied.line())
            .expect("a layer")
            .layer()
            .expect("valid");
        let plan = plain.plan(&[1, 5, 4], false).expect("a plan");
        assert_eq!(plan.run(&input, &applied.plain_weight(), bias), Ok(wanted));
    }

    #[test]
    fn the_weights_are_those_of_the_stage() {
        let scene = scene("layer=Conv2d(1,2,3)&shape=5x5&seed=7&weight=1,2,3");
        let Ok(crate::Showing::Film(film)) = scene.show() else {
            panic!("it can be shown");
        };
        let applied = scene.applied(&[64, 48], Bounds::PAGE).expect("it fits");
        assert_eq!((&applied.weight, &applied.bias), (&film.weight, &film.bias));
        assert_eq!(applied.plan.output_shape(), [2, 62, 46]);
    }

    #[test]
    fn what_takes_no_picture_has_a_nearest_layer_that_does() {
        for (query, unfit, nearest) in [
            (
                "layer=Conv2d(4,8,3)",
                Unfit::Channels(4),
                "nn.Conv2d(3, 8, kernel_size=3)",
            ),
            (
                "layer=Conv2d(4,8,3,groups=4)",
                Unfit::Channels(4),
                "nn.Conv2d(3, 6, kernel_size=3, groups=3)",
            ),
            (
                "layer=Conv2d(4,8,3,groups=2)",
                Unfit::Channels(4),
                "nn.Conv2d(3, 8, kernel_size=3)",
            ),
            (
                "layer=Conv1d(2,3,3)",
                Unfit::Channels(2),
                "nn.Conv1d(1, 3, kernel_size=3)",
            ),
            (
                "layer=ConvTranspose2d(2,1,3)",
                Unfit::Channels(2),
                "nn.ConvTranspose2d(3, 1, kernel_size=3)",
            ),
            (
                "layer=Conv3d(1,1,3)&shape=4x4x4",
                Unfit::Layer,
                "nn.Conv2d(1, 1, kernel_size=3, padding=1, bias=False)",
            ),
            (
                "layer=Linear(4,2)&shape=4",
                Unfit::Layer,
                "nn.Conv2d(1, 1, kernel_size=3, padding=1, bias=False)",
            ),
        ] {
            let scene = scene(query);
            assert_eq!(scene.applied(&[32, 32], Bounds::PAGE), Err(unfit), "{query}");
            let next = scene.nearest_to_try().expect("there is one");
            assert_eq!(next.to_string(), nearest, "{query}");
            let there = Scene::default().with(Change::Layer(next));
            let size = vec![32; there.spec().rank()];
            assert!(there.applied(&size, Bounds::PAGE).is_ok(), "{query}");
        }
    }

    #[test]
    fn layers_without_weights_take_the_colours() {
        for (query, size) in [("layer=MaxPool2d(2)&shape=8x8", 16), ("layer=ReLU()&shape=8x8", 32)] {
            let applied = scene(query).applied(&[32, 32], Bounds::PAGE).expect(query);
            assert_eq!(applied.plan.output_shape(), [3, size, size], "{query}");
        }
    }

    #[test]
    fn what_is_too_much_work_is_refused() {
        let scene = scene("layer=Conv2d(3,64,11,padding=5)");
        let refused = scene.applied(&[1024, 1024], Bounds::WORKER);
        assert!(matches!(refused, Err(Unfit::Refused(refusal)) if refusal.code == conv::Code::Bound));
    }
}
