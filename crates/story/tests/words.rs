//! Sentences: complete, and about the right cell.
use conv::{Code, Expected, Fault, Field, Fix, LayerSpec, Op, PaddingMode, ParseError, Quantity, Refusal};
use std::sync::Arc;
use story::link::{Warning, Why};
use story::{Cell, Cursor, Lit, NumbersError, Order, Showing, Tensor, Timeline, link, words};

fn timeline(pairs: &[(&str, &str)], order: Order) -> Timeline {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let (shot, warnings) = link::read(&pairs);
    assert_eq!(warnings, []);
    match shot.scene.show() {
        Ok(Showing::Film(film)) => Timeline::new(Arc::clone(&film), order, 0),
        other => panic!("{other:?}"),
    }
}

/// Every fault, with numbers that no text has by itself.
const FAULTS: [(Fault, &[&str]); 31] = [
    (Fault::NotFlat { got: 71 }, &["71"]),
    (Fault::FeatureMismatch { expected: 71, got: 72 }, &["71", "72"]),
    (
        Fault::PoolPadding {
            padding: 71,
            kernel: 72,
        },
        &["71", "72"],
    ),
    (Fault::Rank { rank: 71 }, &["71"]),
    (Fault::Entries { expected: 71, got: 72 }, &["stride", "71", "72"]),
    (
        Fault::TransposedPaddingMode {
            mode: PaddingMode::Reflect,
        },
        &["reflect"],
    ),
    (Fault::TransposedPaddingName, &[]),
    (Fault::OutputPaddingOfConv { output_padding: 71 }, &[]),
    (Fault::GroupsNotPositive { groups: -71 }, &["−71"]),
    (
        Fault::InChannelsNotDivisible {
            in_channels: 71,
            groups: 72,
        },
        &["71", "72"],
    ),
    (
        Fault::OutChannelsNotDivisible {
            out_channels: 71,
            groups: 72,
        },
        &["71", "72"],
    ),
    (Fault::SameWithStride { stride: 71 }, &["71"]),
    (Fault::ChannelsNotPositive { channels: -71 }, &["−71"]),
    (Fault::KernelNotPositive { kernel: -71 }, &["−71"]),
    (Fault::StrideNotPositive { stride: -71 }, &["−71"]),
    (Fault::DilationNotPositive { dilation: -71 }, &["−71"]),
    (Fault::PaddingNegative { padding: -71 }, &["−71"]),
    (Fault::OutputPaddingNegative { output_padding: -71 }, &["−71"]),
    (Fault::InputRank { expected: 71, got: 72 }, &["71", "72"]),
    (Fault::EmptyInput, &[]),
    (Fault::ChannelMismatch { expected: 71, got: 72 }, &["71", "72"]),
    (Fault::ReflectTooLarge { padding: 71, size: 72 }, &["71", "72"]),
    (Fault::CircularTooLarge { padding: 71, size: 72 }, &["71", "72"]),
    (
        Fault::PaddingCutsAll {
            padding: -71,
            size: -72,
        },
        &[],
    ),
    (
        Fault::KernelTooLarge {
            effective: 71,
            padded: 72,
        },
        &["71", "72"],
    ),
    (
        Fault::OutputPaddingTooLarge {
            output_padding: 71,
            bound: 73,
        },
        &["71", "72"],
    ),
    (Fault::OutputTooSmall { size: -71 }, &["−71"]),
    (Fault::Length { expected: 71, got: 72 }, &["71", "72"]),
    (Fault::BiasPresence { expected: true }, &[]),
    (Fault::BiasPresence { expected: false }, &[]),
    (
        Fault::Exceeds {
            what: Quantity::Macs,
            value: 71,
            limit: 72,
        },
        &["71", "72"],
    ),
];

fn refusal(fault: Fault) -> Refusal {
    Refusal::plain(Field::Stride, Code::Layer, fault)
}

/// A sentence begins with a capital or a name, ends, and has no placeholder left.
fn is_whole(text: &str) -> bool {
    !text.is_empty() && !text.contains(['{', '}']) && !text.contains("  ") && !text.contains("“”")
}

#[test]
fn every_fault_is_a_sentence_with_its_numbers() {
    for (fault, numbers) in FAULTS {
        let text = words::explain(&refusal(fault));
        assert!(is_whole(&text) && text.ends_with('.'), "{fault:?}: {text}");
        for number in numbers {
            assert!(text.contains(number), "{fault:?}: {text}");
        }
    }
}

