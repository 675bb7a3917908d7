//! The constructor's arguments as controls.
mod common;

use common::cases;
use conv::{Field, LayerSpec, Op, Padding, sequential};
use proptest::prelude::*;
use story::args::{choose, classes, common_divisors, get, of, set, stepped, typed, with_class, with_op, with_rank};
use story::{Change, Scene};

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
fn common_divisors_are_each_listed_once_ascending() {
    for (channels, divisors) in [
        ((1, 1), &[1][..]),
        ((4, 12), &[1, 2, 4]),
        ((12, 24), &[1, 2, 3, 4, 6, 12]),
        ((7, 9), &[1]),
    ] {
        assert_eq!(common_divisors(channels.0, channels.1), divisors, "{channels:?}");
    }
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
        assert_eq!(read.map(|spec| spec.value(field)).as_deref(), expected, "{input}");
    }
}

#[test]
fn only_defaults_are_quiet() {
    let layer = set(&spec(), Field::Stride, Some(1), 2);
    assert!(!layer.is_default(Field::Stride));
    assert!(!layer.is_default(Field::KernelSize));
    assert!(layer.is_default(Field::Dilation));
    assert!(layer.is_default(Field::PaddingMode));
}

#[test]
fn a_layer_moves_between_ranks_and_operations() {
    let layer = set(&spec(), Field::KernelSize, Some(1), 5);
    assert_eq!(with_rank(&layer, 1).kernel_size, [5]);
    assert_eq!(with_rank(&layer, 3).kernel_size, [3, 3, 5]);
    let same = choose(&layer, Field::Padding, "same").expect("a word of padding");
    assert_eq!(with_op(&same, Op::ConvTranspose).padding, Padding::Cells(vec![0, 0]));
}

#[test]
fn every_class_becomes_every_other_and_keeps_what_both_know() {
    for from in classes() {
        for to in classes() {
            let made = with_class(&from, &to);
            assert_eq!(made.class_name(), to.class_name());
            assert!(made.layer().is_ok(), "{from} to {to}: {made}");
            for field in of(&made) {
                assert!(!made.value(field).is_empty());
            }
        }
    }
    let pool = with_op(&set(&spec(), Field::KernelSize, None, 5), Op::MaxPool);
    assert_eq!(
        (pool.to_string(), pool.in_channels),
        ("nn.MaxPool2d(kernel_size=5)".to_owned(), 4)
    );
}

#[test]
fn a_pool_steps_by_its_kernel_until_its_stride_is_set() {
    let pool = LayerSpec::new(Op::AvgPool, 2, 1, 1, 2);
    let three = set(&pool, Field::KernelSize, None, 3);
    assert_eq!(three.stride, [3, 3]);
    assert!(three.is_default(Field::Stride));
    let set_apart = set(&set(&three, Field::Stride, None, 1), Field::KernelSize, None, 4);
    assert_eq!(set_apart.stride, [1, 1]);
}

#[test]
fn sides_are_set_one_by_one_in_pytorchs_order() {
    let pad = LayerSpec::new(Op::Pad, 2, 1, 1, 1);
    let pad = set(&pad, Field::Padding, Some(0), 2);
    assert_eq!(pad.value(Field::Padding), "(2, 0, 0, 0)");
    assert_eq!(
        typed(&pad, Field::Padding, None, "(2, 0, 1, -1)")
            .map(|pad| pad.value(Field::Padding))
            .as_deref(),
        Some("(2, 0, 1, -1)")
    );
    assert_eq!(get(&pad, Field::Padding, 3), Some(0));
}

#[test]
fn features_can_be_left_open() {
    let linear = LayerSpec::new(Op::Linear, 0, 12, 3, 1);
    let open = typed(&linear, Field::InChannels, None, "?").expect("open");
    assert_eq!(
        (open.value(Field::InChannels).as_str(), get(&open, Field::InChannels, 0)),
        ("?", None)
    );
    assert_eq!(stepped(&open, Field::InChannels, None, true).in_channels, 2);
}

#[test]
fn every_class_is_there_once() {
    let names: Vec<String> = classes().iter().map(LayerSpec::class_name).collect();
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
    for class in classes() {
        assert_eq!(
            LayerSpec::parse(&class.to_string()).as_ref().map(LayerSpec::class_name),
            Ok(class.class_name())
        );
    }
    for name in [
        "Conv3d",
        "ConvTranspose1d",
        "MaxPool2d",
        "AvgPool1d",
        "CircularPad3d",
        "ReLU",
        "Flatten",
        "Linear",
    ] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
}

