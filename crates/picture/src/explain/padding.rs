//! The padding: what stands around the input, and which cell each padding cell copies.
use super::grid::{EDGE, Grid};
use super::sketch::{NOTE, Sketch, TITLE};
use super::{Ask, Choice, Picture, Still};
use crate::coord::{count, trace};
use crate::fit::words_width;
use crate::shape::{index, place, volume};
use crate::words::sizes;
use conv::{Field, LayerSpec, Padding, PaddingMode, Source};
use std::sync::Arc;
use story::text::{ExplainKey, Key, ReaderKey, WindowsKey, fill, say};
use story::{Cell, Change, Film, Formula, Scene, Tensor, args, words};

pub(super) const PICTURE: Picture = Picture::new(still, draw);

/// Cells of padding that can be chosen.
const CELLS: i64 = 3;
const LARGEST: f32 = 44.0;
const HIGHEST: f32 = 420.0;
/// Where more cells copy, only the arrows of the present window are drawn.
const ARROWS: usize = 120;
/// On a plane an arrow keeps so far from the middles of the cells that it passes, in cells: beside their numbers.
const ASIDE: f32 = 0.4;

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    let spec = scene.spec();
    let modes: Vec<(String, LayerSpec)> = PaddingMode::ALL
        .into_iter()
        .map(|padding_mode| {
            let spec = LayerSpec {
                padding_mode,
                ..spec.clone()
            };
            (padding_mode.name().to_owned(), spec)
        })
        .collect();
    let mut amounts: Vec<(String, LayerSpec)> = (0..=CELLS)
        .map(|cells| (cells.to_string(), args::set(spec, Field::Padding, None, cells)))
        .collect();
    let same = Padding::Same;
    amounts.push((
        "same".to_owned(),
        LayerSpec {
            padding: same,
            ..spec.clone()
        },
    ));
    let is_padded = film.plan.pads().iter().any(|&(before, after)| before > 0 || after > 0);
    still.lines.push(
        say(match spec.padding_mode {
            _ if !is_padded => WindowsKey::PaddingNone,
            PaddingMode::Zeros => WindowsKey::PaddingZeros,
            PaddingMode::Reflect => WindowsKey::PaddingReflect,
            PaddingMode::Replicate => WindowsKey::PaddingReplicate,
            PaddingMode::Circular => WindowsKey::PaddingCircular,
        })
        .to_owned(),
    );
    if is_padded {
        ends(still, film);
    }
    for (field, options) in [(Field::PaddingMode, modes), (Field::Padding, amounts)] {
        for (_, changed) in &options {
            still.lines.extend(refused(scene, field, changed));
        }
        let now = options.iter().position(|(_, changed)| changed == spec);
        let options = options
            .into_iter()
            .map(|(name, changed)| (name, Change::Layer(changed)));
        still.choices.push(Choice {
            name: field.name().to_owned(),
            options: options.collect(),
            now,
            slides: false,
        });
    }
}

/// How many cells there are at each end, and why.
fn ends(still: &mut Still, film: &Film) {
    let plan = &film.plan;
    let rank = plan.rank();
    let formulas: Vec<Formula> = (3 - rank..3).map(|axis| Formula::of(plan, axis)).collect();
    let is_alike = formulas.iter().all(|formula| *formula == formulas[0]);
    for (own, formula) in formulas.iter().enumerate() {
        let (before, after) = formula.padding;
        let is_odd = before != after;
        let key = match &plan.spec().padding {
            Padding::Same if is_odd => WindowsKey::PaddingSameOdd,
            Padding::Same => WindowsKey::PaddingSameEven,
            _ => WindowsKey::PaddingCells,
        };
        let total = before + after;
        let told = fill(
            key,
            &[
                ("dilation", &formula.dilation.to_string()),
                ("kernel", &formula.kernel.to_string()),
                ("total", &total.to_string()),
                ("before", &before.to_string()),
                ("after", &after.to_string()),
                ("input", &formula.input.to_string()),
                ("padded", &(formula.input + total).to_string()),
                ("output", &formula.output.to_string()),
            ],
        );
        if is_alike {
            still.lines.push(told);
            break;
        }
        let name = say(words::axis_name(own, rank));
        still.lines.push(fill(ExplainKey::OnAxis, &[("axis", name)]) + &told);
    }
}

