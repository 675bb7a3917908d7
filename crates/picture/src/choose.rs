//! How the grids stand to one another, and how large their cells are.
//!
//! Every arrangement is tried, with the largest cells that fit; the one with the best cells is taken. What is tried is
//! arithmetic on a few sizes, so that it may run for every frame.
use crate::plane::{NUMBER, Role, Viewport, extent};
use crate::shape::Shape;

/// The largest cell.
const LARGEST: f32 = 54.0;
/// Cells of a single row too narrow for numbers are this high.
const STRIP: f32 = 26.0;
/// A narrower window has the input above and the rest beneath.
const NARROW: f32 = 560.0;
/// Room for a channel's index, in front of its plane.
pub(crate) const GUTTER: f32 = 20.0;
/// Between planes of one tensor.
pub(crate) const BETWEEN: (f32, f32) = (24.0, 14.0);
/// For the beams from the window to the kernel.
pub(crate) const BEAM: f32 = 52.0;
/// Below a block, for what is said about it.
pub(crate) const FOOT: f32 = 24.0;
/// Around everything, for outlines.
pub(crate) const MARGIN: f32 = 6.0;
/// From the sum's node to what is below the bias' cell.
pub(crate) const BIAS_DROP: f32 = 34.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Input, kernel, output from left to right, each kernel beside its channel.
    Beside,
    /// The input above, kernel and output side by side beneath it.
    Below,
    /// One beneath the other.
    Stacked,
}

/// What the arrangement depends on.
#[derive(Clone, Debug)]
pub(crate) struct Kit<'a> {
    pub shape: &'a Shape,
    /// Planes of the input, the kernel, the output.
    pub planes: [usize; 3],
    /// How wide their headings are, on one line and on two.
    pub headings: [[f32; 3]; 2],
    pub view: Viewport,
    pub has_foot: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    pub mode: Mode,
    /// In how many columns the planes of each tensor stand.
    pub columns: [usize; 3],
    /// The widths of their cells.
    pub cells: [f32; 3],
}

impl Choice {
    /// Whether all cells show numbers.
    pub fn is_readable(&self) -> bool {
        self.cells.iter().all(|&cell| cell >= NUMBER)
    }

    /// Lines of a heading need this much.
    pub fn head(&self) -> f32 {
        if self.mode == Mode::Below { 44.0 } else { 30.0 }
    }
}

