//! Links as a teacher writes them.
use story::link::{Shot, Warning, Why, patch, read, write};
use story::preset::{EXAMPLES, FILTERS};
use story::{Change, Control, Controls, Desk, Scene, Theme, View, roomy};

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn again(shot: &Shot) -> Shot {
    let written: Vec<_> = write(shot)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let (shot, warnings) = read(&written);
    assert_eq!(warnings, [], "{written:?}");
    shot
}

#[test]
fn a_fresh_page_has_an_empty_link() {
    assert_eq!(write(&Shot::default()), []);
    assert_eq!(read(&[]), (Shot::default(), vec![]));
}

#[test]
fn a_layer_alone_gets_an_input_that_it_fits() {
    let (shot, warnings) = read(&pairs(&[("layer", "Conv1d(1,1,3,dilation=5)")]));
    assert_eq!(warnings, []);
    assert_eq!(shot.scene.net.size, [13]);
    assert_eq!(
        write(&shot),
        [("layer".to_owned(), "Conv1d(1,1,3,dilation=5)".to_owned())]
    );
}

#[test]
fn numbers_name_the_size_and_a_flat_row_fills_a_shape() {
    let (shot, _) = read(&pairs(&[("layer", "Conv2d(1,1,2)"), ("input", "1,2,3;4,5,6")]));
    assert_eq!(shot.scene.net.size, [2, 3]);
    let (flat, _) = read(&pairs(&[
        ("layer", "Conv2d(1,1,2)"),
        ("shape", "2x3"),
        ("input", "1,2,3,4,5,6"),
    ]));
    assert_eq!(flat, shot);
}

#[test]
fn a_single_edit_is_written_alone_and_read_back() {
    for place in [[0, 0, 0, 2, 1], [0, 1, 0, 0, 0], [0, 1, 0, 3, 4], [0, 0, 0, 0, 3]] {
        let (mut shot, _) = read(&pairs(&[("layer", "Conv2d(2,1,3)"), ("shape", "5x5")]));
        shot.scene.net_mut().input = shot.scene.net.input.with(place, Some(-2.5));
        assert_eq!(again(&shot), shot, "{place:?}");
    }
}

#[test]
fn bad_parts_are_named_and_the_rest_applies() {
    let (shot, warnings) = read(&pairs(&[
        ("layer", "Conv2d(1, 1, kernel=3)"),
        ("shape", "7xx"),
        ("utm_source", "x"),
        ("step", "-1"),
        ("theme", "dark"),
    ]));
    let names: Vec<&str> = warnings.iter().map(|warning| warning.name.as_str()).collect();
    assert_eq!(names, ["utm_source", "layer", "shape", "step"]);
    assert_eq!(shot.scene.view.theme, Theme::Dark);
}

#[test]
fn an_input_too_small_for_its_layer_is_named_and_replaced() {
    let (shot, warnings) = read(&pairs(&[("layer", "Conv1d(1,1,7)"), ("shape", "3")]));
    assert_eq!(warnings[0].name, "shape");
    assert_eq!(shot.scene.net.size, roomy(&shot.scene.net.specs()));
}

#[test]
fn a_layer_that_cannot_be_is_named_and_the_page_shows_its_example() {
    let (_, warnings) = read(&pairs(&[("layer", "Conv2d(4,6,3,groups=4)")]));
    assert!(matches!(&warnings[..], [Warning { name, why: Why::Refused(_), .. }] if name == "layer"));
}

#[test]
fn a_row_of_layers_is_written_with_the_numbers_of_each() {
    let given = pairs(&[
        ("layer", "Sequential(Conv1d(1,1,2,bias=False),ReLU(),Conv1d(1,1,2))"),
        ("shape", "5"),
        ("weight", "1,2"),
        ("weight.2", "3,4"),
        ("bias.2", "5"),
        ("stage", "2"),
    ]);
    let (shot, warnings) = read(&given);
    assert_eq!(warnings, []);
    assert_eq!(shot.scene.in_hand(), 2);
    assert_eq!(shot.scene.stage().weight.get([0, 0, 0, 0, 1]), Some(4.0));
    let mut written = write(&shot);
    let mut given = given;
    written.sort();
    given.sort();
    assert_eq!(written, given);
}

