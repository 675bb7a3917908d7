//! Where everything is.
use crate::arrange::{Arranger, HEADING, Headings, NOTE, Placed};
use crate::choose::{Choice, Kit};
use crate::fit::words_width;
use crate::fold::Fold;
use crate::mark::Mark;
use crate::plane::{Plane, Rect, Role, Viewport};
use crate::shape::{Shape, place, volume};
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
    chosen: Option<Chosen>,
    corner: (f32, f32),
    size: (f32, f32),
}

/// At most so many channels of a tensor are drawn, so many planes are that, and how they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Chosen {
    most: usize,
    planes: [usize; 3],
    choice: Choice,
}

/// The layout of a frame in a viewport.
pub fn layout(frame: &Frame, viewport: Viewport) -> Layout {
    laid_out(frame, viewport, None)
}

/// The layout of a frame as another one stands, with cells of the same sizes; none where it does not fit so.
pub(crate) fn layout_like(frame: &Frame, viewport: Viewport, other: &Layout) -> Option<Layout> {
    let layout = laid_out(frame, viewport, other.chosen);
    (layout.chosen.is_some() && layout.chosen == other.chosen).then_some(layout)
}

fn laid_out(frame: &Frame, viewport: Viewport, like: Option<Chosen>) -> Layout {
    let shape = Shape::of(frame);
    let headings: Headings = [
        (words::input(), words::sizes(shape.channels, shape.input, shape.rank)),
        (
            if shape.has_weight() {
                words::kernel(shape.mirrored && volume(shape.kernel) > 1)
            } else {
                words::window()
            },
            kernel_sizes(&shape),
        ),
        (words::output(), output_sizes(frame, &shape)),
    ];
    let (placed, chosen) = place_planes(frame, &shape, &headings, viewport, like);
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
        labels: labels.0,
        node,
        types,
        chosen,
        corner: (0.0, 0.0),
        size,
    }
}

/// The planes of as many channels as show their numbers; where none do, of as many as are large enough to be seen. Or as
/// another layout has chosen, if that fits.
fn place_planes(
    frame: &Frame,
    shape: &Shape,
    headings: &Headings,
    view: Viewport,
    like: Option<Chosen>,
) -> (Placed, Option<Chosen>) {
    let most_channels = shape.channels.max(shape.filters).clamp(1, MOST_CHANNELS);
    let widths = heading_widths(headings);
    for needs_numbers in [true, false] {
        let mut most = like.map_or(most_channels, |like| like.most);
        while most > 0 {
            let fold = Fold::of(frame, shape, most);
            let [channels, filters] = fold.kernels();
            let kit = Kit {
                shape,
                planes: [fold.inputs.len(), channels.len() * filters.len(), fold.outputs.len()],
                headings: widths,
                view,
                has_foot: shape.channels > fold.inputs.len() || shape.filters > 1,
            };
            let choice = match (needs_numbers, shape.rank) {
                _ if like.is_some() => like
                    .filter(|like| like.planes == kit.planes && kit.has_room(&like.choice))
                    .map(|like| like.choice),
                (true, _) => kit.with_numbers(),
                // Slices of a solid without numbers say nothing.
                (false, 3..) => None,
                _ if most > 1 => kit.with_colours(SMALLEST_OF_MANY),
                _ => Some(kit.with_colours(0.5).unwrap_or(kit.at_worst())),
            };
            if let Some(choice) = choice {
                let placed = Arranger {
                    kit: &kit,
                    fold: &fold,
                    choice: &choice,
                    sizes: &kit.sizes(&choice),
                    headings,
                    placed: Placed::default(),
                }
                .arrange();
                return (
                    placed,
                    Some(Chosen {
                        most,
                        planes: kit.planes,
                        choice,
                    }),
                );
            }
            if like.is_some() {
                return (Placed::default(), None);
            }
            most -= 1;
        }
    }
    (Placed::default(), None)
}

/// A flat row has one size, however it is drawn.
fn output_sizes(frame: &Frame, shape: &Shape) -> String {
    match frame.film.plan.output_shape() {
        &[features] => words::sizes(1, [1, 1, features], 1),
        _ => words::sizes(shape.filters, shape.output, shape.rank),
    }
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
    let mut widths = [[0.0; 3]; 2];
    for (slot, (title, sizes)) in headings.iter().enumerate() {
        let (title, sizes) = (words_width(title, HEADING), words_width(sizes, NOTE));
        widths[0][slot] = title + 9.0 + sizes;
        widths[1][slot] = title.max(sizes);
    }
    widths
}

impl Layout {
    /// Width and height of the picture.
    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// The same layout elsewhere in a larger picture, which it makes its size reach to.
    pub(crate) fn moved(mut self, (dx, dy): (f32, f32)) -> Self {
        for plane in &mut self.planes {
            (plane.x, plane.y) = (plane.x + dx, plane.y + dy);
        }
        for label in &mut self.labels {
            if let Mark::Text { x, y, .. } = label {
                (*x, *y) = (*x + dx, *y + dy);
            }
        }
        self.node = self.node.map(|(x, y)| (x + dx, y + dy));
        self.size = (self.size.0 + dx, self.size.1 + dy);
        self.corner = (self.corner.0 + dx, self.corner.1 + dy);
        self
    }