/// Why a layer cannot be on this input, in our words and in PyTorch's.
fn refused(scene: &Scene, field: Field, changed: &LayerSpec) -> Option<String> {
    let refusal = scene.with(Change::Layer(changed.clone())).plan().err()?;
    let argument = [field.name(), "=", &changed.value(field)].concat();
    let mut told = fill(WindowsKey::PaddingRefused, &[("argument", &argument)]);
    told += &words::explain(&refusal);
    if let Some(line) = refusal.pytorch() {
        told = [&told, " ", say(ReaderKey::PyTorchSays), " ", &line].concat();
    }
    Some(told)
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &ask.frame.film;
    let plan = &film.plan;
    let Some(mut grid) = Grid::of(sketch, ask.frame, (ask.width, HIGHEST), LARGEST) else {
        return;
    };
    let above = if plan.rank() == 1 { highest(&grid, film) } else { 0.0 };
    grid.plane.y = TITLE + 10.0 + above;
    let note = sizes(1, plan.input_size(), plan.rank());
    sketch.heading("title in", (EDGE, TITLE), say(Key::Input), &note);
    grid.draw(sketch, ask);
    arrows(sketch, ask, &grid);
    if plan.rank() == 1 {
        amounts(sketch, &grid, plan.pads()[2]);
    }
    let padding = ask
        .frame
        .products
        .iter()
        .filter(|product| !matches!(product.source, Source::Input(_)));
    let (some, all) = (count(padding.count()), count(ask.frame.products.len()));
    if ask.frame.output_cell().is_some() {
        let facts = [("some", &some[..]), ("count", &all)];
        sketch.lines.push(fill(WindowsKey::PaddingStep, &facts));
    }
    grid.name_channel(sketch, film);
    let mode = plan.spec().padding_mode.name();
    sketch.label = fill(WindowsKey::PaddingLabel, &[("mode", mode)]);
}

/// A padding cell and the cell that it copies, by their places.
type Copied = ([i64; 3], [i64; 3]);

/// What a place copies, if it copies.
fn copied(film: &Film, at: [i64; 3]) -> Option<Copied> {
    match film.plan.source(at) {
        Source::Copy(spatial) => Some((at, place(spatial, film.plan.input_size()).map(|at| at as i64))),
        _ => None,
    }
}

/// All that is copied, as long as it is not too much to be drawn.
fn copies(grid: &Grid, film: &Film) -> Vec<Copied> {
    let ring = volume(grid.plane.size).saturating_sub(volume(film.plan.input_size()));
    let mut copies = Vec::new();
    if ring <= ARROWS {
        copies.extend(grid.plane.places().filter_map(|at| copied(film, at)));
    }
    copies
}

fn is_strip(grid: &Grid) -> bool {
    grid.plane.size[0] * grid.plane.size[1] == 1
}

/// Whether there is room for the arrows of a whole window: else there is one for the cell that is pointed at.
fn is_roomy(grid: &Grid) -> bool {
    is_strip(grid) || (grid.plane.size[0] == 1 && !grid.plane.is_mosaic())
}

/// How high the arrows over a strip rise.
fn highest(grid: &Grid, film: &Film) -> f32 {
    let rise = |(from, to): &Copied| height((from[2] - to[2]).abs() as f32 * grid.plane.cell.0);
    copies(grid, film).iter().map(rise).fold(0.0, f32::max)
}

/// How high an arrow rises that goes so far.
fn height(far: f32) -> f32 {
    (10.0 + 0.2 * far).min(64.0)
}