#[test]
fn what_a_class_does_not_have_cannot_be_set() {
    for class in classes() {
        for field in Field::ARGUMENTS.into_iter().filter(|field| !of(&class).contains(field)) {
            let mut changed = vec![
                stepped(&class, field, None, true),
                stepped(&class, field, Some(0), false),
            ];
            changed.push(set(&class, field, None, 2));
            changed.extend(typed(&class, field, None, "2"));
            for word in ["same", "reflect", "False", "?"] {
                changed.extend(choose(&class, field, word));
                changed.extend(typed(&class, field, None, word));
            }
            for changed in changed {
                assert_eq!(changed, class, "{field:?}");
            }
        }
    }
}

/// `Sequential(Linear(?, 2), ReLU())` was pasted, and the groups of its first layer stepped.
#[test]
fn a_linear_layer_has_no_groups_to_step() {
    let scene = Scene::default();
    let specs = sequential::parse("Sequential(Linear(?, 2), ReLU())").expect("layers");
    let scene = scene.with(Change::Layers(specs));
    let spec = stepped(scene.spec(), Field::Groups, None, true);
    assert_eq!((&spec, spec.groups), (scene.spec(), 1));
    assert!(scene.with(Change::Layer(spec)).show().is_ok());
}

fn layer(transposed: bool, channels: (i64, i64), groups: i64, values: &[i64]) -> LayerSpec {
    let op = if transposed { Op::ConvTranspose } else { Op::Conv };
    let mut layer = LayerSpec::new(op, 2, channels.0, channels.1, 3);
    layer.groups = groups;
    for (field, &value) in [Field::KernelSize, Field::Stride, Field::Dilation, Field::Padding]
        .into_iter()
        .zip(values)
    {
        layer = set(&layer, field, None, value);
    }
    layer
}

fn any_number() -> impl Strategy<Value = i64> {
    prop_oneof![-3_i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX)]
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Given any numbers in a layer and any text, then no argument panics when it is stepped, typed, chosen or written.
    #[test]
    fn nothing_that_is_set_or_typed_panics(
        transposed: bool,
        channels in (any_number(), any_number()),
        groups in any_number(),
        values in proptest::collection::vec(any_number(), 4),
        field in 0..Field::ARGUMENTS.len(),
        axis in proptest::option::of(any::<usize>()),
        input in "[0-9,x()\\[\\] −-]{0,24}|.{0,24}",
        up: bool,
    ) {
        let (layer, field) = (layer(transposed, channels, groups, &values), Field::ARGUMENTS[field]);
        let stepped = stepped(&layer, field, axis, up);
        let typed = typed(&layer, field, axis, &input);
        let chosen = choose(&layer, field, &input);
        for layer in [Some(stepped), typed, chosen].into_iter().flatten() {
            prop_assert_eq!(layer.rank(), 2);
            let _ = (layer.value(field), layer.is_default(field));
            let _ = with_rank(&with_op(&layer, Op::Conv), 3).layer().map(|layer| layer.plan(&[1, 5, 5, 5], true));
        }
    }

    /// Given a layer that holds, when any argument is stepped, then the groups still divide both channels.
    #[test]
    fn groups_divide_after_every_step(
        transposed: bool,
        (groups, ins, outs) in (1_i64..5, 1_i64..5, 1_i64..5),
        fields in proptest::collection::vec((0..Field::ARGUMENTS.len(), any::<bool>()), 1..20),
    ) {
        let mut layer = layer(transposed, (groups * ins, groups * outs), groups, &[]);
        for (field, up) in fields {
            layer = stepped(&layer, Field::ARGUMENTS[field], None, up);
            prop_assert!(layer.groups >= 1 && layer.in_channels >= 1 && layer.out_channels >= 1);
            prop_assert_eq!((layer.in_channels % layer.groups, layer.out_channels % layer.groups), (0, 0));
        }
    }

    /// Given an argument's own text, when it is typed, then the layer is the same.
    #[test]
    fn what_is_shown_can_be_typed(
        transposed: bool,
        values in proptest::collection::vec(0_i64..9, 4),
        other in 0_i64..9,
        field in 0..9_usize,
    ) {
        let layer = set(&layer(transposed, (4, 4), 2, &values), Field::KernelSize, Some(1), other);
        let field = of(&layer)[field];
        prop_assert_eq!(typed(&layer, field, None, &layer.value(field)), Some(layer));
    }
}
