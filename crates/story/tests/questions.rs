//! The variants of questions and worksheets, kept: what was printed or linked asks the same tomorrow.
//! `BLESS=1 cargo test -p story --test questions` takes new ones.
mod asking;
mod kept;

use asking::STEPS;
use story::lesson::{Question, question};
use story::link::{self, Shot, pairs, read};
use story::worksheet::{Figure, worksheet};

/// So many variants are kept of each, the own scene's with them.
const VARIANTS: u32 = 4;

/// The link of a shot, that tells it from others.
fn of(shot: &Shot) -> String {
    link::query(&link::write(shot))
}

fn written(question: &Question) -> String {
    let mut text = format!("  scene {}\n", of(&question.shot));
    text += &format!("  asks {}\n  hint {}\n", question.prompt(), question.hint());
    text += &format!("  right {}\n", question.answer_text());
    for (misconception, answer) in question.mistakes() {
        text += &format!("  {} {}\n", misconception.name(), question.written(&answer));
    }
    text
}

#[test]
fn a_variant_asks_as_it_always_did() {
    let mut text = String::new();
    for &(link, ask) in STEPS {
        for variant in 0..VARIANTS {
            let question = question(&asking::step(link, ask), variant).expect(link);
            text += &format!("{link} {ask:?}, variant {variant}\n{}", written(&question));
        }
    }
    kept::check("crates/story/tests/data/questions.txt", &text);
}

fn drawn(figure: &Figure) -> String {
    let cell = figure.frame.cell;
    format!("  picture, cell {cell:?}, blanks {:?}\n", figure.blanks)
}

#[test]
fn a_worksheet_prints_as_it_always_did() {
    let mut text = String::new();
    for link in [
        "layer=Conv1d(1,1,3,padding=1)&input=1,2,3,4,5,6",
        "layer=Conv2d(2,2,3,stride=2)",
        "layer=ConvTranspose1d(1,1,3,stride=2)&order=scatter",
        "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2))&shape=10x10&stage=2",
        "layer=MaxPool2d(2)&shape=6x6&order=all",
        "layer=Conv2d(64,64,3)&shape=2000x2000",
    ] {
        let (shot, warnings) = read(&pairs(link));
        assert_eq!(warnings, [], "{link}");
        for variant in 0..VARIANTS {
            text += &format!("{link}, variant {variant}\n");
            for problem in worksheet(&shot, variant, 6) {
                text += &format!("  given {}\n  task {}\n", problem.given, problem.task);
                text += &problem.figure.as_ref().map_or_else(String::new, drawn);
                for line in problem.solved() {
                    text += &format!("  {line}\n");
                }
            }
        }
    }
    kept::check("crates/story/tests/data/worksheets.txt", &text);
}