/// An arrow from a padding cell to the cell that it copies: on a strip from each, on a plane from those of the present
/// window. Strong are those of the cell that is pointed at or, where there are none, of the window.
fn arrows(sketch: &mut Sketch, ask: &Ask<'_>, grid: &Grid) {
    let film = &ask.frame.film;
    let (mut strong, mut window, mut quiet) = (Vec::new(), Vec::new(), Vec::new());
    let is_roomy = is_roomy(grid);
    for copy in copies(grid, film) {
        if is_pointed(ask, grid, copy) {
            strong.push(copy);
        } else if is_strip(grid) && !grid.reads(copy.0) {
            quiet.push(copy);
        }
    }
    if let (true, Some(Cell::Padding { at, .. })) = (strong.is_empty(), ask.pointed) {
        // It is one of too many.
        strong.extend(copied(film, at));
    }
    let read = ask.frame.products.iter().take(volume(film.plan.kernel_size()));
    for copy in read.filter_map(|product| copied(film, product.at)) {
        if is_roomy && !strong.contains(&copy) {
            window.push(copy);
        }
    }
    if strong.is_empty() || is_strip(grid) {
        strong.append(&mut window);
    }
    quiet.append(&mut window);
    if !is_roomy && film.plan.spec().padding_mode != PaddingMode::Zeros {
        sketch.lines.push(say(WindowsKey::PaddingPoint).to_owned());
    }
    for (line, head, copies) in [
        ("copies", "copies head", quiet),
        ("copies now", "copies head now", strong),
    ] {
        let mut paths = (String::new(), String::new());
        for copy in copies {
            arrow(&mut paths, grid, copy);
        }
        sketch.marks.path(line, paths.0);
        sketch.marks.path(head, paths.1);
    }
}

/// Whether one of its two cells is pointed at.
fn is_pointed(ask: &Ask<'_>, grid: &Grid, (from, to): Copied) -> bool {
    let channel = grid.plane.channel;
    let size = ask.frame.film.plan.input_size();
    let input = index(to.map(|at| at as usize), size) + channel * volume(size);
    ask.pointed == Some(Cell::Padding { channel, at: from }) || ask.pointed == Some(Cell::Of(Tensor::Input, input))
}

/// Appends an arrow's line and its head.
fn arrow(paths: &mut (String, String), grid: &Grid, copy: Copied) {
    let (Some(start), Some(end)) = (grid.plane.cell_rect(copy.0), grid.plane.cell_rect(copy.1)) else {
        return;
    };
    let size = (start.width * 0.16).clamp(3.0, 5.0);
    if is_strip(grid) {
        // An arc over the cells.
        let (x, to_x) = (start.centre().0, end.centre().0);
        let (y, dx) = (start.y - 1.0, to_x - x);
        let rise = height(dx.abs()) * 4.0 / 3.0;
        let (c, d, e) = (x + dx * 0.25, y - rise, to_x - dx * 0.25);
        trace(&mut paths.0, "M..C......", &[x, y, c, d, e, d, to_x, y]);
        return head(&mut paths.1, (to_x - e, rise), (to_x, y), size);
    }
    // Down or up beside the numbers of a column, then across over those of a row; of two arrows in one line, each has
    // a side of its own.
    let [_, down, across] = [0, 1, 2].map(|axis: usize| copy.1[axis] - copy.0[axis]);
    let side = |at: i64, cell: f32| if at % 2 == 0 { -ASIDE * cell } else { ASIDE * cell };
    let ((x, y), (to_x, to_y)) = (start.centre(), end.centre());
    // A line leaves by the edge that looks towards where it goes, and comes to the one that looks back.
    let towards = |from: f32, to: f32, cell: f32| from + (to - from).signum() * cell * 0.44;
    if copy.0[0] == copy.1[0] && across == 0 {
        let x = x + side(copy.0[1], start.width);
        let (from, to) = (towards(y, to_y, start.height), towards(to_y, y, start.height));
        trace(&mut paths.0, "M..V.", &[x, from, to]);
        head(&mut paths.1, (0.0, to - from), (x, to), size);
        return;
    }
    let (from_x, to) = (towards(x, to_x, start.width), towards(to_x, x, start.width));
    let mut level = to_y + side(copy.0[2], start.height);
    if down == 0 {
        trace(&mut paths.0, "M..H.", &[from_x, level, to]);
    } else {
        let x = x + (to_x - x).signum() * ASIDE * start.width;
        let from = towards(y, to_y, start.height);
        // Its row may have an arrow of its own.
        level = 2.0 * to_y - level;
        trace(&mut paths.0, "M..V.H.", &[x, from, level, to]);
    }
    head(&mut paths.1, (to - from_x, 0.0), (to, level), size);
}

