//! The tables of a tensor: its last two axes across and down, the others one table after the other.
use super::{Grid, Row};
use crate::text::{GridKey, fill, say};
use crate::words::list;
use crate::{Frame, Order, Tensor, number};
use conv::Source;
use std::ops::Range;

/// So many rows, columns and tables of a tensor at most.
const MOST: usize = 16;

pub fn grids(frame: &Frame, tensor: Tensor) -> Vec<Grid> {
    let shape = frame.film.shape(tensor);
    let data = frame.film.data(tensor);
    if data.is_empty() {
        return Vec::new();
    }
    let (outer, [rows, columns]) = split(shape);
    let size = rows * columns;
    let used = used(frame, tensor);
    let planes = planes(data.len() / size, used.iter().map(|at| at / size).collect());
    let down = around(rows, used.iter().map(|at| at % size / columns));
    let across = around(columns, used.iter().map(|at| at % columns));
    let mut grids: Vec<Grid> = planes
        .iter()
        .map(|plane| Grid {
            tensor: Some(tensor),
            caption: caption(tensor, shape, outer, *plane),
            corner: say(corner(tensor, shape)).to_owned(),
            columns: across.clone().map(|x| x.to_string()).collect(),
            rows: down
                .clone()
                .map(|y| Row {
                    head: y.to_string(),
                    cells: across
                        .clone()
                        .map(|x| shown(frame, tensor, plane * size + y * columns + x))
                        .collect(),
                })
                .collect(),
            cut: None,
        })
        .collect();
    let shown = planes.len() * down.len() * across.len();
    if let Some(last) = grids.last_mut().filter(|_| shown < data.len()) {
        last.cut = Some(fill(
            GridKey::Cut,
            &[
                ("tensor", tensor.name()),
                ("shape", &["[", &list(shape), "]"].concat()),
                ("shown", &shown.to_string()),
                ("all", &data.len().to_string()),
            ],
        ));
    }
    grids
}

/// The axes before the last two, and those; a single axis runs across.
fn split(shape: &[usize]) -> (&[usize], [usize; 2]) {
    match *shape {
        [ref outer @ .., rows, columns] => (outer, [rows, columns]),
        [columns] => (&[], [1, columns]),
        [] => (&[], [1, 1]),
    }
}

/// The tensor as PyTorch writes the part of it that a table shows, `weight[0, 2]`.
fn caption(tensor: Tensor, shape: &[usize], outer: &[usize], plane: usize) -> String {
    let mut at = outer.to_vec();
    let mut rest = plane;
    for here in at.iter_mut().rev() {
        let size = (*here).max(1);
        *here = rest % size;
        rest /= size;
    }
    let place = match at[..] {
        [] => String::new(),
        _ => ["[", &list(&at), "]"].concat(),
    };
    let shape = ["[", &list(shape), "]"].concat();
    let name = [tensor.name(), &place].concat();
    fill(GridKey::Of, &[("name", &name), ("shape", &shape)])
}

/// What runs down and across.
fn corner(tensor: Tensor, shape: &[usize]) -> GridKey {
    match (tensor, shape.len()) {
        (_, 0 | 1) => GridKey::CornerFlat,
        (Tensor::Weight, 2) => GridKey::CornerMatrix,
        (Tensor::Weight, 3) | (Tensor::Input | Tensor::Output | Tensor::Bias, 2) => GridKey::CornerLine,
        _ => GridKey::CornerPlane,
    }
}

/// A cell's number; of an output cell what stands there by now.
fn shown(frame: &Frame, tensor: Tensor, index: usize) -> String {
    let value = match tensor {
        Tensor::Output => frame.output(index).value(),
        _ => Some(frame.film.value(tensor, index)),
    };
    value.map_or_else(|| say(GridKey::Empty).to_owned(), number)
}

/// The cells of a tensor that the step is about.
fn used(frame: &Frame, tensor: Tensor) -> Vec<usize> {
    let products = frame.products.iter();
    match tensor {
        Tensor::Input if frame.order == Order::Scatter => frame.cell.into_iter().collect(),
        Tensor::Input => products
            .filter_map(|product| match product.source {
                Source::Input(input) | Source::Copy(input) => Some(input),
                Source::Zero | Source::Hole => None,
            })
            .collect(),
        Tensor::Weight => products.map(|product| product.weight).collect(),
        Tensor::Output if frame.order == Order::Scatter => products.filter_map(|product| product.output).collect(),
        Tensor::Output => frame.cell.into_iter().collect(),
        Tensor::Bias => Vec::new(),
    }
}

/// The planes that are shown: all of a few, else those in use.
fn planes(count: usize, mut used: Vec<usize>) -> Vec<usize> {
    if count <= MOST {
        return (0..count).collect();
    }
    used.sort_unstable();
    used.dedup();
    if used.is_empty() {
        used.extend(0..count);
    }
    used.truncate(MOST);
    used
}

/// The part of an axis that is shown: all of a short one, else what is around the cells in use.
fn around(size: usize, used: impl Iterator<Item = usize> + Clone) -> Range<usize> {
    if size <= MOST {
        return 0..size;
    }
    let (first, last) = (used.clone().min().unwrap_or(0), used.max().unwrap_or(0));
    let beside = MOST.saturating_sub(last - first + 1) / 2;
    let start = first.saturating_sub(beside).min(size - MOST);
    start..start + MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_around_what_is_in_use() {
        assert_eq!(around(9, [4, 5].into_iter()), 0..9);
        assert_eq!(around(100, [50, 52].into_iter()), 44..60);
        assert_eq!(around(100, [0, 2].into_iter()), 0..16);
        assert_eq!(around(100, [99].into_iter()), 84..100);
        assert_eq!(around(100, [3, 90].into_iter()), 3..19);
        assert_eq!(around(100, std::iter::empty()), 0..16);
    }

    #[test]
    fn of_many_planes_those_in_use_are_shown() {
        assert_eq!(planes(3, vec![1]), [0, 1, 2]);
        assert_eq!(planes(20, vec![9, 4, 9]), [4, 9]);
        assert_eq!(planes(20, Vec::new()).len(), MOST);
    }
}
