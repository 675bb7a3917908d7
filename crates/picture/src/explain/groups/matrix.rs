//! Which channels are connected, as a matrix: output channels down, input channels across, a kernel in each square.
use super::{HEADING, Strong};
use crate::coord::{count, trace};
use crate::explain::Ask;
use crate::explain::film::title_width;
use crate::explain::sketch::{NOTE, Sketch, TITLE};
use crate::fit::{letters, type_size};
use crate::hatch;
use crate::mark::body;
use crate::mosaic::outline;
use crate::plane::{NUMBER, Rect};
use crate::shape::volume;
use crate::window::rounded;
use story::text::{ChannelsKey, fill, say};
use story::words::list;
use story::{Cell, Tensor};

const LARGEST: f32 = 38.0;
const HEIGHT: f32 = 300.0;
const WIDTH: f32 = 380.0;
/// A matrix that would be thinner than this has squares that are so many times as long as broad.
const THIN: f32 = 60.0;
const STRETCH: f32 = 3.0;
/// Beyond so many groups they are drawn as one band.
const BLOCKS: usize = 512;

/// Where the matrix is.
struct Grid {
    x: f32,
    y: f32,
    cell: (f32, f32),
}

impl Grid {
    /// A rectangle of squares: input channels, output channels.
    fn rect(&self, (input, ins): (usize, usize), (output, outs): (usize, usize)) -> Rect {
        Rect {
            x: self.x + input as f32 * self.cell.0,
            y: self.y + output as f32 * self.cell.1,
            width: ins as f32 * self.cell.0,
            height: outs as f32 * self.cell.1,
        }
    }
}

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>, strong: &Strong, (x, y): (f32, f32)) {
    let (ins, outs) = (strong.shape.channels, strong.shape.filters);
    let film = &ask.frame.film;
    let shape = fill(ChannelsKey::GroupsWeight, &[("shape", &list(film.plan.weight_shape()))]);
    let title = TITLE * ((ask.width - x - 2.0) / title_width(&shape)).min(1.0);
    sketch.words("title k", (x, y + TITLE), title, &shape);
    let gutter = 10.0 + 8.0 * letters(&count(outs - 1)) as f32;
    let room = (ask.width - 2.0 - x - gutter).min(WIDTH);
    let (width, height) = ((room / ins as f32).min(LARGEST), (HEIGHT / outs as f32).min(LARGEST));
    let side = width.min(height);
    let long = |free: f32, count: usize| {
        let is_thin = side * count as f32 <= THIN;
        free.min(if is_thin { side * STRETCH } else { side })
    };
    let cell = (long(width, ins), long(height, outs));
    if cell.0.min(cell.1) < NUMBER {
        let grid = Grid {
            x: x + 1.0,
            y: y + HEADING,
            cell,
        };
        return blocks(sketch, strong, &grid);
    }
    let grid = Grid {
        x: x + gutter,
        y: y + HEADING + 20.0,
        cell: (cell.0.min(cell.1), cell.0.min(cell.1)),
    };
    squares(sketch, strong, &grid);
}

/// A square for each pair of channels.
fn squares(sketch: &mut Sketch, strong: &Strong, grid: &Grid) {
    let (ins, outs) = (strong.shape.channels, strong.shape.filters);
    let kernel = volume(strong.shape.kernel);
    let size = type_size(grid.cell.0, letters(&count(kernel)).max(2));
    let mut hatch = String::new();
    for channel in 0..ins {
        let (x, _) = grid.rect((channel, 1), (0, 1)).centre();
        let class = if strong.takes_input(channel) {
            "title in middle"
        } else {
            "note middle"
        };
        sketch.words(class, (x, grid.y - 6.0), NOTE, &count(channel));
    }
    let mut lit = String::new();
    for output in 0..outs {
        let row = grid.rect((0, ins), (output, 1));
        let class = if strong.takes_output(output) {
            "index out"
        } else {
            "index idle"
        };
        sketch
            .marks
            .text(class, grid.x - 6.0, row.centre().1 + NOTE * 0.36, NOTE, count(output));
        for input in 0..ins {
            let rect = grid.rect((input, 1), (output, 1));
            if !strong.wiring.connects(input, output) {
                sketch.marks.cell("cell cut", &rect);
                hatch::rising(&mut hatch, &body(&rect));
                continue;
            }
            let classes = if strong.has(input, output) {
                ("cell k now", "num k")
            } else {
                ("cell k", "num k idle")
            };
            sketch.cell(classes, &rect, size, Some(kernel as f32));
            let first = strong.shape.kernel_of(input, output) * kernel;
            sketch.spot_of(&rect, Cell::Of(Tensor::Weight, first + kernel / 2));
            if strong.is_lit(input, output) {
                rounded(&mut lit, &body(&rect), 4.0);
            }
        }
    }
    let all = grid.rect((0, ins), (0, outs));
    sketch.hold(&all);
    sketch.marks.path("hatch", hatch);
    sketch.marks.path("lit k", lit);
    note(sketch, &all, 0, &square(kernel));
}

