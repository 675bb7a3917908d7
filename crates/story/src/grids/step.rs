//! The tables of a step: its products, and what they add up to.
use super::{Grid, Row};
use crate::text::{GridKey, fill, say};
use crate::words::cell_name;
use crate::{Frame, Order, Product, Tensor, number};
use conv::{Finish, Source};

/// So many products at most: as many as the largest kernel has cells in three channels, and some more.
const MOST_PRODUCTS: usize = 400;

pub fn grids(frame: &Frame) -> Vec<Grid> {
    if frame.cell.is_none() {
        return Vec::new();
    }
    let mut grids = vec![products(frame)];
    // A stamp goes into many cells: its products say which.
    if frame.order != Order::Scatter {
        grids.push(sums(frame));
    }
    grids
}

fn products(frame: &Frame) -> Grid {
    let weighs = frame.film.plan.finish() == Finish::Sum;
    let scatters = frame.order == Order::Scatter;
    let mut columns = vec![say(GridKey::Value).to_owned()];
    if weighs {
        columns.extend([GridKey::WeightCell, GridKey::Weight, GridKey::Product].map(|key| say(key).to_owned()));
    }
    if scatters {
        columns.push(say(GridKey::AddsTo).to_owned());
    }
    let rows = frame.products.iter().take(MOST_PRODUCTS).map(|product| {
        let mut cells = vec![number(product.x)];
        if weighs {
            cells.push(cell_name(&frame.film, Tensor::Weight, product.weight));
            cells.push(number(product.w));
            cells.push(state(frame, product));
        }
        if scatters {
            cells.push(target(frame, product));
        }
        Row {
            head: source(frame, product),
            cells,
        }
    });
    let all = frame.products.len();
    Grid {
        caption: say(if weighs { GridKey::Products } else { GridKey::Window }).to_owned(),
        corner: say(GridKey::InputCell).to_owned(),
        columns,
        rows: rows.collect(),
        cut: (all > MOST_PRODUCTS).then(|| {
            fill(
                GridKey::CutProducts,
                &[("shown", &MOST_PRODUCTS.to_string()), ("all", &all.to_string())],
            )
        }),
        ..Grid::default()
    }
}

/// Where a product's number comes from.
fn source(frame: &Frame, product: &Product) -> String {
    match product.source {
        Source::Input(input) => cell_name(&frame.film, Tensor::Input, input),
        Source::Copy(input) => {
            let cell = cell_name(&frame.film, Tensor::Input, input);
            fill(GridKey::PaddingCopy, &[("cell", &cell)])
        }
        Source::Zero => say(GridKey::Padding).to_owned(),
        Source::Hole => say(GridKey::Hole).to_owned(),
    }
}

/// The product, or why there is none.
fn state(frame: &Frame, product: &Product) -> String {
    let text = number(product.x * product.w);
    let key = match product {
        Product {
            source: Source::Hole, ..
        } => GridKey::Skipped,
        Product { done: false, .. } => GridKey::Ahead,
        _ if frame.order != Order::Scatter || product.output.is_some() => return text,
        _ => GridKey::Skipped,
    };
    say(key).to_owned()
}

/// The output cell that a stamp adds to.
fn target(frame: &Frame, product: &Product) -> String {
    match product.output {
        Some(output) => cell_name(&frame.film, Tensor::Output, output),
        None => say(GridKey::CutOff).to_owned(),
    }
}

fn sums(frame: &Frame) -> Grid {
    let film = &frame.film;
    let mut rows = Vec::new();
    let mut row = |head: String, value: f32| {
        rows.push(Row {
            head,
            cells: vec![number(value)],
        });
    };
    if film.plan.finish() == Finish::Sum {
        let first = frame.products.first().map_or(0, |product| product.channel);
        for (index, sum) in frame.channel_sums.iter().enumerate() {
            let channel = (first + index).to_string();
            row(fill(GridKey::ChannelSum, &[("channel", &channel)]), *sum);
        }
        if let Some(bias) = frame.bias {
            row(say(GridKey::Bias).to_owned(), bias);
        }
    }
    let cell = cell_name(film, Tensor::Output, frame.cell.unwrap_or(0));
    let head = if frame.is_whole() {
        cell
    } else {
        fill(GridKey::SoFar, &[("cell", &cell)])
    };
    row(head, frame.total);
    let caption = match film.plan.finish() {
        Finish::Sum => GridKey::Sums,
        Finish::Mean => GridKey::Mean,
        Finish::Max => GridKey::Max,
        Finish::Relu => GridKey::Relu,
        Finish::Copy => GridKey::Copy,
    };
    Grid {
        caption: say(caption).to_owned(),
        corner: say(GridKey::Part).to_owned(),
        columns: vec![say(GridKey::Value).to_owned()],
        rows,
        ..Grid::default()
    }
}
