//! A scattered film: one input cell stamps the kernel onto the output.
use crate::beams::beam;
use crate::layout::Layout;
use crate::mark::Marks;
use crate::plane::{NUMBER, Plane, Rect, Role};
use crate::shape::{Shape, index, volume};
use story::{Cell, Frame, Tensor};

/// The input cell, the stamps' outlines, and the beams between them.
pub(crate) fn marks(marks: &mut Marks, layout: &Layout, frame: &Frame) {
    let Some(input) = frame.input_cell() else { return };
    let Some((plane, source)) = layout.place(Cell::Of(Tensor::Input, input)) else {
        return;
    };
    let input_rect = plane.rect();
    for kernel in layout.of(Role::Kernel) {
        let rect = kernel.rect();
        let mut d = String::new();
        beam(&mut d, layout, (&source, &input_rect), (&rect, &rect));
        marks.path("beam k", d);
        let mut d = String::new();
        let output = layout.plane(Role::Output, kernel.filter);
        let stamp = output.and_then(|plane| stamp_rect(layout, frame, plane));
        if let (Some(stamp), Some(output)) = (&stamp, output) {
            beam(&mut d, layout, (&rect, &rect), (stamp, &output.rect()));
        }
        marks.path("beam out", d);
        if let Some(rect) = stamp {
            marks.rect("outline stamp", &rect.inset(-0.5), 8.0_f32.min(rect.width / 3.0));
        }
    }
    if source.width >= NUMBER {
        marks.cell("cell in window", &source);
        let value = frame.film.input.get(input).copied();
        marks.number("num in window", &source, layout.types.size(Role::Input), value);
    }
    marks.rect("outline", &source.inset((source.width - 9.0).min(-1.0) / 2.0), 6.0);
}

/// Whether this step adds to a place of an output channel.
pub(crate) fn is_stamped(layout: &Layout, frame: &Frame, plane: &Plane, at: [i64; 3]) -> bool {
    let shape = &layout.shape;
    let Some(first) = frame.products.first() else {
        return false;
    };
    let mut is_stamped = plane.active && shape.scatter;
    for (axis, at) in at.iter().enumerate() {
        let from = at - first.at[axis];
        is_stamped &= from >= 0 && from <= shape.reach(axis) && from % shape.dilation[axis] == 0;
    }
    is_stamped
}

/// Which cells of an output channel a scattered film has finished, told for many cells at once.
pub(crate) struct Stamped {
    /// On each axis, for each output coordinate, the last input coordinate that adds to it; or [`NONE`].
    last: [Vec<usize>; 3],
    size: [usize; 3],
    /// The first flat index of the last channel that adds to this one.
    base: usize,
    /// Input cells before this one have been stamped.
    past: usize,
    is_over: bool,
}

const NONE: usize = usize::MAX;

impl Stamped {
    pub fn of(frame: &Frame, shape: &Shape, channel: usize) -> Self {
        let plan = &frame.film.plan;
        let (stride, pads) = (plan.stride(), plan.pads());
        let mut last = [const { Vec::new() }; 3];
        for (axis, last) in last.iter_mut().enumerate() {
            last.resize(shape.output[axis], NONE);
            for coordinate in 0..shape.input[axis] {
                // The stamp begins where the ring around the input ends that the windows reach into.
                let mut to = (coordinate * stride[axis]) as i64 + pads[axis].0 - shape.reach(axis);
                for _ in 0..shape.kernel[axis] {
                    if let Some(slot) = last.get_mut(to as usize) {
                        *slot = coordinate;
                    }
                    to += shape.dilation[axis];
                }
            }
        }
        let last_channel = (channel / shape.filters_in_group() + 1) * shape.channels_in_group() - 1;
        let past = frame.cursor.step + usize::from(frame.is_whole());
        Self {
            last,
            size: shape.input,
            base: last_channel * volume(shape.input),
            past,
            is_over: past >= frame.steps,
        }
    }

    /// Whether an output cell still waits for stamps.
    pub fn is_awaited(&self, at: [i64; 3]) -> bool {
        let mut input = [0; 3];
        for axis in 0..3 {
            match self.last[axis].get(at[axis] as usize) {
                None => return false,
                Some(&NONE) => return !self.is_over,
                Some(&last) => input[axis] = last,
            }
        }
        self.base + index(input, self.size) >= self.past
    }
}

/// What of a plane the present stamp covers, with the parts that are cropped.
fn stamp_rect(layout: &Layout, frame: &Frame, plane: &Plane) -> Option<Rect> {
    let first = frame.products.first()?.at;
    let mut end = first;
    for (axis, end) in end.iter_mut().enumerate() {
        *end += layout.shape.reach(axis);
    }
    Some(plane.cell_rect(first)?.and(&plane.cell_rect(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::{Shape, place};
    use conv::LayerSpec;
    use story::{Cursor, Edits, Fill, Net, Order, Scene, Showing, Stage, Timeline, View};

    #[test]
    fn the_cells_that_wait_are_those_the_film_says() -> Result<(), Box<dyn std::error::Error>> {
        for (layer, size) in [
            ("ConvTranspose2d(2, 2, 3, stride=2, padding=1)", vec![3, 4]),
            (
                "ConvTranspose2d(4, 2, 2, stride=3, groups=2, output_padding=1)",
                vec![2, 3],
            ),
            ("ConvTranspose1d(1, 1, 3, dilation=2)", vec![5]),
        ] {
            // Given a scattered film
            let spec = LayerSpec::parse(layer).map_err(|error| format!("{error:?}"))?;
            let net = Net {
                size,
                input: Edits::default(),
                stages: vec![Stage::new(spec)],
                seed: 1,
                fill: Fill::Numbers,
            };
            let Ok(Showing::Film(film)) = (Scene {
                net: net.into(),
                view: View::default(),
                b: None,
            })
            .show() else {
                return Err(layer.into());
            };
            let timeline = Timeline::new(film, Order::Scatter, 1);
            for step in 0..timeline.steps() {
                for tap in [None, Some(0)] {
                    // When a step of it is shown
                    let frame = timeline.at(Cursor { step, tap });
                    let shape = Shape::of(&frame);
                    for cell in 0..frame.film.output.len() {
                        // Then the quick way and the film agree on every cell, but for a cell whose last stamp is
                        // under way: it may have its product already
                        let cells = volume(shape.output);
                        let stamped = Stamped::of(&frame, &shape, cell / cells);
                        let awaited = stamped.is_awaited(place(cell % cells, shape.output).map(|at| at as i64));
                        let under_way = tap.is_some() && awaited && frame.is_done(cell);
                        assert!(
                            awaited != frame.is_done(cell) || under_way,
                            "{layer} step {step} cell {cell}"
                        );
                    }
                }
            }
        }
        Ok(())
    }
}
