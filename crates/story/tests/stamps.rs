//! The transposed layer as a table, and the layer that goes the other way.
// A test may panic.
#![allow(clippy::unwrap_used)]

use conv::{LayerSpec, Op};
use std::sync::Arc;
use story::stamps::{Edges, Shares, Stamps, overlaps, scattered};
use story::{Cursor, Film, Order, Scene, Showing, Shown, Timeline, adjoint};

const LAYERS: &[(&str, &[usize])] = &[
    ("ConvTranspose1d(1, 1, 3, stride=2)", &[3]),
    ("ConvTranspose1d(1, 1, 3, stride=2, padding=1)", &[4]),
    ("ConvTranspose1d(1, 1, 3, stride=2, padding=1, output_padding=1)", &[4]),
    ("ConvTranspose1d(1, 1, 2, stride=2, output_padding=1)", &[3]),
    ("ConvTranspose1d(1, 1, 2, stride=4, padding=3, output_padding=1)", &[5]),
    ("ConvTranspose1d(4, 2, 3, dilation=3, groups=2, output_padding=2)", &[4]),
    ("ConvTranspose2d(2, 3, (2, 3), stride=(1, 3), padding=(1, 0))", &[3, 4]),
    ("ConvTranspose3d(1, 2, 2, stride=2, padding=1)", &[2, 3, 2]),
];

fn film(layer: &str, size: &[usize], flip: bool) -> Arc<Film> {
    let mut scene = Scene::default();
    let mut spec = LayerSpec::parse(layer).unwrap();
    spec.bias = true;
    scene.stage_mut().spec = spec;
    scene.stage_mut().weight = Default::default();
    scene.net_mut().size = size.to_vec();
    scene.net_mut().input = Default::default();
    scene.view.flip = flip;
    match scene.show() {
        Ok(Showing::Film(film)) => film,
        other => panic!("{layer}: {other:?}"),
    }
}

#[test]
fn given_any_layer_when_its_tables_are_added_up_by_columns_then_they_are_the_output_without_bias() {
    for &(layer, size) in LAYERS {
        for flip in [false, true] {
            let film = film(layer, size, flip);
            let plan = &film.plan;
            let groups = plan.spec().groups as usize;
            let (ins, outs) = (plan.input_shape()[0], plan.output_shape()[0]);
            let cells: usize = plan.output_size().iter().product();
            for out in 0..outs {
                // In integers, whose sums have no order.
                let mut sums = vec![0.0; cells];
                let group = out / (outs / groups);
                for channel in group * ins / groups..(group + 1) * ins / groups {
                    let stamps = Stamps::of(plan, [channel, out]);
                    for square in &stamps.squares {
                        assert_eq!(stamps.output(plan, square.column), square.output, "{layer}");
                        if let Some(output) = square.output {
                            sums[output - out * cells] += film.input[square.input] * film.weight[square.weight];
                        }
                    }
                }
                let bias = film.bias.as_ref().map_or(0.0, |bias| bias[out]);
                for (at, sum) in sums.iter().enumerate() {
                    assert_eq!(sum + bias, film.output[out * cells + at], "{layer} {out} {at}");
                }
            }
        }
    }
}

#[test]
fn given_any_layer_when_it_is_computed_by_stamps_then_the_bits_are_the_same() {
    for &(layer, size) in LAYERS {
        let film = film(layer, size, false);
        let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&scattered(&film)), bits(&film.output), "{layer}");
    }
}

#[test]
fn given_any_layer_when_products_are_counted_then_axes_and_tables_agree() {
    for &(layer, size) in LAYERS {
        let film = film(layer, size, false);
        let plan = &film.plan;
        let stamps = Stamps::of(plan, [0, 0]);
        let [z, y, x] = overlaps(plan);
        let mut kept = 0;
        for column in 0..stamps.size.iter().product() {
            let met = stamps.squares.iter().filter(|square| square.column == column).count();
            if stamps.output(plan, column).is_some() {
                let at = stamps.place(column).map(|at| at as usize);
                assert_eq!(met, z[at[0]] * y[at[1]] * x[at[2]], "{layer} {column}");
                kept += met;
            }
        }
        let edges = Edges::of(plan);
        assert_eq!(edges.products, stamps.squares.len(), "{layer}");
        assert_eq!(edges.cropped, edges.products - kept, "{layer}");
    }
}

