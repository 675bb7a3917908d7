//! Links over random scenes, and against random text.
mod common;

use common::{cases, finite, scenes};
use proptest::prelude::*;
use story::link::{Entry, Shot, keys, patch, read, write};
use story::{Control, Controls, Cursor, Order, Scene, Showing, Theme, Topic, View};

fn controls() -> impl Strategy<Value = Controls> {
    let some = proptest::sample::subsequence(Control::ALL, 0..=Control::ALL.len());
    prop_oneof![
        Just(Controls::NONE),
        Just(Controls::ALL),
        some.prop_map(|some| Controls::of(&some)),
    ]
}

fn shots() -> impl Strategy<Value = Shot> {
    let view = (0_usize..5, 0_usize..5, any::<bool>(), 0_usize..3);
    let b = proptest::option::of(scenes(finite()).prop_map(|scene| scene.pinned()));
    let picture = proptest::option::of(proptest::sample::select(Topic::ALL));
    let cursor = (0_usize..1000, proptest::option::of(0_usize..100));
    let embed = (any::<bool>(), proptest::option::of(controls()), controls());
    let all = (scenes(finite()), view, (picture, b), cursor, embed);
    all.prop_map(|(scene, view, (picture, b), (step, tap), (embed, hide, lock))| {
        let (order, speed, autoplay, theme) = view;
        let view = View {
            stage: scene.view.stage,
            order: Order::ALL[order],
            flip: scene.view.flip,
            speed: View::SPEEDS[speed],
            autoplay,
            theme: Theme::ALL[theme],
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

fn one_of(word: fn(&Entry) -> &'static str) -> impl Strategy<Value = String> {
    let words: Vec<_> = keys().map(word).collect();
    proptest::sample::select(words).prop_map(str::to_owned)
}

/// A parameter's name, mostly one that means something, and a value, mostly made of what such values are made of.
fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![
        9 => one_of(|key| key.name),
        1 => ".{0,6}",
    ];
    let value = prop_oneof![
        one_of(|key| key.example),
        "[0-9,;_. x×e+−()\\[\\]'=-]{0,24}",
        "(nn\\.)?Conv(Transpose)?[123]d\\([0-9]{1,2},[0-9]{1,11},\\(?[0-9]{1,6}(,[0-9]{1,3}\\))?(,(stride|padding|dilation|output_padding|groups)=-?[0-9]{1,11}){0,3}\\)",
        "Sequential\\(((Conv2d\\(1,[1-3],[1-3]\\)|ReLU\\(\\)|MaxPool2d\\([0-9]{1,2}\\)|Flatten\\(\\)|Linear\\((\\?|[0-9]{1,11}),[0-9]{1,11}\\)|ZeroPad[12]d\\(-?[0-9]{1,11}\\)),){1,5}\\)",
        "([0-9]{1,12}_)?[0-9]{1,12}(x[0-9]{1,20}){0,2}",
        ".{0,40}",
    ];
    proptest::collection::vec((name, value), 0..6)
}

fn is_cheap(scene: &Scene) -> bool {
    scene
        .plan()
        .is_ok_and(|plan| plan.macs() < 1 << 16 && plan.layer().params() < 1 << 16)
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Given any scene, when its link is read, then it is that scene again, without a warning.
    #[test]
    fn a_link_leads_back_to_its_scene(shot in shots()) {
        let link = write(&shot);
        let (again, warnings) = read(&link);
        prop_assert_eq!(&warnings, &[], "{:?}", link);
        prop_assert_eq!(&again, &shot, "{:?}", link);
        // By bits: a comparison takes −0 for 0.
        prop_assert_eq!(format!("{again:?}"), format!("{shot:?}"), "{:?}", link);
    }

    /// Given any parameters, when they are read, then the scene can be computed, and its link leads back to it.
    #[test]
    fn any_text_is_read_to_a_scene_that_holds(pairs in pairs()) {
        let (shot, _) = read(&pairs);
        prop_assert!(shot.scene.plan().is_ok());
        let (patched, _) = patch(&shot, &pairs);
        prop_assert!(patched.scene.plan().is_ok());
        if is_cheap(&shot.scene) {
            prop_assert!(shot.scene.show().is_ok());
        }
        let (again, _) = read(&write(&shot));
        prop_assert_eq!(&again.scene.net.size, &shot.scene.net.size);
        prop_assert_eq!(again.scene.spec(), shot.scene.spec());
    }
}

#[test]
fn what_is_huge_is_answered_at_once() {
    let huge = [
        ("Conv2d(1,1,3)", "99999999999x9"),
        ("Conv2d(1,1,3)", "1000000000x1000000000"),
        ("Conv2d(1,1,3)", "2147483647x2147483647"),
        ("Conv2d(2147483647,2147483647,3)", "5x5"),
        ("Conv2d(2147483647,2147483647,2147483647)", ""),
        ("Conv1d(1,1,3,padding=2147483647,dilation=2147483647)", "8"),
        ("Conv1d(1,1,3,padding=2147483647,stride=2147483647)", "8"),
        ("ConvTranspose1d(1,1,3,padding=2147483647,dilation=2147483647)", "8"),
        ("ConvTranspose1d(1,1,2,padding=1073741824,stride=2147483647)", "2"),
        ("ConvTranspose3d(1,1,11,dilation=2147483647)", "8x8x8"),
        ("Conv1d(16000000,16000000,1,groups=16000000)", "2"),
        ("Conv1d(1,1,1)", "18446744073709551616"),
        ("Conv1d(99999999999,1,1)", "5"),
        ("MaxPool2d(2147483647,padding=1073741823)", "5x5"),
        ("AvgPool3d(1)", "2147483647_2147483647x2147483647x2147483647"),
        ("Flatten()", "2147483647_2147483647x2147483647x2147483647"),
        ("ReLU()", "99999999999_5x5"),
        ("ZeroPad3d(2147483647)", "5x5x5"),
        ("ZeroPad1d((2147483647,-2147483647))", "5"),
        ("Linear(2147483647,2147483647)", ""),
        (
            "Sequential(ZeroPad3d(2147483647),Conv3d(1,1,3),Flatten(),LazyLinear(2147483647))",
            "5x5x5",
        ),
        (
            "Sequential(Conv2d(1,2147483647,3),ReLU(),MaxPool2d(2),Conv2d(2147483647,1,1))",
            "99x99",
        ),
    ];
    for (layer, shape) in huge {
        // Given a link that asks for what no machine has room for, when it is read
        let link = [("layer", layer), ("shape", shape)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let (shot, _) = read(&link);
        // Then there is a scene, and it is either small or not drawn
        match shot.scene.show() {
            Ok(Showing::Film(film)) => assert!(
                film.input.len() < 1 << 16 && film.plan.grid_size().iter().all(|&size| size <= 1024),
                "{layer} {shape}"
            ),
            Ok(Showing::Shapes(..)) => {}
            Err(refusal) => panic!("{layer} {shape}: {refusal}"),
        }
    }
}
