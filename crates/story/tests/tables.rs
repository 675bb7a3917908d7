//! What is derived of scenes and layers, kept as tables: whatever changes in them is seen and read before it is committed.
//! `BLESS=1 cargo test -p story --test tables` writes them anew.
mod kept;

use conv::{Field, LayerSpec};
use std::fmt::Debug;
use std::sync::Arc;
use story::link::{pairs, read};
use story::matching::{self, Balance};
use story::separable::Separable;
use story::stamps::{self, Edges, Shares};
use story::{
    Cell, Cone, Cursor, Feeds, Film, Formula, Frame, Lit, Ruler, Scene, Showing, Tensor, Timeline, args, csv, grids,
    image, same_output, size_curve, slab, words,
};

/// A layer of every kind, of every rank, and with every argument; large ones too.
const SCENES: &[&str] = &[
    "layer=Conv1d(1,1,3)",
    "layer=Conv1d(2,4,3,stride=2,padding=1,groups=2)&shape=8",
    "layer=Conv1d(1,2,3,padding='same',dilation=2,bias=False)&shape=7",
    "layer=Conv1d(1,1,4,padding=2,padding_mode='reflect')&shape=6&flip=1",
    "layer=Conv1d(1,1,3,padding=2,padding_mode='circular')&shape=5",
    "layer=Conv2d(1,1,3)&shape=5x5",
    "layer=Conv2d(2,3,(2,3),stride=(2,1),padding=(1,0))&shape=5x6",
    "layer=Conv2d(1,1,3,padding=1)&shape=5x5&order=columns",
    "layer=Conv2d(1,1,2,dilation=2)&shape=4x4&order=shuffle",
    "layer=Conv2d(1,1,3,padding=1,padding_mode='replicate')&shape=4x5&order=all",
    "layer=Conv3d(1,1,2)&shape=3x3x3",
    "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4",
    "layer=ConvTranspose1d(2,2,3,stride=2,padding=1,output_padding=1,groups=2)&shape=4&order=scatter",
    "layer=ConvTranspose1d(2,4,3,groups=2)&shape=3",
    "layer=ConvTranspose2d(1,1,3,stride=2,padding=1)&shape=3x3",
    "layer=ConvTranspose2d(1,2,2,dilation=2)&shape=2x3&order=scatter",
    "layer=MaxPool1d(2)&shape=7",
    "layer=MaxPool2d(3,stride=2,padding=1)&shape=5x5",
    "layer=AvgPool1d(3,stride=1,padding=1)&shape=6",
    "layer=AvgPool2d(2)&shape=2_4x4",
    "layer=Linear(4,2)",
    "layer=ReLU()&shape=1_5",
    "layer=Flatten()&shape=2_2x3",
    "layer=ReflectionPad2d((1,2,0,1))&shape=4x4",
    "layer=ZeroPad1d((2,-1))&shape=5",
    "layer=Sequential(Conv2d(1,4,3,padding=1),ReLU(),MaxPool2d(2),Flatten(),Linear(36,3))&shape=6x6&stage=2",
    "layer=Sequential(Conv1d(1,1,3,stride=2),Conv1d(1,1,3,dilation=2))&shape=15&stage=1",
    "layer=Conv2d(3,8,3,padding=1)&shape=20x20",
    "layer=Conv2d(3,64,7,stride=2,padding=3)&shape=224x224",
    "layer=Conv1d(1,1,3,padding=200)&shape=5",
    "layer=ConvTranspose1d(1,1,9,stride=40)&shape=30",
];

/// The parts of a table.
#[derive(Default)]
struct Table(String);

impl Table {
    fn line(&mut self, name: &str, value: impl AsRef<str>) {
        self.0 += &format!("  {name}: {}\n", value.as_ref());
    }

    fn raw(&mut self, name: &str, value: impl Debug) {
        self.line(name, format!("{value:?}"));
    }
}

fn scene(link: &str) -> Scene {
    let (shot, warnings) = read(&pairs(link));
    assert_eq!(warnings, [], "{link}");
    shot.scene
}

