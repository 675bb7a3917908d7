//! The constructor's arguments as controls.
use conv::{Field, LayerSpec, Op, Padding};
use story::args::{choose, is_default, set, stepped, text, typed, with_op, with_rank};

fn spec() -> LayerSpec {
    LayerSpec::new(Op::Conv, 2, 4, 8, 3)
}

#[test]
fn groups_step_over_the_common_divisors() {
    let mut layer = spec();
    let mut seen = vec![];
    for _ in 0..4 {
        seen.push(layer.groups);
        layer = stepped(&layer, Field::Groups, None, true);
    }
    assert_eq!(seen, [1, 2, 4, 4]);
}

#[test]
fn channels_step_by_whole_groups() {
    let layer = set(&spec(), Field::Groups, None, 4);
    assert_eq!(stepped(&layer, Field::InChannels, None, true).in_channels, 8);
    assert_eq!(stepped(&layer, Field::OutChannels, None, false).out_channels, 4);
    assert_eq!(stepped(&layer, Field::InChannels, None, false).in_channels, 4);
}

#[test]
fn what_is_typed_is_read_as_pytorch_would() {
    let cases = [
        (Field::KernelSize, "5", Some("5")),
        (Field::KernelSize, "(3, 5)", Some("(3, 5)")),
        (Field::KernelSize, "3x5", Some("(3, 5)")),
        (Field::Padding, "same", Some("'same'")),
        (Field::Padding, "'valid'", Some("'valid'")),
        (Field::Padding, "−1", Some("-1")),
        (Field::Bias, "false", Some("False")),
        (Field::PaddingMode, "reflect", Some("'reflect'")),
        (Field::Stride, "", None),
        (Field::Stride, "-", None),
        (Field::Stride, "1, 2, 3", None),
        (Field::Stride, "99999999999999999999", None),
        (Field::Bias, "7", None),
    ];
    for (field, input, expected) in cases {
        let read = typed(&spec(), field, None, input);
        assert_eq!(read.map(|spec| text(&spec, field)).as_deref(), expected, "{input}");
    }
}

#[test]
fn only_defaults_are_quiet() {
    let layer = set(&spec(), Field::Stride, Some(1), 2);
    assert!(!is_default(&layer, Field::Stride));
    assert!(!is_default(&layer, Field::KernelSize));
    assert!(is_default(&layer, Field::Dilation));
    assert!(is_default(&layer, Field::PaddingMode));
}

#[test]
fn a_layer_moves_between_ranks_and_operations() {
    let layer = set(&spec(), Field::KernelSize, Some(1), 5);
    assert_eq!(with_rank(&layer, 1).kernel_size, [5]);
    assert_eq!(with_rank(&layer, 3).kernel_size, [3, 3, 5]);
    let same = choose(&layer, Field::Padding, "same").expect("a word of padding");
    assert_eq!(with_op(&same, Op::ConvTranspose).padding, Padding::Cells(vec![0, 0]));
}