#[test]
fn output_padding_brings_cropped_sums_back_and_then_the_bias_alone() {
    for (layer, size, added, reached) in [
        ("ConvTranspose1d(1, 1, 3, stride=2, padding=1)", 4, 0, 0),
        (
            "ConvTranspose1d(1, 1, 3, stride=2, padding=1, output_padding=1)",
            4,
            1,
            1,
        ),
        ("ConvTranspose1d(1, 1, 2, stride=2, output_padding=1)", 3, 1, 0),
        (
            "ConvTranspose1d(1, 1, 3, stride=4, padding=1, output_padding=3)",
            3,
            3,
            1,
        ),
    ] {
        let film = film(layer, &[size], false);
        let edges = Edges::of(&film.plan);
        assert_eq!((edges.added, edges.reached), (added, reached), "{layer}");
    }
}

#[test]
fn a_kernel_that_the_stride_does_not_divide_is_uneven_away_from_the_edges() {
    for (layer, wanted) in [
        ("ConvTranspose1d(1, 1, 3, stride=2)", vec![2, 1]),
        ("ConvTranspose1d(1, 1, 4, stride=2)", vec![2, 2]),
        ("ConvTranspose1d(1, 1, 2, stride=3)", vec![1, 1, 0]),
        ("ConvTranspose1d(1, 1, 2, stride=2, dilation=2)", vec![2, 0]),
    ] {
        // Given an input so long that it has a middle
        let film = film(layer, &[12], false);
        // Then the counts there are the shares, in turn
        let shares = Shares::of(&film.plan, 2);
        assert_eq!(shares.first, wanted, "{layer}");
        assert_eq!(Some(&shares.least), wanted.iter().min(), "{layer}");
        assert_eq!(Some(&shares.most), wanted.iter().max(), "{layer}");
        let [_, _, counts] = overlaps(&film.plan);
        for at in 8..20 {
            assert_eq!(counts[at], wanted[at % wanted.len()], "{layer} {at}");
        }
    }
}

#[test]
fn given_any_order_when_it_ends_then_all_that_is_not_cropped_has_been_made_and_each_product_once() {
    for &(layer, size) in LAYERS {
        let film = film(layer, size, false);
        for order in Order::ALL {
            let timeline = Timeline::new(Arc::clone(&film), order, 1);
            let stamps = Stamps::of(&film.plan, [0, 0]);
            let mut before = vec![false; stamps.squares.len()];
            for step in 0..timeline.steps() {
                for tap in (0..timeline.taps()).map(Some).chain([None]) {
                    let frame = timeline.at(Cursor { step, tap });
                    for (square, before) in stamps.squares.iter().zip(&mut before) {
                        let made = frame.has_made(square);
                        assert!(made || !*before, "{layer} {order:?} {step} {tap:?}: unmade");
                        *before = made;
                    }
                }
            }
            for (square, made) in stamps.squares.iter().zip(before) {
                assert!(made || square.output.is_none(), "{layer} {order:?} {square:?}");
            }
        }
    }
}

#[test]
fn given_any_step_when_asked_for_its_channels_then_its_products_are_in_their_table() {
    for &(layer, size) in LAYERS {
        let film = film(layer, size, false);
        for order in [Order::Rows, Order::Scatter] {
            let timeline = Timeline::new(Arc::clone(&film), order, 1);
            for step in 0..timeline.steps() {
                for tap in 0..timeline.taps() {
                    let frame = timeline.at(Cursor { step, tap: Some(tap) });
                    let stamps = Stamps::of(&film.plan, frame.channels());
                    let product = frame.product().unwrap();
                    let is_there = stamps.squares.iter().any(|square| square.weight == product.weight);
                    assert!(is_there, "{layer} {order:?} {step}.{tap}");
                }
            }
        }
    }
}