    /// The upper left corner of what it draws.
    pub(crate) fn corner(&self) -> (f32, f32) {
        self.corner
    }

    /// Whether some cells are too small for numbers.
    pub fn has_mosaic(&self) -> bool {
        self.planes.iter().any(Plane::is_mosaic)
    }

    /// The cell at a point.
    pub fn hit(&self, x: f32, y: f32) -> Option<Cell> {
        for plane in &self.planes {
            if let Some(at) = plane.at(x, y) {
                return self.cell_at(plane, at);
            }
        }
        None
    }

    /// Where a cell is, if it is visible.
    pub fn cell_rect(&self, cell: Cell) -> Option<Rect> {
        Some(self.place(cell)?.1)
    }

    /// The same, with its plane.
    #[inline(never)]
    pub(crate) fn place(&self, cell: Cell) -> Option<(&Plane, Rect)> {
        let (plane, at) = self.find(cell)?;
        Some((plane, plane.cell_rect(at)?))
    }

    /// The cell beside another one: within its grid, and from its edge into the next grid on that side.
    pub fn neighbour(&self, cell: Cell, dx: i32, dy: i32) -> Option<Cell> {
        let (plane, mut at) = self.find(cell)?;
        let (x, y) = plane.cell_rect(at)?.centre();
        at[1] += i64::from(dy.signum());
        at[2] += i64::from(dx.signum());
        if plane.cell_rect(at).is_some()
            && let Some(cell) = self.cell_at(plane, at)
        {
            return Some(cell);
        }
        let here = plane.rect();
        let mut next = None;
        let mut nearest = f32::INFINITY;
        for other in &self.planes {
            let there = other.rect();
            let is_ahead = (dx > 0 && there.x >= here.right())
                || (dx < 0 && there.right() <= here.x)
                || (dy > 0 && there.y >= here.bottom())
                || (dy < 0 && there.bottom() <= here.y);
            let off = |at: f32, from: f32, to: f32| (from - at).max(at - to).max(0.0);
            let (across, down) = (off(x, there.x, there.right()), off(y, there.y, there.bottom()));
            // What lies straight ahead comes before what is near but aside.
            let distance = if dx == 0 {
                down + 3.0 * across
            } else {
                across + 3.0 * down
            };
            if is_ahead && distance < nearest {
                (next, nearest) = (Some(other), distance);
            }
        }
        let next = next?;
        let there = next.rect();
        let (half_x, half_y) = (next.cell.0 / 2.0, next.cell.1 / 2.0);
        let mut at = next.at(
            x.max(there.x + half_x).min(there.right() - half_x),
            y.max(there.y + half_y).min(there.bottom() - half_y),
        )?;
        if next.role == Role::Output {
            // Not onto what is cropped.
            for (axis, at) in at.iter_mut().enumerate() {
                *at = (*at).min(self.shape.output[axis] as i64 - 1).max(0);
            }
        }
        self.cell_at(next, at)
    }

    /// The cell that the keyboard comes to first: the input's first.
    pub fn first_cell(&self) -> Option<Cell> {
        let plane = self.of(Role::Input).next()?;
        self.cell_at(plane, [0; 3])
    }

    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = &Plane> {
        self.planes.iter().filter(move |plane| plane.role == role)
    }

    /// The first plane of a channel.
    #[inline(never)]
    pub(crate) fn plane(&self, role: Role, channel: usize) -> Option<&Plane> {
        self.of(role).find(|plane| plane.channel == channel)
    }

    /// The cell at a place of a plane.
    #[inline(never)]
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
    #[inline(never)]
    fn find(&self, cell: Cell) -> Option<(&Plane, [i64; 3])> {
        let shape = &self.shape;
        let (role, channel, at) = match cell {
            Cell::Of(Tensor::Input, cell) => {
                let cells = volume(shape.input);
                (Role::Input, cell / cells, shape.place_of_input(cell % cells))
            }
            Cell::Padding { channel, at } => (Role::Input, channel, at),
            Cell::Of(Tensor::Bias, channel) => (Role::Bias, channel, [0; 3]),
            Cell::Of(Tensor::Output, cell) => {
                let cells = volume(shape.output);
                let at = place(cell % cells, shape.output);
                (Role::Output, cell / cells, at.map(|at| at as i64))
            }
            Cell::Of(Tensor::Weight, weight) => {
                let cells = volume(shape.kernel);
                let is_here = |plane: &&Plane| shape.kernel_of(plane.channel, plane.filter) == weight / cells;
                let plane = self.of(Role::Kernel).find(is_here)?;
                return Some((plane, shape.in_window(place(weight % cells, shape.kernel))));
            }
        };
        Some((self.plane(role, channel)?, at))
    }
}

/// The flat index of an output cell; `None` in what is cropped.
#[inline(never)]
pub(crate) fn output_index(shape: &Shape, channel: usize, at: [i64; 3]) -> Option<usize> {
    let mut cell = channel;
    for axis in 0..3 {
        let (at, size) = (at[axis] as usize, shape.output[axis]);
        // What is before the first cell becomes too large.
        if at >= size {
            return None;
        }
        cell = cell * size + at;
    }
    Some(cell)
}