#[test]
fn a_first_layer_that_takes_any_channels_is_told_them_by_the_shape() {
    for (layer, shape, input) in [
        ("MaxPool2d(2)", "3_4x5", &[3, 4, 5][..]),
        ("MaxPool2d(2)", "4x5", &[1, 4, 5]),
        ("ReLU()", "2_4", &[2, 4]),
        ("ReLU()", "7_", &[7]),
        ("Flatten()", "4x4x4", &[1, 4, 4, 4]),
    ] {
        let (shot, warnings) = read(&pairs(&[("layer", layer), ("shape", shape)]));
        assert_eq!(warnings, [], "{layer} {shape}");
        assert_eq!(shot.scene.plan().expect("a plan").input_shape(), input);
    }
    let (_, warnings) = read(&pairs(&[("layer", "Conv2d(3,1,3)"), ("shape", "3_4x5")]));
    assert_eq!(warnings[0].name, "shape");
}

#[test]
fn numbers_of_a_layer_that_is_not_there_are_named() {
    let (_, warnings) = read(&pairs(&[
        ("layer", "Sequential(Conv1d(1,1,2),ReLU())"),
        ("weight.2", "1"),
        ("weight.x", "1"),
        ("stage", "5"),
    ]));
    let names: Vec<&str> = warnings.iter().map(|warning| warning.name.as_str()).collect();
    assert_eq!(names, ["weight.x", "weight.2", "stage"]);
}

#[test]
fn an_embed_is_written_by_hand_in_any_of_the_usual_ways() {
    for value in ["", "1", "true"] {
        let (shot, warnings) = read(&pairs(&[
            ("embed", value),
            ("hide", "tools, facts"),
            ("lock", "stride"),
        ]));
        assert_eq!(warnings, []);
        let view = &shot.scene.view;
        assert!(view.embed && view.locks(Control::Stride) && !view.locks(Control::Padding));
        assert_eq!(view.hidden(), Controls::of(&[Control::Tools, Control::Facts]));
        assert_eq!(
            write(&shot),
            pairs(&[("embed", "1"), ("hide", "tools,facts"), ("lock", "stride")])
        );
    }
}

#[test]
fn names_that_mean_nothing_are_named_and_the_others_of_the_list_apply() {
    let (shot, warnings) = read(&pairs(&[("hide", "tools,stepper,facts,x"), ("lock", "all,bar")]));
    assert_eq!(shot.scene.view.hidden().names(","), "tools,facts");
    assert_eq!(shot.scene.view.lock, Controls::ALL);
    let why: Vec<_> = warnings.iter().map(|warning| (&*warning.name, &warning.why)).collect();
    let no_such = |names: &str| Why::NoSuch(names.to_owned());
    assert_eq!(why, [("hide", &no_such("stepper, x")), ("lock", &no_such("bar"))]);
}

/// Given an embed, when its reader changes what is shown, then it is the same embed still.
#[test]
fn what_a_reader_does_leaves_the_embed_as_its_author_made_it() {
    let (shot, _) = read(&pairs(&[("embed", ""), ("hide", "none"), ("lock", "order,theme")]));
    let as_made = |scene: &Scene| {
        let View { embed, hide, lock, .. } = shot.scene.view;
        let view = &scene.view;
        (view.embed, view.hide, view.lock) == (embed, hide, lock)
    };
    for preset in FILTERS.iter().chain(EXAMPLES) {
        assert!(as_made(&preset.shot(&shot).scene), "{:?}", preset.name);
    }
    let desk = Desk {
        scene: shot.scene.clone(),
        ..Desk::default()
    };
    for text in ["Conv1d(1,1,3)", "Sequential(Conv2d(1,1,3),ReLU())", "Conv2d(1,1,99)"] {
        let changed = desk.with(Change::pasted(text).expect("a layer"));
        assert!(as_made(&changed.scene) && as_made(changed.draft()), "{text}");
    }
    let (patched, _) = patch(&shot, &pairs(&[("layer", "Conv3d(9,9,9)"), ("shape", "x")]));
    assert!(as_made(&patched.scene));
    // A scene to compare with is none that is embedded.
    assert_eq!(shot.scene.pinned().view, View::default());
    let (beside, _) = read(&pairs(&[("b", "layer=Conv2d(1,1,3)&embed=1&hide=all&lock=all")]));
    assert_eq!(beside.scene.b.expect("a scene").view, View::default());
}

#[test]
fn an_input_that_no_link_names_has_room_for_a_few_windows() {
    for (layer, size) in [
        ("Conv2d(1, 1, 3)", &[5, 5][..]),
        ("Conv1d(1, 1, 7, stride=3)", &[13]),
        ("Conv1d(1, 1, 4, dilation=4)", &[15]),
        ("Conv1d(1, 1, 11, padding=2)", &[9]),
        ("ConvTranspose1d(1, 1, 9, stride=4)", &[8]),
        ("Conv3d(1, 1, 3, padding=1)", &[4, 4, 4]),
    ] {
        let specs = conv::sequential::parse(layer).expect(layer);
        assert_eq!(roomy(&specs), size, "{layer}");
    }
}