#[test]
fn the_other_way_is_the_transpose_and_leads_back() {
    let ordinary: &[(&str, &[usize])] = &[
        ("Conv1d(1, 1, 3)", &[8]),
        ("Conv1d(2, 4, 3, stride=3, padding=1, groups=2)", &[10]),
        (
            "Conv2d(3, 2, (3, 2), stride=2, padding='valid', dilation=(1, 2))",
            &[7, 8],
        ),
        ("Conv2d(1, 1, 3, padding='same')", &[5, 5]),
    ];
    for &(layer, size) in LAYERS.iter().chain(ordinary) {
        for flip in [false, true] {
            // Given a layer and the other one
            let film = film(layer, size, flip);
            let Some(other) = adjoint(&film.plan) else {
                // Only where output_padding reaches beyond the stride.
                assert!(layer.contains("dilation=3"), "{layer}");
                continue;
            };
            assert_ne!(other.spec().op == Op::Conv, film.plan.spec().op == Op::Conv);
            assert_eq!(
                adjoint(&other).map(|plan| plan.output_shape().to_vec()).as_deref(),
                Some(film.plan.output_shape())
            );
            // When some output goes back
            let back = other.run(&film.output, &film.weight, None).unwrap();
            // Then <A x, y> = <x, Aᵀ y>, in integers
            let bias = |at: usize| {
                film.bias
                    .as_ref()
                    .map_or(0.0, |bias| bias[at / (film.output.len() / bias.len())])
            };
            let bare = film
                .output
                .iter()
                .enumerate()
                .map(|(at, y)| (y - bias(at)) * y)
                .sum::<f32>();
            let there = film.input.iter().zip(&back).map(|(x, back)| x * back).sum::<f32>();
            assert_eq!(bare, there, "{layer}");
        }
    }
}

#[test]
fn where_padding_copies_or_is_uneven_there_is_no_other_way() {
    for (layer, size) in [
        ("Conv1d(1, 1, 3, padding=1, padding_mode='reflect')", 5),
        ("Conv1d(1, 1, 2, padding='same')", 5),
    ] {
        assert_eq!(adjoint(&film(layer, &[size], false).plan), None, "{layer}");
    }
}

#[test]
fn a_stride_beyond_all_bounds_is_told_at_once() {
    let film = film("ConvTranspose1d(1, 1, 3, stride=1000000000)", &[1], false);
    let shares = Shares::of(&film.plan, 2);
    assert_eq!(
        (shares.least, shares.most, shares.first[..4].to_vec()),
        (0, 1, vec![1, 1, 1, 0])
    );
    assert_eq!(shares.first.len(), Shares::FEW);
}

#[test]
fn given_any_step_when_the_sums_of_a_channel_and_of_the_others_are_added_up_then_they_are_the_output_so_far() {
    let film = film(
        "ConvTranspose1d(4, 2, 3, dilation=3, groups=2, output_padding=2)",
        &[4],
        false,
    );
    let bias = film.bias.clone().unwrap();
    let cells = film.output.len() / 2;
    for order in [Order::Rows, Order::Scatter, Order::All] {
        let timeline = Timeline::new(Arc::clone(&film), order, 0);
        for step in 0..timeline.steps() {
            for tap in [None, Some(1)] {
                let frame = timeline.at(Cursor { step, tap });
                for output in 0..film.output.len() {
                    let out = output / cells;
                    let stamps = Stamps::of(&film.plan, [out * 2, out]);
                    let mut own = None;
                    for square in &stamps.squares {
                        if square.output == Some(output) && frame.has_made(square) {
                            let product = film.input[square.input] * film.weight[square.weight];
                            own = Some(own.unwrap_or(0.0) + product);
                        }
                    }
                    let others = frame.others(output, out * 2);
                    // In integers, whose sums have no order.
                    let sum = own.unwrap_or(0.0) + others.unwrap_or(0.0);
                    match frame.output(output) {
                        Shown::Empty => assert_eq!((own, others), (None, None), "{order:?} {step} {output}"),
                        Shown::Partial(so_far) => assert_eq!(sum, so_far, "{order:?} {step} {output}"),
                        Shown::Done(whole) => {
                            assert_eq!(sum + bias[out], whole, "{order:?} {step} {output}");
                            assert!(others.is_some());
                        }
                    }
                }
            }
        }
    }
}