/// What a square stands for.
fn square(kernel: usize) -> String {
    if kernel == 1 {
        say(ChannelsKey::GroupsOne).to_owned()
    } else {
        fill(ChannelsKey::GroupsSquare, &[("kernel", &count(kernel))])
    }
}

/// A line of words beneath the matrix, the first one or a later one.
fn note(sketch: &mut Sketch, under: &Rect, line: usize, text: &str) {
    let y = under.bottom() + (line + 1) as f32 * (NOTE + 5.0) + 2.0;
    sketch.words("note", (under.x, y), NOTE, text);
}

/// Where squares are too small to be told apart: a block for each group.
fn blocks(sketch: &mut Sketch, strong: &Strong, grid: &Grid) {
    let (ins, outs) = (strong.shape.channels, strong.shape.filters);
    let wiring = strong.wiring;
    let all = grid.rect((0, ins), (0, outs));
    sketch.marks.rect("cell cut", &all, 2.0);
    let mut hatch = String::new();
    stripes(&mut hatch, &all);
    sketch.marks.path("hatch", hatch);
    let mut d = String::new();
    if wiring.groups <= BLOCKS {
        for group in 0..wiring.groups {
            outline(
                &mut d,
                &grid.rect((group * wiring.ins, wiring.ins), (group * wiring.outs, wiring.outs)),
            );
        }
    } else {
        let one = grid.rect((0, wiring.ins), (0, wiring.outs));
        let last = (all.right() - one.width, all.bottom() - one.height);
        let band = [
            all.x,
            all.y,
            one.right(),
            all.right(),
            last.1,
            all.bottom(),
            last.0,
            all.x,
            one.bottom(),
        ];
        trace(&mut d, "M..H.L..V.H.L..z", &band);
    }
    sketch.marks.path("block k", d);
    let mut now = String::new();
    let present = match (strong.input, strong.output) {
        (Some(input), _) => Some(((input, 1), (input / wiring.ins * wiring.outs, wiring.outs))),
        (_, Some(output)) => Some(((output / wiring.outs * wiring.ins, wiring.ins), (output, 1))),
        _ => None,
    };
    if let Some((inputs, outputs)) = present {
        rounded(&mut now, &grid.rect(inputs, outputs).at_least(7.0), 2.0);
    }
    sketch.marks.path("taps now", now);
    let mut lit = String::new();
    let [input, output] = strong.lit;
    if input.is_some() || output.is_some() {
        let across = input.map_or((0, ins), |input| (input, 1));
        let down = output.map_or((0, outs), |output| (output, 1));
        rounded(&mut lit, &grid.rect(across, down).at_least(5.0), 2.0);
    }
    sketch.marks.path("lit here", lit);
    sketch.hold(&all.inset(-2.0));
    let sides = [(ChannelsKey::GroupsColumns, ins), (ChannelsKey::GroupsRows, outs)];
    for (line, (key, number)) in sides.into_iter().enumerate() {
        note(sketch, &all, line, &fill(key, &[("count", &count(number))]));
    }
}

/// Diagonal lines all over a rectangle.
fn stripes(path: &mut String, rect: &Rect) {
    let mut sum = 8.0;
    while sum < rect.width + rect.height {
        // Where `x + y` is constant, from the lower or left end to the upper or right one.
        let (low, high) = ((sum - rect.height).max(0.0), sum.min(rect.width));
        let ends = [rect.x + low, rect.y + sum - low, rect.x + high, rect.y + sum - high];
        trace(path, "M..L..", &ends);
        sum += 8.0;
    }
}