#[test]
fn every_parse_error_is_a_sentence() {
    let name = "Conv2d";
    let all = [
        Expected::Class { nearest: None },
        Expected::Class { nearest: Some(name) },
        Expected::Eager { class: name },
        Expected::Open,
        Expected::Argument,
        Expected::Comma,
        Expected::End,
        Expected::Named,
        Expected::Keyword { nearest: None },
        Expected::Keyword { nearest: Some(name) },
        Expected::Once { name },
        Expected::AtMost { count: 9 },
        Expected::Required { name },
        Expected::Integer,
        Expected::IntegerOrTuple,
        Expected::InRange,
        Expected::Entries { count: 2 },
        Expected::Bool,
        Expected::Padding,
        Expected::PaddingMode,
        Expected::Setting,
        Expected::ClosingQuote,
        Expected::Layers { count: 9 },
        Expected::Only { value: "False" },
    ];
    for expected in all {
        for found in ["", "x"] {
            let text = words::parse_error(&ParseError {
                column: 71,
                expected,
                found: found.to_owned(),
            });
            assert!(is_whole(&text) && text.contains("71"), "{expected:?}: {text}");
        }
    }
}

#[test]
fn every_warning_names_its_parameter_and_says_why() {
    let parse = LayerSpec::parse("Conv9d(1)").expect_err("no layer");
    for why in [
        Why::UnknownName,
        Why::NotOneOf("0, 1".to_owned()),
        Why::NoSuch("bar".to_owned()),
        Why::Layer(parse),
        Why::Numbers(NumbersError::Empty),
        Why::Numbers(NumbersError::TooMany { limit: 3 }),
        Why::Numbers(NumbersError::NotANumber {
            column: 3,
            found: "x".to_owned(),
        }),
        Why::Refused(refusal(Fault::EmptyInput)),
    ] {
        let warning = Warning {
            name: "seed".to_owned(),
            value: "abc".to_owned(),
            why,
        };
        let text = words::warning(&warning);
        assert!(is_whole(&text) && text.contains("seed=abc"), "{text}");
    }
}

#[test]
fn a_fix_is_named_as_it_would_be_written() {
    let mut spec = LayerSpec::new(Op::Conv, 2, 4, 4, 3);
    spec.groups = 2;
    spec.kernel_size = vec![3, 5];
    let fix = |field| {
        words::fix_label(&Fix::Layer {
            field,
            spec: spec.clone(),
        })
    };
    assert!(fix(Field::Groups).contains("groups=2"));
    assert!(fix(Field::KernelSize).contains("kernel_size=(3, 5)"));
    assert!(fix(Field::PaddingMode).contains("padding_mode='zeros'"));
    assert!(words::fix_label(&Fix::Input(vec![3, 5, 6])).contains("5 × 6"));
}

#[test]
fn steps_are_told() {
    let conv = [
        ("layer", "Conv1d(1,1,3,padding=1)"),
        ("input", "1,2,3"),
        ("weight", "2,-1,2"),
        ("bias", "1"),
    ];
    let transposed = [
        ("layer", "ConvTranspose1d(1,1,3,stride=2,padding=1,bias=False)"),
        ("input", "2,1,3"),
        ("weight", "1,2,3"),
    ];
    let cases: [(&[_], Order, usize, Option<usize>, &str); 8] = [
        (
            &conv,
            Order::Rows,
            1,
            None,
            "output[1]: 1 × 2 + 2 × (−1) + 3 × 2 + 1 = 7.",
        ),
        (
            &conv,
            Order::Rows,
            0,
            None,
            "output[0]: 0 × 2 + 1 × (−1) + 2 × 2 + 1 = 4.",
        ),
        (
            &conv,
            Order::Rows,
            1,
            Some(1),
            "output[1]: 2 × (−1) = −2, together 0 so far.",
        ),
        (&conv, Order::All, 0, None, "All 3 output cells at once."),
        (
            &transposed,
            Order::Rows,
            0,
            Some(0),
            "output[0]: an inserted zero, which adds nothing; 0 so far.",
        ),
        (
            &transposed,
            Order::Scatter,
            1,
            None,
            "input[1] = 1 stamps the kernel onto 3 output cells.",
        ),
        (
            &transposed,
            Order::Scatter,
            0,
            Some(0),
            "input[0]: this part of the stamp is cropped by the padding.",
        ),
        (
            &transposed,
            Order::Scatter,
            1,
            Some(0),
            "input[1]: 1 × 1 = 1, added to output[1], 7 so far.",
        ),
    ];
    for (pairs, order, step, tap, expected) in cases {
        let frame = timeline(pairs, order).at(Cursor { step, tap });
        assert_eq!(words::narrate(&frame), expected);
    }
}

