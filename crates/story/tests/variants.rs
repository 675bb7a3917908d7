//! The variants of questions: without end, always the same, and of any scene.
use proptest::prelude::*;
use std::collections::HashSet;
use story::lesson::{Answer, Ask, Step, facts, question};
use story::{Showing, link};

mod asking;
mod common;

use asking::{STEPS, step, steps};

#[test]
fn every_step_that_asks_does_so_without_end() {
    for step in steps() {
        for variant in (0..50).chain([u32::MAX - 1, u32::MAX]) {
            let place = || format!("{} {:?}, variant {variant}", step.link, step.ask);
            let question = question(&step, variant).unwrap_or_else(|| panic!("{}", place()));
            let shown = question.shot.scene.show();
            assert!(shown.is_ok(), "{}", place());
            assert!(question.shot.scene.plans().is_ok(), "{}", place());
            if matches!(step.ask, Some(Ask::Value | Ask::Window | Ask::Feeds(_))) {
                assert!(matches!(shown, Ok(Showing::Film(_))), "{}", place());
            }
            assert!(question.check(&question.right).right, "{}", place());
            for (misconception, answer) in question.mistakes() {
                let verdict = question.check(&answer);
                assert!(!verdict.right, "{}: {misconception:?}", place());
                assert_eq!(verdict.misconception, Some(misconception), "{}", place());
            }
            for text in [question.prompt(), question.hint(), question.answer_text()] {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{}: {text:?}", place());
            }
            if variant == 0 {
                let (own, warnings) = link::read(&link::pairs(step.link));
                assert_eq!((question.shot, warnings), (own, vec![]));
            }
        }
    }
}

#[test]
fn no_variant_has_the_answer_of_the_one_before() {
    let claims = |step: &Step<'_>| matches!(step.ask, Some(Ask::Claim(_)));
    for step in steps().filter(|step| !claims(step)) {
        let answers: Vec<String> = (0..100)
            .filter_map(|variant| Some(question(&step, variant)?.answer_text()))
            .collect();
        let different: HashSet<&String> = answers.iter().collect();
        assert!(different.len() >= 2, "{} {:?}: {answers:?}", step.link, step.ask);
        let repeats = answers.windows(2).any(|pair| pair[0] == pair[1]);
        assert!(!repeats, "{} {:?}: {answers:?}", step.link, step.ask);
    }
}

#[test]
fn a_variant_is_always_the_same() {
    for step in steps() {
        for variant in [1, 2, 77] {
            assert_eq!(question(&step, variant), question(&step, variant));
        }
    }
}

fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![
        common::wild().prop_map(Answer::Number),
        proptest::collection::vec(any::<usize>(), 0..5).prop_map(Answer::Shape),
        proptest::collection::vec(any::<usize>(), 0..9).prop_map(Answer::Cells),
        any::<usize>().prop_map(Answer::Choice),
    ]
}

proptest! {
    #![proptest_config(common::cases(300))]

    #[test]
    fn any_answer_can_be_given_to_any_question(at in 0..STEPS.len(), variant in any::<u32>(), answer in answers()) {
        let (link, ask) = STEPS[at];
        let question = question(&step(link, ask), variant).expect(link);
        let verdict = question.check(&answer);
        if let Some(misconception) = verdict.misconception {
            prop_assert!(!verdict.right && !misconception.says().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(common::cases(120))]

    /// Also of a scene that no lesson has: a teacher may write any.
    #[test]
    fn any_scene_can_be_asked_about(scene in common::scenes(common::wild()), ask in 0_usize..7, variant in any::<u32>()) {
        let shot = link::Shot { scene, ..Default::default() };
        let query: &'static str = link::query(&link::write(&shot)).leak();
        let asks = [Ask::Value, Ask::Window, Ask::Shape, Ask::Params, Ask::Macs, Ask::ReceptiveField, Ask::Layer(&["MaxPool1d(2)"])];
        if let Some(question) = question(&step(query, asks[ask]), variant) {
            prop_assert!(question.check(&question.right).right, "{}", query);
            for (misconception, answer) in question.mistakes() {
                prop_assert_eq!(question.check(&answer).misconception, Some(misconception), "{}", query);
            }
            prop_assert!(!question.prompt().is_empty() && !question.hint().is_empty(), "{}", query);
        }
        let _ = facts(&shot);
    }
}
