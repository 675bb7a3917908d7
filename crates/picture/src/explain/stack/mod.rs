//! Layers in a row: the shape after each, and what a cell sees and reaches through all of them, as counted ways.
mod told;

use super::sketch::{BOLD, NOTE, Sketch, TITLE, number_size};
use super::{Ask, Bars, Picture, Still};
use crate::coord::{count, trace};
use crate::mosaic::level;
use crate::plane::{Plane, Rect, Role, SLICE_GAP};
use crate::shape::place;
use conv::receptive::{self, ReceptiveField};
use std::sync::Arc;
use story::text::{ExplainKey, NumbersKey, fill, say};
use story::{At, Cell, Cone, Film, Scene, Tensor, grouped, words};

pub(super) const PICTURE: Picture = Picture::new(still, draw);

const LARGEST: f32 = 32.0;
/// Solid and flat grids are at most so wide.
const GRID: f32 = 210.0;
/// Smaller cells would tell nothing.
const LEAST_CELL: f32 = 0.5;
/// Room for a grid's heading.
const LEAST: f32 = 168.0;
const GAP: f32 = 24.0;
const HEADING: f32 = 38.0;

fn still(still: &mut Still, scene: &Scene, _film: &Arc<Film>) {
    let (mut params, mut macs) = (0_u64, 0_u64);
    let steps = conv::walk(&scene.net.specs(), &scene.net.input_shape(), 1);
    for (step, stage) in steps.iter().zip(&scene.net.stages) {
        let spec = step.plan.as_ref().map_or(&stage.spec, conv::Plan::spec);
        let sizes = words::list(step.output_shape.get(1..).unwrap_or_default());
        let arguments = [
            ("layer", &*spec.to_string()),
            ("shape", &*["[N, ", &sizes, "]"].concat()),
            ("params", &*grouped(step.params)),
            ("macs", &*grouped(step.macs)),
        ];
        still.lines.push(fill(NumbersKey::StackStep, &arguments));
        params = params.saturating_add(step.params);
        macs = macs.saturating_add(step.macs);
    }
    still.bars = growth(scene);
    if steps.len() > 1 {
        let arguments = [("params", &*grouped(params)), ("macs", &*grouped(macs))];
        still.lines.push(fill(NumbersKey::StackAll, &arguments));
    }
}

/// How the receptive field grows with the layers, each with the kernel of the layer in hand: dilated or not; and the one
/// here. None of a single layer, which does not grow.
fn growth(scene: &Scene) -> Option<Bars> {
    if scene.net.stages.len() < 2 {
        return None;
    }
    let kernel = *scene.spec().kernel_size.last()?;
    let kernel = u64::try_from(kernel).ok().filter(|&kernel| kernel > 1)?;
    let mut values = Vec::new();
    for (name, dilations) in [
        ("1", &[1][..]),
        ("1, 1", &[1, 1]),
        ("1, 1, 1", &[1, 1, 1]),
        ("1, 2", &[1, 2]),
        ("1, 2, 4", &[1, 2, 4]),
    ] {
        let sizes = receptive::growth(kernel, dilations);
        values.push((name.to_owned(), sizes.last().copied().unwrap_or(1) as f64));
    }
    let cone = Cone::of(scene);
    let here = cone.fields.get(cone.in_hand).copied().flatten();
    let present = here.map(|axes| {
        values.push((say(NumbersKey::StackHere).to_owned(), axes[2].size as f64));
        values.len() - 1
    });
    let kernel = kernel.to_string();
    Some(Bars {
        values,
        present,
        x: fill(NumbersKey::StackDilations, &[("kernel", &kernel)]),
        y: say(NumbersKey::StackSize).to_owned(),
        title: fill(NumbersKey::StackGrowth, &[("kernel", &kernel)]),
    })
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let cone = Cone::of(ask.scene);
    let focus = cone.focus(&ask.frame.film, ask.pointed, ask.frame.output_cell());
    let Some(at) = focus else {
        sketch.lines.push(say(NumbersKey::StackAll1).to_owned());
        return;
    };
    let Some(paths) = cone.paths(at) else {
        sketch.lines.push(say(NumbersKey::StackTooLarge).to_owned());
        return;
    };
    let planes = placed(&cone, ask.width);
    if let Some(slices) = planes.iter().find(|plane| plane.rect().right() > ask.width) {
        let facts = [("count", &*count(slices.size[0]))];
        sketch.lines.push(fill(ExplainKey::TooManySlices, &facts));
        return;
    }
    if is_row(&cone) {
        beams(sketch, ask, &cone, &planes, &paths);
    } else {
        for (tensor, plane) in planes.iter().enumerate() {
            told::heading(sketch, ask.scene, &cone, tensor, plane, ask.width);
        }
        sketch.marks.path("stack way", ways_on(&planes));
    }
    for (tensor, (plane, ways)) in planes.iter().zip(&paths).enumerate() {
        cells(sketch, &cone, plane, ways, At { tensor, ..at }, at);
        sketch.hold(&plane.rect());
    }
    told::told(sketch, ask.scene, &cone, at, &paths);
    let names: Vec<String> = ask.scene.net.specs().iter().map(ToString::to_string).collect();
    sketch.label = fill(NumbersKey::StackLabel, &[("layers", &names.join(", "))]);
}

