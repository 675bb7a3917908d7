//! Scenes that are ready to look at, each a link.
use crate::link::{self, Shot};
use crate::text::LaterKey;
use crate::{Cursor, View};

/// A ready scene.
#[derive(Clone, Copy, Debug)]
pub struct Preset<K = LaterKey> {
    pub name: K,
    /// Filters go onto the input that is there; examples bring their own.
    pub keeps_input: bool,
    pairs: &'static [(&'static str, &'static str)],
}

const FILTER_2D: &str = "Conv2d(1,1,3,padding=1,bias=False)";
const SIX: &str = "1,2,3,4,5,6";

pub(crate) const fn filter<K: Copy>(name: K, weight: &'static [(&'static str, &'static str)]) -> Preset<K> {
    Preset {
        name,
        keeps_input: true,
        pairs: weight,
    }
}

const fn example(name: LaterKey, pairs: &'static [(&'static str, &'static str)]) -> Preset {
    Preset {
        name,
        keeps_input: false,
        pairs,
    }
}

pub const FILTERS: &[Preset] = &[
    filter(
        LaterKey::Identity,
        &[("layer", FILTER_2D), ("weight", "0,0,0;0,1,0;0,0,0")],
    ),
    filter(
        LaterKey::BoxBlur,
        &[
            ("layer", FILTER_2D),
            (
                "weight",
                "0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111",
            ),
        ],
    ),
    filter(
        LaterKey::SobelX,
        &[("layer", FILTER_2D), ("weight", "-1,0,1;-2,0,2;-1,0,1")],
    ),
    filter(
        LaterKey::SobelY,
        &[("layer", FILTER_2D), ("weight", "-1,-2,-1;0,0,0;1,2,1")],
    ),
    filter(
        LaterKey::Laplacian,
        &[("layer", FILTER_2D), ("weight", "0,1,0;1,-4,1;0,1,0")],
    ),
    filter(
        LaterKey::Sharpen,
        &[("layer", FILTER_2D), ("weight", "0,-1,0;-1,5,-1;0,-1,0")],
    ),
    filter(
        LaterKey::MovingAverage,
        &[
            ("layer", "Conv1d(1,1,4,bias=False)"),
            ("weight", "0.25,0.25,0.25,0.25"),
            ("shape", "12"),
        ],
    ),
];

