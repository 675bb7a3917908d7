//! How well windows match a filter: what its products say for and against, and which windows score highest and lowest.
use crate::{Film, Frame};

/// A step's products, parted by their sign.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Balance {
    /// The sum of those above zero.
    pub positive: f32,
    /// The sum of those below zero.
    pub negative: f32,
    /// The bias, once it has been added.
    pub bias: f32,
}

impl Balance {
    /// Of the products that the cursor has reached.
    pub fn of(frame: &Frame) -> Self {
        let mut balance = Self {
            bias: frame.bias.unwrap_or(0.0),
            ..Self::default()
        };
        for product in &frame.products {
            let value = product.x * product.w;
            if !product.done || !product.counts() {
                continue;
            }
            if value < 0.0 {
                balance.negative += value;
            } else {
                balance.positive += value;
            }
        }
        balance
    }

    /// All together. Rounding may set it apart from the output, which is added in another order.
    pub fn total(self) -> f32 {
        self.positive + self.negative + self.bias
    }
}

/// The lowest and the highest sum of products that a filter could make of cells between two values, in `f32`.
pub fn reach(film: &Film, filter: usize, (low, high): (f32, f32)) -> (f32, f32) {
    let slots = film.plan.slots();
    let mut reach = (0.0, 0.0);
    for &weight in film.weight.iter().skip(filter.saturating_mul(slots)).take(slots) {
        let ends = [weight * low, weight * high];
        reach.0 += ends[0].min(ends[1]);
        reach.1 += ends[0].max(ends[1]);
    }
    reach
}

/// The smallest and the largest number of the input, 0 among them where there is padding of zeros.
pub fn span(film: &Film) -> (f32, f32) {
    let mut span = (f32::INFINITY, f32::NEG_INFINITY);
    for &value in &film.input {
        span = (span.0.min(value), span.1.max(value));
    }
    let zeros = film.plan.spec().padding_mode == conv::PaddingMode::Zeros;
    if zeros && film.plan.pads().iter().any(|&(before, after)| before > 0 || after > 0) {
        span = (span.0.min(0.0), span.1.max(0.0));
    }
    span
}

/// The output cells of a channel with the highest and with the lowest number: the first ones, where several are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Flat indices.
    pub best: usize,
    pub worst: usize,
    /// How many cells have the highest number, and the lowest.
    pub bests: usize,
    pub worsts: usize,
}

/// `None` where there is no number to compare.
pub fn ends(film: &Film, channel: usize) -> Option<Ends> {
    let cells: usize = film.plan.output_size().iter().product();
    let first = channel.checked_mul(cells)?;
    let mut ends: Option<Ends> = None;
    for (at, &value) in film.output.iter().enumerate().skip(first).take(cells) {
        if value.is_nan() {
            continue;
        }
        let Some(ends) = &mut ends else {
            ends = Some(Ends {
                best: at,
                worst: at,
                bests: 1,
                worsts: 1,
            });
            continue;
        };
        let (best, worst) = (film.output[ends.best], film.output[ends.worst]);
        if value > best {
            (ends.best, ends.bests) = (at, 1);
        } else if value == best {
            ends.bests += 1;
        }
        if value < worst {
            (ends.worst, ends.worsts) = (at, 1);
        } else if value == worst {
            ends.worsts += 1;
        }
    }
    ends
}

/// Whether every cell of an output channel is done.
pub fn is_filled(frame: &Frame, channel: usize) -> bool {
    let cells: usize = frame.film.plan.output_size().iter().product();
    // The last ones first: most orders end with them.
    (0..cells).rev().all(|at| frame.is_done(channel * cells + at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::read;
    use crate::{Cursor, Order, Showing, Timeline};
    use std::sync::Arc;

    fn film(link: &[(&str, &str)]) -> Arc<Film> {
        let pairs: Vec<_> = link
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let (shot, warnings) = read(&pairs);
        assert_eq!(warnings, []);
        match shot.scene.show() {
            Ok(Showing::Film(film)) => film,
            other => panic!("{other:?}"),
        }
    }

    fn edge() -> Arc<Film> {
        film(&[
            ("layer", "Conv1d(1,1,3,bias=False)"),
            ("input", "0,0,5,5,1,1,1,0"),
            ("weight", "-1,0,1"),
        ])
    }

    #[test]
    fn given_an_edge_filter_when_its_windows_are_compared_then_the_rise_is_best_and_the_fall_worst() {
        let film = edge();
        assert_eq!(film.output, [5.0, 5.0, -4.0, -4.0, 0.0, -1.0]);
        let found = ends(&film, 0);
        assert_eq!(
            found,
            Some(Ends {
                best: 0,
                worst: 2,
                bests: 2,
                worsts: 2
            })
        );
        assert_eq!(ends(&film, 1), None);
    }

    #[test]
    fn given_every_step_when_its_products_are_parted_by_sign_then_they_add_to_the_output() {
        let film = edge();
        let timeline = Timeline::new(Arc::clone(&film), Order::Rows, 1);
        for step in 0..timeline.steps() {
            let balance = Balance::of(&timeline.at(Cursor::whole(step)));
            assert!(balance.positive >= 0.0 && balance.negative <= 0.0);
            assert_eq!(balance.total(), film.output[step]);
            let (low, high) = reach(&film, 0, span(&film));
            assert!((low..=high).contains(&film.output[step]));
        }
        assert_eq!(reach(&film, 0, span(&film)), (-5.0, 5.0));
    }

    #[test]
    fn given_zeros_around_the_input_when_its_span_is_taken_then_zero_is_in_it() {
        let padded = film(&[("layer", "Conv1d(1,1,3,padding=1)"), ("input", "3,4,5")]);
        let plain = film(&[("layer", "Conv1d(1,1,3)"), ("input", "3,4,5")]);
        assert_eq!(span(&padded), (0.0, 5.0));
        assert_eq!(span(&plain), (3.0, 5.0));
    }

    #[test]
    fn a_channel_is_filled_with_its_last_cell() {
        let film = film(&[("layer", "Conv1d(1,2,3)"), ("input", "1,2,3,4,5")]);
        let timeline = Timeline::new(film, Order::Rows, 1);
        let filled = |step, channel| is_filled(&timeline.at(Cursor::whole(step)), channel);
        assert!(!filled(1, 0) && filled(2, 0) && !filled(2, 1) && filled(5, 1));
    }
}