/// A plane for each tensor: rows one beneath the other, each cell over the middle of what it sees; grids side by side.
fn placed(cone: &Cone, width: f32) -> Vec<Plane> {
    let mut planes = Vec::new();
    let tensors = cone.plans.len() + 1;
    let is_row = is_row(cone);
    let (from, to) = reach(cone);
    let cell = ((width - 2.0) / (to - from)).min(LARGEST);
    let (mut x, mut y) = (0.0_f32, 0.0);
    let mut lowest = 0.0_f32;
    for tensor in 0..tensors {
        let size = cone.size(tensor);
        let mut plane = Plane {
            role: if tensor == 0 { Role::Input } else { Role::Output },
            channel: 0,
            filter: 0,
            first: [0; 3],
            size,
            x: 1.0,
            y: y + HEADING,
            cell: (cell, cell),
            active: true,
        };
        if is_row {
            let (first, _) = middle(cone, tensor);
            plane.x += (first - from) * cell;
            // A step of several cells leaves its cells that far apart.
            plane.cell = (cell * middle(cone, tensor).1, cell);
            y = plane.rect().bottom() + 10.0;
        } else {
            let side = (GRID / size[1].max(size[2]) as f32).min(LARGEST - 6.0);
            let gaps = (size[0] - 1) as f32 * SLICE_GAP;
            let side = side
                .min((width - 2.0 - gaps) / (size[0] * size[2]) as f32)
                .max(LEAST_CELL);
            plane.cell = (side, side);
            if x + plane.rect().width.max(LEAST) > width && x > 0.0 {
                (x, y) = (0.0, lowest + GAP);
                plane.y = y + HEADING;
            }
            plane.x = x + 1.0;
            x += plane.rect().width.max(LEAST) + GAP;
            lowest = lowest.max(plane.rect().bottom());
        }
        planes.push(plane);
    }
    planes
}

/// Whether all tensors are rows.
fn is_row(cone: &Cone) -> bool {
    (0..=cone.plans.len()).all(|tensor| cone.size(tensor)[..2] == [1, 1])
}

/// Where a tensor's first cell is, in cells of the input, and how far apart its cells are.
fn middle(cone: &Cone, tensor: usize) -> (f32, f32) {
    let field = match tensor.checked_sub(1) {
        None => Some(ReceptiveField::INPUT),
        Some(layer) => cone.fields.get(layer).copied().flatten().map(|axes| axes[2]),
    };
    field.map_or((0.0, 1.0), |field| {
        let middle = field.start as f32 + (field.size as f32 - 1.0) / 2.0;
        let jump = field.jump as f32;
        (middle + 0.5 - jump / 2.0, jump)
    })
}

/// From where to where all rows reach, in cells of the input.
fn reach(cone: &Cone) -> (f32, f32) {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for tensor in 0..=cone.plans.len() {
        let (first, jump) = middle(cone, tensor);
        from = from.min(first);
        to = to.max(first + jump * cone.size(tensor)[2] as f32);
    }
    (from, to)
}

/// The cells of a tensor, with the ways that join each with the cell that is looked from.
fn cells(sketch: &mut Sketch, cone: &Cone, plane: &Plane, ways: &[u64], here: At, from: At) {
    let most = ways.iter().copied().max().unwrap_or(0).max(1);
    if plane.is_mosaic() {
        let (ground, classes) = if here.tensor == 0 {
            ("plane in", ["q in", "q in neg"])
        } else {
            ("plane out", ["q out", "q out neg"])
        };
        sketch.marks.rect(ground, &plane.rect(), 2.0);
        let levels: Vec<u8> = ways.iter().map(|&ways| level(Some(ways as f32), most as f32)).collect();
        sketch.shades(plane, &levels, classes);
        return;
    }
    let (first, last) = span(ways);
    let size = number_size(&[most as f32], plane.cell.1);
    let mut holes = String::new();
    for (cell, at) in plane.places().enumerate() {
        let Some(rect) = plane.cell_rect(at) else { continue };
        // However far apart they are, cells are squares.
        let side = plane.cell.1;
        let rect = Rect {
            x: rect.x + (rect.width - side) / 2.0,
            width: side,
            ..rect
        };
        let ways = ways.get(cell).copied().unwrap_or(0);
        let is_from = here.tensor == from.tensor && cell == from.cell;
        let classes = match (is_from, ways, here.tensor) {
            (true, ..) => ("cell out now", "num out now"),
            (_, 0, 0) => ("cell in idle", "num in idle"),
            (_, 0, _) => ("cell out", "num out idle"),
            (_, _, 0) => ("cell in window", "num in window"),
            _ => ("cell out stamp", "num out stamp"),
        };
        if ways == 0 && cell > first && cell < last && plane.size[..2] == [1, 1] {
            let Rect { x, y, width, height } = rect.inset(3.0);
            trace(&mut holes, "M..L..", &[x, y + height, x + width, y]);
        }
        sketch.cell(classes, &rect, size, (ways > 0).then_some(ways as f32));
        if here.tensor == cone.in_hand {
            sketch.spot_of(&rect, Cell::Of(Tensor::Input, cell));
        } else if here.tensor == cone.in_hand + 1 {
            sketch.spot_of(&rect, Cell::Of(Tensor::Output, cell));
        }
    }
    sketch.marks.path("hatch", holes);
}