/// Along each axis of a layer.
fn along(table: &mut Table, plan: &conv::Plan) {
    for axis in 3 - plan.rank()..3 {
        let ruler = Ruler::of(plan, axis);
        table.raw("formula", Formula::of(plan, axis));
        table.raw("overlap, lost", (ruler.overlap(), ruler.lost(), ruler.lost_padding()));
        let places = (0..plan.output_size()[axis].min(4)).map(|window| ruler.start(window));
        table.raw("windows start at", places.collect::<Vec<_>>());
        let own = axis + plan.rank() - 3;
        let curve = size_curve(plan, own);
        table.raw("sizes", (curve.len(), curve.first(), curve.get(3), curve.last()));
        table.raw("same output from, to", same_output(plan, axis));
    }
}

/// What holds in every step of a film.
fn whole(table: &mut Table, film: &Film) {
    let plan = &film.plan;
    table.line("shapes", words::shapes(film));
    table.line("as an image", line(slab::as_image(plan.spec())));
    table.line("csv", csv(film).replace('\n', " / "));
    table.raw("span", matching::span(film));
    table.raw("ends", matching::ends(film, 0));
    if let Some(separable) = Separable::of(plan) {
        table.raw("separable", (separable.costs, separable.both(), separable.ratio()));
    }
    if plan.spec().op == conv::Op::ConvTranspose {
        table.raw("columns, overlaps", (stamps::columns(plan), stamps::overlaps(plan)));
        table.raw("edges", Edges::of(plan));
        table.raw("shares", Shares::of(plan, 2));
        table.raw("scattered", stamps::scattered(film));
    }
}

/// Cells of each kind: the first and last of a tensor, and what lies before the input.
fn cells(film: &Film) -> Vec<Cell> {
    let tensors = [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output];
    let mut cells: Vec<Cell> = tensors
        .into_iter()
        .flat_map(|tensor| [0, film.data(tensor).len().saturating_sub(1)].map(|index| Cell::Of(tensor, index)))
        .collect();
    let at = [0, 0, -1];
    cells.push(Cell::Padding { channel: 0, at });
    cells
}

fn frame(table: &mut Table, frame: &Frame) {
    table.line("narrate", words::narrate(frame));
    table.line("alt", words::alt(frame));
    table.line("step result", words::step_result(frame));
    table.line("result", words::result(frame));
    table.line("summed", words::summed(frame));
    if let Some(output) = frame.output_cell() {
        table.line("window", words::narrate_window(frame, output));
    }
    table.raw("balance", Balance::of(frame));
}

/// The numbers of the picture and of the arithmetic.
fn numbers(table: &mut Table, frame: &Frame) {
    for grid in grids(frame) {
        let heads = [&[grid.corner], &grid.columns[..]].concat().join(" | ");
        table.line(&grid.caption, heads);
        for row in grid.rows {
            table.line(&row.head, row.cells.join(" | "));
        }
        table.line("cut", grid.cut.unwrap_or_default());
    }
}

/// What belongs to the cells of a film that are pointed at.
fn pointed(table: &mut Table, frame: &Frame) {
    let film = &frame.film;
    for cell in cells(film) {
        table.line("readout", words::readout(frame, cell));
        let lit = Lit::of(frame, cell);
        table.raw("lit", (lit.cell, lit.inputs, lit.weights, lit.outputs));
        if let Some(feeds) = Feeds::of(film, cell) {
            table.raw("feeds", (feeds.count(), feeds.in_channel(&film.plan, 0)));
        }
    }
}

fn film(table: &mut Table, scene: &Scene, film: Arc<Film>) {
    whole(table, &film);
    let timeline = Timeline::new(film, scene.view.order, scene.net.seed);
    let (steps, taps) = (timeline.steps(), timeline.taps());
    table.raw("steps, taps, row", (steps, taps, timeline.row()));
    let last = steps - 1;
    for step in [0, steps / 2, last] {
        let at = timeline.at(Cursor::whole(step));
        table.raw("step", (step, timeline.cell(step), timeline.step_of(0)));
        frame(table, &at);
        if step == steps / 2 {
            numbers(table, &at);
            pointed(table, &at);
        }
    }
    let tap = Some(taps / 2);
    table.raw("tap", tap);
    let part = timeline.at(Cursor { step: last, tap });
    table.line("narrate", words::narrate(&part));
    let moves = [-1, 1, 3, i64::MAX].map(|by| timeline.moved(part.cursor, by));
    table.raw("moved", moves);
}

