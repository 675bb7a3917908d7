//! How the grids stand to one another, and how large their cells are.
//!
//! Every arrangement is tried, with the largest cells that fit; the one with the best cells is taken. What is tried is
//! arithmetic on a few sizes, so that it may run for every frame.
use crate::plane::{NUMBER, Role, Viewport};
use crate::shape::Shape;

/// The largest cell.
const LARGEST: f32 = 54.0;
/// A narrower window has the input above and the rest beneath.
const NARROW: f32 = 560.0;

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
    /// Whether headings take two lines: where there is no room beside them, between kernels and their channels.
    pub fn has_tall_headings(&self, scatter: bool) -> bool {
        match self.mode {
            Mode::Below => true,
            Mode::Beside => self.columns[0] > 1 && !scatter,
            Mode::Stacked => false,
        }
    }
}

impl Kit<'_> {
    /// The best arrangement in which all cells show numbers, if there is one.
    pub fn with_numbers(&self) -> Option<Choice> {
        self.best(None)
    }

    /// The best arrangement in which all cells are at least of a size.
    pub fn with_colours(&self, least: f32) -> Option<Choice> {
        self.best(Some(least))
            .filter(|choice| choice.cells[0].min(choice.cells[2]) >= least)
    }

    /// What there is where nothing fits.
    pub fn at_worst(&self) -> Choice {
        Choice {
            mode: self.mode(),
            columns: [1; 3],
            cells: [0.5; 3],
        }
    }

    /// The arrangement for this width, unless they are stacked.
    fn mode(&self) -> Mode {
        if self.view.width < NARROW {
            Mode::Below
        } else {
            Mode::Beside
        }
    }

    /// What a stack's cells are worth, against the other arrangement's: how well they read.
    fn stacks_worth(&self) -> f32 {
        match (self.mode(), self.shape.rank) {
            (Mode::Below, 1) => 0.9,
            (Mode::Below, _) | (_, 1) => 0.85,
            _ => 0.6,
        }
    }

    /// The best arrangement: of those with numbers, or with colours in cells of at least a size.
    fn best(&self, least: Option<f32>) -> Option<Choice> {
        let mut best = self.at_worst();
        let mut best_score = 0.0;
        let [inputs, kernels, outputs] = self.planes;
        for &(mode, worth) in &[(self.mode(), 1.0), (Mode::Stacked, self.stacks_worth())] {
            // Beside one another, the kernels go with their channels.
            let kernels = if mode == Mode::Beside { 1 } else { kernels };
            for input in 1..inputs.max(1) + 1 {
                for kernel in 1..kernels.max(1) + 1 {
                    for output in 1..outputs.max(1) + 1 {
                        let mut choice = Choice {
                            mode,
                            columns: [input, kernel, output],
                            cells: [0.0; 3],
                        };
                        let fits = match least {
                            None => self.fill_with_numbers(&mut choice),
                            // Most arrangements are worse than one that was seen before: they are not looked at closely.
                            Some(least) => self.fill_with_colours(&mut choice, least.max(0.8 * best.cells[0])),
                        };
                        let score = worth * score(&choice);
                        if fits && score > best_score {
                            (best, best_score) = (choice, score);
                        }
                    }
                }
            }
        }
        (best_score > 0.0).then_some(best)
    }

    fn fill_with_numbers(&self, choice: &mut Choice) -> bool {
        if !self.fits(choice, NUMBER, NUMBER) {
            return false;
        }
        self.bisect(choice, NUMBER, LARGEST, NUMBER);
        choice.cells.iter().all(|&cell| cell >= NUMBER)
    }

    /// The largest cells that fit, too small for numbers; nothing where they would not be of a size.
    fn fill_with_colours(&self, choice: &mut Choice, hopeful: f32) -> bool {
        if !self.fits(choice, hopeful, 0.5) {
            return false;
        }
        // The kernel's numbers stay readable where the other cells become colours, if there is room.
        let [depth, height, width] = self.shape.kernel;
        let most = (210.0 / depth.max(height).max(width) as f32)
            .clamp(NUMBER, 34.0)
            .floor();
        self.bisect(choice, 0.0, NUMBER, 0.5);
        let still_large = choice.cells[0] * 0.6;
        for &least_kernel in &[most, NUMBER, 8.0, 2.0, 0.5] {
            if self.fits(choice, still_large, least_kernel) {
                self.bisect(choice, 0.0, NUMBER, least_kernel);
                break;
            }
        }
        true
    }

    /// Whether there is room for cells of a size. They are filled in.
    fn fits(&self, choice: &mut Choice, cell: f32, least_kernel: f32) -> bool {
        self.fill(choice, cell, least_kernel);
        self.has_room(choice)
    }

    /// Whether there is room for a choice as it is.
    pub fn has_room(&self, choice: &Choice) -> bool {
        let (width, height) = self.sizes(choice).all;
        width <= self.view.width && height <= self.view.height
    }

    /// Fills in the largest cells that there is room for.
    #[inline(never)]
    fn bisect(&self, choice: &mut Choice, from: f32, to: f32, least_kernel: f32) {
        let (mut low, mut high) = (from, to);
        let mut middle = to;
        for _ in 0..10 {
            if self.fits(choice, middle, least_kernel) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2.0;
        }
        let cell = if from < NUMBER { low.min(NUMBER - 0.5) } else { low };
        self.fill(choice, rounded(cell), least_kernel);
    }

    /// Fills in the cells of all three, given the input's.
    #[inline(never)]
    fn fill(&self, choice: &mut Choice, cell: f32, least_kernel: f32) {
        let with_kernel = |cell: f32| if cell >= NUMBER { cell } else { cell.max(least_kernel) };
        choice.cells = [cell, with_kernel(cell), cell];
        if choice.mode != Mode::Below {
            return;
        }
        // Beneath, kernel and output share the width.
        choice.cells = [0.0; 3];
        let room = (self.view.width - self.sizes(choice).fixed).max(0.0);
        let (kernel, output) = (
            self.across(Role::Kernel, choice.columns[1]),
            self.across(Role::Output, choice.columns[2]),
        );
        let shared = rounded((room / (kernel + output)).min(cell));
        choice.cells = if shared >= NUMBER {
            [cell, shared, shared]
        } else {
            let kernel_cell = with_kernel(shared);
            let rest = ((room - kernel * kernel_cell) / output).min(cell).max(0.25);
            [cell, kernel_cell, rounded(rest)]
        };
    }
}

/// Large cells are good, numbers are better, and a single column reads best.
fn score(choice: &Choice) -> f32 {
    let [input, kernel, output] = choice.cells;
    let (mut sizes, mut straight) = (0.0, 0);
    for &cell in &[input, output, kernel.min(input.max(output))] {
        sizes += cell + if cell >= NUMBER { 30.0 } else { 0.0 };
    }
    for &columns in &choice.columns {
        straight += i32::from(columns == 1);
    }
    let worth = if choice.mode == Mode::Beside { 0.05 } else { 0.01 };
    sizes * (1.0 + worth * straight as f32)
}

/// Cells begin on whole pixels where they are large, and on simple fractions where they are small.
#[inline(never)]
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
