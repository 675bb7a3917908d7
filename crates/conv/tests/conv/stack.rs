//! Layers in a row as text, their shape walk, and what an output cell sees through them.
use conv::receptive::{ReceptiveField, fields, growth, paths_back, paths_on, plans};
use conv::{Expected, LayerSpec, ParseError, Plan, UNKNOWN, sequential, walk};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{config, specs};

fn parse(text: &str) -> Vec<LayerSpec> {
    sequential::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn error(text: &str) -> ParseError {
    sequential::parse(text).expect_err(text)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_layers_in_a_row_as_people_paste_them_when_parsed_then_the_canonical_form_is_printed() {
    let canonical = "nn.Sequential(nn.Conv2d(1, 8, kernel_size=3), nn.ReLU(), nn.MaxPool2d(kernel_size=2), nn.Flatten(), nn.Linear(72, 10))";
    for text in [
        canonical,
        "Sequential(Conv2d(1,8,3),ReLU(),MaxPool2d(2),Flatten(),Linear(72,10))",
        "self.net = nn.Sequential(\n    nn.Conv2d(1, 8, 3),  # edges\n    nn.ReLU(inplace=True),\n    nn.MaxPool2d(2, 2),\n    nn.Flatten(),\n    nn.Linear(8*3*3, 10),\n)",
        "Sequential(\n  (0): Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1))\n  (1): ReLU()\n  (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)\n  (3): Flatten(start_dim=1, end_dim=-1)\n  (4): Linear(in_features=72, out_features=10, bias=True)\n)",
        "Sequential(\n  (features): Sequential(\n    (0): Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1))\n    (1): ReLU()\n  )\n  (head): Sequential(\n    (0): MaxPool2d(kernel_size=2, stride=2)\n    (1): Flatten()\n    (2): Linear(in_features=72, out_features=10, bias=True)\n  )\n)",
    ] {
        assert_eq!(sequential::line(&parse(text)), canonical, "{text}");
    }
    for (text, wanted) in [
        ("nn.Sequential(nn.ReLU())", "nn.ReLU()"),
        ("nn.LazyLinear(10)", "nn.Linear(?, 10)"),
        (
            "nn.Linear(in_features=?, out_features=10, bias=False)",
            "nn.Linear(?, 10, bias=False)",
        ),
        (
            "LazyLinear(in_features=0, out_features=10, bias=True)",
            "nn.Linear(?, 10)",
        ),
        ("nn.MaxPool2d(3, stride=None)", "nn.MaxPool2d(kernel_size=3)"),
        (
            "nn.MaxPool2d(stride=2, kernel_size=3)",
            "nn.MaxPool2d(kernel_size=3, stride=2)",
        ),
        ("nn.AvgPool1d(2, 1)", "nn.AvgPool1d(kernel_size=2, stride=1)"),
        ("nn.ZeroPad2d((1, 1, 1, 1))", "nn.ZeroPad2d(1)"),
        ("nn.ReflectionPad1d((2, 0))", "nn.ReflectionPad1d((2, 0))"),
    ] {
        assert_eq!(sequential::line(&parse(text)), wanted, "{text}");
    }
    assert_eq!(parse("LazyLinear(10)")[0].in_channels, UNKNOWN);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_text_that_is_no_row_of_layers_when_parsed_then_place_and_expectation_are_named() {
    use Expected::*;
    for (text, column, expected, found) in [
        ("nn.Sequential(", 15, Class { nearest: None }, ""),
        ("nn.Sequential()", 16, Class { nearest: None }, ""),
        ("nn.Sequential(nn.ReLU()", 24, Comma, ""),
        (
            "nn.Sequential(nn.ReLU(), nn.Softmax())",
            29,
            Class { nearest: None },
            "Softmax",
        ),
        ("nn.Sequential(nn.ReLU()) x", 26, End, "x"),
        ("nn.MaxPool2d(2, ceil_mode=True)", 27, Only { value: "False" }, "True"),
        (
            "nn.AvgPool2d(2, count_include_pad=False)",
            35,
            Only { value: "True" },
            "False",
        ),
        ("nn.Flatten(0)", 12, Only { value: "1" }, "0"),
        ("nn.MaxPool2d()", 14, Required { name: "kernel_size" }, ")"),
        ("nn.Linear(3)", 12, Required { name: "out_features" }, ")"),
        ("nn.Conv2d(?, 3, 3)", 11, Integer, "?"),
        ("nn.ZeroPad1d((1, 2, 3))", 14, Entries { count: 2 }, "("),
        ("nn.MaxPool2d(2, padding='same')", 25, IntegerOrTuple, "'same'"),
        ("nn.Linear(9999999999*9999999999, 1)", 11, InRange, "9999999999"),
        // In floating point this product is less than 2^63.
        ("nn.Linear(89547301328687144*103, 1)", 11, InRange, "89547301328687144"),
    ] {
        let error = error(text);
        assert_eq!(
            (error.column, error.expected, &error.found[..]),
            (column, expected, found),
            "{text}"
        );
    }
    let many = ["nn.Sequential(", &"nn.ReLU(), ".repeat(40), ")"].concat();
    assert_eq!(
        error(&many).expected,
        Layers {
            count: sequential::MOST_LAYERS
        }
    );
    assert_eq!(error(&"Sequential(".repeat(1 << 12)).expected, Class { nearest: None });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_pieces_of_a_row_when_parsed_then_nothing_panics_and_what_is_read_prints_as_itself() {
    let pieces = prop::sample::select(vec![
        "nn.",
        "Sequential(",
        "ReLU()",
        "MaxPool2d(2)",
        "Linear(?, 3)",
        "(0):",
        "(",
        ")",
        ",",
        "\n",
        "?",
        "*",
        "Flatten",
        "ZeroPad1d(",
        "1",
        "Conv1d(1,1,3)",
        " ",
        "#",
        "None",
    ]);
    let pasted = prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat());
    proptest!(config(4000), |(text in prop_oneof![pasted.clone(), pasted.prop_map(|text| format!("Sequential({text})"))])| {
        match sequential::parse(&text) {
            Ok(layers) => prop_assert_eq!(sequential::parse(&sequential::line(&layers)), Ok(layers)),
            Err(error) => prop_assert!(error.column <= text.chars().count() + 1),
        }
    });
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_batch_far_beyond_the_page_when_walked_then_every_shape_and_cost_is_answered() {
    // Given 32 pictures of 3 × 256 × 256
    let layers = parse(
        "nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.LazyLinear(10))",
    );
    let steps = walk(&layers, &[3, 256, 256], 32);
    // Then
    let shapes: Vec<&[usize]> = steps.iter().map(|step| &step.output_shape[..]).collect();
    assert_eq!(
        shapes,
        [
            &[32, 16, 256, 256][..],
            &[32, 16, 256, 256],
            &[32, 16, 128, 128],
            &[32, 262_144],
            &[32, 10]
        ]
    );
    assert_eq!((steps[0].params, steps[0].macs), (448, 32 * 16 * 256 * 256 * 27));
    assert_eq!(steps[4].in_features, Some(262_144));
    assert_eq!(steps[4].params, 2_621_450);
    assert_eq!(steps[4].plan.as_ref().unwrap().spec().in_channels, 262_144);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_a_layer_that_does_not_fit_when_walked_then_the_walk_ends_there_and_says_what_would() {
    let layers = parse("Sequential(Conv2d(1,4,3), Flatten(), Linear(100, 10), ReLU())");
    let steps = walk(&layers, &[1, 6, 6], 1);
    assert_eq!(steps.len(), 3);
    assert_eq!(steps[2].in_features, Some(64));
    assert_eq!(steps[2].params, 1010);
    let refusal = steps[2].plan.as_ref().expect_err("refused");
    assert_eq!(
        refusal.pytorch().as_deref(),
        Some("mat1 and mat2 shapes cannot be multiplied (1x64 and 100x10)")
    );
    // Without Flatten
    let steps = walk(&parse("Sequential(Conv2d(1,4,3), Linear(?, 10))"), &[1, 6, 6], 1);
    assert_eq!(steps[1].in_features, Some(64));
    assert!(steps[1].plan.is_err());
    // Beyond all integers
    let steps = walk(
        &parse("Sequential(ZeroPad3d(2147483647), Flatten(), LazyLinear(2147483647))"),
        &[1, 2, 2, 2],
        usize::MAX,
    );
    assert!(steps.last().is_some_and(|step| step.plan.is_err()));
}

/// The plans of a row on an input.
fn given(text: &str, shape: &[usize]) -> Vec<Plan> {
    let layers = parse(text);
    let plans = plans(&layers, shape);
    assert_eq!(plans.len(), layers.len(), "{text}");
    plans
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_three_dilated_layers_when_the_ways_back_are_counted_then_the_holes_show() {
    let dilated = given(
        "Sequential(Conv1d(1,1,3,dilation=2), Conv1d(1,1,3,dilation=2), Conv1d(1,1,3,dilation=2))",
        &[1, 13],
    );
    let ways = paths_back(&dilated, 0);
    assert_eq!(ways[0], [1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1]);
    assert_eq!(ways[3], [1]);
    // Growing dilations leave no hole
    let grown = given(
        "Sequential(Conv1d(1,1,3), Conv1d(1,1,3,dilation=2), Conv1d(1,1,3,dilation=4))",
        &[1, 15],
    );
    assert_eq!(paths_back(&grown, 0)[0], [1, 1, 2, 1, 3, 2, 3, 1, 3, 2, 3, 1, 2, 1, 1]);
    assert_eq!(growth(3, &[1, 1, 1]), [1, 3, 5, 7]);
    assert_eq!(growth(3, &[1, 2, 4]), [1, 3, 7, 15]);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_strides_and_padding_when_the_recurrences_run_then_size_jump_and_start_are_theirs() {
    // Given what classifiers begin with: 7/2 padded by 3, a pool 3/2 padded by 1, 3/1 padded by 1
    let plans = given(
        "Sequential(Conv2d(3,4,7,2,3), MaxPool2d(3,2,1), Conv2d(4,4,3,padding=1))",
        &[3, 32, 32],
    );
    let seen: Vec<ReceptiveField> = fields(&plans).iter().map(|axes| axes.expect("windows")[2]).collect();
    let field = |size, jump, start| ReceptiveField { size, jump, start };
    assert_eq!(seen, [field(7, 2, -3), field(11, 4, -5), field(19, 4, -9)]);
    // A linear layer has no window, nor has what comes after it
    let plans = given("Sequential(Conv1d(1,1,3), Flatten(), Linear(?,2), ReLU())", &[1, 5]);
    assert_eq!(fields(&plans).iter().filter(|axes| axes.is_some()).count(), 1);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_padding_when_ways_are_counted_then_zeros_are_on_none_and_copies_lead_to_their_cell() {
    let zeros = given("Conv1d(1,1,3,padding=1)", &[1, 4]);
    assert_eq!(paths_back(&zeros, 0)[0], [1, 1, 0, 0]);
    let copies = given("Sequential(ReplicationPad1d((2, 0)), Conv1d(1,1,3))", &[1, 4]);
    assert_eq!(paths_back(&copies, 0)[0], [3, 0, 0, 0]);
    // Causal: no output sees what comes later
    let causal = given(
        "Sequential(ZeroPad1d((2, 0)), Conv1d(1,1,3), ZeroPad1d((4, 0)), Conv1d(1,1,3,dilation=2))",
        &[1, 9],
    );
    for output in 0..9 {
        let ways = &paths_back(&causal, output)[0];
        assert!(
            ways[output] == 1 && ways[output + 1..].iter().all(|&ways| ways == 0),
            "{output}"
        );
    }
}

/// Rows of layers that fit, with an input: each takes what the one before gives.
fn rows() -> impl Strategy<Value = Vec<Plan>> {
    (
        prop::collection::vec(specs(), 1..4),
        1usize..3,
        prop::collection::vec(2usize..7, 3),
    )
        .prop_filter_map("refused", |(mut layers, channels, sizes)| {
            let rank = layers[0].rank();
            layers.retain(|layer| layer.rank() == rank);
            let mut now = channels as i64;
            for layer in &mut layers {
                layer.groups = 1;
                (layer.in_channels, layer.out_channels) = (now, layer.out_channels.min(2));
                now = layer.out_channels;
            }
            let shape = [&[channels], &sizes[..rank]].concat();
            let plans = plans(&layers, &shape);
            let cells = plans.iter().map(Plan::macs).sum::<u64>();
            (plans.len() == layers.len() && cells < 1 << 16).then_some(plans)
        })
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn given_any_row_when_ways_are_counted_forward_and_back_then_they_agree_and_lie_in_the_field() {
    proptest!(config(200), |(plans in rows(), from: prop::sample::Index, to: prop::sample::Index)| {
        let input = from.index(plans[0].input_shape().iter().product());
        let last = plans.last().unwrap();
        let output = to.index(last.output_shape().iter().product());
        let (on, back) = (paths_on(&plans, input), paths_back(&plans, output));
        prop_assert_eq!(on.len(), plans.len() + 1);
        prop_assert_eq!(on.last().unwrap()[output], back[0][input]);
        // In between, the ways through a tensor are those to it times those on.
        for (to, on) in on.iter().zip(&back) {
            let through: u64 = to.iter().zip(on).map(|(a, b)| a * b).sum();
            prop_assert_eq!(through, back[0][input]);
        }
        // With zeros around, what is seen lies within start and size.
        let copies = plans.iter().any(|plan| plan.spec().padding_mode != conv::PaddingMode::Zeros);
        if let (Some(Some(field)), false) = (fields(&plans).last(), copies) {
            let [depth, height, width] = plans[0].input_size();
            let [_, out_height, out_width] = last.output_size();
            let at = [output / out_width / out_height % last.output_size()[0], output / out_width % out_height, output % out_width];
            for (cell, _) in back[0].iter().enumerate().filter(|(_, ways)| **ways > 0) {
                let place = [cell / width / height % depth, cell / width % height, cell % width];
                for axis in 0..3 {
                    let start = field[axis].start + at[axis] as i64 * field[axis].jump as i64;
                    prop_assert!((start..start + field[axis].size as i64).contains(&(place[axis] as i64)));
                }
            }
        }
    });
}
