//! `docs/teaching.md` has every lesson, as long as it is, and its answers are right.
mod kept;

use conv::LayerSpec;
use std::fs;
use story::lesson::{COURSE, Words};

fn page() -> String {
    fs::read_to_string(kept::place("docs/teaching.md")).expect("the page")
}

#[test]
fn every_lesson_is_there_in_order_with_its_link_and_its_time() {
    let page = page();
    let mut at = 0;
    for lesson in COURSE {
        let file = ["crates/story/lessons/en/", lesson.name, ".txt"].concat();
        let words = fs::read_to_string(kept::place(&file)).expect("its words");
        let words = ["## ", lesson.name, "\n", &words].concat();
        let title = Words(&words).title(lesson.name).expect("a title");
        let head = format!(
            "### {title}\n\n`?lesson={}` · {} minutes\n",
            lesson.name, lesson.minutes
        );
        let found = page[at..]
            .find(&head)
            .unwrap_or_else(|| panic!("{head} is not there, in its place"));
        at += found + head.len();
        let section = page[at..].split("### ").next().unwrap_or_default();
        for part in ["**Aim.**", "- *", "- Exercise:"] {
            assert!(section.contains(part), "{title}: {part}");
        }
    }
}

#[test]
fn the_answers_are_what_the_core_says() {
    let page = page();
    let exercises: Vec<_> = page.lines().filter(|line| line.starts_with("- Exercise:")).collect();
    assert!(exercises.len() >= COURSE.len());
    for exercise in exercises {
        let (task, answer) = exercise.split_once(" Answer: ").expect("an answer");
        let code: Vec<&str> = task.split('`').skip(1).step_by(2).collect();
        let [layer, input] = code[..] else {
            panic!("{exercise}: a layer and an input");
        };
        let sizes = input.trim_matches(['[', ']']).split(", ");
        let sizes: Vec<usize> = sizes.map(|size| size.parse().expect("a size")).collect();
        let layer = LayerSpec::parse(layer).map(|spec| spec.layer().expect("a layer"));
        let plan = layer.expect("a layer").plan(&sizes, false).expect("a plan");
        let right = match answer.split_once(' ') {
            Some((_, "parameters")) => format!("{} parameters", plan.layer().params()),
            Some((_, "multiplications")) => format!("{} multiplications", plan.macs()),
            _ => format!("`{:?}`", plan.output_shape()),
        };
        assert_eq!(answer, right, "{exercise}");
    }
}