#[test]
fn cells_are_told() {
    let film = timeline(
        &[
            ("layer", "Conv2d(2,1,2,padding=1,stride=4,padding_mode='replicate')"),
            ("shape", "3x3"),
            ("input", "1,2,3;4,5,6;7,8,9_11,12,13;14,15,16;17,18,19"),
            ("weight", "1,0;0,0.5"),
            ("bias", "-2"),
        ],
        Order::Rows,
    );
    let frame = film.at(Cursor::whole(0));
    let padding = |channel, y, x| Cell::Padding { channel, at: [0, y, x] };
    let cases = [
        (Cell::Of(Tensor::Input, 0), "input[0, 0, 0] = 1, feeds 1 output"),
        (
            Cell::Of(Tensor::Input, 13),
            "input[1, 1, 1] = 15, feeds 0 outputs: no window reads it",
        ),
        (Cell::Of(Tensor::Weight, 3), "weight[0, 0, 1, 1] = 0.5"),
        (Cell::Of(Tensor::Bias, 0), "bias[0] = −2"),
        (padding(1, -1, 0), "padding, a copy of input[1, 0, 0] = 11"),
    ];
    for (cell, expected) in cases {
        assert_eq!(words::readout(&frame, cell), expected);
    }
    let conv = timeline(&[("layer", "Conv1d(1,1,3,padding=1)"), ("shape", "4")], Order::Rows);
    let frame = conv.at(Cursor::whole(1));
    let beyond = Cell::Padding {
        channel: 0,
        at: [0, 0, -1],
    };
    assert_eq!(words::readout(&frame, beyond), "padding, 0");
    assert_eq!(
        words::readout(&frame, Cell::Of(Tensor::Output, 3)),
        "output[3], not computed yet"
    );
    let transposed = timeline(
        &[("layer", "ConvTranspose1d(1,1,3,stride=2)"), ("shape", "4")],
        Order::Rows,
    );
    let between = Cell::Padding {
        channel: 0,
        at: [0, 0, 1],
    };
    assert_eq!(
        words::readout(&transposed.at(Cursor::whole(0)), between),
        "an inserted zero: it adds nothing"
    );
}

/// A person may point at a cell that a change has just taken away.
#[test]
fn a_cell_that_is_no_more_says_nothing_and_lights_nothing() {
    let film = timeline(&[("layer", "Conv1d(1,1,3)"), ("shape", "4")], Order::Rows);
    let frame = film.at(Cursor::whole(1));
    for cell in [
        Cell::Of(Tensor::Input, 4),
        Cell::Of(Tensor::Weight, 3),
        Cell::Of(Tensor::Bias, 1),
        Cell::Of(Tensor::Output, usize::MAX),
        Cell::Padding {
            channel: 1,
            at: [i64::MAX, 0, i64::MIN],
        },
    ] {
        assert_eq!(words::readout(&frame, cell), "");
        assert_eq!(Lit::of(&frame, cell), Lit::default());
    }
}

#[test]
fn a_pool_is_told_as_arithmetic() {
    let told = |layer: &str, input: &str, cursor| {
        let frame = timeline(&[("layer", layer), ("input", input)], Order::Rows).at(cursor);
        (words::pooled(&frame), words::narrate_pool(&frame))
    };
    let whole = Cursor::whole(0);
    let square = "1,3;2,0";
    let (max, said) = told("MaxPool2d(2)", square, whole);
    assert_eq!(
        (max.as_str(), said.as_str()),
        ("max(1, 3, 2, 0) = 3", "output[0, 0] = 3, the largest of 4 cells.")
    );
    assert_eq!(told("AvgPool2d(2)", square, whole).0, "(1 + 3 + 2 + 0) ÷ 4 = 1.5");
    assert_eq!(
        told("AvgPool2d(2)", square, Cursor { step: 0, tap: Some(1) }),
        ("1 + 3 = 4".to_owned(), "output[0, 0]: 3 comes in, 4 so far.".to_owned())
    );
    assert_eq!(
        told("MaxPool2d(3,1,1)", square, whole).0,
        "max(−∞, −∞, −∞, −∞, 1, 3, −∞, 2, 0) = 3"
    );
    assert_eq!(
        told("ReLU()", "-2,4", whole),
        ("max(0, −2) = 0".to_owned(), "output[0] = 0: −2 is negative.".to_owned())
    );
    assert_eq!(told("ReflectionPad1d((1,0))", "5,7", whole).0, "7");
    let many = told("AvgPool2d(6)", &"1,1,1,1,1,1;".repeat(6), whole).0;
    assert!(many.contains("… 4 more") && many.ends_with("÷ 36 = 1"), "{many}");
}