#[test]
fn scenes_are_told_as_before() {
    let mut table = Table::default();
    for link in SCENES {
        table.0 += &format!("{link}\n");
        let scene = scene(link);
        let plan = scene.plan().expect(link);
        along(&mut table, &plan);
        let cone = Cone::of(&scene);
        table.raw("fields", (&cone.fields, cone.is_cut, cone.in_hand));
        match scene.show().expect(link) {
            Showing::Shapes(plan, limit) => table.raw("shapes alone", (plan.output_shape(), limit)),
            Showing::Film(of_it) if of_it.output.len() > 200 => table.line("shapes", words::shapes(&of_it)),
            Showing::Film(of_it) => film(&mut table, &scene, of_it),
        }
    }
    kept::check("crates/story/tests/data/told.txt", &table.0);
}

/// A layer for each of the ways in which its arguments are set.
const LAYERS: &[&str] = &[
    "Conv1d(4, 4, 3)",
    "Conv2d(4, 8, 3, stride=2, padding=1, groups=2)",
    "Conv2d(1, 1, (2, 3), padding='same')",
    "Conv3d(1, 1, 3, padding=1, padding_mode='circular')",
    "ConvTranspose2d(2, 6, 3, stride=2, output_padding=1, groups=2, bias=False)",
    "MaxPool2d(2)",
    "MaxPool1d(3, stride=2, padding=1, dilation=2)",
    "AvgPool3d(2)",
    "Linear(4, 2)",
    "ReLU()",
    "Flatten()",
    "ReflectionPad2d((1, 2, 0, 1))",
    "ZeroPad1d((1, -1))",
];

const TYPED: &[&str] = &[
    "0",
    "2",
    " 3 ",
    "-1",
    "(2, 3)",
    "[1,2,3]",
    "2x3",
    "same",
    "'reflect'",
    "True",
    "false",
    "many",
    "",
];

fn line(spec: Option<LayerSpec>) -> String {
    spec.map_or_else(|| "—".to_owned(), |spec| spec.to_string())
}

#[test]
fn arguments_are_set_as_before() {
    let mut table = Table::default();
    for text in LAYERS {
        let spec = LayerSpec::parse(text).expect(text);
        table.0 += &format!("{spec}\n");
        for field in Field::ARGUMENTS {
            if !args::of(&spec).contains(&field) {
                continue;
            }
            let name = field.name();
            table.raw(
                name,
                (
                    args::choices(field, spec.op),
                    args::numbers(&spec, field),
                    args::get(&spec, field, 0),
                ),
            );
            for axis in [None, Some(0), Some(spec.rank().saturating_sub(1))] {
                let [down, up] = [false, true].map(|up| args::stepped(&spec, field, axis, up).to_string());
                table.line(&format!("{name} {axis:?} down, up"), format!("{down}; {up}"));
            }
            for typed in TYPED {
                table.line(
                    &format!("{name} {typed:?}"),
                    line(args::typed(&spec, field, None, typed)),
                );
            }
        }
        for rank in 1..=3 {
            table.line(&format!("rank {rank}"), args::with_rank(&spec, rank).to_string());
        }
        for op in conv::Op::ALL {
            table.line(&format!("{op:?}"), args::with_op(&spec, op).to_string());
        }
    }
    kept::check("crates/story/tests/data/arguments.txt", &table.0);
}

#[test]
fn samples_are_drawn_as_before() {
    let mut table = Table::default();
    for sample in image::Sample::ALL {
        for side in [8, 11] {
            table.raw(&format!("{} of {side}", sample.name()), image::draw(sample, side));
        }
    }
    table.raw("signal", image::signal(64));
    kept::check("crates/story/tests/data/samples.txt", &table.0);
}
