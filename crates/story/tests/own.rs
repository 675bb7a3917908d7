//! A lesson of a teacher's own, made from scenes.
use story::lesson::{Ask, COURSE, OwnStep, Step, question};
use story::link::{Shot, alone, first, own, pairs, query, read, write, written_own};

fn shot(link: &str) -> Shot {
    let (shot, warnings) = read(&pairs(link));
    assert_eq!(warnings, [], "{link}");
    shot
}

const SCENES: [&str; 4] = [
    "layer=Conv1d(1,1,3)&input=1,2,3,4,5&step=1&theme=dark&embed=1&hide=all",
    "lesson=stride.2",
    "layer=Conv1d(1,1,3)&picture=compare&b=layer=Conv1d(1,1,3,stride=2)%26flip=1",
    "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2))&shape=10x10&stage=2&order=columns&picture=stack",
];

#[test]
fn any_scene_becomes_a_step_that_shows_it() {
    for link in SCENES {
        // Given a scene on the page, when it becomes a step
        let before = shot(link);
        let step = shot(&alone(&before));
        // Then the step has its numbers and its place, and nothing of the page
        let numbers = [&before, &step].map(|shot| shot.scene.show());
        assert_eq!((&numbers[0], before.cursor), (&numbers[1], step.cursor), "{link}");
        assert!(step.scene.view.lesson.is_none() && !step.scene.view.embed, "{link}");
    }
}

#[test]
fn the_link_of_a_lesson_opens_on_its_first_step_and_keeps_all_of_them() {
    let steps = SCENES.map(|link| OwnStep {
        says: "Look & predict: 50% of a b?".to_owned(),
        link: alone(&shot(link)),
        ask: Some(Ask::Shape),
    });
    assert_eq!(own(&written_own(&steps)), steps);
    let opening = first(&steps).expect("a first step");
    assert_eq!(opening.scene.net, shot(SCENES[0]).scene.net);
    assert!(opening.scene.view.asking);
    let (again, warnings) = read(&pairs(&query(&write(&opening))));
    assert_eq!((again, &warnings[..]), (opening, &[][..]));
    assert_eq!(first(&[]), None);
}

#[test]
fn what_a_step_can_ask_is_asked_of_an_ordinary_scene() {
    let link = alone(&shot(SCENES[0]));
    for (_, ask) in Ask::NAMED {
        let step = Step {
            name: "",
            link: &link,
            ask: Some(ask),
        };
        assert!(question(&step, 0).is_some(), "{ask:?}");
    }
}

#[test]
fn every_step_of_every_lesson_is_the_same_through_its_link() {
    for lesson in COURSE {
        for step in 1..=lesson.steps.len() {
            let link = format!("lesson={}.{step}", lesson.name);
            let before = shot(&link);
            let again = shot(&query(&write(&before)));
            assert_eq!(again, before, "{link}");
        }
    }
}
