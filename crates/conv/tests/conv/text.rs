//! What is read, what is printed, and what cannot be read.
use conv::{Expected, LayerSpec, Op, Padding, PaddingMode, ParseError};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{config, specs};

fn error(text: &str) -> ParseError {
    LayerSpec::parse(text).expect_err(text)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_as_people_paste_them_when_parsed_then_the_canonical_form_is_printed() {
    for (text, wanted) in [
        ("nn.Conv2d(3, 16, 3)", "nn.Conv2d(3, 16, kernel_size=3)"),
        ("Conv2d(3,16,3)", "nn.Conv2d(3, 16, kernel_size=3)"),
        (
            "torch.nn.Conv1d(in_channels=4, kernel_size=3, out_channels=2)",
            "nn.Conv1d(4, 2, kernel_size=3)",
        ),
        (
            "self.c = nn.Conv2d(3, 16, 3),  # note",
            "nn.Conv2d(3, 16, kernel_size=3)",
        ),
        (
            "conv: nn.Conv2d = nn.Conv2d(3, 16, 3);",
            "nn.Conv2d(3, 16, kernel_size=3)",
        ),
        (
            "  (0): Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1))",
            "nn.Conv2d(3, 16, kernel_size=3)",
        ),
        (
            "(conv1): Conv2d(3, 16, kernel_size=(3, 5), stride=(1, 1))",
            "nn.Conv2d(3, 16, kernel_size=(3, 5))",
        ),
        (
            "nn.Conv2d(\n    3,  # red, green, blue\n    16,\n    3,\n)",
            "nn.Conv2d(3, 16, kernel_size=3)",
        ),
        (
            "nn.Conv2d(3, 16, [3, 5], 1, \"same\")",
            "nn.Conv2d(3, 16, kernel_size=(3, 5), padding='same')",
        ),
        (
            "nn.Conv1d(1, 1, (3,), (2), padding='valid')",
            "nn.Conv1d(1, 1, kernel_size=3, stride=2, padding='valid')",
        ),
        (
            "nn.Conv2d(4, 4, 3, 1, 0, 2, 2, False, 'reflect')",
            "nn.Conv2d(4, 4, kernel_size=3, dilation=2, groups=2, bias=False, padding_mode='reflect')",
        ),
        (
            "nn.ConvTranspose2d(4, 4, 3, 2, 1, 1, 2, False, 2)",
            "nn.ConvTranspose2d(4, 4, kernel_size=3, stride=2, padding=1, output_padding=1, dilation=2, groups=2, bias=False)",
        ),
        (
            "nn.Conv2d(1, 1, 3, device=None, dtype=torch.float32)",
            "nn.Conv2d(1, 1, kernel_size=3)",
        ),
        ("nn.Conv2d(1_000, +1, -3)", "nn.Conv2d(1000, 1, kernel_size=-3)"),
        ("nn.Conv2d(1, 1, (3))", "nn.Conv2d(1, 1, kernel_size=3)"),
    ] {
        let spec = LayerSpec::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(spec.to_string(), wanted, "{text}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_text_that_is_no_layer_when_parsed_then_place_and_expectation_are_named() {
    use Expected::*;
    for (text, column, expected, found) in [
        ("", 1, Class { nearest: None }, ""),
        (
            "nn.Conv2",
            4,
            Class {
                nearest: Some("Conv2d"),
            },
            "Conv2",
        ),
        (
            "nn.conv2d(1, 1, 3)",
            4,
            Class {
                nearest: Some("Conv2d"),
            },
            "conv2d",
        ),
        ("nn.Embedding(3, 4)", 4, Class { nearest: None }, "Embedding"),
        ("nn.LazyConv2d(4, 3)", 4, Eager { class: "Conv2d" }, "LazyConv2d"),
        ("nn.Conv2d", 10, Open, ""),
        ("nn.Conv2d(1, 1, 3", 18, Comma, ""),
        ("nn.Conv2d(1,, 3)", 13, Argument, ","),
        ("nn.Conv2d(1, 1, 3) + 2", 20, End, "+"),
        ("nn.Conv2d(1, 1)", 15, Required { name: "kernel_size" }, ")"),
        (
            "nn.Conv2d(1, 1, 3, strid=2)",
            20,
            Keyword {
                nearest: Some("stride"),
            },
            "strid",
        ),
        (
            "nn.Conv2d(1, 1, 3, output_padding=1)",
            20,
            Keyword { nearest: None },
            "output_padding",
        ),
        ("nn.Conv2d(1, 1, 3, xyzzy=2)", 20, Keyword { nearest: None }, "xyzzy"),
        // What was found is cut where it is long.
        (
            "nn.Conv2d(1, 1, 3, abcdefghijklmnopqrstuvwxyz=2)",
            20,
            Keyword { nearest: None },
            "abcdefghijklmnopqrstuvwx…",
        ),
        // Commas and rows belong to a row of layers.
        (", nn.Conv2d(1, 1, 3)", 1, Class { nearest: None }, ","),
        (
            "nn.Sequential(nn.Conv2d(1, 1, 3))",
            4,
            Class { nearest: None },
            "Sequential",
        ),
        (
            "nn.Conv2d(1, 1, 3, in_channels=1)",
            20,
            Once { name: "in_channels" },
            "in_channels",
        ),
        ("nn.Conv2d(1, 1, kernel_size=3, 2)", 32, Named, "2"),
        (
            "nn.Conv2d(1,1,3,1,0,1,1,True,'zeros',None,None,1)",
            48,
            AtMost { count: 11 },
            "1",
        ),
        ("nn.Conv2d(1, 1, (3, 3, 3))", 17, Entries { count: 2 }, "("),
        ("nn.Conv2d(1, 1, (3,))", 17, Entries { count: 2 }, "("),
        ("nn.Conv2d(1, 1, ((3)))", 18, Integer, "("),
        ("nn.Conv2d(1, x, 3)", 14, Integer, "x"),
        ("nn.Conv2d(1, -, 3)", 14, Integer, "-"),
        ("nn.Conv2d(1, 2.5, 3)", 14, Integer, "2.5"),
        (
            "nn.Conv2d(1, 99999999999999999999, 3)",
            14,
            InRange,
            "99999999999999999999",
        ),
        ("nn.Conv2d(1, 1, 3, bias=1)", 25, Bool, "1"),
        ("nn.Conv2d(1, 1, 3, padding='sane')", 28, Padding, "'sane'"),
        ("nn.MaxPool2d(2, padding='valid')", 25, IntegerOrTuple, "'valid'"),
        ("nn.Conv2d(1, 1, 3, padding_mode='mirror')", 33, PaddingMode, "'mirror'"),
        ("nn.Conv2d(1, 1, 3, padding='same)", 28, ClosingQuote, "'same)"),
        ("ä = nn.Conv2d(1, ö, 3)", 18, Integer, "ö"),
    ] {
        let error = error(text);
        assert_eq!(
            (error.column, error.expected, &error.found[..]),
            (column, expected, found),
            "{text}"
        );
        assert!(!error.to_string().is_empty());
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_vast_text_when_parsed_then_it_is_answered() {
    let many = if cfg!(miri) { 1 << 8 } else { 1 << 20 };
    for part in ["(", "[", "nn.", "#", "9", "'", "Conv2d(", "a=", "\n", "ü"] {
        assert!(LayerSpec::parse(&part.repeat(many)).is_err());
        assert!(LayerSpec::parse(&format!("nn.Conv2d({}", part.repeat(many))).is_err());
        assert!(LayerSpec::parse(&format!("nn.Conv2d(1, 1, ({}", part.repeat(many))).is_err());
    }
    let error = error(&"(".repeat(many));
    assert_eq!((error.column, &error.found[..]), (many + 1, ""));
    assert_eq!(
        LayerSpec::parse(&format!("nn.Conv1d(1, 1, ({}))", "3,".repeat(many)))
            .unwrap_err()
            .column,
        17
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_text_when_parsed_then_nothing_panics() {
    let pieces = prop::sample::select(vec![
        "nn.",
        "Conv2d",
        "ConvTranspose1d",
        "(",
        ")",
        "[",
        "]",
        ",",
        "=",
        "3",
        "-1",
        "'same'",
        "\"zeros\"",
        "padding",
        "kernel_size",
        "bias",
        "True",
        " ",
        "\n",
        "#",
        ".",
        "1.5",
        "ä",
        "'",
        "\\",
        "9999999999999999999",
        "_",
        "+",
    ]);
    let pasted = prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat());
    let any = prop::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter);
    proptest!(config(4000), |(text in prop_oneof![pasted.clone(), any, pasted.prop_map(|text| format!("nn.Conv2d({text}"))])| {
        if let Err(error) = LayerSpec::parse(&text) {
            prop_assert!(error.column <= text.chars().count() + 1);
            prop_assert!(!error.to_string().is_empty());
        }
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_spec_when_printed_and_parsed_then_it_is_itself() {
    proptest!(config(2000), |(spec in specs())| {
        prop_assert_eq!(LayerSpec::parse(&spec.to_string()), Ok(spec));
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_named_padding_on_a_transposed_layer_when_built_then_it_is_refused() {
    let spec = LayerSpec::parse("nn.ConvTranspose1d(1, 1, 3, padding='same')").unwrap();
    assert_eq!(
        (spec.op, &spec.padding, spec.padding_mode),
        (Op::ConvTranspose, &Padding::Same, PaddingMode::Zeros)
    );
    let refused = spec.layer().expect_err("refused");
    assert_eq!(refused.field, conv::Field::Padding);
    assert_eq!(refused.fixes().len(), 1);
}
