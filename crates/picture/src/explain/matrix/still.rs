//! What is computed of the matrix and compared.
use super::super::Still;
use super::cells;
use crate::coord::count;
use std::sync::Arc;
use story::matrix::{Matrix, by_matrix, by_windows};
use story::text::{TablesKey, fill, say};
use story::{Difference, Film, Scene, adjoint, grouped, number};

/// So many products a matrix is made of for a comparison, at most.
const WORK: usize = 1 << 16;

pub(super) fn still(still: &mut Still, _: &Scene, film: &Arc<Film>) {
    let plan = &film.plan;
    let (rows, columns) = (film.output.len(), film.input.len());
    if rows.saturating_mul(plan.slots()) > WORK {
        still.lines.push(say(TablesKey::MatrixNotCompared).to_owned());
        return;
    }
    let matrix = Matrix::of(film);
    let (mut summed, mut products) = (0, 0);
    for entry in matrix.entries() {
        summed += usize::from(entry.weights > 1);
        products += entry.weights;
    }
    still.lines.push(fill(
        TablesKey::MatrixSize,
        &[
            ("rows", &count(rows)),
            ("columns", &count(columns)),
            ("places", &grouped(rows as u64 * columns as u64)),
            ("entries", &grouped(matrix.entries().len() as u64)),
            ("weights", &grouped(film.weight.len() as u64)),
        ],
    ));
    let far = Difference::of(&film.output, &by_matrix(film, &matrix)).largest;
    let again = Difference::of(&film.output, &by_windows(film)).largest;
    still.lines.push(fill(
        TablesKey::MatrixSame,
        &[
            ("count", &count(rows)),
            ("difference", &number(far)),
            ("again", &number(again)),
        ],
    ));
    let dropped = rows * plan.slots() - products;
    if dropped > 0 {
        still
            .lines
            .push(fill(TablesKey::MatrixDropped, &[("count", &grouped(dropped as u64))]));
    }
    if summed > 0 {
        still
            .lines
            .push(fill(TablesKey::MatrixSummed, &[("count", &count(summed))]));
    }
    still.lines.push(other(film, &matrix));
}

/// The matrix transposed, against the layer that goes the other way, on this output.
fn other(film: &Film, matrix: &Matrix) -> String {
    let Some(other) = adjoint(&film.plan) else {
        return say(TablesKey::MatrixNoOther).to_owned();
    };
    let plane = cells(&film.plan.output_shape()[1..]);
    let turned = matrix.transposed().times(&film.output, plane);
    let Ok(back) = other.run(&film.output, &film.weight, None) else {
        return say(TablesKey::MatrixNoOther).to_owned();
    };
    let far = Difference::of(&back, &turned).largest;
    fill(
        TablesKey::MatrixOther,
        &[
            ("name", &other.spec().class_name()),
            ("count", &count(back.len())),
            ("difference", &number(far)),
        ],
    )
}
