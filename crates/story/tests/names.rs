//! What arguments, axes and sides are called, and the formula's parts in words.
use conv::{Field, LayerSpec, Op};
use story::Formula;
use story::text::LaterKey;
use story::words::{about, axis_name, left_over, padding, side_name};

#[test]
fn an_argument_means_something_else_in_another_kind_of_layer() {
    for (op, field, wanted) in [
        (Op::Linear, Field::InChannels, LaterKey::AboutInFeatures),
        (Op::Linear, Field::OutChannels, LaterKey::AboutOutFeatures),
        (Op::Conv, Field::InChannels, LaterKey::AboutInChannels),
        (Op::Conv, Field::OutChannels, LaterKey::AboutOutChannels),
        (Op::MaxPool, Field::KernelSize, LaterKey::AboutPool),
        (Op::AvgPool, Field::Stride, LaterKey::AboutPoolStride),
        (Op::MaxPool, Field::Padding, LaterKey::AboutPoolPadding),
        (Op::Pad, Field::Padding, LaterKey::AboutSides),
        (Op::Conv, Field::KernelSize, LaterKey::AboutKernelSize),
        (Op::Conv, Field::Stride, LaterKey::AboutStride),
        (Op::Conv, Field::Padding, LaterKey::AboutPadding),
    ] {
        assert_eq!(about(field, op), wanted, "{op:?} {field:?}");
    }
}

#[test]
fn axes_are_named_from_the_last_on() {
    use LaterKey::{AxisDepth, AxisHeight, AxisLength, AxisWidth};
    let names = |rank| (0..rank).map(|axis| axis_name(axis, rank)).collect::<Vec<_>>();
    assert_eq!(names(1), [AxisLength]);
    assert_eq!(names(2), [AxisHeight, AxisWidth]);
    assert_eq!(names(3), [AxisDepth, AxisHeight, AxisWidth]);
}

#[test]
fn sides_are_named_in_pytorchs_order() {
    use LaterKey::{SideBack, SideBottom, SideFront, SideLeft, SideRight, SideTop};
    let names = [0, 1, 2, 3, 4, 5].map(side_name);
    assert_eq!(names, [SideLeft, SideRight, SideTop, SideBottom, SideFront, SideBack]);
}

#[test]
fn the_formula_says_its_padding_and_what_the_floor_drops() {
    for (layer, both, left) in [
        ("Conv1d(1, 1, 3, stride=3, padding=2)", "2·2", "1"),
        ("Conv1d(1, 1, 4, padding='same')", "(1+2)", ""),
    ] {
        let layer = LayerSpec::parse(layer).expect("a line").layer().expect("a layer");
        let formula = Formula::of(&layer.plan(&[1, 6], false).expect("a plan"), 2);
        assert_eq!(padding(&formula), both);
        let said = left_over(&formula);
        let nothing = story::text::say(LaterKey::NothingLeftOver);
        assert_eq!(said == nothing, left.is_empty(), "{said}");
        assert!(said.contains(left), "{said}");
    }
}
