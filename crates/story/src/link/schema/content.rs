//! What is shown: a link with such a key starts from a scene without edits.
use super::*;

entries! {
    {
        name: "layer",
        about: LinkKey::Layer,
        kind: Kind::Layer,
        default: None,
        example: "layer=Conv1d(1,1,3,padding=1)",
        read: |draft, value| {
            let specs = sequential::parse(value).map_err(Why::Layer)?;
            let scene = &mut draft.shot.scene;
            scene.set_layers(specs);
            if draft.fresh {
                scene.net_mut().size = roomy(&scene.net.specs());
            }
            Ok(())
        },
        write: |shot| Some(compact(&shot.scene.net.specs())),
    },
    {
        name: "shape",
        about: LinkKey::Shape,
        kind: Kind::Shape,
        default: None,
        example: "layer=Conv2d(1,1,3)&shape=5x8",
        read: |draft, value| {
            let net = draft.shot.scene.net_mut();
            let Some((channels, sizes)) = shape(value, &net.stages[0].spec) else {
                return Err(Bad::Value);
            };
            if let Some(channels) = channels {
                net.stages[0].spec.set_channels(channels);
            }
            net.size = sizes;
            draft.sized = true;
            Ok(())
        },
        write: |shot| {
            let Net { size, stages, .. } = &*shot.scene.net;
            let sizes = joined(&signed(size), "x");
            let first = &stages[0].spec;
            if !first.op.has_weight() && (first.in_channels != 1 || size.is_empty()) {
                return Some([&first.in_channels.to_string(), "_", &sizes].concat());
            }
            (*size != usual_size(&shot.scene)).then_some(sizes)
        },
    },
    {
        name: "seed",
        about: LinkKey::Seed,
        kind: Kind::Whole(u32::MAX),
        default: Some("1"),
        example: "layer=Conv2d(1,1,3)&seed=7",
        read: |draft, value| {
            draft.shot.scene.net_mut().seed = count(value)
                .and_then(|seed| u32::try_from(seed).ok())
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| (shot.scene.net.seed != Scene::default().net.seed).then(|| shot.scene.net.seed.to_string()),
    },
    {
        name: "fill",
        about: LinkKey::Fill,
        kind: FILLS,
        default: Some("numbers"),
        example: "layer=Conv1d(1,1,9,padding=4)&shape=64&fill=sine",
        read: |draft, value| {
            draft.shot.scene.net_mut().fill = Fill::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let fill = shot.scene.net.fill;
            (fill != Fill::default()).then(|| fill.name().to_owned())
        },
    },
    {
        name: "input",
        about: LinkKey::Input,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv2d(1,1,2)&input=1,2,3;4,5,6",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Input, value)?;
            draft.shot.scene.net_mut().input = numbers.edits();
            if !draft.sized {
                draft.sized = true;
                let rank = draft.shot.scene.net.size.len();
                draft.shot.scene.net_mut().size = numbers.size(rank);
            }
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Input),
    },
    {
        name: "weight",
        about: LinkKey::Weight,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv2d(1,1,3)&weight=1,0,-1;2,0,-2;1,0,-1",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Weight, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].weight = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Weight),
    },
    {
        name: "bias",
        about: LinkKey::Bias,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv1d(1,2,3)&bias=1,-2",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Bias, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].bias = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Bias),
    },
}
