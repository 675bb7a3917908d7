//! One frame of a film.
use crate::order::{Order, Permutation};
use crate::{Cursor, Film};
use conv::Source;
use std::sync::Arc;

/// What a film shows at a cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub film: Arc<Film>,
    pub cursor: Cursor,
    pub order: Order,
    /// How many steps the film has.
    pub steps: usize,
    /// The cell that this step is about: a flat output index, or input index where the order is [`Order::Scatter`];
    /// `None` where all cells come at once.
    pub cell: Option<usize>,
    /// The step's products, in the order of summation, with those not yet done.
    pub products: Vec<Product>,
    /// The sums of the input channels that are whole, and of the one in hand.
    pub channel_sums: Vec<f32>,
    /// The bias, once it has been added.
    pub bias: Option<f32>,
    /// The running sum, or what of a pool's window is taken so far: the output cell's value once the step is whole. Where the order is [`Order::Scatter`], products go
    /// into many cells and this means nothing: ask [`Frame::output`].
    pub total: f32,
    pub(crate) shuffle: Permutation,
}

/// One input value times one weight; of a pool one cell of the window, whose weight is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// The input channel.
    pub channel: usize,
    /// The place of the input value in the grid that the window slides over, from the input's origin.
    pub at: [i64; 3],
    pub source: Source,
    /// The weight's flat index.
    pub weight: usize,
    /// The weight's place in its kernel.
    pub kernel_at: [usize; 3],
    /// The output cell that it adds to; `None` where it is cropped.
    pub output: Option<usize>,
    pub x: f32,
    pub w: f32,
    /// Whether the cursor has reached it.
    pub done: bool,
}

impl Product {
    /// Whether there is something to multiply: inserted zeros and cropped stamps are skipped.
    pub fn counts(&self) -> bool {
        self.source != Source::Hole && self.output.is_some()
    }
}

/// An output cell at a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    Empty,
    /// Some of its products are in.
    Partial(f32),
    Done(f32),
}

impl Shown {
    pub fn value(self) -> Option<f32> {
        match self {
            Self::Empty => None,
            Self::Partial(value) | Self::Done(value) => Some(value),
        }
    }
}

impl Frame {
    /// The output cell that this step fills.
    pub fn output_cell(&self) -> Option<usize> {
        (self.order != Order::Scatter).then_some(self.cell).flatten()
    }

    /// The input cell that this step stamps.
    pub fn input_cell(&self) -> Option<usize> {
        (self.order == Order::Scatter).then_some(self.cell).flatten()
    }

    /// The product that the cursor is on, where it steps product by product.
    pub fn product(&self) -> Option<&Product> {
        self.cursor.tap.and_then(|tap| self.products.get(tap))
    }

    /// Whether every product of this output cell is in.
    pub fn is_done(&self, output: usize) -> bool {
        match self.order {
            Order::All => true,
            Order::Scatter => self.is_finished(output),
            _ => {
                let step = cell_step(&self.film, self.order, self.shuffle, output);
                step < self.cursor.step || (step == self.cursor.step && self.is_whole())
            }
        }
    }

    /// What stands in an output cell.
    pub fn output(&self, output: usize) -> Shown {
        if self.order == Order::Scatter {
            return self.stamped(output);
        }
        if self.is_done(output) {
            return Shown::Done(self.film.output[output]);
        }
        if self.cell == Some(output) {
            return Shown::Partial(self.total);
        }
        Shown::Empty
    }

    /// Whether all of the step's products are in.
    pub fn is_whole(&self) -> bool {
        self.cursor.tap.is_none_or(|tap| tap + 1 >= self.products.len())
    }

    /// An output cell of a scattered film: the sum, in the reference's order, of the stamps up to the cursor.
    fn stamped(&self, output: usize) -> Shown {
        if self.is_finished(output) {
            return Shown::Done(self.film.output[output]);
        }
        let mut sum = Sum::default();
        let stamps = self.stamps_of(0..self.film.plan.slots(), output);
        for tap in stamps.take_while(|tap| self.is_stamped(tap.input, tap.weight)) {
            sum.add(tap.channel, self.film.input[tap.input] * self.film.weight[tap.weight]);
        }
        if sum.last.is_none() {
            return Shown::Empty;
        }
        Shown::Partial(sum.total())
    }

    /// Whether a scattered film has put all stamps into an output cell. A window meets its inputs in ascending order, as
    /// the film does: its last one decides, found from the end without a look at the others. Where no input stamps at
    /// all, the cell is done with the film. Holes lie alike in all channels, so that the last channel tells.
    fn is_finished(&self, output: usize) -> bool {
        let plan = &self.film.plan;
        let slots = plan.slots();
        let channel = plan.kernel_size().iter().product::<usize>().min(slots);
        match self.stamps_of((slots - channel..slots).rev(), output).next() {
            Some(last) => self.is_stamped(last.input, last.weight),
            None => self.cursor.step + 1 == self.steps && self.is_whole(),
        }
    }

    fn stamps_of(&self, slots: impl Iterator<Item = usize>, output: usize) -> impl Iterator<Item = Stamped> {
        slots.filter_map(move |slot| {
            let tap = self.film.plan.tap(output, slot);
            let Source::Input(input) = tap.source else {
                return None;
            };
            Some(Stamped {
                channel: tap.channel,
                input,
                weight: tap.weight,
            })
        })
    }

    pub(crate) fn is_stamped(&self, input: usize, weight: usize) -> bool {
        match self.cell {
            Some(cell) if input == cell => self
                .products
                .iter()
                .any(|product| product.done && product.weight == weight),
            _ => input < self.cursor.step,
        }
    }
}

/// A stamp as an output cell sees it.
struct Stamped {
    channel: usize,
    input: usize,
    weight: usize,
}

/// The step at which a film by output cells reaches a cell: the inverse of the order.
pub(crate) fn cell_step(film: &Film, order: Order, shuffle: Permutation, output: usize) -> usize {
    match order {
        Order::Columns => {
            let [depth, height, width] = film.plan.output_size();
            let (plane, at) = (output / (height * width), output % (height * width));
            debug_assert!(plane < film.output.len() / (height * width).max(1) || depth == 0);
            plane * height * width + (at % width) * height + at / width
        }
        Order::Shuffle => shuffle.index_of(output),
        Order::All => 0,
        Order::Rows | Order::Scatter => output,
    }
}

/// A sum in the reference's order: each channel from zero, the channels in order.
#[derive(Debug, Default)]
pub(crate) struct Sum {
    channels: Vec<f32>,
    last: Option<usize>,
}

impl Sum {
    pub fn add(&mut self, channel: usize, product: f32) {
        if self.last != Some(channel) {
            self.channels.push(0.0);
            self.last = Some(channel);
        }
        if let Some(sum) = self.channels.last_mut() {
            *sum += product;
        }
    }

    pub fn total(&self) -> f32 {
        self.channels.iter().fold(0.0, |total, sum| total + sum)
    }

    pub fn into_channels(self) -> Vec<f32> {
        self.channels
    }
}
