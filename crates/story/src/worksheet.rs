//! Worksheets: problems of a scene for print, in variants that a seed makes, with their answers.
use crate::lesson::{Ask, Question, Step, question};
use crate::link::{self, Shot};
use crate::tensor::mix;
use crate::text::{SheetKey, fill, say};
use crate::words::{cell_name, list, summed};
use crate::{Cursor, Frame, Order, Scene, Showing, Tensor, Timeline, number};
use conv::Plan;

/// So many problems are on a sheet at most.
pub const MOST: usize = 20;
/// So many cells of a problem are left empty.
const BLANKS: usize = 4;
/// A picture with more output cells is not filled in by hand.
const MOST_CELLS: usize = 64;

/// One problem of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The layers and the input.
    pub given: String,
    pub task: String,
    pub figure: Option<Figure>,
    /// What is to be written beneath, each before a line to write on.
    pub lines: Vec<String>,
    /// One for each of these, or one for the whole.
    pub answers: Vec<String>,
}

impl Problem {
    /// Each line with its answer.
    pub fn solved(&self) -> impl Iterator<Item = String> + '_ {
        self.lines
            .iter()
            .zip(&self.answers)
            .map(|(line, answer)| match line.strip_suffix(" =") {
                // A sum names its cell itself.
                Some(cell) if answer.contains(cell) => answer.clone(),
                _ => [&**line, answer].join(" ").trim().to_owned(),
            })
    }
}

/// A picture in which some cells of the output are empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub frame: Frame,
    /// Flat indices.
    pub blanks: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Some cells of the output.
    Fill,
    /// The products of one window and their sum.
    Window,
    /// The shape after each layer.
    Walk,
    Ask(Ask),
}

const KINDS: [Kind; 6] = [
    Kind::Fill,
    Kind::Walk,
    Kind::Window,
    Kind::Ask(Ask::Params),
    Kind::Ask(Ask::ReceptiveField),
    Kind::Ask(Ask::Macs),
];

/// The problems of a sheet: the same for the same scene, variant and count. Variant 0 begins with the scene's own numbers.
/// None where nothing can be asked of the scene.
pub fn worksheet(shot: &Shot, variant: u32, count: usize) -> Vec<Problem> {
    let link = link(shot);
    let mut problems: Vec<Problem> = Vec::new();
    let count = count.min(MOST);
    // A kind that the scene has no problem of is passed over.
    for at in 0..(count * KINDS.len()) as u32 {
        if problems.len() == count {
            break;
        }
        let round = at / KINDS.len() as u32;
        let seed = variant.wrapping_mul(MOST as u32).wrapping_add(round);
        let made = problem(KINDS[at as usize % KINDS.len()], &link, seed);
        problems.extend(made.filter(|made| !problems.contains(made)));
    }
    problems
}

/// The scene as the link of a step, in an order in which one output comes after the other.
fn link(shot: &Shot) -> String {
    let mut scene = shot.scene.clone();
    if matches!(scene.view.order, Order::All | Order::Scatter) {
        scene.view.order = Order::default();
    }
    let cursor = Cursor::default();
    link::alone(&Shot { scene, cursor })
}

fn problem(kind: Kind, link: &str, seed: u32) -> Option<Problem> {
    let asked = |ask| {
        let step = Step {
            name: "",
            link,
            ask: Some(ask),
        };
        question(&step, seed)
    };
    match kind {
        Kind::Fill => filled(&asked(Ask::Value)?, seed),
        Kind::Window => window(&asked(Ask::Value)?, seed),
        Kind::Walk => walked(&asked(Ask::Shape)?),
        Kind::Ask(ask) => {
            let question = asked(ask)?;
            let is_row = question.shot.scene.net.stages.len() > 1;
            // Of one layer it is its kernel.
            (ask != Ask::ReceptiveField || is_row).then(|| plain(&question))
        }
    }
}

fn plain(question: &Question) -> Problem {
    Problem {
        given: given(&question.shot.scene),
        task: question.prompt(),
        figure: None,
        lines: vec![String::new()],
        answers: vec![question.answer_text()],
    }
}

fn timeline(scene: &Scene, order: Order) -> Option<Timeline> {
    match scene.show().ok()? {
        Showing::Film(film) if film.output.len() <= MOST_CELLS => Some(Timeline::new(film, order, scene.net.seed)),
        _ => None,
    }
}

/// Cells of the output to be filled in, all others being there.
fn filled(question: &Question, seed: u32) -> Option<Problem> {
    let scene = &question.shot.scene;
    let frame = timeline(scene, Order::All)?.at(Cursor::default());
    let film = &frame.film;
    let mut blanks: Vec<usize> = Vec::new();
    for at in 0..u64::from(u8::MAX) {
        let cell = (mix(u64::from(seed) << 8 | at) % film.output.len() as u64) as usize;
        if !blanks.contains(&cell) && blanks.len() < BLANKS.min(film.output.len()) {
            blanks.push(cell);
        }
    }
    blanks.sort_unstable();
    let named = |&cell: &usize| [&cell_name(film, Tensor::Output, cell), " ="].concat();
    let lines = blanks.iter().map(named).collect();
    let answers = blanks.iter().map(|&cell| number(film.output[cell])).collect();
    Some(Problem {
        given: of_plan(&frame.film.plan),
        task: say(SheetKey::Fill).to_owned(),
        lines,
        answers,
        figure: Some(Figure { frame, blanks }),
    })
}

/// One window, its products and their sum.
fn window(question: &Question, seed: u32) -> Option<Problem> {
    let scene = &question.shot.scene;
    let timeline = timeline(scene, scene.view.order)?;
    let step = mix(u64::from(seed) ^ u64::from(u32::MAX)) % timeline.steps() as u64;
    let frame = timeline.at(Cursor::whole(step as usize));
    let cell = frame.output_cell()?;
    let name = cell_name(&frame.film, Tensor::Output, cell);
    Some(Problem {
        given: of_plan(&frame.film.plan),
        task: fill(SheetKey::Window, &[("cell", &name)]),
        lines: vec![[&name, " ="].concat()],
        answers: vec![summed(&frame)],
        figure: Some(Figure {
            frame,
            blanks: vec![cell],
        }),
    })
}

/// The shape after each layer.
fn walked(question: &Question) -> Option<Problem> {
    let scene = &question.shot.scene;
    let plans = scene.plans().ok()?;
    Some(Problem {
        given: given(scene),
        task: say(if plans.len() > 1 {
            SheetKey::Walk
        } else {
            SheetKey::Shape
        })
        .to_owned(),
        figure: None,
        lines: plans.iter().map(|plan| plan.spec().to_string()).collect(),
        answers: plans.iter().map(|plan| shape(plan.output_shape())).collect(),
    })
}

fn given(scene: &Scene) -> String {
    let line = conv::sequential::line(&scene.net.specs());
    let plans = scene.plans().unwrap_or_default();
    let input = plans.first().map(|plan| shape(plan.input_shape())).unwrap_or_default();
    fill(SheetKey::Given, &[("layer", &line), ("input", &input)])
}

fn of_plan(plan: &Plan) -> String {
    fill(
        SheetKey::Given,
        &[
            ("layer", &plan.spec().to_string()),
            ("input", &shape(plan.input_shape())),
        ],
    )
}

fn shape(sizes: &[usize]) -> String {
    ["[", &list(sizes), "]"].concat()
}
