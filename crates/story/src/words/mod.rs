//! Sentences from typed facts: what is wrong, what a step does, what a cell is.
pub mod compose;
mod figure;
mod image;
mod names;
mod pool;
mod wrong;

pub use figure::{alt, result, shapes, step, step_result, summed};
pub use image::{picture_fault, unfit};
pub use names::{about, axis_name, left_over, order_name, padding, side_name, theme_name};
pub use pool::{narrate_pool, pooled};
pub use wrong::{at_fault, explain, fix_label, numbers_error, parse_error, repairs, warning, why};

use crate::text::{Key, LaterKey, fill, say};
use crate::{Cell, Film, Frame, Order, Product, Tensor, exact_number, number, signed};
use conv::Source;
use conv::text::{joined, signed as signed_sizes};

/// One sentence about a step of a layer with weights; of others it is [`narrate_pool`].
pub fn narrate(frame: &Frame) -> String {
    let Some(cell) = frame.cell else {
        return fill(LaterKey::NarrateAll, &[("count", &frame.film.output.len().to_string())]);
    };
    match (frame.order, frame.product()) {
        (Order::Scatter, None) => stamp(frame, cell),
        (Order::Scatter, Some(product)) => stamp_tap(frame, cell, product),
        (_, None) => narrate_window(frame, cell),
        (_, Some(product)) => window_tap(frame, cell, product),
    }
}

/// As many products as a sentence has.
const MOST_TOLD: usize = 4;

/// The same of a whole step towards an output cell: all that a page needs before anything is set.
pub fn narrate_window(frame: &Frame, cell: usize) -> String {
    let mut terms = String::new();
    for (at, product) in frame.products.iter().filter(|product| product.counts()).enumerate() {
        if at > 0 {
            terms += " + ";
        }
        if at == MOST_TOLD {
            terms.push('…');
            break;
        }
        terms += &number(product.x);
        terms += " × ";
        terms += &signed(product.w);
    }
    if let Some(bias) = frame.bias {
        terms += " + ";
        terms += &signed(bias);
    }
    fill(
        Key::Narrate,
        &[
            ("cell", &cell_name(&frame.film, Tensor::Output, cell)),
            ("terms", &terms),
            ("value", &number(frame.total)),
        ],
    )
}

fn window_tap(frame: &Frame, cell: usize, product: &Product) -> String {
    let name = cell_name(&frame.film, Tensor::Output, cell);
    let total = number(frame.total);
    if product.source == Source::Hole {
        return fill(LaterKey::NarrateHole, &[("cell", &name), ("total", &total)]);
    }
    multiplied(LaterKey::NarrateTap, product, &name, "", &total)
}

fn stamp(frame: &Frame, cell: usize) -> String {
    let count = frame.products.iter().filter(|product| product.counts()).count();
    fill(
        LaterKey::NarrateScatter,
        &[
            ("cell", &cell_name(&frame.film, Tensor::Input, cell)),
            ("x", &number(frame.film.input[cell])),
            ("count", &count.to_string()),
        ],
    )
}

fn stamp_tap(frame: &Frame, cell: usize, product: &Product) -> String {
    let name = cell_name(&frame.film, Tensor::Input, cell);
    let Some(output) = product.output else {
        return fill(LaterKey::NarrateCropped, &[("cell", &name)]);
    };
    let total = number(frame.output(output).value().unwrap_or(0.0));
    let output = cell_name(&frame.film, Tensor::Output, output);
    multiplied(LaterKey::NarrateStampTap, product, &name, &output, &total)
}

fn multiplied(key: LaterKey, product: &Product, cell: &str, output: &str, total: &str) -> String {
    fill(
        key,
        &[
            ("cell", cell),
            ("x", &number(product.x)),
            ("w", &signed(product.w)),
            ("product", &number(product.x * product.w)),
            ("output", output),
            ("total", total),
        ],
    )
}

