//! The film against the core: every frame of every order, over random layers.
mod common;

use common::{cases, films, layers, same};
use conv::{Op, Source};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use story::{Cursor, Film, Frame, Order, Showing, Shown, Timeline};

const GATHER: [Order; 3] = [Order::Rows, Order::Columns, Order::Shuffle];

fn timelines(film: &Arc<Film>) -> impl Iterator<Item = Timeline> {
    let scatters = film.plan.spec().op == Op::ConvTranspose;
    Order::ALL
        .into_iter()
        .filter(move |order| scatters || *order != Order::Scatter)
        .map(|order| Timeline::new(Arc::clone(film), order, 5))
}

fn frames(timeline: &Timeline) -> impl Iterator<Item = Frame> {
    (0..timeline.steps()).map(|step| timeline.at(Cursor::whole(step)))
}

/// The products that are multiplied, each as (output, input, weight); padding with zeros has no input.
fn real(timeline: &Timeline) -> Vec<(usize, usize, usize)> {
    let mut all = vec![];
    for frame in frames(timeline) {
        for product in frame.products {
            if let (Source::Input(input) | Source::Copy(input), Some(output)) = (product.source, product.output) {
                all.push((output, input, product.weight));
            }
        }
    }
    all.sort_unstable();
    all
}

proptest! {
    #![proptest_config(cases(48))]

    /// Given any film in any order, when it is at its end, then the outputs are the core's.
    #[test]
    fn the_last_frame_shows_the_cores_output(film in films()) {
        let Film { plan, input, weight, bias, output } = &*film;
        let expected = conv::reference::run(plan, input, weight, bias.as_deref());
        for timeline in timelines(&film) {
            let last = timeline.at(Cursor::whole(usize::MAX));
            for (cell, &value) in expected.iter().enumerate() {
                prop_assert!(same(output[cell], value));
                prop_assert!(last.is_done(cell));
                prop_assert!(matches!(last.output(cell), Shown::Done(shown) if same(shown, value)));
            }
        }
    }

    /// Given an order by output cells, when a step is whole, then its sum is the cell's value, and its last product
    /// leaves it at the same one.
    #[test]
    fn every_step_adds_up_to_its_cell(film in films()) {
        for order in GATHER {
            let timeline = Timeline::new(Arc::clone(&film), order, 3);
            for frame in frames(&timeline) {
                let cell = frame.output_cell().expect("by output cells");
                prop_assert!(same(frame.total, film.output[cell]));
                prop_assert_eq!(frame.bias.is_some(), film.bias.is_some());
                let tap = Some(timeline.taps() - 1);
                let last = timeline.at(Cursor { tap, ..frame.cursor });
                prop_assert!(last.is_whole() && same(last.total, frame.total));
            }
        }
    }

    /// Given any order but all at once, then steps and cells map one to one, and with them all products.
    #[test]
    fn every_product_has_its_one_place(film in films()) {
        let mut expected = None;
        for timeline in timelines(&film).filter(|timeline| timeline.order() != Order::All) {
            let cells: BTreeSet<_> = (0..timeline.steps()).filter_map(|step| timeline.cell(step)).collect();
            prop_assert_eq!(cells.len(), timeline.steps());
            prop_assert_eq!(cells.last(), Some(&(timeline.steps() - 1)));
            if timeline.order() != Order::Scatter {
                for step in 0..timeline.steps() {
                    let cell = timeline.cell(step).expect("by cells");
                    prop_assert_eq!(timeline.step_of(cell), step);
                }
            }
            let products = real(&timeline);
            prop_assert!(products.windows(2).all(|pair| pair[0] < pair[1]), "one twice");
            prop_assert_eq!(&products, expected.get_or_insert_with(|| products.clone()));
        }
    }

    /// Given a cursor, when it moves on and back again, then it is where it was, unless an end stopped it.
    #[test]
    fn a_cursor_returns(film in films(), step in any::<prop::sample::Index>(), tap in any::<Option<prop::sample::Index>>(), by in 0_i64..200) {
        for timeline in timelines(&film) {
            let taps = timeline.taps().max(1);
            let cursor = timeline.clamp(Cursor { step: step.index(timeline.steps()), tap: tap.map(|tap| tap.index(taps)) });
            prop_assert_eq!(timeline.clamp(cursor), cursor);
            let units = |cursor: Cursor| cursor.tap.map_or(cursor.step, |tap| cursor.step * taps + tap) as i64;
            let end = units(Cursor { step: timeline.steps() - 1, tap: cursor.tap.map(|_| taps - 1) });
            let moved = timeline.moved(cursor, by);
            prop_assert_eq!(units(moved), (units(cursor) + by).min(end));
            prop_assert_eq!(moved.tap.is_some(), cursor.tap.is_some());
            if units(cursor) + by <= end {
                prop_assert_eq!(timeline.moved(moved, -by), cursor);
            }
            prop_assert_eq!(units(timeline.moved(cursor, i64::MIN)), 0);
            prop_assert_eq!(units(timeline.moved(cursor, i64::MAX)), end);
        }
    }

    /// Given an order by output cells, then every step has one cell more done, and a step in the middle of its
    /// products none.
    #[test]
    fn each_step_fills_one_cell(film in films()) {
        for order in GATHER {
            let timeline = Timeline::new(Arc::clone(&film), order, 1);
            let done = |frame: &Frame| (0..film.output.len()).filter(|&cell| frame.is_done(cell)).count();
            for frame in frames(&timeline) {
                prop_assert_eq!(done(&frame), frame.cursor.step + 1);
                let first = timeline.at(Cursor { tap: Some(0), ..frame.cursor });
                prop_assert_eq!(first.products.iter().filter(|product| product.done).count(), 1);
                prop_assert_eq!(done(&first), frame.cursor.step + usize::from(timeline.taps() == 1));
                for cell in 0..film.output.len() {
                    prop_assert_eq!(first.is_done(cell), matches!(first.output(cell), Shown::Done(_)));
                }
            }
        }
    }

    /// Given a transposed layer that scatters, when only some inputs have stamped, then no other input has a part in
    /// what the output shows.
    #[test]
    fn a_partial_sum_knows_only_what_has_stamped(scene in layers(), at in any::<prop::sample::Index>()) {
        let film = common::film(&scene);
        if film.plan.spec().op != Op::ConvTranspose {
            return Ok(());
        }
        let step = at.index(film.input.len());
        let mut poisoned = (*film).clone();
        poisoned.input[step + 1..].fill(f32::NAN);
        let shown = |film: Film| Timeline::new(Arc::new(film), Order::Scatter, 0).at(Cursor::whole(step));
        let (clean, poisoned) = (shown((*film).clone()), shown(poisoned));
        let stamps = |inputs: std::ops::Range<usize>| -> BTreeSet<usize> {
            inputs.flat_map(|input| film.plan.readers(input)).collect()
        };
        let (before, after) = (stamps(0..step + 1), stamps(step + 1..film.input.len()));
        let last = step + 1 == film.input.len();
        for cell in 0..film.output.len() {
            prop_assert_eq!(clean.output(cell), poisoned.output(cell));
            prop_assert_eq!(clean.output(cell) == Shown::Empty, !last && !before.contains(&cell));
            let done = last || (before.contains(&cell) && !after.contains(&cell));
            prop_assert_eq!(clean.is_done(cell), done);
            prop_assert_eq!(matches!(clean.output(cell), Shown::Done(_)), done);
        }
    }

    /// Given a transposed layer that scatters product by product, then the outputs change only where the product goes.
    #[test]
    fn a_stamp_changes_one_cell_a_product(scene in layers(), at in any::<prop::sample::Index>()) {
        let film = common::film(&scene);
        if film.plan.spec().op != Op::ConvTranspose {
            return Ok(());
        }
        let timeline = Timeline::new(Arc::clone(&film), Order::Scatter, 0);
        let step = at.index(film.input.len());
        let shown = |frame: &Frame| -> Vec<Shown> { (0..film.output.len()).map(|cell| frame.output(cell)).collect() };
        let mut before = timeline.at(Cursor { step, tap: Some(0) });
        for tap in 1..timeline.taps() {
            let frame = timeline.at(Cursor { step, tap: Some(tap) });
            let end = step + 1 == film.input.len() && frame.is_whole();
            for (cell, (old, new)) in shown(&before).into_iter().zip(shown(&frame)).enumerate() {
                let is_target = frame.product().is_some_and(|product| product.output == Some(cell));
                prop_assert!(old == new || is_target || (end && old == Shown::Empty), "{cell}: {old:?} {new:?}");
                prop_assert!(!is_target || new != Shown::Empty);
            }
            before = frame;
        }
    }
}