impl Kit<'_> {
    pub fn choose(&self) -> Choice {
        let is_narrow = self.view.width < NARROW;
        let modes: &[(Mode, f32)] = match (is_narrow, self.shape.rank) {
            (true, _) => &[(Mode::Below, 1.0), (Mode::Stacked, 0.9)],
            (false, 1) => &[(Mode::Beside, 1.0), (Mode::Stacked, 0.85)],
            (false, _) => &[(Mode::Beside, 1.0), (Mode::Stacked, 0.6)],
        };
        let mut best = Choice {
            mode: modes[0].0,
            columns: [1; 3],
            cells: [0.5; 3],
        };
        let mut best_score = 0.0;
        for &(mode, worth) in modes {
            for columns in self.columns(mode) {
                let choice = self.largest(mode, columns);
                let score = worth * self.score(&choice);
                if score > best_score {
                    (best, best_score) = (choice, score);
                }
            }
        }
        best
    }

    fn columns(&self, mode: Mode) -> Vec<[usize; 3]> {
        let [inputs, kernels, outputs] = self.planes.map(|planes| planes.max(1));
        // Beside one another, the kernels go with their channels.
        let kernels = if mode == Mode::Beside { 1 } else { kernels };
        let mut all = Vec::with_capacity(inputs * kernels * outputs);
        for input in 1..=inputs {
            for kernel in 1..=kernels {
                all.extend((1..=outputs).map(|output| [input, kernel, output]));
            }
        }
        all
    }

    /// Large cells are good, numbers are better, and a single column reads best.
    fn score(&self, choice: &Choice) -> f32 {
        let [input, kernel, output] = choice.cells;
        let cells = [input, output, kernel.min(input.max(output))];
        let sizes: f32 = cells
            .iter()
            .map(|&cell| cell + if cell >= NUMBER { 30.0 } else { 0.0 })
            .sum();
        let straight = choice.columns.iter().filter(|&&columns| columns == 1).count();
        sizes * (0.9 + 0.05 * straight as f32)
    }

    /// The arrangement with the largest cells that fit.
    fn largest(&self, mode: Mode, columns: [usize; 3]) -> Choice {
        let mut best = Choice {
            mode,
            columns,
            cells: [0.5; 3],
        };
        // The kernel's numbers stay readable where the other cells become colours, if there is room.
        for least_kernel in [32.0, 24.0, 18.0, 8.0, 2.0, 0.5] {
            let fits = |cell: f32| {
                let cells = self.cells(mode, columns, cell, least_kernel);
                let (width, height) = self.measure(&Choice { mode, columns, cells });
                width <= self.view.width && height <= self.view.height
            };
            let (mut low, mut high) = (0.0, LARGEST);
            if fits(LARGEST) {
                low = LARGEST;
            } else {
                for _ in 0..9 {
                    let middle = (low + high) / 2.0;
                    *(if fits(middle) { &mut low } else { &mut high }) = middle;
                }
            }
            let cells = self.cells(mode, columns, rounded(low), least_kernel);
            if cells[0] > best.cells[0] {
                best.cells = cells;
            }
            if best.cells[0] >= 1.5 && (best.cells[0] >= NUMBER || best.cells[0] > 0.6 * least_kernel.min(4.0)) {
                break;
            }
        }
        best
    }

    /// The cells of all three, given the input's.
    fn cells(&self, mode: Mode, columns: [usize; 3], cell: f32, least_kernel: f32) -> [f32; 3] {
        let with_kernel = |cell: f32| if cell >= NUMBER { cell } else { cell.max(least_kernel) };
        if mode != Mode::Below {
            return [cell, with_kernel(cell), cell];
        }
        // Beneath, kernel and output share the width.
        let (kernel, output) = (
            self.across(Role::Kernel, columns[1]),
            self.across(Role::Output, columns[2]),
        );
        let fixed = self.measure_below(columns, [0.0; 3]);
        let room = (self.view.width - fixed).max(0.0);
        let shared = rounded((room / (kernel + output)).min(cell));
        if shared >= NUMBER {
            return [cell, shared, shared];
        }
        let kernel_cell = with_kernel(shared);
        let rest = ((room - kernel * kernel_cell) / output).min(cell).max(0.25);
        [cell, kernel_cell, rounded(rest)]
    }

    /// Cells side by side in a block.
    fn across(&self, role: Role, columns: usize) -> f32 {
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
        let sum = if self.shape.has_bias {
            self.bias_cell(choice) + 48.0
        } else {
            88.0
        };
        match choice.mode {
            Mode::Beside if self.shape.scatter => {
                BEAM.max(self.headings[0][0] + 14.0 - self.block(choice, Role::Input).0)
            }
            Mode::Beside if choice.columns[0] == 1 => {
                sum.max(self.headings[0][1] + 14.0 - self.item(choice, Role::Kernel).0)
            }
            Mode::Beside => sum,
            _ => {
                let sum = if self.shape.has_bias {
                    self.bias_cell(choice) + 28.0
                } else {
                    64.0
                };
                sum.max(self.headings[1][1] + 12.0 - self.block(choice, Role::Kernel).0)
            }
        }
    }

    pub fn bias_cell(&self, choice: &Choice) -> f32 {
        choice.cells[1].clamp(NUMBER, 44.0)
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
        let foot = if self.has_foot { FOOT } else { 0.0 };
        let around = 2.0 * MARGIN + foot + choice.head();
        match choice.mode {
            Mode::Beside => {
                let [left, right] = self.sides(choice);
                let height = self.beside_height(choice, left.1.max(right.1));
                (left.0 + self.middle(choice) + right.0 + 2.0 * MARGIN, height + around)
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
                let blocks = [Role::Input, Role::Kernel, Role::Output].map(|role| self.block(choice, role));
                let sum = if self.shape.scatter {
                    0.0
                } else {
                    60.0 + self.bias_room(choice)
                };
                let width = blocks[0].0.max(blocks[1].0 + sum).max(blocks[2].0);
                let height: f32 = blocks.iter().map(|block| block.1).sum();
                (
                    width + 2.0 * MARGIN,
                    height + 3.0 * (choice.head() + foot) + 2.0 * MARGIN,
                )
            }
        }
    }

    fn bias_room(&self, choice: &Choice) -> f32 {
        if self.shape.has_bias {
            self.bias_cell(choice) + 70.0
        } else {
            0.0
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
    fn measure_below(&self, columns: [usize; 3], cells: [f32; 3]) -> f32 {
        let choice = Choice {
            mode: Mode::Below,
            columns,
            cells,
        };
        let (kernel, output) = (self.block(&choice, Role::Kernel), self.block(&choice, Role::Output));
        kernel.0 + self.middle(&choice) + output.0 + 2.0 * MARGIN
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

/// Cells begin on whole pixels where they are large, and on simple fractions where they are small.
fn rounded(cell: f32) -> f32 {
    let parts = if cell >= NUMBER {
        1.0
    } else if cell >= 6.0 {
        2.0
    } else {
        8.0
    };
    (cell * parts).floor() / parts
}
