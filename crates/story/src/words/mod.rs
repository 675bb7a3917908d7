//! Sentences from typed facts: what is wrong, what a step does, what a cell is.
mod wrong;

pub use wrong::{explain, fix_label, numbers_error, parse_error, warning};

use crate::text::{Key, fill, say};
use crate::{Cell, Film, Frame, Order, Shown, Tensor, number, signed};
use conv::Source;

/// One sentence about a step.
pub fn narrate(frame: &Frame) -> String {
    let Some(cell) = frame.cell else {
        return fill(Key::NarrateAll, &[("count", &frame.film.output.len().to_string())]);
    };
    let tensor = if frame.order == Order::Scatter {
        Tensor::Input
    } else {
        Tensor::Output
    };
    let name = cell_name(&frame.film, tensor, cell);
    if let Some(product) = frame.product() {
        if product.output.is_none() {
            return fill(Key::NarrateCropped, &[("cell", &name)]);
        }
        let total = number(frame.total);
        if product.source == Source::Hole {
            return fill(Key::NarrateHole, &[("cell", &name), ("total", &total)]);
        }
        return fill(
            Key::NarrateTap,
            &[
                ("cell", &name),
                ("x", &number(product.x)),
                ("w", &signed(product.w)),
                ("product", &number(product.x * product.w)),
                ("total", &total),
            ],
        );
    }
    if frame.order == Order::Scatter {
        let count = frame.products.iter().filter(|product| product.counts()).count();
        let x = number(frame.film.input[cell]);
        return fill(
            Key::NarrateScatter,
            &[("cell", &name), ("x", &x), ("count", &count.to_string())],
        );
    }
    let counted = frame.products.iter().filter(|product| product.counts());
    let nonzero = counted.clone().filter(|product| product.x * product.w != 0.0).count();
    fill(
        Key::Narrate,
        &[
            ("cell", &name),
            ("value", &number(frame.total)),
            ("count", &counted.count().to_string()),
            ("nonzero", &nonzero.to_string()),
        ],
    )
}

/// What a cell is and holds.
pub fn readout(frame: &Frame, cell: Cell) -> String {
    let film = &frame.film;
    let filled = |key, name: &str, value: f32| fill(key, &[("cell", name), ("value", &number(value))]);
    match cell {
        Cell::Of(tensor, index) => {
            let name = cell_name(film, tensor, index);
            match tensor {
                Tensor::Input => {
                    let readers = film.plan.readers(index).len();
                    if readers == 0 {
                        return filled(Key::ReadoutFeedsNone, &name, film.input[index]);
                    }
                    fill(
                        Key::ReadoutFeeds,
                        &[
                            ("cell", &name),
                            ("value", &number(film.input[index])),
                            ("count", &readers.to_string()),
                        ],
                    )
                }
                Tensor::Weight => filled(Key::Readout, &name, film.weight[index]),
                Tensor::Bias => {
                    let value = film.bias.as_ref().and_then(|bias| bias.get(index)).copied();
                    filled(Key::Readout, &name, value.unwrap_or(0.0))
                }
                Tensor::Output => match frame.output(index) {
                    Shown::Empty => fill(Key::ReadoutEmpty, &[("cell", &name)]),
                    Shown::Partial(value) | Shown::Done(value) => filled(Key::Readout, &name, value),
                },
            }
        }
        Cell::Padding { channel, at } => match film.plan.source(at) {
            Source::Hole => say(Key::ReadoutInserted).to_owned(),
            Source::Copy(spatial) => {
                let [depth, height, width] = film.plan.input_size();
                let index = channel * depth * height * width + spatial;
                let name = cell_name(film, Tensor::Input, index);
                filled(Key::ReadoutCopy, &name, film.input[index])
            }
            Source::Input(_) | Source::Zero => say(Key::ReadoutPadding).to_owned(),
        },
    }
}

/// A cell as PyTorch writes it, `output[0, 1, 2]`; the channel is left out where there is only one.
pub fn cell_name(film: &Film, tensor: Tensor, index: usize) -> String {
    let plan = &film.plan;
    let (name, shape): (&str, &[usize]) = match tensor {
        Tensor::Input => ("input", plan.input_shape()),
        Tensor::Weight => ("weight", plan.weight_shape()),
        Tensor::Bias => ("bias", &plan.output_shape()[..1]),
        Tensor::Output => ("output", plan.output_shape()),
    };
    let mut rest = index;
    let mut at: Vec<String> = shape
        .iter()
        .rev()
        .map(|&size| {
            let here = rest % size.max(1);
            rest /= size.max(1);
            here.to_string()
        })
        .collect();
    at.reverse();
    let only_channel = shape.len() > 1 && shape[0] == 1 && tensor != Tensor::Weight;
    let at = &at[usize::from(only_channel)..];
    [name, "[", &at.join(", "), "]"].concat()
}

/// Sizes as people write them, `5 × 5`.
pub fn sizes(sizes: &[usize]) -> String {
    let parts: Vec<String> = sizes.iter().map(usize::to_string).collect();
    parts.join(" × ")
}

/// Numbers apart by commas, as PyTorch writes a shape.
pub fn list(numbers: &[usize]) -> String {
    let parts: Vec<String> = numbers.iter().map(usize::to_string).collect();
    parts.join(", ")
}

/// A tensor as text that [`crate::Numbers`] reads: rows by lines, channels apart by an empty line, filters by `__`.
pub fn table(film: &Film, tensor: Tensor) -> String {
    let data = film.data(tensor);
    let [_, channels, depth, rows, cells] = film.axes(tensor);
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
        text += &value.to_string();
    }
    text
}
