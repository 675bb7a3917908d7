//! Where everything is.
use crate::arrange::{Arranger, HEADING, Headings, NOTE, Placed};
use crate::choose::Kit;
use crate::fit::words_width;
use crate::fold::Fold;
use crate::mark::Mark;
use crate::plane::{Plane, Rect, Role, Viewport};
use crate::shape::{Shape, index, place, volume};
use crate::types::Types;
use crate::words;
use story::{Cell, Frame, Tensor};

/// At most so many channels of a tensor are drawn.
const MOST_CHANNELS: usize = 4;
/// Cells below this size are not worth another channel.
const SMALLEST_OF_MANY: f32 = 3.0;

/// Where everything is. It changes with the scene and with the channels that are visible, not with every step.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub(crate) shape: Shape,
    pub(crate) planes: Vec<Plane>,
    pub(crate) labels: Vec<Mark>,
    pub(crate) node: Option<(f32, f32)>,
    pub(crate) types: Types,
    size: (f32, f32),
}

/// The layout of a frame in a viewport.
pub fn layout(frame: &Frame, viewport: Viewport) -> Layout {
    let shape = Shape::of(frame);
    let headings: Headings = [
        (words::input(), words::sizes(shape.channels, shape.input, shape.rank)),
        (
            words::kernel(shape.mirrored && volume(shape.kernel) > 1),
            kernel_sizes(&shape),
        ),
        (words::output(), words::sizes(shape.filters, shape.output, shape.rank)),
    ];
    let placed = place_planes(frame, &shape, &headings, viewport);
    let types = Types::of(&frame.film, &shape, &placed.planes);
    let Placed {
        planes,
        labels,
        node,
        size,
    } = placed;
    Layout {
        shape,
        planes,
        labels,
        node,
        types,
        size,
    }
}

/// The planes of as many channels as show their numbers; where none do, of as many as are large enough to be seen.
fn place_planes(frame: &Frame, shape: &Shape, headings: &Headings, view: Viewport) -> Placed {
    let nothing = Placed {
        planes: Vec::new(),
        labels: Vec::new(),
        node: None,
        size: (0.0, 0.0),
    };
    let most_channels = shape.channels.max(shape.filters).clamp(1, MOST_CHANNELS);
    for needs_numbers in [true, false] {
        for most in (1..=most_channels).rev() {
            let fold = Fold::of(frame, shape, most);
            let kit = Kit {
                shape,
                planes: [fold.inputs.len(), fold.kernels().len(), fold.outputs.len()],
                headings: heading_widths(headings),
                view,
                has_foot: shape.channels > fold.inputs.len() || shape.filters > 1,
            };
            let choice = match (needs_numbers, shape.rank) {
                (true, _) => kit.with_numbers(),
                // Slices of a solid without numbers say nothing.
                (false, 3..) => None,
                _ if most > 1 => kit.with_colours(SMALLEST_OF_MANY),
                _ => Some(kit.with_colours(0.5).unwrap_or(kit.at_worst())),
            };
            if let Some(choice) = choice {
                return Arranger {
                    kit: &kit,
                    fold: &fold,
                    choice,
                    headings,
                    placed: nothing,
                }
                .arrange();
            }
        }
    }
    nothing
}

fn kernel_sizes(shape: &Shape) -> String {
    words::sizes(
        if shape.scatter { 1 } else { shape.channels_in_group() },
        shape.kernel,
        shape.rank,
    )
}

/// On one line, and on two.
fn heading_widths(headings: &Headings) -> [[f32; 3]; 2] {
    let parts = headings
        .each_ref()
        .map(|(title, sizes)| (words_width(title, HEADING), words_width(sizes, NOTE)));
    [
        parts.map(|(title, sizes)| title + 9.0 + sizes),
        parts.map(|(title, sizes)| title.max(sizes)),
    ]
}

impl Layout {
    /// Width and height of the picture.
    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// The cell at a point.
    pub fn hit(&self, x: f32, y: f32) -> Option<Cell> {
        self.planes
            .iter()
            .find_map(|plane| self.cell_at(plane, plane.at(x, y)?))
    }

    /// Where a cell is, if it is visible.
    pub fn cell_rect(&self, cell: Cell) -> Option<Rect> {
        let (plane, at) = self.find(cell)?;
        plane.cell_rect(at)
    }