/// Appends the head of an arrow that arrives at a point in a direction.
fn head(path: &mut String, (dx, dy): (f32, f32), (x, y): (f32, f32), size: f32) {
    let length = dx.hypot(dy).max(0.1);
    let (u, v) = (dx / length, dy / length);
    let (back_x, back_y) = (x - u * size * 1.4, y - v * size * 1.4);
    let half = size * 0.6;
    let ends = [
        x,
        y,
        back_x - v * half,
        back_y + u * half,
        back_x + v * half,
        back_y - u * half,
    ];
    trace(path, "M..L..L..z", &ends);
}

/// How many cells there are before and after a strip.
fn amounts(sketch: &mut Sketch, grid: &Grid, (before, after): (i64, i64)) {
    let strip = grid.plane.rect();
    let y = strip.bottom() + 8.0;
    let mut d = String::new();
    for (cells, key, is_end) in [
        (before, WindowsKey::PaddingBefore, false),
        (after, WindowsKey::PaddingAfter, true),
    ] {
        if cells <= 0 {
            continue;
        }
        let width = cells as f32 * grid.plane.cell.0;
        let x = if is_end { strip.right() - width } else { strip.x };
        trace(&mut d, "M..V.H.V.", &[x + 1.5, y - 4.0, y, x + width - 1.5, y - 4.0]);
        let text = fill(key, &[("count", &cells.to_string())]);
        let wide = words_width(&text, NOTE);
        let at = if is_end {
            (strip.right() - wide).max(0.0)
        } else {
            strip.x
        };
        sketch.words("note", (at, y + NOTE + 4.0), NOTE, &text);
    }
    sketch.marks.path("ends", d);
}

#[cfg(test)]
mod tests {
    use crate::explain::told;
    use story::Topic;

    fn lines(layer: &str, size: &[usize]) -> Vec<String> {
        told(Topic::Padding, layer, size)
    }

    #[test]
    fn an_odd_same_is_told_with_its_ends() {
        let told = lines("Conv1d(1, 1, 4, padding='same', dilation=3)", &[6]);
        assert_eq!(
            told[1],
            "padding='same' adds d·(k − 1) = 3·(4 − 1) = 9 cells, so that 6 stay 6. That is odd: 4 before and 5 after."
        );
    }

    #[test]
    fn what_pytorch_refuses_is_told_with_its_reason() {
        for (layer, size, refused) in [
            ("Conv1d(1, 1, 3, padding=3)", 3, vec!["reflect"]),
            ("Conv1d(1, 1, 3, padding=4)", 3, vec!["reflect", "circular"]),
            ("Conv1d(1, 1, 3, padding=2)", 3, vec![]),
            ("Conv1d(1, 1, 3, padding=2, stride=2)", 3, vec!["same"]),
            (
                "Conv1d(1, 1, 3, padding=1, padding_mode='reflect')",
                3,
                vec!["padding=3"],
            ),
        ] {
            let told = lines(layer, &[size]);
            let told: Vec<&String> = told.iter().filter(|line| line.contains("refused")).collect();
            assert_eq!(told.len(), refused.len(), "{layer}: {told:?}");
            for (line, word) in told.iter().zip(refused) {
                assert!(line.contains(word) && line.contains("PyTorch says: "), "{line}");
            }
        }
    }
}
