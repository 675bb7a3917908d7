//! Worksheets: their problems can be solved from what is printed, and the key is right.
use story::link::{Shot, pairs, read};
use story::worksheet::{MOST, Problem, worksheet};

const LINKS: [&str; 6] = [
    "layer=Conv1d(1,1,3,padding=1)&input=1,2,3,4,5,6",
    "layer=Conv2d(2,2,3,stride=2)",
    "layer=ConvTranspose1d(1,1,3,stride=2)&order=scatter",
    "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2))&shape=10x10&stage=2",
    "layer=MaxPool2d(2)&shape=6x6&order=all",
    "lesson=stride.2",
];

fn shot(link: &str) -> Shot {
    let (shot, warnings) = read(&pairs(link));
    assert_eq!(warnings, [], "{link}");
    shot
}

fn sheets() -> impl Iterator<Item = (&'static str, Vec<Problem>)> {
    let sheet = |link| (0..3).map(move |variant| (link, worksheet(&shot(link), variant, 8)));
    LINKS.into_iter().flat_map(sheet)
}

#[test]
fn a_sheet_has_problems_of_several_kinds_and_an_answer_for_each_line() {
    for (link, problems) in sheets() {
        assert!(problems.len() >= 6, "{link}: {}", problems.len());
        let mut tasks: Vec<_> = problems.iter().map(|problem| &problem.task).collect();
        tasks.sort_unstable();
        tasks.dedup();
        assert!(tasks.len() >= 3, "{link}: {tasks:?}");
        for problem in problems {
            assert_eq!(problem.lines.len(), problem.answers.len(), "{link}: {problem:?}");
            assert!(
                problem.answers.iter().all(|answer| !answer.is_empty()),
                "{link}: {}",
                problem.task
            );
        }
    }
}

#[test]
fn the_empty_cells_are_those_that_are_answered() {
    for (link, problems) in sheets() {
        for problem in problems {
            let Some(figure) = &problem.figure else { continue };
            let output = &figure.frame.film.output;
            assert!(!figure.blanks.is_empty(), "{link}");
            if figure.blanks.len() == problem.answers.len() && figure.frame.cell.is_none() {
                for (&cell, answer) in figure.blanks.iter().zip(&problem.answers) {
                    assert_eq!(*answer, story::number(output[cell]), "{link}");
                }
            } else {
                let value = story::number(output[figure.blanks[0]]);
                assert!(problem.answers[0].contains(&value), "{link}: {:?}", problem.answers);
            }
        }
    }
}

#[test]
fn a_sheet_is_always_the_same_and_another_variant_another() {
    for link in LINKS {
        let shot = shot(link);
        assert_eq!(worksheet(&shot, 7, 6), worksheet(&shot, 7, 6));
        let [one, other] = [7, 8].map(|variant| worksheet(&shot, variant, 6));
        let same = one.iter().filter(|problem| other.contains(problem)).count();
        assert!(same < one.len() / 2, "{link}: {same} of {}", one.len());
    }
}

#[test]
fn no_count_and_no_scene_is_too_much() {
    let small = shot("layer=Conv1d(1,1,3)");
    assert!(worksheet(&small, u32::MAX, usize::MAX).len() <= MOST);
    assert_eq!(worksheet(&small, 0, 0), []);
    // What is too large to be computed can still be asked for its shape.
    let large = shot("layer=Conv2d(64,64,3)&shape=2000x2000");
    assert!(worksheet(&large, 1, 4).iter().all(|problem| problem.figure.is_none()));
}