    /// The cell beside another one: within its grid, and from its edge into the next grid on that side.
    pub fn neighbour(&self, cell: Cell, dx: i32, dy: i32) -> Option<Cell> {
        let (plane, at) = self.find(cell)?;
        let moved = [at[0], at[1] + i64::from(dy.signum()), at[2] + i64::from(dx.signum())];
        if let Some(cell) = plane.cell_rect(moved).and_then(|_| self.cell_at(plane, moved)) {
            return Some(cell);
        }
        let (x, y) = plane.cell_rect(at)?.centre();
        let here = plane.rect();
        let next = self.planes.iter().filter(|other| {
            let there = other.rect();
            (dx > 0 && there.x >= here.right())
                || (dx < 0 && there.right() <= here.x)
                || (dy > 0 && there.y >= here.bottom())
                || (dy < 0 && there.bottom() <= here.y)
        });
        let distance = |other: &&Plane| {
            let there = other.rect();
            let off = |at: f32, from: f32, to: f32| (from - at).max(at - to).max(0.0);
            let (across, down) = (off(x, there.x, there.right()), off(y, there.y, there.bottom()));
            // What lies straight ahead comes before what is near but aside.
            if dx == 0 {
                down + 3.0 * across
            } else {
                across + 3.0 * down
            }
        };
        let next = next.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let there = next.rect();
        let (half_x, half_y) = (next.cell.0 / 2.0, next.cell.1 / 2.0);
        let mut nearest = next.at(
            x.max(there.x + half_x).min(there.right() - half_x),
            y.max(there.y + half_y).min(there.bottom() - half_y),
        )?;
        if next.role == Role::Output {
            // Not onto what is cropped.
            nearest = [0, 1, 2].map(|axis| nearest[axis].min(self.shape.output[axis] as i64 - 1).max(0));
        }
        self.cell_at(next, nearest)
    }

    /// The cell that the keyboard comes to first: the input's first.
    pub fn first_cell(&self) -> Option<Cell> {
        let plane = self.of(Role::Input).next()?;
        self.cell_at(plane, [0; 3])
    }

    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = &Plane> {
        self.planes.iter().filter(move |plane| plane.role == role)
    }

    /// The plane of an input channel.
    pub(crate) fn input_plane(&self, channel: usize) -> Option<&Plane> {
        self.of(Role::Input).find(|plane| plane.channel == channel)
    }

    /// The plane of an output channel.
    pub(crate) fn output_plane(&self, channel: usize) -> Option<&Plane> {
        self.of(Role::Output).find(|plane| plane.channel == channel)
    }

    /// The cell at a place of a plane.
    pub(crate) fn cell_at(&self, plane: &Plane, at: [i64; 3]) -> Option<Cell> {
        let shape = &self.shape;
        match plane.role {
            Role::Input => Some(match shape.input_at(at) {
                Some(spatial) => Cell::Of(Tensor::Input, plane.channel * volume(shape.input) + spatial),
                None => Cell::Padding {
                    channel: plane.channel,
                    at,
                },
            }),
            Role::Kernel => Some(Cell::Of(Tensor::Weight, shape.weight(plane.channel, plane.filter, at))),
            Role::Bias => Some(Cell::Of(Tensor::Bias, plane.channel)),
            Role::Output => output_index(shape, plane.channel, at).map(|cell| Cell::Of(Tensor::Output, cell)),
        }
    }

    /// The plane and the place of a cell.
    fn find(&self, cell: Cell) -> Option<(&Plane, [i64; 3])> {
        let shape = &self.shape;
        match cell {
            Cell::Of(Tensor::Input, cell) => {
                let plane = self.input_plane(cell / volume(shape.input))?;
                Some((plane, shape.place_of_input(cell % volume(shape.input))))
            }
            Cell::Padding { channel, at } => Some((self.input_plane(channel)?, at)),
            Cell::Of(Tensor::Weight, weight) => {
                let kernel = weight / volume(shape.kernel);
                let plane = self
                    .of(Role::Kernel)
                    .find(|plane| shape.kernel_of(plane.channel, plane.filter) == kernel)?;
                Some((
                    plane,
                    shape.in_window(place(weight % volume(shape.kernel), shape.kernel)),
                ))
            }
            Cell::Of(Tensor::Bias, channel) => {
                let plane = self.of(Role::Bias).find(|plane| plane.channel == channel)?;
                Some((plane, [0; 3]))
            }
            Cell::Of(Tensor::Output, cell) => {
                let plane = self.output_plane(cell / volume(shape.output))?;
                Some((
                    plane,
                    place(cell % volume(shape.output), shape.output).map(|at| at as i64),
                ))
            }
        }
    }
}

/// The flat index of an output cell; `None` in what is cropped.
pub(crate) fn output_index(shape: &Shape, channel: usize, at: [i64; 3]) -> Option<usize> {
    let mut inside = [0; 3];
    for axis in 0..3 {
        inside[axis] = usize::try_from(at[axis]).ok().filter(|&at| at < shape.output[axis])?;
    }
    Some(channel * volume(shape.output) + index(inside, shape.output))
}
