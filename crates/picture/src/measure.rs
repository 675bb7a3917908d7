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

/// How large everything is in an arrangement. Lists are of input, kernel, output.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sizes {
    /// A plane with the index before it, and that index.
    pub item: [(f32, f32); 3],
    pub gutter: [f32; 3],
    /// All planes of a tensor, and the width of their heading, which begins where the first plane does.
    pub block: [(f32, f32); 3],
    pub headed: [f32; 3],
    /// A channel's plane and its kernel, and the gap between them.
    pub pair: (f32, f32),
    pub gap: f32,
    /// What is left and what is right, side by side; and the way between them.
    pub left: (f32, f32),
    pub right: (f32, f32),
    pub middle: f32,
    /// Kernel and output side by side, beneath the input.
    pub beneath: f32,
    /// What of that, with the margins, is not cells, if the cells have no width.
    pub fixed: f32,
    /// The height of what is side by side: the sum's node stands in the middle, the bias below it.
    pub beside: f32,
    /// Where the tensors are stacked, the width of each with what stands beside and above it.
    pub stacked: [f32; 3],
    pub bias_cell: f32,
    /// Room for a heading, and below a block for what is said there.
    pub head: f32,
    pub foot: f32,
    pub all: (f32, f32),
}

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

    #[inline(never)]
    pub fn sizes(&self, choice: &Choice) -> Sizes {
        let mut sizes = Sizes::default();
        let Choice { mode, columns, cells } = *choice;
        let (shape, [one_line, two_lines]) = (self.shape, &self.headings);
        let has_index = [
            shape.channels > 1,
            mode != Mode::Beside && self.planes[1] > 1,
            shape.filters > 1,
        ];
        let is_tall = choice.has_tall_headings(shape.scatter);
        let headings = if is_tall { two_lines } else { one_line };
        for slot in 0..3 {
            let (width, height) = extent(self.size(STACK[slot]), self.cell(STACK[slot], cells[slot]));
            let gutter = if has_index[slot] { GUTTER } else { 0.0 };
            let item = (width + gutter, height);
            sizes.gutter[slot] = gutter;
            sizes.item[slot] = item;
            sizes.block[slot] = tiled(self.planes[slot], columns[slot], item);
            sizes.headed[slot] = gutter + headings[slot];
        }
        let [input, kernel, output] = sizes.block;
        sizes.bias_cell = cells[1].clamp(NUMBER, 44.0);

        // The tensor that each kernel stands beside, and which of the two comes first.
        let (partner, first) = if shape.scatter { (2, 1) } else { (0, 0) };
        sizes.gap = BEAM;
        if columns[partner] == 1 {
            sizes.gap = BEAM.max(one_line[first] + 14.0 - sizes.item[first].0);
        }
        let (other, own) = (sizes.item[partner], sizes.item[1]);
        sizes.pair = (other.0 + sizes.gap + own.0, other.1.max(own.1));
        let paired = tiled(self.planes[partner], columns[partner], sizes.pair);
        (sizes.left, sizes.right) = if shape.scatter {
            (input, paired)
        } else {
            (paired, output)
        };

        // The node, and the bias below it with its name.
        let sum = if shape.has_bias {
            sizes.bias_cell.max(52.0)
        } else {
            40.0
        };
        let sum = sum + if mode == Mode::Beside { 48.0 } else { 24.0 };
        sizes.middle = match mode {
            Mode::Beside if shape.scatter => BEAM.max(one_line[0] + 14.0 - input.0),
            Mode::Beside if columns[0] == 1 => sum.max(one_line[1] + 14.0 - own.0),
            Mode::Beside => sum,
            _ => sum.max(two_lines[1] + 12.0 - kernel.0),
        };
        let right = output.0.max(sizes.headed[2]);
        sizes.fixed = kernel.0 + output.0 + sum + 2.0 * MARGIN;
        sizes.beneath = kernel.0 + sizes.middle + right;
        sizes.stacked = [input.0, kernel.0 + self.sum_room(sizes.bias_cell), output.0];
        for slot in 0..3 {
            sizes.stacked[slot] = sizes.stacked[slot].max(sizes.headed[slot]);
        }

        let is_strip = shape.rank == 1 && cells[2] < NUMBER;
        sizes.foot = if self.has_foot || is_strip { FOOT } else { 0.0 };
        sizes.head = if is_tall { 44.0 } else { 30.0 };
        let line = sizes.head + sizes.foot;
        sizes.beside = if mode == Mode::Beside {
            sizes.left.1.max(sizes.right.1)
        } else {
            kernel.1
        };
        if shape.has_bias {
            sizes.beside = sizes.beside.max(sizes.beside / 2.0 + BIAS_DROP + sizes.bias_cell + 8.0);
        }
        let (width, height) = match mode {
            Mode::Beside => (
                sizes.left.0 + sizes.middle + sizes.right.0.max(sizes.headed[2]),
                sizes.beside + line,
            ),
            Mode::Below => (
                input.0.max(sizes.beneath),
                input.1 + sizes.beside.max(output.1) + 2.0 * line,
            ),
            Mode::Stacked => (
                sizes.stacked[0].max(sizes.stacked[1]).max(sizes.stacked[2]),
                input.1 + kernel.1 + output.1 + 3.0 * line,
            ),
        };
        sizes.all = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
        sizes
    }

    /// Where the tensors are stacked, the sum's node stands beside the kernel, and the bias beside the node.
    fn sum_room(&self, bias_cell: f32) -> f32 {
        match (self.shape.scatter, self.shape.has_bias) {
            (true, _) => 0.0,
            (_, true) => NODE_ASIDE + BIAS_ASIDE + bias_cell.max(bias_cell / 2.0 + 28.0) + 4.0,
            (_, false) => NODE_ASIDE + 16.0,
        }
    }
}

pub(crate) fn slot(role: Role) -> usize {
    match role {
        Role::Input => 0,
        Role::Kernel | Role::Bias => 1,
        Role::Output => 2,
    }
}

#[inline(never)]
fn tiled(count: usize, columns: usize, (width, height): (f32, f32)) -> (f32, f32) {
    let columns = columns.min(count).max(1);
    let rows = count.div_ceil(columns).max(1);
    let all = |count: usize, size: f32, gap: f32| count as f32 * size + (count as f32 - 1.0) * gap;
    (all(columns, width, BETWEEN.0), all(rows, height, BETWEEN.1))
}