/// The first and the last cell that is joined.
fn span(ways: &[u64]) -> (usize, usize) {
    let first = ways.iter().position(|&ways| ways > 0).unwrap_or(0);
    (first, ways.iter().rposition(|&ways| ways > 0).unwrap_or(first))
}

/// The beams between rows, and the rows' headings over them: the edges end where words stand.
fn beams(sketch: &mut Sketch, ask: &Ask<'_>, cone: &Cone, planes: &[Plane], paths: &[Vec<u64>]) {
    let (mut edges, mut inside) = (String::new(), String::new());
    for (at, pair) in planes.windows(2).enumerate() {
        if let ([above, below], [ways, next, ..]) = (pair, &paths[at..]) {
            let [left, top, right, next_right, bottom, next_left] = beam((above, ways), (below, next));
            let sides = [left, top, next_left, bottom, right, top, next_right, bottom];
            trace(&mut edges, "M..L..M..L..", &sides);
            let around = [left, top, right, top, next_right, bottom, next_left, bottom];
            trace(&mut inside, "M..L..L..L..z", &around);
        }
    }
    sketch.marks.path("stack edge", edges);
    for (tensor, plane) in planes.iter().enumerate() {
        told::heading(sketch, ask.scene, cone, tensor, plane, ask.width);
    }
    sketch.marks.path("stack inside", inside);
}

/// Arrows from each grid to the next: beside it, or at the beginning of the next line.
fn ways_on(planes: &[Plane]) -> String {
    const HEAD: f32 = 5.0;
    let mut d = String::new();
    let mut lowest = 0.0_f32;
    for pair in planes.windows(2) {
        let [from, to] = pair else { continue };
        let (here, there) = (from.rect(), to.rect());
        lowest = lowest.max(here.bottom());
        if there.x > here.x {
            let y = here.y + here.height.min(there.height) / 2.0;
            let (start, end) = (here.right() + 5.0, there.x - 5.0);
            trace(&mut d, "M..H.", &[start, y, end]);
            trace(
                &mut d,
                "M..L..L..",
                &[end - HEAD, y - HEAD, end, y, end - HEAD, y + HEAD],
            );
        } else {
            // Between the lines.
            let (x, middle, end) = (there.x + 7.0, lowest + 9.0, lowest + GAP - 2.0);
            // Straight down, where it can be.
            let start = if here.x > there.x {
                here.x + (here.width / 2.0).max(7.0)
            } else {
                x
            };
            trace(&mut d, "M..V.H.V.", &[start, here.bottom() + 4.0, middle, x, end]);
            trace(
                &mut d,
                "M..L..L..",
                &[x - HEAD, end - HEAD, x, end, x + HEAD, end - HEAD],
            );
        }
    }
    d
}

/// From what is joined in a row to what is joined in the next: left, top and right, then right, bottom and left.
fn beam((above, ways): (&Plane, &[u64]), (below, next): (&Plane, &[u64])) -> [f32; 6] {
    let edges = |plane: &Plane, ways: &[u64]| {
        let (first, last) = span(ways);
        let side = plane.cell.1;
        let middle = |cell: usize| plane.x + (cell as f32 + 0.5) * plane.cell.0;
        (middle(first) - side / 2.0, middle(last) + side / 2.0)
    };
    let (left, right) = edges(above, ways);
    let (next_left, next_right) = edges(below, next);
    [left, above.rect().bottom(), right, next_right, below.y, next_left]
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::Change;

    fn chart(layers: &str) -> Option<Bars> {
        let layers = conv::sequential::parse(layers).expect(layers);
        growth(&Scene::default().with(Change::Layers(layers)))
    }

    #[test]
    fn the_chart_marks_what_the_layer_in_hand_sees_and_a_single_layer_has_none() {
        let bars = chart("Sequential(Conv1d(1,1,3),Conv1d(1,1,3,dilation=2))").expect("bars");
        let present = bars.present.expect("a present one");
        // The first layer is in hand.
        assert_eq!(bars.values[present].1, 3.0);
        assert_eq!(present, bars.values.len() - 1);
        assert_eq!(chart("Conv1d(1,1,3)"), None);
    }
}
