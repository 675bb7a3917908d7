//! Which channels are visible: a few, those that the present step is about among them.
use crate::shape::{Shape, volume};
use std::ops::Range;
use story::Frame;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fold {
    pub inputs: Range<usize>,
    pub outputs: Range<usize>,
    /// The input channels that take part in this step.
    pub active_inputs: Range<usize>,
    /// The output channels that take part in this step.
    pub active_outputs: Range<usize>,
}

impl Fold {
    /// At most `most` channels of either side.
    pub fn of(frame: &Frame, shape: &Shape, most: usize) -> Self {
        let (per_in, per_out) = (shape.channels_in_group(), shape.filters_in_group());
        let (active_inputs, active_outputs) = if let Some(cell) = frame.input_cell() {
            let channel = cell / volume(shape.input);
            let group = channel / per_in;
            (channel..channel + 1, group * per_out..(group + 1) * per_out)
        } else {
            let filter = frame.output_cell().map_or(0, |cell| cell / volume(shape.output));
            let group = filter / per_out;
            (group * per_in..(group + 1) * per_in, filter..filter + 1)
        };
        // Product by product, the channel in hand must be seen.
        let in_hand = frame.product().map_or(active_inputs.start, |product| product.channel);
        Self {
            inputs: visible(shape.channels, &active_inputs, in_hand, most),
            outputs: visible(shape.filters, &active_outputs, active_outputs.start, most),
            active_inputs,
            active_outputs,
        }
    }

    /// The channels on either side whose kernels are drawn.
    pub fn kernels(&self) -> [Range<usize>; 2] {
        [
            both(&self.inputs, &self.active_inputs),
            both(&self.outputs, &self.active_outputs),
        ]
    }
}

fn both(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.max(b.start)..a.end.min(b.end)
}

/// A page of channels that holds the active ones; of those, the one in hand, where they are too many.
fn visible(total: usize, active: &Range<usize>, in_hand: usize, most: usize) -> Range<usize> {
    if total <= most {
        return 0..total;
    }
    let count = active.len().max(1);
    let start = if count <= most {
        let page = most / count * count;
        (active.start / page * page).min(total - most)
    } else {
        let block = in_hand.saturating_sub(active.start) / most * most;
        active.start + block.min(count - most)
    };
    start..start + most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_channels_are_on_the_page() {
        for total in 1..20 {
            for count in (1..=total).filter(|count| total % count == 0) {
                for start in (0..total).step_by(count) {
                    for in_hand in start..start + count {
                        let page = visible(total, &(start..start + count), in_hand, 4);
                        assert_eq!(page.len(), total.min(4));
                        assert!(page.end <= total && page.contains(&in_hand));
                        if count <= 4 {
                            assert!(page.start <= start && start + count <= page.end);
                        }
                    }
                }
            }
        }
    }
}
