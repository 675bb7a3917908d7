//! The layer as a matrix.
// A test may panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{cases, film, films_of_convolutions, same, scenes_of_convolutions};
use proptest::prelude::*;
use story::matrix::{Matrix, by_matrix, by_windows};
use story::{Change, Difference, Fill, adjoint};

proptest! {
    #![proptest_config(cases(300))]

    /// Given any layer on whole numbers, whose sums have no order, then its matrix gives its output.
    #[test]
    fn a_matrix_gives_the_output(mut scene in scenes_of_convolutions()) {
        scene.net_mut().fill = Fill::Numbers;
        let film = film(&scene);
        let matrix = Matrix::of(&film);
        prop_assert_eq!(matrix.rows, film.output.len());
        prop_assert_eq!(matrix.columns, film.input.len());
        prop_assert_eq!(by_matrix(&film, &matrix), film.output.clone());
    }

    /// Given any layer on any numbers, then its windows as columns give its output to the bit.
    #[test]
    fn windows_as_columns_give_the_output(film in films_of_convolutions()) {
        for (by_windows, output) in by_windows(&film).into_iter().zip(&film.output) {
            prop_assert!(same(by_windows, *output), "{by_windows} {output}");
        }
    }

    /// Given any layer that has another way, then its matrix transposed is that layer's, number by number.
    #[test]
    fn the_transposed_matrix_is_that_of_the_layer_that_goes_the_other_way(scene in scenes_of_convolutions()) {
        let film = film(&scene);
        let matrix = Matrix::of(&film);
        let turned = matrix.transposed();
        if let Some(other) = adjoint(&film.plan) {
            let other = Matrix::with(&other, &film.weight);
            prop_assert_eq!((turned.rows, turned.columns), (other.rows, other.columns));
            for row in 0..turned.rows {
                let numbers = |matrix: &Matrix| -> Vec<_> {
                    matrix.row(row).iter().map(|entry| (entry.column, entry.value)).collect()
                };
                prop_assert_eq!(numbers(&turned), numbers(&other));
            }
        }
        prop_assert_eq!(turned.transposed(), matrix);
    }
}

#[test]
fn copies_in_the_padding_add_up_in_the_column_of_the_copied_cell() {
    // Given a window of 1, 10, 100 on three cells, mirrored at both ends
    let mut scene = story::Scene::default();
    let spec = conv::LayerSpec::parse("Conv1d(1, 1, 3, padding=1, padding_mode='reflect', bias=False)").unwrap();
    scene = scene.with(Change::Layer(spec)).with(Change::Size(vec![3]));
    for (cell, weight) in [1.0, 10.0, 100.0].into_iter().enumerate() {
        scene = scene.with(Change::Cell(story::Tensor::Weight, cell, Some(weight)));
    }
    // Then the mirrored cell's weight has both
    let film = film(&scene);
    let matrix = Matrix::of(&film);
    let rows: Vec<Vec<_>> = (0..3)
        .map(|row| {
            matrix
                .row(row)
                .iter()
                .map(|entry| (entry.column, entry.value))
                .collect()
        })
        .collect();
    assert_eq!(
        rows,
        [
            vec![(0, 10.0), (1, 101.0)],
            vec![(0, 1.0), (1, 10.0), (2, 100.0)],
            vec![(1, 101.0), (2, 10.0)],
        ]
    );
    assert_eq!(matrix.row(0)[1].weights, 2);
    assert_eq!(Difference::of(&film.output, &by_matrix(&film, &matrix)).largest, 0.0);
}
