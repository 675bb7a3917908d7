//! A plane: the cells of one channel, or of one channel's kernel, as a grid on the picture.
use crate::shape::volume;

/// What there is to draw in, in CSS pixels: the height in which input, kernel and output are visible together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    pub width: f32,
    pub height: f32,
}

/// A rectangle in the picture's coordinates, from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    #[inline(never)]
    pub fn centre(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same rectangle, smaller on every side (larger, if negative).
    pub(crate) fn inset(&self, by: f32) -> Self {
        Self {
            x: self.x + by,
            y: self.y + by,
            width: (self.width - 2.0 * by).max(0.0),
            height: (self.height - 2.0 * by).max(0.0),
        }
    }

    /// The same, but never too small to be seen.
    pub(crate) fn at_least(&self, size: f32) -> Self {
        self.inset((self.width.min(self.height) - size).min(0.0) / 2.0)
    }

    /// The smallest rectangle that holds both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }
}

/// Which tensor a plane is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Input,
    Kernel,
    Output,
    Bias,
}

/// A cell of at least this size shows its number, a smaller one its colour.
pub(crate) const NUMBER: f32 = 18.0;

/// Between the depth slices of a plane of rank 3.
pub(crate) const SLICE_GAP: f32 = 10.0;

/// A grid of cells. Depth slices lie side by side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plane {
    pub role: Role,
    /// The input channel; the output channel, if it is a plane of the output or the bias.
    pub channel: usize,
    /// The output channel that a kernel is for.
    pub filter: usize,
    /// The place of the first cell: before zero, where there is padding.
    pub first: [i64; 3],
    pub size: [usize; 3],
    pub x: f32,
    pub y: f32,
    pub cell: (f32, f32),
    /// Whether the present step reads it: planes of other groups rest.
    pub active: bool,
}

impl Plane {
    /// The grid of a picture of one channel, from cell 0 on.
    pub fn grid(role: Role, size: [usize; 3], (x, y): (f32, f32), cell: (f32, f32)) -> Self {
        Self {
            role,
            channel: 0,
            filter: 0,
            first: [0; 3],
            size,
            x,
            y,
            cell,
            active: true,
        }
    }

    /// Whether its cells are too small for numbers.
    pub fn is_mosaic(&self) -> bool {
        self.cell.0 < NUMBER
    }

    pub fn rect(&self) -> Rect {
        let (width, height) = extent(self.size, self.cell);
        Rect {
            x: self.x,
            y: self.y,
            width,
            height,
        }
    }

    /// Where a cell is, with its share of the gaps; `None` outside.
    #[inline(never)]
    pub fn cell_rect(&self, at: [i64; 3]) -> Option<Rect> {
        let mut from_first = [0.0; 3];
        for axis in 0..3 {
            let place = at[axis] - self.first[axis];
            if !(0..self.size[axis] as i64).contains(&place) {
                return None;
            }
            from_first[axis] = place as f32;
        }
        let [z, y, x] = from_first;
        Some(Rect {
            x: self.x + z * self.slice_pitch() + x * self.cell.0,
            y: self.y + y * self.cell.1,
            width: self.cell.0,
            height: self.cell.1,
        })
    }

    /// The cell at a point, if there is one.
    pub fn at(&self, x: f32, y: f32) -> Option<[i64; 3]> {
        let (right, down) = (x - self.x, y - self.y);
        if right < 0.0 || down < 0.0 {
            return None;
        }
        let z = (right / self.slice_pitch()) as usize;
        let column = ((right - z as f32 * self.slice_pitch()) / self.cell.0) as usize;
        let row = (down / self.cell.1) as usize;
        let mut at = self.first;
        for (axis, place) in [z, row, column].into_iter().enumerate() {
            if place >= self.size[axis] {
                return None;
            }
            at[axis] += place as i64;
        }
        Some(at)
    }

    /// The places of all cells, row-major.
    pub fn places(&self) -> Places<'_> {
        Places {
            plane: self,
            at: self.first,
            left: volume(self.size),
        }
    }

    fn slice_pitch(&self) -> f32 {
        self.size[2] as f32 * self.cell.0 + SLICE_GAP
    }
}

/// The places of a plane's cells. (Adapters of the standard library's iterators would be made anew for every loop.)
pub(crate) struct Places<'a> {
    plane: &'a Plane,
    at: [i64; 3],
    left: usize,
}

impl Iterator for Places<'_> {
    type Item = [i64; 3];

    #[inline(never)]
    fn next(&mut self) -> Option<[i64; 3]> {
        let Plane { first, size, .. } = self.plane;
        let here = self.at;
        self.left = self.left.checked_sub(1)?;
        self.at[2] += 1;
        for axis in [2, 1] {
            if self.at[axis] - first[axis] == size[axis] as i64 {
                self.at[axis] = first[axis];
                self.at[axis - 1] += 1;
            }
        }
        Some(here)
    }
}

/// What the planes of a tensor take up together.
#[inline(never)]
pub(crate) fn around(planes: &[Plane], role: Role) -> Option<Rect> {
    let mut all: Option<Rect> = None;
    for plane in planes {
        if plane.role == role {
            let rect = plane.rect();
            all = Some(all.map_or(rect, |all| all.and(&rect)));
        }
    }
    all
}

/// Width and height of so many cells.
pub(crate) fn extent([depth, height, width]: [usize; 3], cell: (f32, f32)) -> (f32, f32) {
    let slices = depth as f32;
    let across = slices * width as f32 * cell.0 + (slices - 1.0).max(0.0) * SLICE_GAP;
    (across, height as f32 * cell.1)
}
