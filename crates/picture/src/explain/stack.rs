//! Layers in a row: the shape after each, and what a cell sees and reaches through all of them, as counted ways.
use super::sketch::{NOTE, Sketch, TITLE, number_size};
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

/// How the receptive field grows with the layers, each with the kernel of the layer in hand: dilated or not.
fn growth(scene: &Scene) -> Option<Bars> {
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
    let kernel = kernel.to_string();
    Some(Bars {
        values,
        present: None,
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
    for (tensor, (plane, ways)) in planes.iter().zip(&paths).enumerate() {
        heading(sketch, ask.scene, &cone, tensor, plane, ask.width);
        if let Some(below) = planes
            .get(tensor + 1)
            .filter(|_| plane.size[1] == 1 && plane.size[0] == 1)
        {
            let d = beam((plane, ways), (below, &paths[tensor + 1]));
            sketch.marks.path("beam out", d);
        }
    }
    for (tensor, (plane, ways)) in planes.iter().zip(&paths).enumerate() {
        cells(sketch, &cone, plane, ways, At { tensor, ..at }, at);
        sketch.hold(&plane.rect());
    }
    told(sketch, ask.scene, &cone, at, &paths);
    let names: Vec<String> = ask.scene.net.specs().iter().map(ToString::to_string).collect();
    sketch.label = fill(NumbersKey::StackLabel, &[("layers", &names.join(", "))]);
}

/// A plane for each tensor: rows one beneath the other, each cell over the middle of what it sees; grids side by side.
fn placed(cone: &Cone, width: f32) -> Vec<Plane> {
    let mut planes = Vec::new();
    let tensors = cone.plans.len() + 1;
    let is_row = (0..tensors).all(|tensor| cone.size(tensor)[..2] == [1, 1]);
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
            if x + plane.rect().width > width && x > 0.0 {
                (x, y) = (0.0, lowest + GAP - 8.0);
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

fn heading(sketch: &mut Sketch, scene: &Scene, cone: &Cone, tensor: usize, plane: &Plane, width: f32) {
    let (name, note) = match tensor.checked_sub(1) {
        None => (say(NumbersKey::StackInput).to_owned(), String::new()),
        Some(layer) => {
            let name = scene.net.stages.get(layer).map(|stage| stage.spec.to_string());
            let field = cone.fields.get(layer).copied().flatten().map(|axes| axes[2]);
            (name.unwrap_or_default(), field.map(noted).unwrap_or_default())
        }
    };
    let class = match tensor {
        0 => "title in halo",
        _ if tensor == cone.in_hand + 1 => "title out halo",
        _ => "title halo",
    };
    let is_row = plane.size[..2] == [1, 1];
    let x = if is_row { 0.0 } else { plane.x };
    let room = if is_row { width } else { plane.rect().width.max(LEAST) };
    let y = plane.y - HEADING + TITLE;
    sketch.cut(class, (x, y), TITLE, room, name.strip_prefix("nn.").unwrap_or(&name));
    sketch.cut("note halo", (x, y + 16.0), NOTE, room, &note);
}

fn noted(field: ReceptiveField) -> String {
    let arguments = [
        ("size", &*field.size.to_string()),
        ("jump", &*field.jump.to_string()),
        ("start", &*story::number(field.start as f32)),
    ];
    fill(NumbersKey::StackField, &arguments)
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

/// From what is joined in a row to what is joined in the next.
fn beam((above, ways): (&Plane, &[u64]), (below, next): (&Plane, &[u64])) -> String {
    let edges = |plane: &Plane, ways: &[u64]| {
        let (first, last) = span(ways);
        let side = plane.cell.1;
        let middle = |cell: usize| plane.x + (cell as f32 + 0.5) * plane.cell.0;
        (middle(first) - side / 2.0, middle(last) + side / 2.0)
    };
    let (left, right) = edges(above, ways);
    let (next_left, next_right) = edges(below, next);
    let mut d = String::new();
    let (top, bottom) = (above.rect().bottom(), below.y);
    trace(
        &mut d,
        "M..L..L..L..z",
        &[left, top, right, top, next_right, bottom, next_left, bottom],
    );
    d
}

/// The receptive field of the layer in hand, with the numbers of its formula; and the ways of the cell.
fn told(sketch: &mut Sketch, scene: &Scene, cone: &Cone, at: At, paths: &[Vec<u64>]) {
    let before = match cone.in_hand.checked_sub(1) {
        None => Some([ReceptiveField::INPUT; 3]),
        Some(layer) => cone.fields.get(layer).copied().flatten(),
    };
    let now = cone.fields.get(cone.in_hand).copied().flatten();
    if let (Some(before), Some(now), Some(plan)) = (before, now, cone.plans.get(cone.in_hand)) {
        let arguments = [
            ("before", &*before[2].size.to_string()),
            ("kernel", &*count(plan.kernel_size()[2])),
            ("dilation", &*plan.dilation()[2].to_string()),
            ("jump", &*before[2].jump.to_string()),
            ("size", &*now[2].size.to_string()),
            ("stride", &*count(plan.stride()[2])),
            ("next", &*now[2].jump.to_string()),
        ];
        sketch.lines.push(fill(NumbersKey::StackFormula, &arguments));
    }
    let seen = paths.first().map_or(&[][..], |ways| ways);
    let joined = seen.iter().filter(|&&ways| ways > 0).count();
    let all = seen.iter().fold(0_u64, |all, &ways| all.saturating_add(ways));
    let size = cone.size(at.tensor);
    let cell = place(at.cell, size);
    let rank = scene.net.size.len().clamp(1, 3);
    let arguments = [
        ("cell", &*words::list(&cell[3 - rank..])),
        ("count", &*count(joined)),
        ("ways", &*grouped(all)),
    ];
    sketch.lines.push(fill(NumbersKey::StackSees, &arguments));
    if cone.is_cut {
        sketch.lines.push(say(NumbersKey::StackCut).to_owned());
    }
}