/// What a cell is and holds; nothing where the film does not have it.
pub fn readout(frame: &Frame, cell: Cell) -> String {
    let film = &frame.film;
    if !cell.is_in(film) {
        return String::new();
    }
    let filled = |key, tensor, index, value: f32| {
        let name = cell_name(film, tensor, index);
        fill(key, &[("cell", &name), ("value", &number(value))])
    };
    match cell {
        Cell::Of(Tensor::Input, index) => {
            let readers = film.plan.readers(index).len();
            if readers == 0 {
                return filled(LaterKey::ReadoutFeedsNone, Tensor::Input, index, film.input[index]);
            }
            fill(
                if readers == 1 {
                    LaterKey::ReadoutFeedsOne
                } else {
                    LaterKey::ReadoutFeeds
                },
                &[
                    ("cell", &cell_name(film, Tensor::Input, index)),
                    ("value", &number(film.input[index])),
                    ("count", &readers.to_string()),
                ],
            )
        }
        Cell::Of(Tensor::Output, index) => match frame.output(index).value() {
            None => fill(
                LaterKey::ReadoutEmpty,
                &[("cell", &cell_name(film, Tensor::Output, index))],
            ),
            Some(value) => filled(LaterKey::Readout, Tensor::Output, index, value),
        },
        Cell::Of(tensor, index) => filled(LaterKey::Readout, tensor, index, film.data(tensor)[index]),
        Cell::Padding { channel, at } => match film.plan.source(at) {
            Source::Hole => say(LaterKey::ReadoutInserted).to_owned(),
            Source::Copy(spatial) => {
                let index = channel * film.plan.input_size().iter().product::<usize>() + spatial;
                filled(LaterKey::ReadoutCopy, Tensor::Input, index, film.input[index])
            }
            Source::Input(_) | Source::Zero => {
                let value = number(film.plan.finish().padding());
                fill(LaterKey::ReadoutPadding, &[("value", &value)])
            }
        },
    }
}

/// A cell as PyTorch writes it, `output[0, 1, 2]`; the channel is left out where there is only one.
pub fn cell_name(film: &Film, tensor: Tensor, index: usize) -> String {
    cell_in(film.shape(tensor), tensor, index)
}

/// The same of a tensor of this shape.
pub fn cell_in(shape: &[usize], tensor: Tensor, index: usize) -> String {
    let mut rest = index;
    let mut at = shape.to_vec();
    for here in at.iter_mut().rev() {
        let size = (*here).max(1);
        *here = rest % size;
        rest /= size;
    }
    if shape.len() > 1 && shape[0] == 1 && tensor != Tensor::Weight {
        at.remove(0);
    }
    [tensor.name(), "[", &list(&at), "]"].concat()
}

/// Sizes as people write them, `5 × 5`.
pub fn sizes(sizes: &[usize]) -> String {
    joined(&signed_sizes(sizes), " × ")
}

/// Names or facts one after the other.
pub fn listed(texts: &[&str]) -> String {
    texts.join(say(LaterKey::Comma))
}

/// Numbers apart by commas, as PyTorch writes a shape.
pub fn list(numbers: &[usize]) -> String {
    joined(&signed_sizes(numbers), ", ")
}

/// A tensor as text that [`crate::Numbers`] reads: rows by lines, channels apart by an empty line, filters by `__`.
pub fn table(film: &Film, tensor: Tensor) -> String {
    let data = film.data(tensor);
    let [channels, depth, rows, cells] = match film.axes(tensor) {
        // What has no axes of its own is a matrix.
        [filters, channels, ..] if film.plan.rank() == 0 && tensor != Tensor::Bias => [1, 1, filters, channels],
        [_, channels, depth, rows, cells] => [channels, depth, rows, cells],
    };
    let mut text = String::new();
    for (index, value) in data.iter().enumerate() {
        if index > 0 {
            text += match index {
                _ if index % (channels * depth * rows * cells) == 0 => "\n__\n",
                _ if index % (depth * rows * cells) == 0 => "\n_\n",
                _ if index % (rows * cells) == 0 => "\n;;\n",
                _ if index % cells == 0 => "\n",
                _ => ", ",
            };
        }
        text += &exact_number(*value);
    }
    text
}
