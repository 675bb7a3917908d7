//! The sizes of the type in the cells: one for each tensor, so that its numbers look alike.
use crate::fit::{type_size, widest};
use crate::plane::{Plane, Role};
use crate::shape::{Shape, channel_values, volume};
use story::{Film, Tensor};

/// Cells of this size have room for a second number.
const WITH_CORNER: f32 = 30.0;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Types {
    /// One for each role.
    sizes: [f32; 4],
    /// For the other factor in a cell's corner; 0 where there is no room for it.
    pub corner: f32,
    pub corner_characters: usize,
}

impl Types {
    pub fn of(film: &Film, shape: &Shape, planes: &[Plane]) -> Self {
        let mut characters = [1; 4];
        let mut cells = [0.0; 4];
        // Corners are on the input's cells, or on the kernel's where the input has no numbers.
        let (mut host, mut guest) = (Role::Input, Role::Kernel);
        for plane in planes {
            let slot = plane.role as usize;
            cells[slot] = plane.cell.0;
            if !plane.is_mosaic() {
                let (tensor, index, count) = match plane.role {
                    Role::Input => (Tensor::Input, plane.channel, volume(shape.input)),
                    Role::Kernel => {
                        let kernel = shape.kernel_of(plane.channel, plane.filter);
                        (Tensor::Weight, kernel, volume(shape.kernel))
                    }
                    Role::Output => (Tensor::Output, plane.channel, volume(shape.output)),
                    Role::Bias => (Tensor::Bias, plane.channel, 1),
                };
                let values = channel_values(film.data(tensor), index, count);
                characters[slot] = characters[slot].max(widest(values, plane.cell.0));
            } else if plane.role == Role::Input {
                (host, guest) = (Role::Kernel, Role::Input);
            }
        }
        let mut sizes = [0.0; 4];
        for slot in 0..4 {
            sizes[slot] = type_size(cells[slot], characters[slot]);
        }
        let cell = cells[host as usize];
        let longest = if guest == Role::Input {
            4
        } else {
            characters[guest as usize]
        };
        // Never larger than the number that it goes with.
        let corner = (sizes[host as usize] * 0.9)
            .min(cell * 0.22)
            .min(13.0)
            .min((cell - 7.0) / (0.7 * (longest + 1) as f32));
        Self {
            sizes,
            corner_characters: longest,
            corner: if cell >= WITH_CORNER { corner.max(7.0) } else { 0.0 },
        }
    }

    /// For the numbers in a plane's cells.
    pub fn size(&self, role: Role) -> f32 {
        self.sizes[role as usize]
    }
}
