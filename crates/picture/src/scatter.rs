//! A scattered film: one input cell stamps the kernel onto the output.
use crate::backdrop::cell_mark;
use crate::beams::beam;
use crate::fit::cell_number;
use crate::layout::Layout;
use crate::mark::Mark;
use crate::plane::{Plane, Rect, Role};
use crate::shape::{index, place, volume};
use story::{Cell, Frame, Tensor};

/// The input cell, the stamps' outlines, and the beams between them.
pub(crate) fn marks(marks: &mut Vec<Mark>, layout: &Layout, frame: &Frame) {
    let Some(input) = frame.input_cell() else { return };
    let Some(source) = layout.cell_rect(Cell::Of(Tensor::Input, input)) else {
        return;
    };
    let input_rect = layout
        .input_plane(input / volume(layout.shape.input))
        .map_or(source, Plane::rect);
    for kernel in layout.of(Role::Kernel) {
        let rect = kernel.rect();
        marks.push(Mark::Path {
            class: "beam k",
            d: beam(layout, (&source, &input_rect), (&rect, &rect)),
        });
        let output = layout.output_plane(kernel.filter);
        let stamp = output.and_then(|plane| stamp_rect(layout, frame, plane));
        let d = match (stamp, output) {
            (Some(stamp), Some(output)) => beam(layout, (&rect, &rect), (&stamp, &output.rect())),
            _ => String::new(),
        };
        marks.push(Mark::Path { class: "beam out", d });
        if let Some(rect) = stamp {
            marks.push(Mark::Rect {
                class: "outline stamp",
                rect: rect.inset(-0.5),
                radius: 8.0_f32.min(rect.width / 3.0),
            });
        }
    }
    if source.width >= crate::plane::NUMBER {
        marks.push(cell_mark("cell in window", &source));
        let value = frame.film.input.get(input).copied().unwrap_or(0.0);
        let text = cell_number(value, source.width);
        marks.push(Mark::centred(
            "num in window",
            source.centre(),
            layout.types.input,
            text,
        ));
    }
    marks.push(Mark::Rect {
        class: "outline",
        rect: source.inset((source.width - 9.0).min(-1.0) / 2.0),
        radius: 6.0,
    });
}

/// Whether this step adds to a place of an output channel.
pub(crate) fn is_stamped(layout: &Layout, frame: &Frame, plane: &Plane, at: [i64; 3]) -> bool {
    let shape = &layout.shape;
    let Some(first) = frame.products.first().filter(|_| plane.active && shape.scatter) else {
        return false;
    };
    (0..3).all(|axis| {
        let from = at[axis] - first.at[axis];
        let reach = (shape.kernel[axis] as i64 - 1) * shape.dilation[axis];
        (0..=reach).contains(&from) && from % shape.dilation[axis] == 0
    })
}

/// Which cells of an output channel a scattered film has finished, told for many cells at once.
pub(crate) struct Stamped {
    /// On each axis, for each output coordinate, the last input coordinate that adds to it.
    last: [Vec<Option<usize>>; 3],
    size: [usize; 3],
    /// The first flat index of the last channel that adds to this one.
    base: usize,
    /// Input cells before this one have been stamped.
    past: usize,
    is_over: bool,
}

impl Stamped {
    pub fn of(frame: &Frame, channel: usize) -> Self {
        let plan = &frame.film.plan;
        let (size, output, kernel) = (plan.input_size(), plan.output_size(), plan.kernel_size());
        let dilation = plan.dilation();
        let last = [0, 1, 2].map(|axis| {
            let mut last = vec![None; output[axis]];
            for coordinate in 0..size[axis] {
                let mut at = [0; 3];
                at[axis] = coordinate;
                let start = plan.stamp(index(at, size), 0).at[axis];
                for cell in 0..kernel[axis] {
                    let to = usize::try_from(start + (cell * dilation[axis]) as i64).ok();
                    if let Some(slot) = to.and_then(|to| last.get_mut(to)) {
                        *slot = Some(coordinate);
                    }
                }
            }
            last
        });
        let group_size = (plan.output_shape().first().copied().unwrap_or(1) / groups(frame)).max(1);
        let channels = plan.input_shape().first().copied().unwrap_or(1) / groups(frame);
        let last_channel = (channel / group_size + 1) * channels - 1;
        let past = frame.cursor.step + usize::from(frame.is_whole());
        Self {
            last,
            size,
            base: last_channel * volume(size),
            past,
            is_over: past >= frame.steps,
        }
    }

    /// Whether an output cell still waits for stamps.
    pub fn is_awaited(&self, at: [i64; 3]) -> bool {
        let mut input = [0; 3];
        for axis in 0..3 {
            match usize::try_from(at[axis]).ok().and_then(|at| self.last[axis].get(at)) {
                None => return false,
                Some(None) => return !self.is_over,
                Some(Some(last)) => input[axis] = *last,
            }
        }
        self.base + index(input, self.size) >= self.past
    }
}

fn groups(frame: &Frame) -> usize {
    usize::try_from(frame.film.plan.spec().groups).unwrap_or(1).max(1)
}

/// What of a plane the present stamp covers, with the parts that are cropped.
fn stamp_rect(layout: &Layout, frame: &Frame, plane: &Plane) -> Option<Rect> {
    let shape = &layout.shape;
    let first = frame.products.first()?.at;
    let last = place(volume(shape.kernel) - 1, shape.kernel);
    let end = [0, 1, 2].map(|axis| first[axis] + last[axis] as i64 * shape.dilation[axis]);
    Some(plane.cell_rect(first)?.and(&plane.cell_rect(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Shape;
    use conv::LayerSpec;
    use story::{Cursor, Edits, Net, Order, Scene, Showing, Stage, Timeline, View};

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
            };
            let Ok(Showing::Film(film)) = (Scene {
                net,
                view: View::default(),
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
                        let stamped = Stamped::of(&frame, cell / cells);
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
