//! Layers that are the same as others, and windows seen from the other side: told quickly, and counted out.
mod common;

use common::{cases, film, films_of_convolutions, scenes_of_convolutions};
use conv::{LayerSpec, Source};
use proptest::prelude::*;
use story::equal::{Other, is_symmetric};
use story::groups::{Cost, Grouping, Wiring, doubled};
use story::{Cell, Change, Feeds, Film, Numbers, Scene, Tensor, groups, pointwise, slab};

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn groups_are_layers_of_their_own(film in films_of_convolutions()) {
        let apart = groups::apart(&film).expect("small enough");
        prop_assert_eq!(apart.largest, 0.0);
        prop_assert_eq!(apart.compared, film.output.len());
    }

    #[test]
    fn a_weight_is_where_its_channels_are_connected(film in films_of_convolutions()) {
        let wiring = Wiring::of(film.plan.spec(), film.plan.spec().groups);
        let cells: usize = film.plan.output_size().iter().product();
        for filter in 0..film.plan.output_shape()[0] {
            let reads = |channel| (0..film.plan.slots()).any(|slot| film.plan.tap(filter * cells, slot).channel == channel);
            for channel in 0..film.plan.input_shape()[0] {
                prop_assert_eq!(wiring.connects(channel, filter), reads(channel));
            }
        }
    }

    #[test]
    fn a_cell_feeds_the_outputs_whose_windows_have_it(scene in scenes_of_convolutions()) {
        // Given a film of whole numbers
        let film = film(&scene);
        let mut cells: Vec<Cell> = (0..film.input.len()).map(|cell| Cell::Of(Tensor::Input, cell)).collect();
        let taps = (0..film.output.len()).flat_map(|output| (0..film.plan.slots()).map(move |slot| (output, slot)));
        let taps: Vec<_> = taps.map(|(output, slot)| (output, film.plan.tap(output, slot))).collect();
        for (_, tap) in &taps {
            if !matches!(tap.source, Source::Input(_)) {
                cells.push(Cell::Padding { channel: tap.channel, at: tap.at });
            }
        }
        for cell in cells.into_iter().take(60) {
            // When asked what it feeds
            let feeds = Feeds::of(&film, cell).expect("a cell of the input");
            // Then it is what all windows together say
            let mut wanted: Vec<(usize, usize)> = Vec::new();
            for (output, tap) in &taps {
                let has = match (cell, tap.source) {
                    (_, Source::Hole) => false,
                    (Cell::Of(_, input), Source::Input(at) | Source::Copy(at)) => input == at,
                    (Cell::Padding { channel, at }, _) => channel == tap.channel && at == tap.at,
                    _ => false,
                };
                if has {
                    wanted.push((*output, tap.weight));
                }
            }
            let mut found = Vec::new();
            let mut outputs = 0;
            for filter in 0..film.plan.output_shape()[0] {
                for fed in feeds.in_channel(&film.plan, filter) {
                    outputs += 1;
                    found.extend(fed.weights.iter().map(|&weight| (fed.output, weight)));
                }
            }
            wanted.sort_unstable();
            found.sort_unstable();
            prop_assert_eq!(&found, &wanted, "{:?}", cell);
            prop_assert_eq!(feeds.count(), outputs);
            if let Cell::Of(_, input) = cell {
                prop_assert_eq!(film.plan.readers(input).len(), outputs);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// Given whole numbers, when the holes of the kernel are filled with zeros, then the layer without dilation is the same.
    #[test]
    fn a_dilated_kernel_is_one_with_zeros(scene in scenes_of_convolutions()) {
        let film = film(&scene);
        if let Ok(other) = Other::zero_stuffed(&film) {
            let other = other.expect("few weights");
            prop_assert_eq!(other.plan.dilation(), [1; 3]);
            let found = other.compared(&film, usize::MAX).expect("small enough");
            prop_assert_eq!((found.largest, found.compared), (0.0, film.output.len()));
        }
    }

    /// Given whole numbers, when the sense is turned and the kernels with it, then nothing has changed.
    #[test]
    fn two_turns_undo_each_other(scene in scenes_of_convolutions(), products in 0_usize..200) {
        let film = film(&scene);
        let other = Other::mirrored_and_turned(&film).expect("a layer");
        prop_assert_eq!(other.plan.flip(), !film.plan.flip());
        let found = other.compared(&film, products).expect("small enough");
        prop_assert_eq!(found.largest, 0.0);
        prop_assert!(found.compared >= 1);
        prop_assert_eq!(found.compared == film.output.len(), film.plan.macs() <= products as u64 || film.output.len() == 1);
    }
}

#[test]
fn one_turn_changes_what_is_not_symmetric() {
    for (weights, is_same) in [("1 2 3", false), ("3 2 3", true)] {
        let weights = Numbers::parse(weights, 1).expect("numbers");
        let layer = LayerSpec::parse("Conv1d(1, 1, 3)").expect("a layer");
        let scene = Scene::default()
            .with(Change::Layer(layer))
            .with(Change::Size(vec![5]))
            .with(Change::Numbers(Tensor::Weight, weights));
        let film = film(&scene);
        let turned = Other::mirrored(&film).expect("a layer");
        let found = turned.compared(&film, 100).expect("small enough");
        assert_eq!((found.largest == 0.0, is_symmetric(&film)), (is_same, is_same));
    }
}

#[test]
fn vast_kernels_are_not_laid_out() {
    let film = shown("Conv2d(8, 32, 2, dilation=127)", &[128, 128]);
    assert_eq!(Other::zero_stuffed(&film), Ok(None));
}

fn shown(layer: &str, size: &[usize]) -> std::sync::Arc<Film> {
    let spec = LayerSpec::parse(layer).expect("a layer");
    film(
        &Scene::default()
            .with(Change::Layer(spec))
            .with(Change::Size(size.to_vec())),
    )
}

#[test]
fn a_line_of_channels_is_an_image_with_slabs() {
    for layer in [
        "Conv1d(4, 2, 3)",
        "Conv1d(4, 3, 3, stride=2, padding=2, dilation=2, bias=False)",
        "Conv1d(3, 2, 3, padding='same')",
        "Conv1d(3, 2, 5, padding=2, padding_mode='reflect')",
    ] {
        let film = shown(layer, &[9]);
        let apart = slab::apart(&film).expect(layer);
        assert_eq!(apart.largest, 0.0, "{layer}");
        assert_eq!(apart.compared, film.output.len());
    }
    // Where both ends are padded unequally, and in groups, there is no such layer
    for layer in [
        "Conv1d(3, 2, 4, padding='same')",
        "Conv1d(4, 2, 3, groups=2)",
        "Conv2d(1, 1, 3)",
    ] {
        assert_eq!(
            slab::apart(&shown(layer, &[9, 9][..if layer.contains("2d") { 2 } else { 1 }])),
            None
        );
    }
}

#[test]
fn a_large_layer_is_compared_in_part() {
    // Given more products than a comparison has room for
    let film = shown("Conv1d(64, 64, 3)", &[128]);
    // When it is compared, then some filters are, and all that is said holds for these
    let apart = slab::apart(&film).expect("room for a filter");
    assert!(apart.compared < apart.all && apart.compared > 0, "{apart:?}");
    assert_eq!(apart.largest, 0.0);
    assert_eq!(slab::apart(&shown("Conv1d(256, 2, 11, padding=5)", &[256])), None);
}

#[test]
fn a_kernel_of_one_cell_is_a_product_of_matrices() {
    for (layer, size) in [
        ("Conv2d(3, 4, 1)", vec![4, 5]),
        ("Conv2d(4, 2, 1, groups=2, stride=2, padding=1)", vec![4, 5]),
        (
            "Conv1d(3, 2, 1, padding=2, padding_mode='replicate', bias=False)",
            vec![4],
        ),
        ("Conv3d(2, 2, 1)", vec![2, 3, 2]),
    ] {
        let film = shown(layer, &size);
        let apart = pointwise::apart(&film);
        assert_eq!((apart.largest, apart.compared), (0.0, film.output.len()), "{layer}");
    }
}

#[test]
fn doubling_both_widths_costs_four_times_and_with_the_groups_twice() {
    for (layer, size) in [
        ("Conv1d(4, 4, 3, groups=2)", vec![6]),
        ("ConvTranspose2d(6, 4, 2, groups=2, bias=False)", vec![3, 4]),
    ] {
        let film = shown(layer, &size);
        let spec = film.plan.spec();
        let cost = |spec: &LayerSpec| Cost::of(spec, &film.plan).expect("a layer");
        let now = cost(spec);
        assert_eq!(now.weights, film.weight.len() as u64);
        assert_eq!(now.macs, film.plan.macs());
        for (groups, times) in [(1, 4), (2, 2)] {
            let wide = cost(&doubled(spec, groups));
            assert_eq!(
                [wide.weights, wide.macs],
                [now.weights * times, now.macs * times],
                "{layer}"
            );
        }
    }
}

#[test]
fn groups_have_names() {
    let spec = LayerSpec::new(conv::Op::Conv, 1, 4, 8, 3);
    for (groups, name) in [(1, Grouping::All), (2, Grouping::Some), (4, Grouping::Depthwise(2))] {
        assert_eq!(Wiring::of(&spec, groups).grouping(), name);
    }
}
