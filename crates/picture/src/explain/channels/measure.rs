//! How large everything is.
use crate::fit::cell_for;
use crate::fold::Fold;
use crate::plane::{NUMBER, extent};
use crate::shape::{Shape, volume};
use std::ops::Range;
use story::Frame;

/// Channels that are drawn, at most.
const MOST: usize = 4;
const LARGEST: f32 = 36.0;
/// Of a single row the cells may be broader than they are high: numbers with decimals need it.
const BROADEST: f32 = 56.0;
/// The whole input is drawn with cells of at least this size; a product has no smaller one either.
const ROOMY: f32 = 20.0;
/// Smaller cells than this are no picture; then there is so much room for the names before the sums.
const SMALLEST: f32 = 3.0;
/// Numbers that are looked at for how long they are.
const FEW: usize = 64;
const NAMES: f32 = 150.0;
/// All rows together are about this high at most.
const HEIGHT: f32 = 460.0;
/// Room for a heading; for a channel's index; between two blocks.
pub(super) const HEADING: f32 = 26.0;
const GUTTER: f32 = 20.0;
const SIGN: f32 = 28.0;
/// Room for the outline where there is no index.
const OUTLINE: f32 = 3.0;
/// From one line of the addition to the next.
pub(super) const LINE: f32 = 34.0;
/// Between two rows.
const BETWEEN: f32 = 14.0;
/// Up to here gaps and sums are narrower.
const NARROW: f32 = 300.0;
/// From here on the outputs stand beside the sums, and take so much.
const WIDE: f32 = 640.0;
const OUTPUTS: f32 = 200.0;

#[derive(Clone, Debug, PartialEq)]
pub(in crate::explain) struct Measure {
    /// The input channels that this sum is over, and those of them that are drawn.
    pub active: Range<usize>,
    pub visible: Range<usize>,
    pub cell: (f32, f32),
    /// Of the input, or of what the window has of it.
    pub input_cell: (f32, f32),
    /// Whether there is room for the windows and the kernels, and not for the sums alone.
    pub has_blocks: bool,
    /// Whether the input is drawn, or only what the window has of it.
    pub is_full: bool,
    pub has_products: bool,
    /// Between two blocks, with a sign in its middle.
    pub sign: f32,
    /// Where blocks begin, and from row to row.
    pub input: f32,
    pub kernel: f32,
    pub products: f32,
    pub sums: f32,
    pub sum_width: f32,
    pub pitch: f32,
    /// Where the outputs begin, if they stand beside.
    pub outputs: Option<f32>,
}

fn first(values: &[f32]) -> &[f32] {
    &values[..values.len().min(FEW)]
}

impl Measure {
    /// In a width. `whole` says whether all of the input may be drawn.
    pub fn of(frame: &Frame, shape: &Shape, width: f32, whole: bool) -> Self {
        let fold = Fold::of(frame, shape, MOST);
        let active = fold.active_inputs;
        let visible = fold.inputs.start.max(active.start)..fold.inputs.end.min(active.end);
        let is_wide = width >= WIDE;
        // A product by itself is the channel's sum.
        let is_single = volume(shape.kernel) == 1;
        let (sign, sum_width) = if width < NARROW { (16.0, 54.0) } else { (SIGN, 70.0) };
        let gutter = if shape.channels > 1 { GUTTER } else { OUTLINE };
        let room = width - 2.0 - gutter - sum_width - if is_wide { OUTPUTS } else { 0.0 };
        let rows = visible.len() as f32;
        let high = HEIGHT / rows;
        // The largest cells with which this input block, the kernel, and perhaps the products fit.
        let fits = |block: [usize; 3], products: usize| {
            let blocks = [(block, 1), (shape.kernel, 1 + products)];
            let (mut cells, mut fixed) = (0.0, sign * (2 + products) as f32);
            for (size, times) in blocks {
                let gaps = extent([size[0], 1, 0], (0.0, 0.0)).0;
                fixed += gaps * times as f32;
                cells += (size[0] * size[2] * times) as f32;
            }
            ((room - fixed) / cells)
                .min((high - BETWEEN) / block[1].max(shape.kernel[1]) as f32)
                .min(if shape.rank == 1 || is_single {
                    BROADEST
                } else {
                    LARGEST
                })
        };
        // In one row there is room to keep the digits of the weights, if only the products are left out.
        let roomy = match shape.rank {
            1 => ROOMY.max(cell_for(first(&frame.film.weight))),
            _ => ROOMY,
        };
        let (mut is_full, mut has_products, mut cell) = (false, false, fits(shape.kernel, 0));
        for (full, products) in [(true, 1), (true, 0), (false, 1)] {
            let block = if full { shape.grid_size } else { shape.kernel };
            let size = fits(block, products);
            let fits_here = (!full || (whole && shape.rank < 3)) && (products == 0 || !is_single);
            if size >= roomy && fits_here {
                (is_full, has_products, cell) = (full, products > 0, size);
                break;
            }
        }
        let mut window_cell = cell;
        if shape.rank == 1 && !is_full && !has_products && cell < roomy {
            // What the window has may need less.
            let spare = cell - cell_for(first(&frame.film.input)).max(ROOMY);
            let more = spare.min(roomy - cell).max(0.0);
            (window_cell, cell) = (cell - more, cell + more);
        }
        let has_blocks = cell >= SMALLEST;
        let cell = (cell.max(SMALLEST), cell.clamp(SMALLEST, LARGEST));
        let input_cell = (window_cell.max(SMALLEST), cell.1);
        let block = if is_full { shape.grid_size } else { shape.kernel };
        let across = |size: [usize; 3]| extent(size, cell).0;
        let kernel = gutter + extent(block, input_cell).0 + sign;
        let products = kernel + across(shape.kernel) + sign;
        let sums = match (has_blocks, has_products) {
            (false, _) => gutter + room.min(NAMES),
            (_, true) => products + across(shape.kernel) + sign,
            _ => products,
        };
        Self {
            active,
            visible,
            cell,
            input_cell,
            has_blocks,
            is_full,
            has_products,
            sign,
            input: gutter,
            kernel,
            products,
            sums,
            sum_width,
            pitch: if has_blocks {
                block[1].max(shape.kernel[1]) as f32 * cell.1 + BETWEEN
            } else {
                LINE
            },
            outputs: is_wide.then_some(sums + sum_width),
        }
    }

    pub fn is_mosaic(&self) -> bool {
        self.cell.0 < NUMBER
    }

    /// The top of a row, beneath the headings.
    pub fn top(&self, row: usize) -> f32 {
        HEADING + row as f32 * self.pitch
    }
}
