//! The sizes of the type in the cells: one for each tensor, so that its numbers look alike.
use crate::fit::{type_size, widest};
use crate::plane::{Plane, Role};
use crate::shape::{Shape, channel_values, volume};
use crate::window::WITH_CORNER;
use story::Film;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Types {
    pub input: f32,
    pub kernel: f32,
    pub output: f32,
    pub bias: f32,
    /// For the other factor in a cell's corner; 0 where there is no room for it.
    pub corner: f32,
    pub corner_characters: usize,
}

impl Types {
    pub fn of(film: &Film, shape: &Shape, planes: &[Plane]) -> Self {
        let mut characters = [1; 4];
        let mut cells = [0.0; 4];
        for plane in planes {
            let slot = plane.role as usize;
            cells[slot] = plane.cell.0;
            if plane.is_mosaic() {
                continue;
            }
            let values = match plane.role {
                Role::Input => channel_values(&film.input, plane.channel, volume(shape.input)),
                Role::Kernel => {
                    let kernel = shape.kernel_of(plane.channel, plane.filter);
                    channel_values(&film.weight, kernel, volume(shape.kernel))
                }
                Role::Output => channel_values(&film.output, plane.channel, volume(shape.output)),
                Role::Bias => film
                    .bias
                    .as_ref()
                    .and_then(|bias| bias.get(plane.channel..=plane.channel))
                    .unwrap_or(&[]),
            };
            characters[slot] = characters[slot].max(widest(values, plane.cell.0));
        }
        let size = |role: Role| type_size(cells[role as usize], characters[role as usize]);
        // Corners are on the input's cells, or on the kernel's where the input has no numbers.
        let is_mosaic = planes
            .iter()
            .any(|plane| plane.role == Role::Input && plane.is_mosaic());
        let (host, guest) = if is_mosaic {
            (Role::Kernel, Role::Input)
        } else {
            (Role::Input, Role::Kernel)
        };
        let cell = cells[host as usize];
        let longest = if is_mosaic { 4 } else { characters[guest as usize] };
        // Never larger than the number that it goes with.
        let corner = (size(host) * 0.9)
            .min(cell * 0.22)
            .min(13.0)
            .min((cell - 7.0) / (0.7 * (longest + 1) as f32));
        Self {
            input: size(Role::Input),
            kernel: size(Role::Kernel),
            output: size(Role::Output),
            bias: size(Role::Bias),
            corner_characters: longest,
            corner: if cell >= WITH_CORNER { corner.max(7.0) } else { 0.0 },
        }
    }
}