pub const EXAMPLES: &[Preset] = &[
    example(
        LaterKey::ExampleKernel1,
        &[("layer", "Conv1d(1,1,1,bias=False)"), ("input", SIX), ("weight", "2")],
    ),
    example(
        LaterKey::ExampleKernel3,
        &[
            ("layer", "Conv1d(1,1,3,bias=False)"),
            ("input", SIX),
            ("weight", "2,2,2"),
        ],
    ),
    example(
        LaterKey::ExamplePadding,
        &[
            ("layer", "Conv1d(1,1,3,padding=1,bias=False)"),
            ("input", SIX),
            ("weight", "2,2,2"),
        ],
    ),
    example(
        LaterKey::ExampleStride,
        &[
            ("layer", "Conv1d(1,1,3,stride=3,bias=False)"),
            ("input", SIX),
            ("weight", "2,2,2"),
        ],
    ),
    example(
        LaterKey::ExampleDilation,
        &[
            ("layer", "Conv1d(1,1,3,dilation=2,bias=False)"),
            ("input", SIX),
            ("weight", "2,2,2"),
        ],
    ),
    example(
        LaterKey::ExampleGroups,
        &[
            ("layer", "Conv1d(2,2,1,groups=2,bias=False)"),
            ("input", "1,2,3,4,5,6_10,20,30,40,50,60"),
            ("weight", "2__4"),
        ],
    ),
    example(
        LaterKey::ExampleDepthwise,
        &[
            ("layer", "Conv1d(2,4,1,groups=2,bias=False)"),
            ("input", "1,2,3,4,5,6_10,20,30,40,50,60"),
            ("weight", "2__4__6__8"),
        ],
    ),
    example(
        LaterKey::ExampleChannels,
        &[
            ("layer", "Conv1d(4,2,3,bias=False)"),
            ("input", "1,2,3_4,5,6_7,8,9_10,11,12"),
            (
                "weight",
                "-0.1565,0.2598,-0.2152_-0.013,-0.1495,-0.0799_-0.2842,-0.1508,-0.1939_-0.1133,-0.2627,0.1949__\
                 0.0576,0.1712,-0.1465_-0.206,0.1648,0.2039_0.2221,-0.194,0.1126_-0.2098,-0.0749,0.1407",
            ),
        ],
    ),
    example(
        LaterKey::ExampleFloor,
        &[
            ("layer", "Conv2d(1,1,2,stride=2,padding=1,bias=False)"),
            ("shape", "5x5"),
            ("weight", "-1,2;3,1"),
        ],
    ),
    example(
        LaterKey::ExampleFull,
        &[
            ("layer", "Conv1d(1,1,3,padding=2,bias=False)"),
            ("input", "1,2,3,4"),
            ("weight", "1,2,3"),
            ("flip", "1"),
        ],
    ),
    example(
        LaterKey::ExampleRgb,
        &[("layer", "Conv2d(3,4,3,padding=1)"), ("shape", "6x6"), ("seed", "3")],
    ),
    example(
        LaterKey::ExampleTransposed,
        &[
            ("layer", "ConvTranspose1d(1,1,3,stride=2,bias=False)"),
            ("input", "2,1,3"),
            ("weight", "1,2,3"),
        ],
    ),
    example(
        LaterKey::ExampleUpsample,
        &[
            (
                "layer",
                "ConvTranspose2d(1,1,3,stride=2,padding=1,output_padding=1,bias=False)",
            ),
            ("input", "1,2,3;4,5,6;7,8,9"),
            ("weight", "1,2,1;2,4,2;1,2,1"),
        ],
    ),
    example(
        LaterKey::ExampleSine,
        &[
            ("layer", "Conv1d(1,1,9,padding=4,bias=False)"),
            ("shape", "200"),
            ("fill", "sine"),
            (
                "weight",
                "0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111",
            ),
            ("picture", "signal"),
        ],
    ),
    // From here on: `shapes`.
    example(
        LaterKey::ExampleSeparable,
        &[
            (
                "layer",
                "Sequential(Conv2d(3,3,5,groups=3,bias=False),Conv2d(3,8,1,bias=False))",
            ),
            ("shape", "12x12"),
            ("picture", "separable"),
        ],
    ),
    example(
        LaterKey::ExampleCausal,
        &[
            ("layer", "Sequential(ZeroPad1d((2,0)),Conv1d(1,1,3,bias=False))"),
            ("shape", "8"),
            ("picture", "stack"),
        ],
    ),
    example(
        LaterKey::ExampleHoles,
        &[
            (
                "layer",
                "Sequential(Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2))",
            ),
            ("shape", "16"),
            ("picture", "stack"),
        ],
    ),
    example(
        LaterKey::ExampleNetwork,
        &[
            (
                "layer",
                "Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Flatten(),Linear(?,10))",
            ),
            ("shape", "10x10"),
            ("picture", "stack"),
        ],
    ),
    example(
        LaterKey::ExampleBar,
        &[
            ("layer", "Conv2d(1,3,3,bias=False)"),
            (
                "input",
                "0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,0,0,0,0",
            ),
            (
                "weight",
                "-1,0,1;-1,0,1;-1,0,1__-1,-1,-1;0,0,0;1,1,1__-1,2,-1;-1,2,-1;-1,2,-1",
            ),
            ("picture", "match"),
        ],
    ),
    example(
        LaterKey::ExampleCorner,
        &[
            ("layer", "Conv2d(1,4,3,bias=False)"),
            (
                "input",
                "0,0,0,0,0,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,0,0,0,0,0,0;0,0,0,0,0,0,0",
            ),
            (
                "weight",
                "-1,-1,-1;-1,1,1;-1,1,1__-1,-1,-1;1,1,-1;1,1,-1__-1,1,1;-1,1,1;-1,-1,-1__1,1,-1;1,1,-1;-1,-1,-1",
            ),
            ("picture", "match"),
        ],
    ),
    example(
        LaterKey::ExampleCross,
        &[
            ("layer", "Conv2d(1,3,3,bias=False)"),
            (
                "input",
                "0,0,0,0,0,0,0,0;0,0,1,0,0,0,0,0;0,1,1,1,0,0,0,0;0,0,1,0,0,1,0,1;0,0,0,0,0,0,1,0;0,0,0,0,0,1,0,1;\
                 0,1,1,1,0,0,0,0;0,0,0,0,0,0,0,0",
            ),
            (
                "weight",
                "-1,1,-1;1,1,1;-1,1,-1__1,-1,1;-1,1,-1;1,-1,1__-1,-1,-1;1,1,1;-1,-1,-1",
            ),
            ("picture", "match"),
        ],
    ),
];

