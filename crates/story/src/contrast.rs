//! What differs between two scenes, in a few words.
use crate::text::{LaterKey, NumbersKey, fill, say};
use crate::{Scene, args};
use conv::LayerSpec;
use conv::text::{joined, signed};

/// For each of both scenes what the other has otherwise: of layers of one class their arguments
/// (`padding_mode='reflect'`), else the layers; then the layer in hand, the input, the numbers, the kernel's direction. Of
/// scenes that are the same, the layer in hand.
pub fn contrast(a: &Scene, b: &Scene) -> [String; 2] {
    let mut parts = [Vec::new(), Vec::new()];
    let is_as_long = a.net.stages.len() == b.net.stages.len();
    for (at, (one, other)) in a.net.stages.iter().zip(&b.net.stages).enumerate() {
        let mut pair = arguments(&one.spec, &other.spec);
        if is_as_long && a.net.stages.len() > 1 && !pair[0].is_empty() {
            let number = at.to_string();
            pair = pair.map(|layer| fill(NumbersKey::CompareLayer, &[("number", &number), ("layer", &layer)]));
        }
        if is_as_long {
            push(&mut parts, pair);
        }
    }
    if !is_as_long {
        push(&mut parts, [a, b].map(layers));
    } else if a.in_hand() != b.in_hand() {
        let after = |scene: &Scene| fill(NumbersKey::CompareAfter, &[("number", &scene.in_hand().to_string())]);
        push(&mut parts, [a, b].map(after));
    }
    if a.net.size != b.net.size {
        let sizes = |scene: &Scene| joined(&signed(&scene.net.size), " × ");
        let input = |scene: &Scene| fill(NumbersKey::CompareInput, &[("sizes", &sizes(scene))]);
        push(&mut parts, [a, b].map(input));
    }
    if a.view.flip != b.view.flip {
        push(&mut parts, [a, b].map(|scene| direction(scene).to_owned()));
    }
    if parts[0].is_empty() {
        return if a.computes_as(b) {
            [a, b].map(|scene| scene.spec().to_string())
        } else {
            [NumbersKey::CompareNumbers, NumbersKey::CompareOtherNumbers].map(|key| say(key).to_owned())
        };
    }
    parts.map(|parts| parts.join(say(LaterKey::Comma)))
}

fn push(parts: &mut [Vec<String>; 2], pair: [String; 2]) {
    for (parts, part) in parts.iter_mut().zip(pair) {
        if !part.is_empty() {
            parts.push(part);
        }
    }
}

/// The arguments of two layers that differ, as PyTorch spells them; of two classes the whole layers.
fn arguments(a: &LayerSpec, b: &LayerSpec) -> [String; 2] {
    if a == b {
        return [String::new(), String::new()];
    }
    if a.class_name() != b.class_name() {
        return [a, b].map(ToString::to_string);
    }
    let mut parts = [Vec::new(), Vec::new()];
    for field in args::of(a) {
        let texts = [a, b].map(|spec| spec.value(field));
        if texts[0] != texts[1] {
            push(&mut parts, texts.map(|text| [field.name(), "=", &text].concat()));
        }
    }
    parts.map(|parts| parts.join(", "))
}

fn layers(scene: &Scene) -> String {
    let names: Vec<String> = scene.net.stages.iter().map(|stage| stage.spec.class_name()).collect();
    names.join(", ")
}

fn direction(scene: &Scene) -> &'static str {
    say(if scene.view.flip {
        NumbersKey::CompareFlip
    } else {
        NumbersKey::CompareCross
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Change;

    fn scene(layers: &str, size: &[usize]) -> Scene {
        let layers = conv::sequential::parse(layers).expect(layers);
        let scene = Scene::default().with(Change::Layers(layers));
        scene.with(Change::Size(size.to_vec()))
    }

    #[test]
    fn what_differs_is_named_and_nothing_else() {
        for (a, b, wanted) in [
            (
                "Conv2d(1,1,3,padding=1,bias=False)",
                "Conv2d(1,1,3,padding=1,bias=False,padding_mode='reflect')",
                ["padding_mode='zeros'", "padding_mode='reflect'"],
            ),
            (
                "Conv2d(1,1,3,stride=2)",
                "Conv2d(1,1,(3,2),bias=False)",
                [
                    "kernel_size=3, stride=2, bias=True",
                    "kernel_size=(3, 2), stride=1, bias=False",
                ],
            ),
            (
                "MaxPool2d(2)",
                "AvgPool2d(2)",
                ["nn.MaxPool2d(kernel_size=2)", "nn.AvgPool2d(kernel_size=2)"],
            ),
            (
                "Sequential(Conv2d(1,1,3),ReLU())",
                "Sequential(Conv2d(1,1,3,dilation=2),ReLU())",
                ["layer 0: dilation=1", "layer 0: dilation=2"],
            ),
            (
                "Sequential(Conv2d(1,1,3),ReLU())",
                "Conv2d(1,1,3)",
                ["Conv2d, ReLU", "Conv2d"],
            ),
        ] {
            let [a, b] = [a, b].map(|layers| scene(layers, &[7, 7]));
            assert_eq!(contrast(&a, &b), wanted);
        }
    }

    #[test]
    fn the_input_and_the_direction_and_the_numbers_are_named_too() {
        let a = scene("Conv2d(1,1,3)", &[5, 5]);
        let b = scene("Conv2d(1,1,3)", &[5, 7]);
        assert_eq!(contrast(&a, &b), ["input 5 × 5", "input 5 × 7"]);
        let mut b = a.clone();
        b.view.flip = true;
        assert_eq!(contrast(&a, &b), ["cross-correlation", "true convolution"]);
        let mut b = a.clone();
        b.net_mut().seed += 1;
        assert_ne!(contrast(&a, &b)[0], contrast(&a, &b)[1]);
        assert_eq!(contrast(&a, &a), ["nn.Conv2d(1, 1, kernel_size=3)"; 2]);
    }
}
