//! What lessons say of their scenes beyond outputs and sizes, computed.
mod lessons;

use conv::receptive::{growth, paths_back};
use lessons::{opened, plan, shown, steps};
use story::Showing;
use story::matrix::Matrix;

fn link(lesson: &str, name: &str) -> &'static str {
    let step = steps().find(|(found, step)| found.name == lesson && step.name == name);
    step.expect("a step").1.link
}

/// In how many ways each input cell reaches an output cell of the last layer.
fn ways(link: &str, output: usize) -> Vec<u64> {
    let plans = opened(link).scene.plans().expect("layers that can be");
    paths_back(&plans, output).swap_remove(0)
}

fn matrix(link: &str) -> Matrix {
    match shown(link) {
        Showing::Film(film) => Matrix::of(&film),
        other => panic!("no film: {other:?}"),
    }
}

fn row(matrix: &Matrix, row: usize) -> Vec<f32> {
    let mut full = vec![0.0; matrix.columns];
    for entry in matrix.row(row) {
        full[entry.column] = entry.value;
    }
    full
}

#[test]
fn the_middle_of_a_receptive_field_has_the_most_ways() {
    assert_eq!(ways(link("receptive-field", "ways"), 1), [0, 1, 3, 6, 7, 6, 3, 1, 0]);
}

#[test]
fn dilation_2_alone_leaves_every_other_cell_a_hole() {
    let ways = ways(link("receptive-field", "holes"), 0);
    let reached: Vec<_> = (0..ways.len()).filter(|&cell| ways[cell] > 0).collect();
    assert_eq!(reached, [0, 2, 4, 6, 8, 10, 12]);
}

#[test]
fn given_dilations_1_2_4_when_the_field_is_as_wide_then_it_has_no_holes() {
    let ways = ways(link("receptive-field", "growth"), 12);
    assert_eq!(ways.iter().filter(|&&ways| ways > 0).count(), 15);
}

#[test]
fn the_first_output_of_the_second_layer_needs_three_of_the_first() {
    let plans = opened(link("order", "layers")).scene.plans().expect("two layers");
    let ways = paths_back(&plans, 0).swap_remove(1);
    assert_eq!(ways, [1, 1, 1, 0, 0, 0, 0]);
}

#[test]
fn a_causal_output_needs_nothing_later() {
    for name in ["causal", "tcn"] {
        let link = link("uses-sequence", name);
        let times = plan(&shown(link)).output_size()[2];
        for time in 0..times {
            let ways = ways(link, time);
            assert!(
                ways[time] > 0 && ways[time + 1..].iter().all(|&ways| ways == 0),
                "{name} {time}"
            );
        }
    }
}

#[test]
fn ten_layers_of_doubling_dilation_see_over_a_thousand_times() {
    let dilations: Vec<_> = (0..10).map(|layer| 1 << layer).collect();
    assert_eq!(growth(2, &dilations).last(), Some(&1024));
}

#[test]
fn the_matrix_of_the_question_has_the_rows_that_it_names() {
    let matrix = matrix(link("matrix", "which"));
    let rows = [0, 1, 2].map(|at| row(&matrix, at));
    assert_eq!(rows[0], [2.0, 1.0, 3.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(rows[1], [0.0, 0.0, 2.0, 1.0, 3.0, 0.0, 0.0]);
    assert_eq!(rows[2], [0.0, 0.0, 0.0, 0.0, 2.0, 1.0, 3.0]);
}

#[test]
fn two_groups_make_two_blocks() {
    let matrix = matrix(link("matrix", "groups"));
    assert_eq!((matrix.rows, matrix.columns), (6, 8));
    for at in 0..matrix.rows {
        let block = at / 3 * 4;
        assert!(
            matrix
                .row(at)
                .iter()
                .all(|entry| (block..block + 4).contains(&entry.column)),
            "{at}"
        );
    }
}

/// Nine windows of nine cells, of 25.
#[test]
fn windows_as_columns_take_81_places() {
    let showing = shown(link("matrix", "im2col"));
    let plan = plan(&showing);
    assert_eq!(
        (
            plan.slots() * plan.output_shape().iter().product::<usize>(),
            plan.macs()
        ),
        (81, 81)
    );
    assert_eq!(plan.readers(12).len(), 9);
}

#[test]
fn the_transposed_layer_has_the_transposed_matrix() {
    let turned = matrix(link("transposed", "transpose")).transposed();
    let other = matrix("layer=Conv1d(1,1,3,stride=2,bias=False)&shape=7&weight=1,2,3");
    assert_eq!(turned.rows, other.rows);
    for at in 0..turned.rows {
        assert_eq!(row(&turned, at), row(&other, at));
    }
}
