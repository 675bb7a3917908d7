//! The cells that light up with the one that a person points at.
mod common;

use common::film;
use conv::LayerSpec;
use story::{Cell, Change, Cursor, Frame, Lit, Order, Scene, Tensor, Timeline};

/// The first step of a layer on four cells.
fn first_step(layer: &str) -> Frame {
    let scene = Scene::default()
        .with(Change::Layer(LayerSpec::parse(layer).expect("a layer")))
        .with(Change::Size(vec![4]));
    Timeline::new(film(&scene), Order::Rows, 0).at(Cursor::whole(0))
}

fn lit(frame: &Frame, cell: Cell) -> [Vec<usize>; 3] {
    let lit = Lit::of(frame, cell);
    assert_eq!(lit.cell, Some(cell));
    [lit.inputs, lit.weights, lit.outputs]
}

#[test]
fn an_input_lights_its_readers_and_the_weight_that_meets_it() {
    let frame = first_step("Conv1d(2, 2, 3, padding=1)");
    let found = lit(&frame, Cell::Of(Tensor::Input, 1));
    assert_eq!(found, [vec![1], vec![2], vec![0, 1, 2, 4, 5, 6]]);
    // In this step nothing meets the last cell
    let found = lit(&frame, Cell::Of(Tensor::Input, 7));
    assert_eq!(found, [vec![7], vec![], vec![2, 3, 6, 7]]);
}

#[test]
fn an_output_lights_its_window_and_its_filter() {
    let frame = first_step("Conv1d(2, 2, 3, padding=1)");
    let found = lit(&frame, Cell::Of(Tensor::Output, 4));
    assert_eq!(found, [vec![0, 1, 4, 5], vec![6, 7, 8, 9, 10, 11], vec![4]]);
    // What falls into a hole of a transposed layer is not multiplied
    let frame = first_step("ConvTranspose1d(1, 1, 2, stride=2)");
    let found = lit(&frame, Cell::Of(Tensor::Output, 2));
    assert_eq!(found, [vec![1], vec![0], vec![2]]);
}

#[test]
fn a_weight_and_a_bias_light_what_they_make() {
    let frame = first_step("Conv1d(2, 2, 3, padding=1)");
    assert_eq!(lit(&frame, Cell::Of(Tensor::Weight, 4)), [vec![4], vec![4], vec![0]]);
    assert_eq!(lit(&frame, Cell::Of(Tensor::Weight, 0)), [vec![], vec![0], vec![0]]);
    assert_eq!(
        lit(&frame, Cell::Of(Tensor::Bias, 1)),
        [vec![], vec![], vec![4, 5, 6, 7]]
    );
}

#[test]
fn a_copy_lights_the_cell_that_it_copies() {
    let frame = first_step("Conv1d(2, 2, 3, padding=1, padding_mode='circular')");
    let start = |channel| Cell::Padding {
        channel,
        at: [0, 0, -1],
    };
    assert_eq!(lit(&frame, start(0)), [vec![3], vec![0], vec![]]);
    assert_eq!(lit(&frame, start(1)), [vec![7], vec![3], vec![]]);
    let zeros = first_step("Conv1d(2, 2, 3, padding=1)");
    assert_eq!(lit(&zeros, start(1)), [vec![], vec![3], vec![]]);
}

#[test]
fn what_is_not_there_lights_nothing() {
    let frame = first_step("Conv1d(2, 2, 3)");
    for cell in [
        Cell::Of(Tensor::Input, 8),
        Cell::Of(Tensor::Bias, 2),
        Cell::Padding {
            channel: 2,
            at: [0, 0, -1],
        },
    ] {
        assert_eq!(Lit::of(&frame, cell), Lit::default(), "{cell:?}");
    }
}