/// Those of the [`EXAMPLES`] that ask which window matches best: small shapes and filters for parts of them.
pub fn shapes() -> &'static [Preset] {
    let first = EXAMPLES.iter().position(|preset| preset.name == LaterKey::ExampleBar);
    EXAMPLES.get(first.unwrap_or(EXAMPLES.len())..).unwrap_or(&[])
}

impl<K> Preset<K> {
    /// The scene, where `now` is shown: how it is shown stays as it is, but for the picture that an example brings.
    pub fn shot(&self, now: &Shot) -> Shot {
        let pairs = self.pairs();
        let (mut shot, _) = if self.keeps_input {
            link::patch(now, &pairs)
        } else {
            link::read(&pairs)
        };
        let View { flip, picture, .. } = shot.scene.view;
        shot.scene.view = View {
            stage: 0,
            flip: flip && !self.keeps_input,
            picture: picture.or(now.scene.view.picture),
            ..now.scene.view.clone()
        };
        shot.cursor = Cursor::default();
        shot
    }

    fn pairs(&self) -> Vec<(String, String)> {
        let owned = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
        self.pairs.iter().map(owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Showing;
    use crate::signal::roughness;

    #[test]
    fn every_preset_is_read_without_a_warning_and_can_be_shown() {
        for preset in FILTERS.iter().chain(EXAMPLES) {
            holds(preset);
        }
        for preset in crate::image::COLOURS {
            holds(preset);
        }
    }

    fn holds<K: std::fmt::Debug>(preset: &Preset<K>) {
        let (shot, warnings) = link::read(&preset.pairs());
        assert_eq!(warnings, [], "{:?}", preset.name);
        assert!(matches!(shot.scene.show(), Ok(Showing::Film(_))), "{:?}", preset.name);
    }

    #[test]
    fn given_the_noisy_sine_when_averaged_then_it_is_smoother_and_its_link_is_short() {
        let preset = EXAMPLES.iter().find(|preset| preset.name == LaterKey::ExampleSine);
        let shot = preset.expect("an example").shot(&Shot::default());
        let Ok(Showing::Film(film)) = shot.scene.show() else {
            panic!("it can be shown");
        };
        assert_eq!((film.input.len(), film.output.len()), (200, 200));
        assert!(roughness(&film.output) < roughness(&film.input) / 3.0);
        let link: usize = link::write(&shot)
            .iter()
            .map(|(name, value)| name.len() + value.len() + 2)
            .sum();
        assert!(link < 200, "{link}");
    }

    #[test]
    fn a_filter_keeps_the_input_and_an_example_brings_its_own() {
        let now = Shot::default();
        assert_eq!(FILTERS[2].shot(&now).scene.net.input, now.scene.net.input);
        assert_ne!(EXAMPLES[0].shot(&now).scene.net.input, now.scene.net.input);
    }
}
