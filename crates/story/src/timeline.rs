//! The film as a function of the cursor.
use crate::frame::{Sum, cell_step};
use crate::order::{Order, Permutation};
use crate::{Cursor, Film, Frame, Product};
use conv::{Finish, Op, Source};
use std::sync::Arc;

/// A film in an order.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    film: Arc<Film>,
    order: Order,
    shuffle: Permutation,
}

impl Timeline {
    /// Scattering is for transposed layers: any other goes by rows instead.
    pub fn new(film: Arc<Film>, order: Order, seed: u32) -> Self {
        let scatters = film.plan.spec().op == Op::ConvTranspose;
        let order = if order == Order::Scatter && !scatters {
            Order::Rows
        } else {
            order
        };
        let shuffle = Permutation::new(film.output.len(), seed);
        Self { film, order, shuffle }
    }

    pub fn film(&self) -> &Arc<Film> {
        &self.film
    }

    pub fn order(&self) -> Order {
        self.order
    }

    /// How many steps there are; at least one.
    pub fn steps(&self) -> usize {
        match self.order {
            Order::All => 1,
            Order::Scatter => self.film.input.len(),
            _ => self.film.output.len(),
        }
    }

    /// How many products a step has, those included that are skipped.
    pub fn taps(&self) -> usize {
        match self.order {
            Order::All => 0,
            Order::Scatter => self.film.plan.stamps(),
            _ => self.film.plan.slots(),
        }
    }

    /// How many steps one row (or column, in that order) takes.
    pub fn row(&self) -> usize {
        let [_, _, input_row] = self.film.plan.input_size();
        let [_, output_rows, output_row] = self.film.plan.output_size();
        match self.order {
            Order::Columns => output_rows,
            Order::Scatter => input_row,
            _ => output_row,
        }
    }

    /// The nearest cursor within the film.
    pub fn clamp(&self, cursor: Cursor) -> Cursor {
        let taps = self.taps();
        Cursor {
            step: cursor.step.min(self.steps() - 1),
            tap: cursor.tap.filter(|_| taps > 0).map(|tap| tap.min(taps - 1)),
        }
    }

    /// The cursor so many steps on (back, if negative), in its own setting; it stops at the ends.
    pub fn moved(&self, cursor: Cursor, by: i64) -> Cursor {
        let cursor = self.clamp(cursor);
        // A step without taps is one place; both counts are far below 2^31.
        let taps = cursor.tap.map_or(1, |_| self.taps());
        let last = self.steps() as i64 * taps as i64 - 1;
        let at = cursor.step as i64 * taps as i64 + cursor.tap.unwrap_or(0) as i64;
        let at = at.saturating_add(by).clamp(0, last);
        Cursor {
            step: (at / taps as i64) as usize,
            tap: cursor.tap.map(|_| (at % taps as i64) as usize),
        }
    }

    /// The cell that a step is about: an output index, or an input index where the order scatters.
    pub fn cell(&self, step: usize) -> Option<usize> {
        match self.order {
            Order::All => None,
            Order::Rows | Order::Scatter => Some(step),
            Order::Shuffle => Some(self.shuffle.at(step)),
            Order::Columns => {
                let [_, height, width] = self.film.plan.output_size();
                let (plane, at) = (step / (height * width), step % (height * width));
                Some(plane * height * width + (at % height) * width + at / height)
            }
        }
    }

    /// The step that is about an output cell; in a scattered film, that of the last input cell that adds to it.
    pub fn step_of(&self, output: usize) -> usize {
        if self.order != Order::Scatter {
            return cell_step(&self.film, self.order, self.shuffle, output);
        }
        let plan = &self.film.plan;
        let inputs = (0..plan.slots()).filter_map(|slot| match plan.tap(output, slot).source {
            Source::Input(input) => Some(input),
            _ => None,
        });
        inputs.max().unwrap_or(0)
    }

    /// The frame at a cursor. Its cost is one window, wherever the cursor is.
    pub fn at(&self, cursor: Cursor) -> Frame {
        let cursor = self.clamp(cursor);
        let cell = self.cell(cursor.step);
        let mut products = match cell {
            None => Vec::new(),
            Some(cell) if self.order == Order::Scatter => self.stamps(cell),
            Some(cell) => self.window(cell),
        };
        let reached = cursor.tap.map_or(products.len(), |tap| tap + 1);
        let finish = self.film.plan.finish();
        let mut sum = Sum::default();
        let mut pooled = finish.start();
        for product in &mut products[..reached] {
            product.done = true;
            if finish != Finish::Sum {
                pooled = finish.with(pooled, product.x);
            } else if product.counts() {
                sum.add(product.channel, product.x * product.w);
            }
        }
        let whole = reached == products.len();
        let total = match finish {
            Finish::Sum => sum.total(),
            _ if whole && reached > 0 => finish.end(pooled, reached),
            _ => pooled,
        };
        let mut frame = Frame {
            film: Arc::clone(&self.film),
            cursor,
            order: self.order,
            steps: self.steps(),
            cell,
            products,
            total,
            channel_sums: sum.into_channels(),
            bias: None,
            shuffle: self.shuffle,
        };
        if let (Some(output), Some(bias), true) = (frame.output_cell(), &self.film.bias, whole) {
            let [depth, height, width] = self.film.plan.output_size();
            let bias = bias[output / (depth * height * width)];
            frame.bias = Some(bias);
            frame.total += bias;
        }
        frame
    }

    fn window(&self, output: usize) -> Vec<Product> {
        let film = &self.film;
        (0..film.plan.slots())
            .map(|slot| {
                let tap = film.plan.tap(output, slot);
                let x = match tap.source {
                    Source::Input(input) | Source::Copy(input) => film.input[input],
                    Source::Zero | Source::Hole => film.plan.finish().padding(),
                };
                Product {
                    channel: tap.channel,
                    at: tap.at,
                    source: tap.source,
                    weight: tap.weight,
                    kernel_at: tap.kernel_at,
                    output: Some(output),
                    x,
                    // Where there are no weights, each cell counts once.
                    w: film.weight.get(tap.weight).copied().unwrap_or(1.0),
                    done: false,
                }
            })
            .collect()
    }

    fn stamps(&self, input: usize) -> Vec<Product> {
        let film = &self.film;
        let [depth, height, width] = film.plan.input_size();
        (0..film.plan.stamps())
            .map(|slot| {
                let stamp = film.plan.stamp(input, slot);
                Product {
                    channel: input / (depth * height * width),
                    at: stamp.at,
                    source: Source::Input(input),
                    weight: stamp.weight,
                    kernel_at: stamp.kernel_at,
                    output: stamp.output,
                    x: film.input[input],
                    w: film.weight[stamp.weight],
                    done: false,
                }
            })
            .collect()
    }
}