#[test]
fn a_cursor_by_products_crosses_from_cell_to_cell() {
    // Given the worked example: 9 cells of 9 products
    let timeline = Timeline::new(common::film(&story::Scene::default()), Order::Rows, 0);
    // When a cursor on the last product of a cell moves on
    let last = Cursor { step: 3, tap: Some(8) };
    // Then it is on the first of the next cell
    assert_eq!(timeline.moved(last, 1), Cursor { step: 4, tap: Some(0) });
    assert_eq!(timeline.moved(last, -9), Cursor { step: 2, tap: Some(8) });
}

#[test]
fn a_convolution_that_is_to_scatter_goes_by_rows() {
    let timeline = Timeline::new(common::film(&story::Scene::default()), Order::Scatter, 0);
    assert_eq!(timeline.order(), Order::Rows);
}

#[test]
fn a_transposed_layer_is_bounded_with_what_it_crops() {
    for (layer, size, is_drawn) in [
        ("ConvTranspose1d(1, 1, 1, stride=1000000, padding=499999)", 2, false),
        ("ConvTranspose1d(1, 1, 2, dilation=1000000, padding=499999)", 2, false),
        (
            "ConvTranspose1d(1, 1, 2, stride=2147483647, padding=1073741823)",
            2,
            false,
        ),
        ("ConvTranspose1d(1, 1, 3, stride=2, padding=2)", 256, true),
        ("ConvTranspose1d(1, 1, 11, stride=100, padding=50)", 4, true),
    ] {
        let mut scene = story::Scene::default();
        *scene.stage_mut() = story::Stage::new(conv::LayerSpec::parse(layer).expect("a layer"));
        scene.net_mut().size = vec![size];
        scene.net_mut().input = std::iter::empty().collect();
        // Also where a step shows what is cropped
        scene.view.order = Order::Scatter;
        let showing = scene.show();
        assert_eq!(
            matches!(showing, Ok(Showing::Film(_))),
            is_drawn,
            "{layer}: {showing:?}"
        );
    }
}
