//! What tests of the lessons share.
#![allow(dead_code)]
use conv::Plan;
use story::Showing;
use story::lesson::{COURSE, Lesson, Step};
use story::link::{Shot, pairs, read};

pub fn place(path: &str) -> String {
    [env!("CARGO_MANIFEST_DIR"), path].join("/")
}

pub fn steps() -> impl Iterator<Item = (&'static Lesson, &'static Step<'static>)> {
    COURSE
        .iter()
        .flat_map(|lesson| lesson.steps.iter().map(move |step| (lesson, step)))
}

pub fn opened(link: &str) -> Shot {
    let (shot, warnings) = read(&pairs(link));
    assert_eq!(warnings, [], "{link}");
    shot
}

pub fn shown(link: &str) -> Showing {
    opened(link)
        .scene
        .show()
        .unwrap_or_else(|fault| panic!("{link}: {fault:?}"))
}

pub fn plan(showing: &Showing) -> &Plan {
    match showing {
        Showing::Film(film) => &film.plan,
        Showing::Shapes(plan, _) => plan,
    }
}

pub fn output(showing: &Showing) -> Vec<f32> {
    match showing {
        Showing::Film(film) => film.output.clone(),
        Showing::Shapes(plan, _) => panic!("no film: {:?}", plan.output_shape()),
    }
}
