//! The words of layers in a row: what each is called, and what is said of the layer in hand and of the cell.
use super::*;
use crate::fit::words_width;
use conv::text::tuple;
use conv::{Field, LayerSpec};

/// A tensor's name and what its cells see.
pub(super) fn heading(sketch: &mut Sketch, scene: &Scene, cone: &Cone, tensor: usize, plane: &Plane, width: f32) {
    let is_row = plane.size[..2] == [1, 1];
    let x = if is_row { 0.0 } else { plane.x };
    let room = if is_row {
        width
    } else {
        plane.rect().width.max(LEAST).min(width - x)
    };
    let (mut name, mut note) = (say(NumbersKey::StackInput).to_owned(), String::new());
    if let Some(layer) = tensor.checked_sub(1) {
        let field = cone.fields.get(layer).copied().flatten().map(|axes| axes[2]);
        note = field.map(noted).unwrap_or_default();
        name = scene
            .net
            .stages
            .get(layer)
            .map(|stage| short(&stage.spec))
            .unwrap_or_default();
    }
    let class = match tensor {
        0 => "title in halo",
        _ if tensor == cone.in_hand + 1 => "title out halo",
        _ => "title halo",
    };
    let y = plane.y - HEADING + TITLE;
    if is_row {
        let words = (words_width(&name, TITLE) * BOLD).max(words_width(&note, NOTE));
        let plate = Rect {
            x,
            y: y - TITLE,
            width: (words + 3.0).min(room),
            height: HEADING - 4.0,
        };
        sketch.marks.rect("mixing plate", &plate, 0.0);
    }
    sketch.cut(class, (x, y), TITLE, room / BOLD, &name);
    sketch.cut("note halo", (x, y + 16.0), NOTE, room, &note);
}

/// A layer as short as it can be told from the others: its class, its kernel, and its stride and its dilation where they do
/// something.
fn short(spec: &LayerSpec) -> String {
    let mut name = spec.class_name();
    if spec.op.is_pool() {
        name = [&name, " ", &tuple(&spec.kernel_size)].concat();
    } else if spec.op.has_weight() && spec.rank() > 0 {
        name = [&name, " k", &tuple(&spec.kernel_size)].concat();
    }
    for field in [Field::Stride, Field::Dilation] {
        if !spec.numbers(field).is_empty() && !spec.is_default(field) {
            name = [&name, ", ", field.name(), " ", &spec.value(field)].concat();
        }
    }
    name
}

fn noted(field: ReceptiveField) -> String {
    let arguments = [
        ("size", &*field.size.to_string()),
        ("jump", &*field.jump.to_string()),
        ("start", &*story::number(field.start as f32)),
    ];
    fill(NumbersKey::StackField, &arguments)
}

/// The receptive field of the layer in hand, with the numbers of its formula; and the ways of the cell.
pub(super) fn told(sketch: &mut Sketch, scene: &Scene, cone: &Cone, at: At, paths: &[Vec<u64>]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_says_what_matters() {
        for (line, wanted) in [
            ("Conv2d(3,8,3,padding=1)", "Conv2d k3"),
            ("Conv1d(1,1,3,dilation=2,stride=2)", "Conv1d k3, stride 2, dilation 2"),
            ("MaxPool2d(2)", "MaxPool2d 2"),
            ("MaxPool2d((3,2),stride=1)", "MaxPool2d (3, 2), stride 1"),
            ("ReLU()", "ReLU"),
            ("ZeroPad2d(1)", "ZeroPad2d"),
        ] {
            assert_eq!(short(&LayerSpec::parse(line).expect(line)), wanted);
        }
    }
}
