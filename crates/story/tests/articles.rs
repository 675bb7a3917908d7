//! The worked examples against the numbers of the articles that they are from, and against sums done by hand.
use conv::Plan;
use story::link::Shot;
use story::preset::EXAMPLES;
use story::text::LaterKey;
use story::{Film, Showing};

fn film(name: LaterKey) -> std::sync::Arc<Film> {
    let preset = EXAMPLES.iter().find(|preset| preset.name == name).expect("an example");
    match preset.shot(&Shot::default()).scene.show() {
        Ok(Showing::Film(film)) => film,
        other => panic!("{name:?}: {other:?}"),
    }
}

#[test]
fn the_examples_give_the_articles_numbers() {
    let cases: [(LaterKey, &[f32]); 10] = [
        (LaterKey::ExampleKernel1, &[2.0, 4.0, 6.0, 8.0, 10.0, 12.0]),
        (LaterKey::ExampleKernel3, &[12.0, 18.0, 24.0, 30.0]),
        (LaterKey::ExamplePadding, &[6.0, 12.0, 18.0, 24.0, 30.0, 22.0]),
        (LaterKey::ExampleStride, &[12.0, 30.0]),
        (LaterKey::ExampleDilation, &[18.0, 24.0]),
        (
            LaterKey::ExampleGroups,
            &[2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 40.0, 80.0, 120.0, 160.0, 200.0, 240.0],
        ),
        (
            LaterKey::ExampleDepthwise,
            &[
                2.0, 4.0, 6.0, 8.0, 10.0, 12.0, // filter 2 on the first channel
                4.0, 8.0, 12.0, 16.0, 20.0, 24.0, // filter 4
                60.0, 120.0, 180.0, 240.0, 300.0, 360.0, // filter 6 on the second channel
                80.0, 160.0, 240.0, 320.0, 400.0, 480.0, // filter 8
            ],
        ),
        (LaterKey::ExampleFull, &[1.0, 4.0, 10.0, 16.0, 17.0, 12.0]),
        (LaterKey::ExampleTransposed, &[2.0, 4.0, 7.0, 2.0, 6.0, 6.0, 9.0]),
        (
            LaterKey::ExampleUpsample,
            &[
                4.0, 6.0, 8.0, 10.0, 12.0, 6.0, //
                10.0, 12.0, 14.0, 16.0, 18.0, 9.0, //
                16.0, 18.0, 20.0, 22.0, 24.0, 12.0, //
                22.0, 24.0, 26.0, 28.0, 30.0, 15.0, //
                28.0, 30.0, 32.0, 34.0, 36.0, 18.0, //
                14.0, 15.0, 16.0, 17.0, 18.0, 9.0,
            ],
        ),
    ];
    for (name, expected) in cases {
        assert_eq!(film(name).output, expected, "{name:?}");
    }
}

/// The article prints four digits of its weights and of its results.
#[test]
fn four_channels_give_the_articles_two_numbers() {
    let output = &film(LaterKey::ExampleChannels).output;
    for (value, expected) in output.iter().zip([-8.1877, 0.9679]) {
        assert!((value - expected).abs() < 0.004, "{value}");
    }
    assert_eq!(output.len(), 2);
}

#[test]
fn the_floor_leaves_three_of_five() {
    let film = film(LaterKey::ExampleFloor);
    assert_eq!(Plan::output_shape(&film.plan), [1, 3, 3]);
    assert_eq!(story::Formula::of(&film.plan, 2).left_over(), 1);
}
