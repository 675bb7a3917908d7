//! How much room an arrangement takes.
use crate::choose::{Choice, Kit, Mode};
use crate::plane::{NUMBER, Role, extent};

/// Cells of a single row too narrow for numbers are this high.
const STRIP: f32 = 26.0;
/// Room for a channel's index, in front of its plane.
pub(crate) const GUTTER: f32 = 20.0;
/// Between planes of one tensor.
pub(crate) const BETWEEN: (f32, f32) = (24.0, 14.0);
/// For the beams from the window to the kernel.
const BEAM: f32 = 52.0;
/// Below a block, for what is said about it.
const FOOT: f32 = 24.0;
/// Around everything, for outlines.
pub(crate) const MARGIN: f32 = 6.0;
/// From the sum's node down to the bias' cell.
pub(crate) const BIAS_DROP: f32 = 34.0;
/// From the kernel to the sum's node, and from there to the bias, where they stand side by side.
pub(crate) const NODE_ASIDE: f32 = 32.0;
pub(crate) const BIAS_ASIDE: f32 = 26.0;

/// From top to bottom.
pub(crate) const STACK: [Role; 3] = [Role::Input, Role::Kernel, Role::Output];

impl Kit<'_> {
    /// Cells side by side in a block.
    pub fn across(&self, role: Role, columns: usize) -> f32 {
        let [depth, _, width] = self.size(role);
        (depth * width * columns) as f32
    }

    pub fn size(&self, role: Role) -> [usize; 3] {
        match role {
            Role::Input => self.shape.grid_size,
            Role::Kernel => self.shape.kernel,
            Role::Output => self.shape.output_size,
            Role::Bias => [1; 3],
        }
    }

    /// A cell's width and height.
    pub fn cell(&self, role: Role, width: f32) -> (f32, f32) {
        let is_strip = self.shape.rank == 1 && width < NUMBER && role != Role::Kernel;
        (width, if is_strip { STRIP } else { width })
    }

    /// A plane with the index before it.
    pub fn item(&self, choice: &Choice, role: Role) -> (f32, f32) {
        let slot = slot(role);
        let (width, height) = extent(self.size(role), self.cell(role, choice.cells[slot]));
        (width + self.gutter(choice.mode, role), height)
    }

    pub fn gutter(&self, mode: Mode, role: Role) -> f32 {
        let has_index = match role {
            Role::Input => self.shape.channels > 1,
            Role::Output => self.shape.filters > 1,
            Role::Kernel => mode != Mode::Beside && self.planes[1] > 1,
            Role::Bias => false,
        };
        if has_index { GUTTER } else { 0.0 }
    }

    /// All planes of a tensor.
    pub fn block(&self, choice: &Choice, role: Role) -> (f32, f32) {
        let slot = slot(role);
        tiled(self.planes[slot], choice.columns[slot], self.item(choice, role))
    }

    /// A channel's plane and its kernel, and the gap between them.
    pub fn pair(&self, choice: &Choice) -> (f32, f32, f32) {
        let kernel = self.item(choice, Role::Kernel);
        let (other, heading, first, columns) = if self.shape.scatter {
            (
                self.item(choice, Role::Output),
                self.headings[0][1],
                kernel.0,
                choice.columns[2],
            )
        } else {
            let input = self.item(choice, Role::Input);
            (input, self.headings[0][0], input.0, choice.columns[0])
        };
        let gap = if columns == 1 {
            BEAM.max(heading + 14.0 - first)
        } else {
            BEAM
        };
        (other.0 + gap + kernel.0, other.1.max(kernel.1), gap)
    }

    /// Between what is left and what is right.
    pub fn middle(&self, choice: &Choice) -> f32 {
        let sum = self.sum_width(choice);
        let [one_line, two_lines] = self.headings;
        match choice.mode {
            Mode::Beside if self.shape.scatter => BEAM.max(one_line[0] + 14.0 - self.block(choice, Role::Input).0),
            Mode::Beside if choice.columns[0] == 1 => sum.max(one_line[1] + 14.0 - self.item(choice, Role::Kernel).0),
            Mode::Beside => sum,
            _ => sum.max(two_lines[1] + 12.0 - self.block(choice, Role::Kernel).0),
        }
    }

    /// The node, and the bias below it with its name.
    fn sum_width(&self, choice: &Choice) -> f32 {
        let air = if choice.mode == Mode::Beside { 48.0 } else { 24.0 };
        if self.shape.has_bias {
            self.bias_cell(choice).max(52.0) + air
        } else {
            40.0 + air
        }
    }

    /// The width of kernel and output side by side that is not their cells'.
    pub fn fixed_below(&self, columns: [usize; 3]) -> f32 {
        let choice = Choice {
            mode: Mode::Below,
            columns,
            cells: [0.0; 3],
        };
        let blocks = self.block(&choice, Role::Kernel).0 + self.block(&choice, Role::Output).0;
        blocks + self.sum_width(&choice) + 2.0 * MARGIN
    }

    pub fn bias_cell(&self, choice: &Choice) -> f32 {
        choice.cells[1].clamp(NUMBER, 44.0)
    }

    /// The width of a block's heading, which begins where the first plane does.
    pub fn headed(&self, choice: &Choice, role: Role) -> f32 {
        let lines = usize::from(choice.mode == Mode::Below);
        self.gutter(choice.mode, role) + self.headings[lines][slot(role)]
    }

    /// Room below a block: for what is said there, and for the number of a cell too small to hold it.
    pub fn foot(&self, choice: &Choice) -> f32 {
        let is_strip = self.shape.rank == 1 && choice.cells[2] < NUMBER;
        if self.has_foot || is_strip { FOOT } else { 0.0 }
    }

    /// Left and right blocks, side by side.
    pub fn sides(&self, choice: &Choice) -> [(f32, f32); 2] {
        let (width, height, _) = self.pair(choice);
        if self.shape.scatter {
            [
                self.block(choice, Role::Input),
                tiled(self.planes[2], choice.columns[2], (width, height)),
            ]
        } else {
            [
                tiled(self.planes[0], choice.columns[0], (width, height)),
                self.block(choice, Role::Output),
            ]
        }
    }

    /// Width and height of everything.
    pub fn measure(&self, choice: &Choice) -> (f32, f32) {
        let foot = self.foot(choice);
        let around = 2.0 * MARGIN + foot + choice.head();
        match choice.mode {
            Mode::Beside => {
                let [left, right] = self.sides(choice);
                let height = self.beside_height(choice, left.1.max(right.1));
                let right_width = right.0.max(self.headed(choice, Role::Output));
                (
                    left.0 + self.middle(choice) + right_width + 2.0 * MARGIN,
                    height + around,
                )
            }
            Mode::Below => {
                let top = self.block(choice, Role::Input);
                let beneath = self.beneath_height(choice);
                let width = top
                    .0
                    .max(self.measure_below(choice.columns, choice.cells) - 2.0 * MARGIN);
                (width + 2.0 * MARGIN, top.1 + choice.head() + foot + beneath + around)
            }
            Mode::Stacked => {
                let (mut width, mut height) = (0.0_f32, 0.0);
                for role in STACK {
                    width = width.max(self.stacked_width(choice, role));
                    height += self.block(choice, role).1;
                }
                (
                    width + 2.0 * MARGIN,
                    height + 3.0 * (choice.head() + foot) + 2.0 * MARGIN,
                )
            }
        }
    }

    /// Where the tensors are stacked, the width of one with what stands beside and above it.
    pub fn stacked_width(&self, choice: &Choice, role: Role) -> f32 {
        let aside = if role == Role::Kernel {
            self.sum_room(choice)
        } else {
            0.0
        };
        (self.block(choice, role).0 + aside).max(self.headed(choice, role))
    }

    /// Where the tensors are stacked, the sum's node stands beside the kernel, and the bias beside the node.
    fn sum_room(&self, choice: &Choice) -> f32 {
        match (self.shape.scatter, self.shape.has_bias) {
            (true, _) => 0.0,
            (_, true) => {
                let cell = self.bias_cell(choice);
                NODE_ASIDE + BIAS_ASIDE + cell.max(cell / 2.0 + 28.0) + 4.0
            }
            (_, false) => NODE_ASIDE + 16.0,
        }
    }

    /// The sum's node stands in the middle, the bias below it.
    pub fn beside_height(&self, choice: &Choice, blocks: f32) -> f32 {
        if self.shape.has_bias && !self.shape.scatter {
            blocks.max(blocks / 2.0 + BIAS_DROP + self.bias_cell(choice) + 8.0)
        } else {
            blocks
        }
    }

    pub fn beneath_height(&self, choice: &Choice) -> f32 {
        let (kernel, output) = (self.block(choice, Role::Kernel), self.block(choice, Role::Output));
        self.beside_height(choice, kernel.1).max(output.1)
    }

    /// The width of kernel and output side by side.
    pub fn measure_below(&self, columns: [usize; 3], cells: [f32; 3]) -> f32 {
        let choice = Choice {
            mode: Mode::Below,
            columns,
            cells,
        };
        let (kernel, output) = (self.block(&choice, Role::Kernel), self.block(&choice, Role::Output));
        kernel.0 + self.middle(&choice) + output.0.max(self.headed(&choice, Role::Output)) + 2.0 * MARGIN
    }
}

pub(crate) fn slot(role: Role) -> usize {
    match role {
        Role::Input => 0,
        Role::Kernel | Role::Bias => 1,
        Role::Output => 2,
    }
}

fn tiled(count: usize, columns: usize, (width, height): (f32, f32)) -> (f32, f32) {
    let columns = columns.min(count).max(1);
    let rows = count.div_ceil(columns).max(1);
    let all = |count: usize, size: f32, gap: f32| count as f32 * size + (count as f32 - 1.0) * gap;
    (all(columns, width, BETWEEN.0), all(rows, height, BETWEEN.1))
}
