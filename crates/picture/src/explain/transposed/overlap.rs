//! How many products each output cell gets: even, or a checkerboard.
use super::super::sketch::{NOTE, Sketch, TITLE};
use crate::coord::count;
use crate::mosaic::{level, outline};
use crate::plane::{NUMBER, Plane, Role};
use story::stamps::overlaps;
use story::text::{TablesKey, fill, say};
use story::{Cell, Frame, Tensor};

/// Cells on an axis: beyond them the pattern goes on.
const MOST: usize = 16;
const LARGEST: f32 = 40.0;
const HIGHEST: f32 = 340.0;

/// The map of one output channel, of a layer on two axes (of three, the first slice).
pub(super) fn draw(sketch: &mut Sketch, frame: &Frame, channel: usize, room: f32) {
    let plan = &frame.film.plan;
    let [_, height, width] = plan.output_size();
    let [slices, rows, columns] = overlaps(plan);
    let size = [1, height.min(MOST), width.min(MOST)];
    // By its height only as far as its numbers remain.
    let cell = (HIGHEST / size[1] as f32).max(NUMBER);
    let cell = ((room - 2.0) / size[2] as f32).min(cell).min(LARGEST);
    sketch.words("title out", (0.0, TITLE), TITLE, say(TablesKey::TransposedOverlap));
    let plane = Plane {
        role: Role::Output,
        channel,
        filter: 0,
        first: [0; 3],
        size,
        x: 0.0,
        y: 24.0,
        cell: (cell, cell),
        active: true,
    };
    let (mut counts, mut most) = (Vec::new(), 0);
    for at in plane.places() {
        let products = slices[0] * rows[at[1] as usize] * columns[at[2] as usize];
        counts.push(products);
        most = most.max(products);
    }
    let mut levels = Vec::new();
    for &products in &counts {
        // At most a third of the full colour, so that the numbers can be read.
        levels.push(level(Some(products as f32), 3.0 * most as f32));
    }
    sketch.marks.rect("ground", &plane.rect(), 2.0);
    sketch.shades(&plane, &levels, ["q out", "q out neg"]);
    let mut here = String::new();
    let cells = height * width;
    for (&products, at) in counts.iter().zip(plane.places()) {
        let Some(rect) = plane.cell_rect(at) else { continue };
        let cell = channel * plan.output_size()[0] * cells + at[1] as usize * width + at[2] as usize;
        if !plane.is_mosaic() {
            sketch
                .marks
                .centred("num", rect.centre(), 14.0_f32.min(rect.width * 0.55), count(products));
        }
        if plane.cell.0 >= NUMBER * 0.75 {
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
        }
        if frame.output_cell() == Some(cell)
            || frame
                .products
                .iter()
                .any(|product| frame.input_cell().is_some() && product.output == Some(cell))
        {
            outline(&mut here, &rect.inset(1.0));
        }
    }
    sketch.marks.path("ring thin", here);
    sketch.hold(&plane.rect());
    if size != [1, height, width] || plan.rank() > 2 {
        let text = fill(
            TablesKey::TransposedOverlapPart,
            &[("rows", &count(size[1])), ("columns", &count(size[2]))],
        );
        sketch.words("note", (0.0, sketch.bottom() + NOTE + 4.0), NOTE, &text);
    }
}
