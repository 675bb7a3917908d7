//! Links over random scenes.
mod common;

use common::{cases, rows, wild};
use proptest::prelude::*;
use proptest::sample::Index;
use story::link::{Shot, read, write};
use story::{Change, Control, Controls, Cursor, Lang, Order, Scene, Tensor, Theme, Topic, View};

fn controls() -> impl Strategy<Value = Controls> {
    let some = proptest::sample::subsequence(Control::ALL, 0..=Control::ALL.len());
    prop_oneof![
        Just(Controls::NONE),
        Just(Controls::ALL),
        some.prop_map(|some| Controls::of(&some)),
    ]
}

/// Numbers in any tensor of any layer, where there is a cell for them.
fn edited() -> impl Strategy<Value = Scene> {
    let edit = (any::<Index>(), 0_u8..3, any::<Index>(), wild());
    (rows(), any::<u32>(), proptest::collection::vec(edit, 0..16)).prop_map(|(mut scene, seed, edits)| {
        scene.net_mut().seed = seed;
        let in_hand = scene.view.stage;
        let edited = edits.into_iter().fold(scene, |scene, (stage, tensor, cell, value)| {
            let stage = stage.index(scene.net.stages.len());
            let scene = scene.with(Change::Stage(stage));
            let plan = scene.plan().expect("made to hold");
            let (tensor, shape) = match tensor {
                0 if stage == 0 => (Tensor::Input, plan.input_shape()),
                1 => (Tensor::Weight, plan.weight_shape()),
                _ => (Tensor::Bias, &plan.output_shape()[..1]),
            };
            // What has no weights has a shape for them all the same, and no room.
            let cell = cell.index(shape.iter().product::<usize>().max(1));
            scene.with(Change::Cell(tensor, cell, Some(value)))
        });
        edited.with(Change::Stage(in_hand))
    })
}

fn shots() -> impl Strategy<Value = Shot> {
    let view = (0_usize..5, 0_usize..5, any::<bool>(), 0_usize..3);
    let b = proptest::option::of(edited().prop_map(|scene| scene.pinned()));
    let picture = proptest::option::of(proptest::sample::select(Topic::ALL));
    let cursor = (count(), proptest::option::of(count()));
    let embed = (any::<bool>(), proptest::option::of(controls()), controls());
    let all = (edited(), view, (picture, b), cursor, embed);
    all.prop_map(|(scene, view, (picture, b), (step, tap), (embed, hide, lock))| {
        let (order, speed, autoplay, theme) = view;
        let view = View {
            stage: scene.view.stage,
            order: Order::ALL[order],
            flip: scene.view.flip,
            speed: View::SPEEDS[speed],
            autoplay,
            theme: Theme::ALL[theme],
            lesson: None,
            asking: false,
            own: std::sync::Arc::default(),
            lang: [None, Some(Lang::English), Some(Lang::Chinese)][theme],
            picture,
            embed,
            hide,
            lock,
        };
        Shot {
            scene: Scene { view, b, ..scene },
            cursor: Cursor { step, tap },
        }
    })
}

/// Mostly one that a film has.
fn count() -> impl Strategy<Value = usize> {
    prop_oneof![9 => 0_usize..1000, 1 => 0_usize..=i64::MAX as usize]
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Given any scene, when its link is read, then it is that scene again, without a warning.
    #[test]
    fn a_link_leads_back_to_its_scene(shot in shots()) {
        let link = write(&shot);
        let (again, warnings) = read(&link);
        prop_assert_eq!(&warnings, &[], "{:?}", link);
        // By what they say of themselves: a comparison takes −0 for 0, and no NaN for itself.
        prop_assert_eq!(format!("{again:?}"), format!("{shot:?}"), "{:?}", link);
    }
}
